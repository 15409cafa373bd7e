"""Own earned value: the promise over the days that were not off, credited hours, and time spent."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.drift import baseline_keys
from pmcareer.domain.plan.earned import EarnedValue, earned_of
from pmcareer.domain.plan.planner import Planner

from builders import (
    a_curriculum,
    a_logbook,
    a_profile,
    an_entry,
    an_exercise,
    did,
    finished,
    worked,
)

START = date(2026, 9, 7)
"""A Monday."""
FOUR_HOURS = a_curriculum(*(an_exercise(f"e{number}") for number in range(30)))
"""Thirty exercises of four hours in the mean."""
PROMISE = a_profile(hours_per_week=7.0, on=START)


def on(week: int, weekday: int = 0) -> date:
    """A day of the weeks from the start, which are counted from 0."""
    return START + timedelta(days=7 * week + weekday)


def earned(today: date, *entries: Entry) -> EarnedValue | None:
    person = person_of(FOUR_HOURS, a_logbook(*entries), today)
    planner = Planner(person=person)
    return earned_of(person, planner.target.id, planner.forecasts[0])


def measured(today: date, *entries: Entry) -> EarnedValue:
    found = earned(today, *entries)
    assert found is not None
    return found


def figures(value: EarnedValue) -> tuple[float, float, float]:
    """Planned, earned and spent hours."""
    every = (value.planned_hours, value.earned_hours, value.spent_hours)
    planned, credited, spent = (round(each, 4) for each in every)
    return planned, credited, spent


def saved(day: date, *entries: Entry, **keys: object) -> Entry:
    """The plan as `plan --save` keeps it, with these entries before it."""
    planner = Planner(person=person_of(FOUR_HOURS, a_logbook(*entries), day))
    return an_entry("baseline", on=day, **baseline_keys(planner, planner.best) | keys)


@pytest.mark.parametrize(("day", "is_there"), [(on(3, 6), False), (on(4), True)])
def test_there_is_none_in_the_first_four_weeks(day, is_there):
    assert (earned(day, PROMISE, finished("e1", on=on(0))) is not None) is is_there


def test_planned_is_the_promise_earned_the_mean_spent_the_minutes():
    value = measured(
        on(6, 6),
        PROMISE,
        finished("e1", minutes=300, on=on(1)),
        worked("e2", 90, on=on(2)),
        finished("e3", minutes=180, on=on(3)),
    )
    assert figures(value) == (49.0, 9.5, 9.5)
    assert value.spi == pytest.approx(9.5 / 49)
    assert value.cpi == 1.0
    assert (value.schedule, value.cost) == ("below", "near")


def test_days_off_ask_for_nothing():
    away = a_profile(days_off=("2026-09-14..2026-09-20",), on=on(1))
    assert measured(on(5, 6), PROMISE, away).planned_hours == 35.0
    # Four weeks of which one was off are three in which anything could be judged.
    assert earned(on(4, 6), PROMISE, away) is None


def test_the_hours_of_steps_are_taken_from_the_promise_of_their_week():
    two_hours = did("ask", minutes=120, on=on(1, 2))
    assert measured(on(5, 6), PROMISE, two_hours).planned_hours == pytest.approx(42 - 2)
    # A week can't be asked for less than nothing, and a step without minutes takes none.
    ten_hours = did("ask", minutes=600, on=on(1, 2))
    assert measured(on(5, 6), PROMISE, ten_hours).planned_hours == pytest.approx(42 - 7)
    assert measured(on(5, 6), PROMISE, did("ask", on=on(1))).planned_hours == pytest.approx(42)


def test_steps_earn_nothing_and_are_no_sign_that_estimates_are_wrong():
    done = finished("e1", minutes=240, on=on(1))
    value = measured(on(5, 6), PROMISE, done, did("ask", minutes=120, on=on(1, 2)))
    assert figures(value) == (40.0, 4.0, 4.0)


def test_each_day_has_the_promise_of_its_time():
    less = a_profile(hours_per_week=3.5, on=on(2))
    assert measured(on(4, 6), PROMISE, less).planned_hours == pytest.approx(14.0 + 10.5)


def test_before_a_promise_is_made_the_first_one_counts_and_without_any_the_assumed_one():
    worked_first = worked("e1", 60, on=START)
    said_later = a_profile(hours_per_week=3.5, on=on(2))
    assert measured(on(4, 6), worked_first, said_later).planned_hours == pytest.approx(17.5)
    assert measured(on(4, 6), worked_first).planned_hours == pytest.approx(40.0)


def test_no_more_is_planned_than_there_was_to_do():
    value = measured(on(40), PROMISE, finished("e1", on=on(1)))
    assert value.planned_hours == 30 * 4
    assert value.total_hours == 30 * 4


def test_a_finish_without_minutes_counts_its_estimate_and_confirms_none():
    value = measured(on(5), PROMISE, worked("e1", 60, on=on(1)), finished("e1", on=on(2)))
    assert (value.spent_hours, value.estimated_hours) == (4.0, 3.0)
    assert value.cpi == 1.0
    assert value.cost is None


def test_what_was_done_before_the_logbook_was_begun_is_left_out():
    begun = datetime.combine(START, time(20), UTC)
    late = [finished(f"e{number}", on=on(-8), at=begun, minutes=60) for number in range(5)]
    now = finished("e9", minutes=240, on=on(1), at=begun + timedelta(days=7))
    value = measured(on(4), PROMISE.model_copy(update={"at": begun}), *late, now)
    assert value.since == START
    assert figures(value) == (29.0, 4.0, 4.0)


def test_an_exercise_that_the_curriculum_lacks_costs_nothing_since_it_can_earn_nothing():
    assert measured(on(4), PROMISE, finished("gone", minutes=600, on=on(1))).spent_hours == 0


@pytest.mark.parametrize(
    ("minutes", "cost"), [(270, "below"), (266, "near"), (219, "near"), (216, "above")]
)
def test_within_a_tenth_of_one_estimates_hold(minutes, cost):
    assert measured(on(4), PROMISE, finished("e1", minutes=minutes, on=on(1))).cost == cost


@pytest.mark.parametrize(
    ("exercises", "schedule"), [(6, "below"), (7, "near"), (8, "near"), (9, "above")]
)
def test_within_a_tenth_of_one_it_goes_as_promised(exercises, schedule):
    done = [finished(f"e{number}", minutes=240, on=on(3)) for number in range(exercises)]
    assert measured(on(4), PROMISE, *done).schedule == schedule


def test_where_nothing_was_spent_there_is_no_cost_index():
    value = measured(on(4), PROMISE)
    assert (value.spi, value.cpi, value.cost) == (0.0, None, None)


class TestSinceABaseline:
    BEFORE = (PROMISE, finished("e0", minutes=600, on=on(0)))

    def test_what_came_before_it_is_left_out(self):
        plan = saved(on(4), *self.BEFORE)
        value = measured(on(8), *self.BEFORE, plan, finished("e1", minutes=120, on=on(5)))
        assert (value.since, value.baseline) == (on(4), plan)
        assert figures(value) == (29.0, 4.0, 2.0)
        assert (value.baseline_hours, value.total_hours) == (29 * 4, 29 * 4)

    def test_its_promise_counts_whatever_is_promised_later(self):
        plan = saved(on(4), *self.BEFORE)
        more = a_profile(hours_per_week=20.0, on=on(5))
        assert measured(on(8), *self.BEFORE, plan, more).planned_hours == 29.0

    def test_a_new_one_is_four_weeks_old_before_it_measures(self):
        assert earned(on(7, 6), *self.BEFORE, saved(on(4), *self.BEFORE)) is None

    def test_one_for_another_target_measures_nothing(self):
        plan = saved(on(7), *self.BEFORE, target="another")
        assert measured(on(8), *self.BEFORE, plan).since == START

    def test_of_its_own_day_only_what_was_written_after_it_counts(self):
        noon = datetime.combine(on(4), time(12), UTC)
        plan = saved(on(4), *self.BEFORE, at=noon)
        morning = finished("e1", minutes=60, on=on(4), at=noon - timedelta(hours=3))
        evening = finished("e2", minutes=120, on=on(4), at=noon + timedelta(hours=6))
        value = measured(on(8), *self.BEFORE, morning, plan, evening)
        assert (value.earned_hours, value.spent_hours) == (4.0, 2.0)

    def test_hours_that_nobody_can_read_ask_for_nothing(self):
        plan = saved(on(4), *self.BEFORE, exercises=("e1=4.00", "e2", "e3=much", "e4=8.5"))
        assert measured(on(40), *self.BEFORE, plan).planned_hours == 12.5


class TestWeeks:
    ENTRIES = (
        PROMISE,
        finished("e1", minutes=300, on=on(1, 2)),
        finished("e2", minutes=180, on=on(3, 6)),
    )

    def test_they_add_up_from_the_start_to_the_end_of_each_week(self):
        weeks = measured(on(4, 1), *self.ENTRIES).weeks
        assert [each.week for each in weeks] == [on(0), on(1), on(2), on(3), on(4)]
        assert [round(each.planned, 4) for each in weeks] == [7, 14, 21, 28, 30]
        assert [each.earned for each in weeks] == [0, 4, 4, 8, 8]
        assert [each.spent for each in weeks] == [0, 5, 5, 8, 8]

    def test_the_last_one_is_where_it_stands(self):
        value = measured(on(4, 6), *self.ENTRIES)
        last = value.weeks[-1]
        assert (last.planned, last.earned, last.spent) == figures(value)
