"""What people ask of a plan: whether they will be there by a day, and what would move the date most."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from pmcareer.domain.effort import work_of
from pmcareer.domain.forecast import Forecaster
from pmcareer.domain.gates import Standing
from pmcareer.domain.outlook import RouteForecast
from pmcareer.domain.planning import Planner
from pmcareer.domain.routes import Leg, Route

MOST_HOURS = 80.0
HALVINGS = 10
BEST_LEVERS = 3
MORE_HOURS = 2.0
LEAST_GAIN_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """How likely a day is to be kept."""

    day: date
    chance: float
    """Of being in the role by then, people who stop counted; 0 to 1."""
    chance_going: float
    """The same for people who keep going."""
    study_chance: float
    """Of having done the study by then, people who stop counted."""
    pace_needed: float | None
    """Hours a week that would make it as likely as not; None when no number of hours would."""
    study_pace_needed: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """Something that would move the P50 of the finish."""

    id: str
    kind: str
    """hours, gate or move."""
    days: int
    """How much earlier it would be."""


def by_day(planner: Planner, chosen: RouteForecast, day: date) -> By:
    """Give the chance of being there by a day, and the pace that it takes."""
    ahead = (day - planner.person.today).days
    stopping = replace(planner.forecaster, stopping=True).walked(chosen.route, chosen.stages)[-1]
    return By(
        day=day,
        chance=_share(stopping.finish, ahead),
        chance_going=_share(chosen.finish_days, ahead),
        study_chance=_share(stopping.study, ahead),
        pace_needed=_hours_needed(planner.forecaster, chosen, ahead, of_study=False),
        study_pace_needed=_hours_needed(planner.forecaster, chosen, ahead, of_study=True),
    )


def _share(days: "tuple[float, ...] | list[float]", ahead: int) -> float:
    return sum(ceil(day - 1e-9) <= ahead for day in days) / len(days)


def _hours_needed(forecaster: Forecaster, chosen: RouteForecast, ahead: int, *, of_study: bool) -> float | None:
    """Halve the hours a week between none and eighty down to what makes the P50 fall on the day; to half an hour."""

    def is_in_time(hours: float) -> bool:
        last = replace(forecaster, hours_per_week=hours).walked(chosen.route, chosen.stages)[-1]
        days = sorted(last.study if of_study else last.finish)
        return days[ceil(len(days) / 2) - 1] <= ahead

    if ahead <= 0 or not is_in_time(MOST_HOURS):
        return None
    low, high = 0.0, MOST_HOURS
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if is_in_time(middle) else (middle, high)
    return ceil(high * 10) / 10


def levers_of(planner: Planner, chosen: RouteForecast) -> tuple[Lever, ...]:
    """Try out what could be different, one thing at a time with the same draws, and give the three that gain most.

    One typical trial picks the three most promising moves and gates; only those are tried in every trial.
    """
    forecaster = planner.forecaster
    work = work_of(planner.person, chosen.stages)
    now, typical = _median(chosen.finish_days), forecaster.likely_finish(chosen.route, work)
    changed = [
        (typical - forecaster.likely_finish(route, work), name, kind, route)
        for name, kind, route in _changed_routes(chosen.route)
    ]
    promising = sorted(changed, key=lambda change: -change[0])[:BEST_LEVERS]
    gains = [
        (now - _median(sorted(forecaster.walked(route, chosen.stages)[-1].finish)), name, kind)
        for gain, name, kind, route in promising
        if gain >= LEAST_GAIN_DAYS
    ]
    more = replace(forecaster, hours_per_week=min(MOST_HOURS, forecaster.promised + MORE_HOURS))
    gains.append((now - _median(sorted(more.walked(chosen.route, chosen.stages)[-1].finish)), "hours", "hours"))
    best = sorted((gain for gain in gains if gain[0] >= LEAST_GAIN_DAYS), key=lambda gain: (-gain[0], gain[1]))
    return tuple(Lever(id=name, kind=kind, days=round(days)) for days, name, kind in best[:BEST_LEVERS])


def _changed_routes(route: Route) -> Iterator[tuple[str, str, Route]]:
    for place, leg in enumerate(route.legs):
        if leg.move and leg.months[0] < leg.months[1]:
            quickest = leg.move.model_copy(update={"months": (leg.months[0],) * 3})
            yield leg.move.key, "move", _with_leg(route, place, replace(leg, move=quickest))
        for standing in leg.gates:
            if standing.gate.has_calendar and standing.missing:
                yield standing.gate.id, "gate", _with_leg(route, place, _opened(leg, standing))


def _opened(leg: Leg, opened: Standing) -> Leg:
    """Give the leg as it would be with a gate's months on record, and without the detours taken for it alone."""
    gates = tuple(replace(standing, have=standing.needed) if standing is opened else standing for standing in leg.gates)
    detours = tuple(detour for detour in leg.detours if any(gate.id != opened.gate.id for gate in detour.opens))
    return replace(leg, gates=gates, detours=detours)


def _with_leg(route: Route, place: int, leg: Leg) -> Route:
    return Route(legs=(*route.legs[:place], leg, *route.legs[place + 1 :]))


def _median(ascending: "tuple[float, ...] | list[float]") -> float:
    return ascending[ceil(len(ascending) / 2) - 1]
