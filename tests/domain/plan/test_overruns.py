"""What was spent since a plan was saved, against what it earned."""

from datetime import date, timedelta

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.overruns import spent_since

from builders import a_curriculum, an_exercise, finished, worked

SAVED = date(2026, 11, 2)
LATER = SAVED + timedelta(days=7)
CURRICULUM = a_curriculum(an_exercise("rsk-01", hours=(4, 4, 4)), an_exercise("rsk-02"))


def spent(before, since, planned=frozenset({"rsk-01", "rsk-02"})):
    then = person_of(CURRICULUM, before, SAVED)
    return spent_since(person_of(CURRICULUM, [*before, *since], LATER), then, planned)


def test_what_took_its_estimate_is_no_overrun():
    assert not spent([], [finished(minutes=240, on=LATER)]).is_off
    assert not spent([], [finished(on=LATER)]).is_off


def test_twice_the_estimate_is_as_many_hours_of_something_else():
    found = spent([], [finished(minutes=480, on=LATER)])
    assert found.hours_ahead == 4
    assert found.more_by_day == pytest.approx({LATER: 8 - 8 * 24 / 28})  # of 8 hours 4 are doubted
    (overrun,) = found.overruns
    assert (overrun.exercise, overrun.expected_hours, overrun.earned_hours) == ("rsk-01", 8, 4)


def test_what_was_spent_before_the_plan_was_saved_is_left_out():
    before = [worked(minutes=60, on=SAVED)]
    found = spent(before, [finished(minutes=300, on=LATER)])
    assert found.hours_ahead == pytest.approx(2)
    assert found.overruns[0].earned_hours == pytest.approx(3)


def test_less_than_the_estimate_is_below_zero():
    assert spent([], [finished(minutes=60, on=LATER)]).hours_ahead == -3


def test_outside_the_plan_it_is_pace_and_no_progress():
    found = spent([], [finished(minutes=480, on=LATER)], planned=frozenset({"rsk-02"}))
    assert found.hours_ahead == 0
    assert found.hours_elsewhere == 8
    assert found.more_by_day == pytest.approx({LATER: 8 - 8 * 24 / 28})  # of 8 hours 4 are doubted


def test_what_is_entered_late_stays_as_it_is():
    found = spent([], [finished(minutes=480, on=SAVED - timedelta(days=1))])
    assert not found.is_off
    assert not any(found.more_by_day.values())


def test_the_furthest_off_comes_first():
    since = [finished(minutes=250, on=LATER), finished("rsk-02", minutes=600, on=LATER)]
    assert [each.exercise for each in spent([], since).overruns] == ["rsk-02", "rsk-01"]


def test_an_exercise_that_had_run_over_when_the_plan_was_saved_is_little_news():
    # 32 hours for 4, and 32 x .25 - .25 or so more expected: 2 more were to earn next to nothing.
    before = [worked(minutes=32 * 60, on=SAVED)]
    (overrun,) = spent(before, [worked(minutes=120, on=LATER)]).overruns
    assert 0 < overrun.over_hours < 0.5
    assert overrun.whole_spent_hours == 34
    assert overrun.whole_earned_hours == pytest.approx(4 * 34 / (34 * 1.25))
    assert not overrun.is_finished
    # An hour was taken to earn 23.2 / 52 of one by then, and 23.2 / 54 by now.
    less = 23.2 / 52 - 23.2 / 54
    more = spent(before, [worked(minutes=120, on=LATER)]).more_by_day
    assert more == pytest.approx({SAVED: 32 * less, LATER: 2 * less})
    assert (overrun.explains(5), overrun.explains(-5)) == (True, False)
