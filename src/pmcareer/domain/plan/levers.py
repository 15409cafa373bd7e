"""What people ask of a plan: whether they will be there by a day, and what would move the date most."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from pmcareer.domain.forecast.effort import work_of
from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.by_day import MOST_HOURS
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.routes import Leg, Route

BEST_LEVERS = 3
MORE_HOURS = 2.0
LEAST_GAIN_DAYS = 7


@frozen
class Lever:
    """Something that would move the P50 of the finish."""

    id: str
    kind: str
    """hours, gate or move."""
    days: int
    """How much earlier it would be."""


def levers_of(planner: Planner, chosen: RouteDates) -> tuple[Lever, ...]:
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
    gains.append(
        (
            now - _median(sorted(more.walked(chosen.route, chosen.stages)[-1].finish)),
            "hours",
            "hours",
        )
    )
    best = sorted(
        (gain for gain in gains if gain[0] >= LEAST_GAIN_DAYS), key=lambda gain: (-gain[0], gain[1])
    )
    return tuple(
        Lever(id=name, kind=kind, days=round(days)) for days, name, kind in best[:BEST_LEVERS]
    )


def _changed_routes(route: Route) -> Iterator[tuple[str, str, Route]]:
    for place, leg in enumerate(route.legs):
        if leg.move and leg.months[0] < leg.months[1]:
            quickest = leg.move.model_copy(update={"months": (leg.months[0],) * 3})
            yield leg.move.key, "move", _with_leg(route, place, replace(leg, move=quickest))
        for status in leg.gates:
            if status.gate.has_calendar and status.missing:
                yield status.gate.id, "gate", _with_leg(route, place, _opened(leg, status))


def _opened(leg: Leg, opened: GateStatus) -> Leg:
    """Give the leg as it would be with a gate's months on record, and without the detours taken for it alone."""
    gates = tuple(
        replace(status, have=status.needed) if status is opened else status for status in leg.gates
    )
    detours = tuple(
        detour for detour in leg.detours if any(gate.id != opened.gate.id for gate in detour.opens)
    )
    return replace(leg, gates=gates, detours=detours)


def _with_leg(route: Route, place: int, leg: Leg) -> Route:
    return Route(legs=(*route.legs[:place], leg, *route.legs[place + 1 :]))


def _median(ascending: "tuple[float, ...] | list[float]") -> float:
    return ascending[ceil(len(ascending) / 2) - 1]
