"""Laws that every date of a plan keeps, whatever stands in the logbook."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pmcareer.domain.forecast.outlook import Dates, RouteForecast
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.planner import Planner
from states import HOURS_PER_WEEK, State, states

FEW = 101
"""Trials; a prime, as the lattice wants one."""
QUANTILES = ("p10", "p50", "p80", "p95")
ALL = ("kept", *QUANTILES)
FAST, LARGE = settings(max_examples=60), settings(max_examples=1500)


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
    yield from (route.study, route.finish)
    for stage in route.stage_forecasts:
        yield from (stage.start, stage.study, stage.finish)


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


def check_doing(state: State, exercise: str, ago: int, minutes: int | None, kind: str) -> None:
    """Recording work moves no date later, where it did not take longer than estimated."""
    on = state.today - timedelta(days=ago)
    said = {"exercise": exercise, "on": on}
    done = state.plus(kind, minutes=minutes, **said)
    before, after = forecasts(state.person), forecasts(done.person)
    for name in before.keys() & after.keys():
        assert never_earlier(before[name].study, after[name].study), (
            before[name].study,
            after[name].study,
        )


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
@given(states(), st.integers(1, 200), st.sampled_from((0, 3, 13, 41)))
def test_days_off_to_come_are_never_earlier(state, ahead, length):
    check_days_off(state, ahead, length)
