"""Hours week by week, and of the month, beside what was promised for them."""

from datetime import date, timedelta

import pytest

from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.person.weeks import month_of, weeks_in, weeks_of

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_profile,
    an_exercise,
    did,
    finished,
    practised,
    worked,
)

LONG_AGO = "2026-01-05"


def somebody(*entries, hours: float = 7, today: date = TODAY, **said) -> Person:
    """Somebody who promised so many hours a week long ago."""
    profile = a_profile(hours_per_week=hours, on=LONG_AGO, **said)
    curriculum = a_curriculum(an_exercise("rsk-01", hours=(4, 4, 4)))
    return person_of(curriculum, a_logbook(profile, *entries), today)


def test_a_week_adds_up_exercises_and_steps_and_no_practice():
    person = somebody(
        worked("rsk-01", 60, on="2026-11-16"),
        did("j1", on="2026-11-17", minutes=90),
        practised("h01", on="2026-11-18"),
    )
    (week,) = weeks_of(person)
    assert (week.week, week.hours, week.is_over) == (date(2026, 11, 16), 2.5, False)


def test_what_was_finished_without_minutes_counts_its_estimate():
    (week,) = weeks_of(somebody(finished("rsk-01", on="2026-11-16")))
    assert week.hours == 4


def test_weeks_without_work_stand_between_those_with_it():
    person = somebody(worked("rsk-01", 60, on="2026-11-02"), worked("rsk-01", 30, on="2026-11-16"))
    assert [(week.hours, week.promised) for week in weeks_of(person)] == [(1, 7), (0, 7), (0.5, 7)]


def test_there_are_half_a_year_of_weeks_at_most_and_none_without_work():
    person = somebody(worked("rsk-01", 60, on="2026-01-12"))
    weeks = weeks_of(person)
    assert (len(weeks), weeks[-1].week) == (26, date(2026, 11, 16))
    assert weeks_of(somebody()) == ()


def test_the_first_week_promises_from_the_day_of_the_first_work_on():
    weeks = weeks_of(somebody(worked("rsk-01", 60, on="2026-11-12")))
    assert [week.promised for week in weeks] == [4, 7]


def test_days_off_promise_nothing_and_a_week_of_them_is_kept():
    person = somebody(worked("rsk-01", 60, on="2026-11-02"), days_off=("2026-11-09..2026-11-17",))
    weeks = weeks_of(person)
    assert [week.promised for week in weeks] == [7, 0, 5]
    assert [week.is_kept for week in weeks] == [False, True, False]


def test_a_week_is_kept_by_what_is_shown_of_its_hours():
    person = somebody(
        worked("rsk-01", 419, on="2026-11-09"), worked("rsk-01", 420, on="2026-11-16")
    )
    assert [week.is_kept for week in weeks_of(person)] == [True, True]
    assert [
        week.is_kept for week in weeks_of(somebody(worked("rsk-01", 414, on="2026-11-16")))
    ] == [False]


def test_a_new_promise_counts_from_its_day_on():
    person = somebody(
        worked("rsk-01", 60, on="2026-11-09"), a_profile(hours_per_week=14, on="2026-11-19")
    )
    assert [week.promised for week in weeks_of(person)] == [7, 3 + 4 * 2]


def test_the_month_is_promised_to_its_end_and_asked_for_up_to_today():
    month = month_of(
        somebody(worked("rsk-01", 90, on="2026-10-30"), worked("rsk-01", 60, on="2026-11-05"))
    )
    assert (month.first, month.last) == (date(2026, 11, 1), date(2026, 11, 30))
    assert (month.spent_hours, month.promised_hours, month.promised_so_far) == (1, 30, 21)


def test_the_month_in_which_the_work_began_counts_from_that_day_on():
    month = month_of(somebody(worked("rsk-01", 60, on="2026-11-11")))
    assert month.first == date(2026, 11, 11)
    assert (month.promised_hours, month.promised_so_far) == (20, 11)


@pytest.mark.parametrize(("ago", "is_measured"), [(6, False), (7, True)])
def test_in_the_first_week_of_work_there_is_no_month_to_be_held_against(ago, is_measured):
    person = somebody(worked("rsk-01", 60, on=TODAY - timedelta(days=ago)))
    assert (month_of(person) is not None) is is_measured
    assert month_of(somebody()) is None


@pytest.mark.parametrize(
    ("today", "last"),
    [("2026-12-31", 31), ("2027-02-01", 28), ("2028-02-29", 29), ("2026-04-02", 30)],
)
def test_a_month_ends_on_its_last_day(today, last):
    day = date.fromisoformat(today)
    person = somebody(worked("rsk-01", 60, on=day - timedelta(days=20)), today=day)
    assert month_of(person).last == day.replace(day=last)


@pytest.mark.parametrize(
    ("today", "week"), [("2026-01-05", 1), ("2026-01-11", 1), ("2026-01-12", 2)]
)
def test_weeks_are_counted_by_their_mondays(today, week):
    assert weeks_in(somebody(today=date.fromisoformat(today))) == week


def test_an_empty_logbook_is_in_no_week():
    assert weeks_in(person_of(a_curriculum(an_exercise()), a_logbook(), TODAY)) == 0
