"""What would move the date most."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import isfinite

from pmcareer.domain.forecast.dates import median_of
from pmcareer.domain.forecast.effort import work_of
from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.forecast.outlook import EFFORT, RouteDates, RouteForecast
from pmcareer.domain.forecast.simulation import search_key
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.planned import QUICK_TRIALS
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.routes import Detour, Leg, Route

BEST_LEVERS = 3
MORE_HOURS = 2.0
LEAST_GAIN_DAYS = DAYS_PER_MONTH
"""Nobody turns a week upside down to be there some days earlier."""
STILL_DAYS = 1.0
"""A date that moves by less than this stands still: rounded to days, by less than two."""
IDLE_FROM_HOURS = 0.5
HALVED = (0.5, 0.25, 0.125)
"""Idle hours are found by halving, to an eighth of a week's."""
HOURS = "hours"


@frozen
class Lever:
    """Something that would move the P50 of the finish."""

    id: str
    kind: str
    """hours, gate, move, detour or search."""
    days: int | None
    """How much earlier it would be; None where no day comes without it."""


@frozen
class _Trial:
    """The route with one thing that is different, and how much earlier it ends."""

    id: str
    kind: str
    route: Route
    gain_days: float = 0.0


def days_gained(planner: Planner, chosen: RouteDates) -> float:
    """Try out two more hours a week with the same draws: how much earlier the finish's P50 is."""
    return _gain(planner.forecaster.with_hours(plus=MORE_HOURS), chosen, chosen.route)


def idle_hours(
    planner: Planner, chosen: RouteForecast, hours_per_week: float, gained: float
) -> float:
    """Find the hours of a week's without which the P50 of the finish would stand still.

    0 where study decides, or where two more would move it: `gained` are the days that they bring.
    """
    is_moved = not gained < STILL_DAYS
    if is_moved or chosen.driver == EFFORT or not chosen.hours_left:
        return 0.0
    hours = _idle_part(planner.forecaster, chosen) * hours_per_week
    return hours if hours >= IDLE_FROM_HOURS else 0.0


def _idle_part(forecaster: Forecaster, chosen: RouteDates) -> float:
    """Find the part of one's hours that could go, in eighths."""
    # Of 8 hours 4 can go, 6 can't, 5 can: five eighths, say a quarter of the trials. In all of
    # them the date moves with 3 hours and stands still with 4: it is four eighths.
    quick = replace(forecaster, trials=QUICK_TRIALS)
    present, idle = _middle(quick, chosen, chosen.route), 0.0
    for part in HALVED:
        fewer = quick.with_hours(times=1 - idle - part)
        if _middle(fewer, chosen, chosen.route) - present < STILL_DAYS:
            idle += part
    while (
        idle and -_gain(forecaster.with_hours(times=1 - idle), chosen, chosen.route) >= STILL_DAYS
    ):
        idle -= HALVED[-1]
    return idle


def levers_of(planner: Planner, chosen: RouteDates, gained: float) -> tuple[Lever, ...]:
    """Try out what could be different, one thing at a time with the same draws; keep the best.

    One typical trial picks the three most promising moves and gates; only those are tried in every
    trial. `gained` are the days that two more hours a week bring.
    """
    promising = _best(_in_a_typical_trial(planner, chosen))
    gains = [_in_every_trial(planner.forecaster, chosen, tried) for tried in promising]
    gains.append(_Trial(id=HOURS, kind=HOURS, route=chosen.route, gain_days=gained))
    gains.sort(key=lambda tried: tried.id)
    return tuple(map(_lever, _best(gains)))


def _lever(tried: _Trial) -> Lever:
    # A gate that no role on the way opens: with its months on record there is a day, without none.
    days = round(tried.gain_days) if isfinite(tried.gain_days) else None
    return Lever(id=tried.id, kind=tried.kind, days=days)


def _best(trials: Iterable[_Trial]) -> list[_Trial]:
    """Sort by gain those that gain something, and keep three."""
    worth_it = [tried for tried in trials if tried.gain_days >= LEAST_GAIN_DAYS]
    return sorted(worth_it, key=lambda tried: -tried.gain_days)[:BEST_LEVERS]


def _in_every_trial(forecaster: Forecaster, chosen: RouteDates, tried: _Trial) -> _Trial:
    return replace(tried, gain_days=_gain(forecaster, chosen, tried.route))


def _gain(forecaster: Forecaster, chosen: RouteDates, route: Route) -> float:
    """Say how many days earlier the P50 of the finish is; not a number where none ever comes."""
    return median_of(chosen.finish_days) - _middle(forecaster, chosen, route)


def _middle(forecaster: Forecaster, chosen: RouteDates, route: Route) -> float:
    """Find the P50 of the finish in days, of the chosen route or of a changed one."""
    return median_of(forecaster.walked(route, chosen.stages)[-1].finish)


def _in_a_typical_trial(planner: Planner, chosen: RouteDates) -> Iterator[_Trial]:
    forecaster = planner.forecaster
    work = work_of(planner.person, chosen.stages)
    now = forecaster.likely_finish(chosen.route, work)
    for tried in _changed(chosen.route):
        yield replace(tried, gain_days=now - forecaster.likely_finish(tried.route, work))


def _changed(route: Route) -> Iterator[_Trial]:
    first = route.legs[0]
    if first.search[2] and first.searched_days is None:
        looking = _with_leg(route, 0, replace(first, searched_days=0))
        yield _Trial(id=search_key(first.target), kind="search", route=looking)
    for place, leg in enumerate(route.legs):
        if leg.move and leg.months[0] < leg.months[1]:
            quickest = leg.move.model_copy(update={"months": (leg.months[0],) * 3})
            quick = _with_leg(route, place, replace(leg, move=quickest))
            yield _Trial(id=leg.move.key, kind="move", route=quick)
        yield from _shortened(route, place)
        for status in _worth_opening(leg):
            opened = _with_leg(route, place, _opened(leg, status))
            yield _Trial(id=status.gate.id, kind="gate", route=opened)


def _worth_opening(leg: Leg) -> Iterator[GateStatus]:
    """List the gates that are not met, of those that ask for the same work the first."""
    works: set[str] = set()
    for status in leg.gates:
        if status.missing and not status.is_left_open and status.work not in works:
            yield status
            works.update(filter(None, (status.work,)))


def _shortened(route: Route, place: int) -> Iterator[_Trial]:
    """Stay in each detour of a leg as short as one can; its gates may ask for longer."""
    leg = route.legs[place]
    for detour in leg.detours:
        if detour.months[0] < detour.months[1]:
            shortest = replace(detour, months=(detour.months[0],) * 3)
            detours = tuple(shortest if each is detour else each for each in leg.detours)
            shorter = _with_leg(route, place, replace(leg, detours=detours))
            yield _Trial(id=detour.key, kind="detour", route=shorter)


def _opened(leg: Leg, opened: GateStatus) -> Leg:
    """Put a gate's months on record, and leave out the detours taken for it alone."""
    gates = tuple(_served(status, opened) for status in leg.gates)
    needed = (detour for detour in leg.detours if _opens_another(detour, opened))
    return replace(leg, gates=gates, detours=tuple(needed))


def _served(status: GateStatus, opened: GateStatus) -> GateStatus:
    """Let months on record count for each gate of a leg that asks for this work."""
    # The post and a level both ask for 12 months in business: whoever had them would have both.
    if status is opened or (status.work and status.work == opened.work):
        return replace(status, have=min(status.needed, status.have + opened.missing))
    return status


def _opens_another(detour: Detour, opened: GateStatus) -> bool:
    return any(gate.id != opened.gate.id for gate in detour.opens)


def _with_leg(route: Route, place: int, leg: Leg) -> Route:
    return Route(legs=(*route.legs[:place], leg, *route.legs[place + 1 :]))
