from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.person.rhythm import (
    HEAT_WEEKS,
    balance_of,
    heat_of,
    streak_of,
)

from builders import (
    TODAY,
    a_curriculum,
    a_lesson,
    a_logbook,
    a_practice,
    a_profile,
    a_skill,
    an_exercise,
    finished,
    practised,
    worked,
)

MONDAY = date(2026, 11, 16)  # TODAY is the Saturday of this week
SMALL = a_curriculum(
    a_skill("risk"),
    a_skill("team", side="power-skills"),
    an_exercise("rsk-01", hours=(2, 4, 6), replaces=("old-01",)),
    an_exercise("tld-01", skill="team", hours=(1, 1, 1)),
    an_exercise("tld-02", skill="team", hours=(1, 1, 1), side="business-acumen"),
    a_practice("h01", minutes=10),
)


def somebody(*entries, today=TODAY) -> Person:
    return person_of(SMALL, a_logbook(*entries), today)


def kept(*weeks_ago, **keys) -> list:
    """A practice kept on the Monday of each of these weeks."""
    return [practised(on=MONDAY - timedelta(weeks=ago), **keys) for ago in weeks_ago]


@pytest.mark.parametrize(
    ("weeks_ago", "weeks"),
    [
        pytest.param([], 0, id="nothing kept"),
        pytest.param([0], 1, id="this week"),
        pytest.param([0, 1, 2], 3, id="three in a row"),
        pytest.param([1, 2], 2, id="this week is still open"),
        pytest.param([0, 2, 3], 3, id="one empty week is forgiven"),
        pytest.param([0, 2, 4, 6], 4, id="and another, each between two kept ones"),
        pytest.param([0, 3], 1, id="two empty weeks are not"),
        pytest.param([2], 1, id="last week empty, this one open"),
        pytest.param([3], 0, id="two weeks empty before this one"),
    ],
)
def test_a_streak_counts_weeks_and_forgives_one(weeks_ago, weeks):
    assert streak_of(somebody(*kept(*weeks_ago))).weeks == weeks


def test_weeks_of_days_off_do_not_break_it_and_do_not_count():
    off = a_profile(on="2026-01-01", days_off=("2026-10-26..2026-11-15",))

    assert streak_of(somebody(off, *kept(0, 4, 5))).weeks == 3
    assert streak_of(somebody(*kept(0, 4, 5))).weeks == 1


def test_an_empty_week_beside_a_holiday_is_forgiven_once():
    off = a_profile(on="2026-01-01", days_off=("2026-11-02..2026-11-08",))

    assert streak_of(somebody(off, *kept(0, 3))).weeks == 2
    assert streak_of(somebody(off, *kept(0, 4))).weeks == 1


def test_a_week_with_a_single_day_at_work_is_no_week_off():
    off = a_profile(on="2026-01-01", days_off=("2026-11-02..2026-11-07", "2026-11-09..2026-11-14"))

    assert streak_of(somebody(off, *kept(0, 3))).weeks == 1


def test_a_week_runs_from_monday_to_sunday():
    sunday, monday = (practised(on=MONDAY - timedelta(days=1)), practised(on=MONDAY))

    assert streak_of(somebody(sunday, monday)).weeks == 2
    assert streak_of(somebody(sunday, monday)).days_this_week == 1


@pytest.mark.parametrize(
    ("entry", "weeks"),
    [(finished(), 1), (worked(), 1), (practised(), 1), (a_lesson(), 0)],
    ids=lambda it: str(it)[:12],
)
def test_work_and_practice_keep_a_week_and_notes_do_not(entry, weeks):
    assert streak_of(somebody(entry)).weeks == weeks


def test_two_entries_on_a_day_are_one_day_this_week():
    assert streak_of(somebody(finished(), practised(), worked(on=MONDAY))).days_this_week == 2


@given(st.sets(st.integers(0, 30)), st.integers(0, 30))
def test_keeping_one_more_week_never_shortens_a_streak(weeks_ago, added):
    before = streak_of(somebody(*kept(*sorted(weeks_ago)))).weeks
    after = streak_of(somebody(*kept(*sorted({*weeks_ago, added})))).weeks

    assert after >= before


def test_the_heat_map_has_every_day_from_a_monday_to_today():
    days = heat_of(somebody(worked(minutes=30), practised(), finished("tld-01", on=MONDAY)))

    first = MONDAY - timedelta(days=7 * (HEAT_WEEKS - 1))
    assert [day.day for day in days] == [first + timedelta(days=n) for n in range(181)]
    assert days[-1].day == TODAY
    assert {day.day: (day.minutes, day.entries) for day in days if day.entries} == {
        MONDAY: (60, 1),
        TODAY: (40, 2),
    }


def test_balance_shares_the_hours_over_the_sides():
    person = somebody(
        finished("rsk-01", minutes=60),
        finished("tld-01", minutes=120),
        finished("tld-02", minutes=60),
    )

    assert balance_of(person) == {
        "ways-of-working": 0.25,
        "power-skills": 0.5,
        "business-acumen": 0.25,
    }
    assert set(balance_of(somebody()).values()) == {0.0}


def test_balance_can_look_at_the_last_days_alone():
    person = somebody(finished("rsk-01", on="2026-01-01"), finished("tld-01"))

    assert balance_of(person, since=date(2026, 11, 1))["power-skills"] == 1.0
