from datetime import date, timedelta

import pytest

from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.person.promise import promised_before, promised_in_week, promised_so_far

from builders import TODAY, a_curriculum, a_logbook, a_profile, an_exercise

LONG_AGO = date(2026, 1, 1)


def somebody(*promises: tuple[int, float]) -> Person:
    """Somebody who promised so many hours a week so many days ago."""
    entries = [
        a_profile(hours_per_week=hours, on=TODAY - timedelta(days=ago)) for ago, hours in promises
    ]
    return person_of(a_curriculum(an_exercise()), a_logbook(*entries), TODAY)


@pytest.mark.parametrize(
    ("promises", "before"),
    [
        pytest.param([(100, 8.0), (3, 10.0)], 8.0, id="from 8 to 10 hours"),
        pytest.param([(100, 8.0), (27, 10.0)], 8.0, id="in the fourth week"),
        pytest.param([(100, 8.0), (20, 10.0), (3, 10.0)], 8.0, id="said once more since"),
        pytest.param([(100, 8.0), (20, 9.0), (3, 10.0)], 8.0, id="in two steps"),
        pytest.param([(5, 10.0)], 8.0, id="from what is taken where nothing is said"),
        pytest.param([], None, id="nothing was ever said"),
        pytest.param([(3, 8.0)], None, id="8 hours are what is taken anyway"),
        pytest.param([(100, 6.0), (28, 10.0)], None, id="four weeks ago"),
        pytest.param([(100, 6.0), (3, 6.0)], None, id="the same again"),
        pytest.param([(100, 6.0), (9, 8.0), (3, 6.0)], None, id="there and back"),
    ],
)
def test_a_promise_that_was_changed_is_known_for_four_weeks(promises, before):
    assert promised_before(somebody(*promises), LONG_AGO) == before


def test_a_promise_changed_before_the_first_day_of_work_was_not_learnt_under():
    person = somebody((100, 6.0), (9, 12.0))

    assert promised_before(person, TODAY - timedelta(days=9)) is None
    assert promised_before(person, TODAY - timedelta(days=10)) == 6.0
    assert promised_before(person, None) is None


@pytest.mark.parametrize(
    ("ago", "hours"), [(0, 8.0), (7, 8 * 1.5**0.25), (14, 8 * 1.5**0.5), (28, 12.0), (90, 12.0)]
)
def test_a_new_promise_fades_in_over_four_weeks(ago, hours):
    person = somebody((200, 8.0), (ago, 12.0))

    assert promised_so_far(person, LONG_AGO) == pytest.approx(hours)


def test_it_counts_at_once_where_nothing_or_next_to_nothing_was_logged():
    person = somebody((200, 8.0), (0, 12.0))

    assert promised_so_far(person, None) == pytest.approx(12)
    assert promised_so_far(person, TODAY - timedelta(days=2)) == pytest.approx(12, rel=0.03)


def test_a_week_is_promised_day_by_day_and_days_off_are_not():
    # Four hours until Thursday the 19th, then eight; away on Saturday and Sunday.
    away = a_profile(on="2026-11-01", days_off=["2026-11-21..2026-11-22"])
    said = [a_profile(on="2026-11-01", hours_per_week=4), away]
    said.append(a_profile(on="2026-11-19", hours_per_week=8))
    person = person_of(a_curriculum(an_exercise()), a_logbook(*said), TODAY)
    assert promised_in_week(person, date(2026, 11, 16)) == pytest.approx((3 * 4 + 2 * 8) / 7)
