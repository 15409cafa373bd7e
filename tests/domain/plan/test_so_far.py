from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.so_far import stage_so_far, week_so_far

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_practice,
    a_profile,
    a_step,
    an_exercise,
    did,
    finished,
    practised,
    worked,
)

SMALL = a_curriculum(an_exercise("rsk-01"), an_exercise("rsk-02"), a_practice("h01"))


def somebody(*entries):
    return person_of(SMALL, a_logbook(*entries), TODAY)


def test_a_stage_counts_its_exercises_and_what_no_stage_asks_for_has_none():
    planner = Planner(person=somebody(finished("rsk-01")))
    stage = stage_so_far(planner, "rsk-02")
    assert (stage.done, stage.open) == (1, 1)
    assert stage.role.id == planner.target.id
    assert stage_so_far(planner, "elsewhere") is None


def test_a_week_adds_up_what_was_logged_since_monday_against_its_promise():
    promise = a_profile(hours_per_week=7, on="2026-11-01")
    before = worked("rsk-02", minutes=600, on="2026-11-10")
    this_week = worked("rsk-02", minutes=90, on="2026-11-17"), practised("h01", minutes=30)
    week = week_so_far(somebody(promise, before, *this_week), TODAY)
    assert (week.hours, week.promised) == (1.5, 7)


def test_days_off_are_not_promised_and_of_the_first_week_nothing_is():
    before = worked("rsk-02", minutes=600, on="2026-11-10")
    off = a_profile(hours_per_week=7, days_off=["2026-11-16..2026-11-19"], on="2026-11-01")
    assert week_so_far(somebody(off, before), TODAY).promised == 3
    assert week_so_far(somebody(worked("rsk-02", minutes=30)), TODAY).promised is None


def test_what_was_done_before_this_week_is_none_of_it():
    done = finished("rsk-01", on="2026-11-15")
    assert week_so_far(somebody(done), done.on) is None


def test_steps_without_a_time_make_no_week_however_long_somebody_has_logged_them():
    steps = a_curriculum(an_exercise("rsk-01"), a_step("ask-01"))
    asked = [did("ask-01", on=f"2026-{month}-17") for month in ("09", "10", "11")]
    person = person_of(steps, a_logbook(*asked), TODAY)
    assert week_so_far(person, TODAY) is None
