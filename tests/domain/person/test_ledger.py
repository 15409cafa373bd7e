"""What each day was, in one account."""

from datetime import date, timedelta

import pytest

from pmcareer.domain.person.person import Person, person_of

from builders import (
    TODAY,
    a_curriculum,
    a_lesson,
    a_logbook,
    a_practice,
    a_profile,
    an_exercise,
    experience,
    finished,
    practised,
    worked,
)

SMALL = a_curriculum(
    an_exercise("rsk-01", hours=(2, 4, 6), replaces=("old-01",)), a_practice("h01", minutes=10)
)


def somebody(*entries, today=TODAY) -> Person:
    return person_of(SMALL, a_logbook(*entries), today)


def days(person, first="2026-11-16", last="2026-11-21"):
    return person.ledger.days(date.fromisoformat(first), date.fromisoformat(last))


def test_each_day_was_off_idle_or_worked_the_first_and_the_last_included():
    off = a_profile(days_off=("2026-11-17..2026-11-18",))
    person = somebody(off, worked(on="2026-11-18"), practised(on="2026-11-20"))

    states = [day.state for day in days(person)]
    assert states == ["idle", "off", "worked", "idle", "worked", "idle"]


def test_a_day_off_that_was_worked_on_stays_off_in_the_calendar():
    off = a_profile(days_off=("2026-11-17..2026-11-18",))
    person = somebody(off, worked(on="2026-11-18"))

    assert [day.is_off for day in days(person)] == [False, True, True, False, False, False]


def test_minutes_are_those_of_all_work_and_practice_of_the_day():
    person = somebody(worked(minutes=30), worked(minutes=15, id="more"), practised(), a_lesson())

    (today,) = days(person, "2026-11-21")
    assert (today.minutes, today.entries) == (55, 3)


def test_a_practice_is_work_and_no_study():
    person = somebody(practised(on="2026-11-20"), finished())

    assert [day.is_study for day in days(person, "2026-11-20")] == [False, True]
    assert person.ledger.study_days == (TODAY,)
    assert person.ledger.active_days == {TODAY, TODAY - timedelta(days=1)}


def test_months_on_record_say_which_work_was_served_on_a_day():
    person = somebody(
        experience("leading", "2026-11-17", "2026-11-18"), experience("pmo", "2026-11-18")
    )

    served = [day.works for day in days(person)]
    assert served == [(), ("leading",), ("leading", "pmo"), ("pmo",), ("pmo",), ("pmo",)]


def test_a_week_is_off_when_each_of_its_days_is():
    week = a_profile(days_off=("2026-11-09..2026-11-14", "2026-11-15..2026-11-17"))
    ledger = somebody(week).ledger

    assert ledger.is_week_off(date(2026, 11, 9))
    assert not ledger.is_week_off(date(2026, 11, 16))


@pytest.mark.parametrize(
    ("entry", "minutes"),
    [
        pytest.param(finished(minutes=7), 7, id="what was said"),
        pytest.param(finished(), 240, id="else what it is estimated to take"),
        pytest.param(finished("old-01"), 240, id="under its old id too"),
        pytest.param(practised(), 10, id="a practice"),
        pytest.param(finished("gone-01"), 0, id="nothing of what is no longer there"),
    ],
)
def test_minutes_of_an_entry(entry, minutes):
    assert somebody(entry).ledger.minutes_of(entry) == minutes


def test_finishing_what_was_worked_on_adds_what_was_left():
    person = somebody(worked(minutes=90, on="2026-11-01"), finished())

    assert sum(map(person.ledger.minutes_of, person.ledger.work)) == 240
