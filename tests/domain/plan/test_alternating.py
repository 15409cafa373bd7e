"""Whether study or a step comes next, as the logbook says, whatever day it is."""

from datetime import date

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.alternating import owes_hours, owes_study, settled_on

from builders import TODAY, a_curriculum, a_logbook, a_profile, an_exercise, did, finished, worked

CURRICULUM = a_curriculum(an_exercise("rsk-01"))
ME = a_profile(on="2026-11-01", hours_per_week=4)
STEP = did("ask", on="2026-11-16")
"""On a Monday."""


def somebody(*entries, today=TODAY):
    return person_of(CURRICULUM, a_logbook(ME, *entries), today)


def study(on, minutes):
    return worked("rsk-01", on=on, minutes=minutes)


class TestStudyIsOwed:
    @pytest.mark.parametrize(
        ("entries", "is_owed"),
        [
            pytest.param((), False, id="to nobody who did no step"),
            pytest.param((STEP,), True, id="after a step"),
            pytest.param((STEP, study("2026-11-17", 5)), False, id="until there was some"),
            pytest.param((study("2026-11-16", 60), STEP), True, id="though there was some before"),
            pytest.param((did("ask", begun=True),), False, id="not while the step goes on"),
            pytest.param((finished("rsk-01"), STEP), False, id="by day, not by place in the file"),
        ],
    )
    def test_once_a_step_was_done(self, entries, is_owed):
        assert owes_study(somebody(*entries)) is is_owed

    def test_it_does_not_lapse(self):
        assert owes_study(somebody(STEP, today=date(2027, 11, 16)))


class TestHoursAreOwed:
    @pytest.mark.parametrize(
        ("entries", "are_owed"),
        [
            pytest.param((), False, id="not without a step"),
            pytest.param((STEP, study("2026-11-17", 239)), True, id="up to the promise"),
            pytest.param((STEP, study("2026-11-17", 240)), False, id="no further"),
            pytest.param((STEP, study("2026-11-23", 5)), False, id="not in a later week"),
            pytest.param((study("2026-11-17", 5),), False, id="of a week with a step alone"),
        ],
    )
    def test_in_the_week_of_a_step(self, entries, are_owed):
        assert owes_hours(somebody(*entries, today=date(2026, 11, 23))) is are_owed

    def test_days_off_are_not_in_the_promise(self):
        away = a_profile(on="2026-11-01", days_off=["2026-11-18..2026-11-22"])
        # Two days of seven are left of four hours: 1.14.
        assert not owes_hours(somebody(away, STEP, study("2026-11-17", 70)))
        assert owes_hours(somebody(away, STEP, study("2026-11-17", 60)))


def test_what_is_next_was_settled_when_something_was_last_done():
    assert settled_on(somebody()) == TODAY
    begun = did("ask", on="2026-11-19", begun=True)
    assert settled_on(somebody(STEP, study("2026-11-17", 5), begun)) == date(2026, 11, 17)
