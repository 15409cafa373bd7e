"""The stages of a route with their dates, their gates and their slack."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from pmcareer.domain.curriculum.gate import ExperienceGate, Gate
from pmcareer.domain.forecast.critical_path import others_decide, others_make_ready, slack_of
from pmcareer.domain.forecast.dates import at_quantile, dates_of
from pmcareer.domain.forecast.leg_times import LegTimes, Walked
from pmcareer.domain.forecast.outlook import Dates, SearchLength, StageForecast
from pmcareer.domain.forecast.own_months import months_served_on
from pmcareer.domain.forecast.per_trial import Days, plus
from pmcareer.domain.forecast.simulation import StudyDays
from pmcareer.domain.gates.on_record import months_clock
from pmcareer.domain.gates.state import GateForecast, GateStatus
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.routes import Leg, ThreeMonths
from pmcareer.domain.roadmap.stages import Stages


@frozen
class Walks:
    """A route gone along three times."""

    drawn: Walked
    """In every trial."""
    kept: Walked
    """In one, with the promise kept, mean efforts and likely months."""
    typical: Walked
    """In one, with the median pace and likely months."""


def stage_forecasts(
    person: Person, stages: Stages, walks: Walks, study: StudyDays
) -> Iterator[StageForecast]:
    """Go through the stages in order, the detours inside each before it.

    `study` are the days of study in the typical trial.
    """
    start = dates_of(person, walks.drawn[0].start, walks.kept[0].start[0])
    left_open = False
    for place, stage in enumerate(stages):
        leg, drawn, kept = stage.leg, walks.drawn[place], walks.kept[place]
        for detour in _detours(person, leg, start, drawn, kept):
            yield detour
            start = detour.finish
        typical = walks.typical[place].finish[0]
        left_open = left_open or bool(leg.left_open)
        opening = _openings(person, stages[: place + 1], walks)
        finish = dates_of(
            person,
            drawn.finish,
            kept.finish[0],
            by_others=others_decide(walks.drawn[: place + 1]),
            is_earliest=left_open,
        )
        yield StageForecast(
            role=leg.target.id,
            move=leg.move.key if leg.move else None,
            detour=None,
            tasks=stage.tasks,
            slack_days=slack_of(stages[: place + 1], typical, study),
            gates=tuple(_gates(person, leg, opening)),
            to_prove=leg.to_prove,
            start=start,
            study=dates_of(person, drawn.study, kept.study[0]),
            ready=ready_dates(person, walks.drawn[: place + 1], kept),
            finish=finish,
            search=_search(person, leg, drawn),
            found=_found(person, drawn, kept),
            opening=opening,
        )
        start = finish


def ready_dates(person: Person, drawn: Walked, kept: LegTimes) -> Dates:
    """Date the day on which one may apply for the last role of a way."""
    by_others = others_make_ready(drawn)
    return dates_of(person, drawn[-1].ready, kept.ready[0], by_others=by_others)


def _found(person: Person, drawn: LegTimes, kept: LegTimes) -> Dates | None:
    """Date the day on which a search is over; what is not found yet may still wait for study."""
    if drawn.search is None or kept.search is None:
        return None
    over, once = plus(drawn.ready, drawn.search), kept.ready[0] + kept.search[0]
    return dates_of(person, over, once, by_others=True)


def _search(person: Person, leg: Leg, drawn: LegTimes) -> SearchLength | None:
    if drawn.search is None:
        return None
    since, spent = None, 0
    if leg.searched_days is not None:
        since, spent = person.today - timedelta(days=leg.searched_days), leg.searched_days
    # Where one is ready today, what is drawn is what is left of a search that has begun.
    columns = zip(drawn.search, drawn.ready, strict=True)
    days = sorted(day + spent if ready <= 0 else day for day, ready in columns)
    return _length(days, leg.search, since)


def _length(
    ascending: Sequence[float], assumed: ThreeMonths, since: date | None = None
) -> SearchLength:
    return SearchLength(
        p50=_months(at_quantile(ascending, 0.5)),
        p80=_months(at_quantile(ascending, 0.8)),
        assumed=assumed,
        since=since,
    )


def _months(days: float) -> float:
    return round(days / DAYS_PER_MONTH, 1)


def _detours(
    person: Person, leg: Leg, start: Dates, drawn: LegTimes, kept: LegTimes
) -> Iterator[StageForecast]:
    """Go through the detours of a leg; each begins where the one before ends."""
    for detour in leg.detours:
        key, name = detour.key, detour.role.id
        end = dates_of(person, drawn.detour_ends[key], kept.detour_ends[key][0], by_others=True)
        ready, once = drawn.detour_ready[key], kept.detour_ready[key][0]
        search, once_found = drawn.detour_search.get(key), once
        begun = ready
        if search:
            begun, once_found = plus(ready, search), once + kept.detour_search[key][0]
        yield StageForecast(
            role=name,
            move=key,
            detour=name,
            start=start,
            study=start,
            ready=dates_of(person, ready, once, by_others=True),
            finish=end,
            search=_length(sorted(search), detour.search) if search else None,
            found=dates_of(person, begun, once_found, by_others=True),
            stay=detour.months,
        )
        start = end


def _gates(person: Person, leg: Leg, opening: Mapping[str, Dates]) -> Iterator[GateForecast]:
    """Go through the gates of a leg, each with the day on which it opens."""
    for status in leg.gates:
        opens = _open_on(person, status, opening.get(status.gate.id))
        yield GateForecast(status=status, open_on=opens, lost_on=_lost_on(person, status.gate))


def _open_on(person: Person, status: GateStatus, opening: Dates | None) -> date | None:
    """Find the day on which a gate opens; None where only other people know."""
    if not status.missing:
        return status.confirmed_on or person.today
    if opening and status.gate.has_calendar:
        return opening.p50
    return None


def _openings(person: Person, stages: Stages, walks: Walks) -> dict[str, Dates]:
    """Date when each gate opens that the last of some stages still has to meet, where it can be."""
    legs = [each.leg for each in stages]
    # Gates that lack as many months of one kind of work open on one day.
    alike: dict[tuple[object, ...], Dates | None] = {}
    openings = {}
    for status in legs[-1].gates:
        gate = status.gate
        key = (status.missing, gate.has_calendar, status.work, "" if status.work else gate.id)
        if key not in alike:
            alike[key] = _opening(person, legs, walks, status)
        opening = alike[key]
        if opening:
            openings[gate.id] = opening
    return openings


def _opening(person: Person, legs: Sequence[Leg], walks: Walks, status: GateStatus) -> Dates | None:
    """Date when a gate opens; None where it is met, or where that can't be dated."""
    days = _opening_days(person, legs, walks.drawn[: len(legs)], status)
    once = _opening_days(person, legs, walks.kept[: len(legs)], status)
    if not (days and once):
        return None
    return dates_of(person, days, once[0], by_others=not status.gate.has_calendar)


def _opening_days(
    person: Person, legs: Sequence[Leg], walked: Walked, status: GateStatus
) -> Days | None:
    """Find the days on which a gate opens, or on which others are through with it."""
    if not status.missing:
        return None
    if status.work:
        return months_served_on(person, legs, walked, status)
    name, last = status.gate.id, walked[-1]
    others = {names[0]: days for names, days in last.decides}
    return last.gates.get(name) or others.get(name)


def _lost_on(person: Person, gate: Gate) -> date | None:
    """Find the day on which the months on record begin to fall out of the gate's window."""
    if not isinstance(gate, ExperienceGate) or gate.window_years is None:
        return None
    return months_clock(person, gate, goes_on=0).lost_on
