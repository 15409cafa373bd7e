"""Laws that every date of a plan keeps, whatever stands in the logbook."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcareer.domain.forecast.dates import median_of
from pmcareer.domain.forecast.outlook import Dates, RouteForecast
from pmcareer.domain.logbook.entries import KINDS
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.by_day import by_day
from pmcareer.domain.plan.drift import drift_of
from pmcareer.domain.plan.gap import gap_of
from pmcareer.domain.plan.levers import STILL_DAYS, days_gained, idle_hours, levers_of
from pmcareer.domain.plan.milestones import next_milestone
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import reason_for_nothing, today_of
from states import EXERCISES, HOURS_PER_WEEK, SAID, State, states

FEW = 101
"""Trials; a prime, as the lattice wants one."""
QUANTILES = ("p10", "p50", "p80", "p95")
ALL = ("kept", *QUANTILES)
AHEAD = st.integers(1, 200)
FEWER, FAST, LARGE = (settings(max_examples=count) for count in (4, 8, 300))


def forecasts(person: Person, hours: float | None = None) -> dict[str, RouteForecast]:
    """Every route by its id, from few trials."""
    planner = Planner(person=person, hours_per_week=hours)
    few = replace(planner.forecaster, trials=FEW)
    found = {}
    for planned in planner.candidates:
        drawn = few.walked(planned.route, planned.stages)
        dates = few.dates(planned.route, planned.stages, drawn)
        found[planned.route.id] = few.in_full(dates, drawn)
    return found


def every_dates(route: RouteForecast) -> Iterator[Dates]:
    yield from (route.study, route.ready, route.finish)
    for stage in route.stage_forecasts:
        yield from (stage.start, stage.study, stage.ready, stage.finish)


def on_or_before(one: date | None, other: date | None) -> bool:
    """Tell whether a day is no later; none is later than all."""
    return (one or date.max) <= (other or date.max)


def never_earlier(now: Dates, before: Dates) -> bool:
    return all(on_or_before(getattr(before, name), getattr(now, name)) for name in ALL)


def check_order(state: State) -> None:
    """Quantiles ascend, what is kept is no later than likely, study ends before the role begins."""
    for route in forecasts(state.person).values():
        for dates in every_dates(route):
            days = [getattr(dates, name) for name in QUANTILES]
            assert all(on_or_before(a, b) for a, b in pairwise(days))
            assert on_or_before(dates.kept, dates.p50)
        for step in (route, *route.stage_forecasts):
            assert never_earlier(step.finish, step.study) or step_is_detour(step)
            assert never_earlier(step.finish, step.ready)
        for step in route.stage_forecasts:
            assert never_earlier(step.finish, step.start)
        starts = [link.start for link in route.critical_path]
        ends = [link.finish for link in route.critical_path]
        assert all(on_or_before(a, b) for a, b in zip(starts, ends, strict=True))
        assert all(on_or_before(a, b) for a, b in pairwise(ends))


def step_is_detour(step: object) -> bool:
    return getattr(step, "detour", None) is not None


def check_study_days(state: State) -> None:
    """Study ends on a day on which one studies, today where there is nothing left to do."""
    person = state.person
    for route in forecasts(person).values():
        for each in (route, *route.stage_forecasts):
            if step_is_detour(each):
                continue
            for name in ALL:
                day = getattr(each.study, name)
                if day is not None and day != person.today:
                    assert person.calendar.is_study_day(day), (name, day)


def check_more_hours(state: State, hours: float, more: float) -> None:
    few, many = sorted((hours, more))
    one, two = forecasts(state.person, few), forecasts(state.person, many)
    for name in one.keys() & two.keys():
        assert never_earlier(one[name].study, two[name].study)
        assert never_earlier(one[name].finish, two[name].finish)
    said = forecasts(state.plus("profile", hours_per_week=few).person)
    says_more = forecasts(state.plus("profile", hours_per_week=many).person)
    for name in said.keys() & says_more.keys():
        assert never_earlier(said[name].study, says_more[name].study)
        assert never_earlier(said[name].finish, says_more[name].finish)


def check_days_off(state: State, ahead: int, length: int) -> None:
    first = state.today + timedelta(days=ahead)
    off = f"{first}..{first + timedelta(days=length)}"
    present = state.person.says.get("days_off", ())
    away = forecasts(state.plus("profile", days_off=(*present, off)).person)
    before = forecasts(state.person)
    for name in away.keys() & before.keys():
        assert never_earlier(away[name].study, before[name].study)
        assert never_earlier(away[name].finish, before[name].finish)


def check_idle(state: State, hours: float) -> None:
    """Two more hours change nothing where some are idle, nor does leaving out those that are."""
    planner = Planner(person=state.person, hours_per_week=hours)
    chosen = planner.best
    gained = days_gained(planner, chosen)
    idle = idle_hours(planner, chosen, hours, gained)
    if idle:
        fewer = planner.forecaster.with_hours(times=1 - idle / hours)
        slow = median_of(fewer.walked(chosen.route, chosen.stages)[-1].finish)
        assert gained < STILL_DAYS
        assert slow - median_of(chosen.finish_days) < STILL_DAYS


def check_doing(state: State, exercise: str, on: date) -> None:
    """Work that takes no longer than estimated moves no date later, finished or half done."""
    person = state.person
    hours = person.hours_left(exercise) - person.hours_logged(exercise)
    # Who has needed less than estimated so far is slowed by what takes as long as estimated.
    slows = exercise in person.worked and person.bias[0] < 1
    if exercise in person.finished or hours <= 0 or slows:
        return
    before = forecasts(person)
    half = {"minutes": max(1, int(30 * hours))}
    for kind, spent in (("finished", {}), ("worked", half)):
        done = state.plus(kind, exercise=exercise, on=on, **spent)
        after = forecasts(done.person)
        for name in before.keys() & after.keys():
            assert never_earlier(before[name].study, after[name].study), kind


def check_answers(state: State) -> None:
    """Whatever is asked of a plan, there is an answer."""
    planner = Planner(person=state.person)
    assert today_of(planner) or reason_for_nothing(planner)
    assert 0 <= gap_of(planner).readiness <= 1
    assert len(levers_of(planner, planner.best, days_gained(planner, planner.best))) <= 3
    by = by_day(planner, planner.best, state.today + timedelta(days=200))
    assert 0 <= by.chance <= by.chance_going <= 1
    assert 0 <= by.study_chance <= by.study_chance_going <= 1
    next_milestone(planner)
    drift_of(planner, state.entries)


def test_every_kind_of_entry_is_drawn():
    assert KINDS.keys() <= SAID.keys()


@FEWER
@given(states())
def test_whatever_is_asked_there_is_an_answer(state):
    check_answers(state)


@FAST
@given(states())
def test_quantiles_ascend_and_study_ends_before_the_finish(state):
    check_order(state)


@FAST
@given(states())
def test_study_ends_on_a_day_of_study(state):
    check_study_days(state)


@FAST
@given(states(), HOURS_PER_WEEK, HOURS_PER_WEEK)
def test_more_hours_are_never_later(state, hours, more):
    check_more_hours(state, hours, more)


@FAST
@given(states(), AHEAD, st.sampled_from((0, 3, 13, 41)))
def test_days_off_to_come_are_never_earlier(state, ahead, length):
    check_days_off(state, ahead, length)


@FAST
@given(states(), st.sampled_from(EXERCISES), st.sampled_from((0, 0, 1, 7, 30, 100, 400)))
def test_what_is_done_or_was_and_is_entered_now_is_never_later(state, exercise, ago):
    check_doing(state, exercise, state.today - timedelta(days=ago))


@FAST
@given(states(), HOURS_PER_WEEK)
def test_idle_hours_are_idle(state, hours):
    check_idle(state, hours)


@pytest.mark.slow
@LARGE
@given(states(most=30), HOURS_PER_WEEK, HOURS_PER_WEEK, st.sampled_from(EXERCISES), AHEAD)
def test_all_of_them_hold_for_many_more_logbooks(state, hours, more, exercise, ahead):
    check_answers(state)
    check_order(state)
    check_study_days(state)
    check_more_hours(state, hours, more)
    check_days_off(state, ahead, 10)
    check_doing(state, exercise, state.today - timedelta(days=ahead))
    check_idle(state, hours)
