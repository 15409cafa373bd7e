"""Trials of a route: each draws a pace, an effort and the months of every move, and keeps what decided.

A trial is one point of a Korobov lattice (Korobov 1959): every dimension is stratified by itself, no two dimensions
move together, and the same input gives the same trials. Times are days from today, one list entry per trial.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf, log, pi, sqrt

from pmcareer.domain.curriculum import Curriculum, Gate
from pmcareer.domain.gates import Standing
from pmcareer.domain.months import DAYS_PER_MONTH
from pmcareer.domain.routes import Detour, Leg, Route, ThreeMonths
from pmcareer.domain.work import share_of

TRIALS = 1009
"""A prime, so that every multiple of the lattice visits every stratum once."""
GENERATOR = 390
EFFORT = "effort"

Days = list[float]
StudyDays = Callable[[float, float], Days]
"""(credited hours, their standard deviation) to the working days that they take, per trial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trials:
    """The draws that all routes share, so that two routes or two what-ifs differ only by what differs in them."""

    count: int
    months: Callable[[str, ThreeMonths], Days]
    """The days that a move or a detour lasts, per trial; the key makes it the same move in every route."""
    study: StudyDays
    stretch: Callable[[Days], Sequence[float]]
    """Working days to calendar days: days off in between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegWork:
    """What a leg asks to be studied, in credited hours."""

    hours_until_here: float
    """All that is left in this leg and the legs before it."""
    sd_until_here: float
    standing_hours: float
    """The part that opens only when the leg's from-role is reached."""
    spans: tuple[tuple[float, float], ...] = ()
    """(hours before the exercise starts, least days from its start to the end of its chain)."""
    not_before: tuple[tuple[float, float], ...] = ()
    """(days until something put off may begin, its hours)."""


@dataclass(slots=True, kw_only=True)
class LegTimes:
    """When a leg begins and ends, and what decided its end; days from today, per trial."""

    start: Days
    study: Days
    finish: Days
    decided_by: list[str]
    gates: dict[str, Days]
    detour_ends: dict[str, Days]
    in_role: Days
    """Days spent in the from-role, detours left out."""
    in_detour: dict[str, Days] = field(default_factory=dict)


def lattice(dimension: int, count: int = TRIALS) -> list[float]:
    """Give one coordinate of every trial, strictly between 0 and 1; dimension 0 ascends with the trial."""
    step = pow(GENERATOR, dimension, count)
    return [((i * step + dimension) % count + 0.5) / count for i in range(count)]


def triangular(shares: Sequence[float], months: ThreeMonths) -> Days:
    """Draw days from a triangle over min, likely, max months by its inverse distribution function."""
    low, mode, high = months
    if high <= low:
        return [mode * DAYS_PER_MONTH] * len(shares)
    turn = (mode - low) / (high - low)
    rise, fall = sqrt((high - low) * (mode - low)), sqrt((high - low) * (high - mode))
    return [(low + rise * sqrt(u) if u < turn else high - fall * sqrt(1 - u)) * DAYS_PER_MONTH for u in shares]


def effort_noise(shares: Sequence[float]) -> list[float]:
    """Give standard scores of a logistic distribution with variance 1, close to the normal and a little wider."""
    scale = sqrt(3) / pi
    return [scale * log(u / (1 - u)) for u in shares]


def months_drawn(curriculum: Curriculum, count: int = TRIALS) -> Callable[[str, ThreeMonths], Days]:
    """Give a drawer of months that keeps one dimension of the lattice per key."""
    places: dict[str, int] = {move.key: number for number, move in enumerate(curriculum.moves)}
    drawn: dict[tuple[str, ThreeMonths], Days] = {}

    def draw(key: str, months: ThreeMonths) -> Days:
        if (key, months) not in drawn:
            dimension = 2 + places.setdefault(key, len(places))
            drawn[key, months] = triangular(lattice(dimension, count), months)
        return drawn[key, months]

    return draw


def walk(
    route: Route,
    work: Sequence[LegWork],
    trials: Trials,
    going_on: Callable[[str], bool],
    *,
    studied: Sequence[Days] | None = None,
) -> list[LegTimes]:
    """Go along a route in every trial. `going_on` tells which kinds of work today's entries leave open.

    `studied` gives the study's end of each leg instead of working it out, to see what it alone changes.
    """
    done: list[LegTimes] = []
    for place, leg in enumerate(route.legs):
        start = done[-1].finish if done else [0.0] * trials.count
        earned = _earned_before(route, done, leg.gates, going_on)
        rates = {
            standing.gate.id: _rate(leg, standing.gate, is_first=place == 0, going_on=going_on)
            or _longer_stay(route.legs[: place + 1], standing.gate)
            for standing in leg.gates
        }
        given = studied[place] if studied else None
        done.append(_leg(leg, work[place], trials, start, earned, rates, given))
    return done


def _longer_stay(legs: Sequence[Leg], gate: Gate) -> float:
    """Give the part of a month that counts when an earlier detour is made longer, where the from-role gives nothing."""
    detours = (detour for leg in legs for detour in leg.detours)
    return max((share_of(detour.role.work_shares, gate.work or "") for detour in detours), default=0.0)


def _rate(leg: Leg, gate: Gate, *, is_first: bool, going_on: Callable[[str], bool]) -> float:
    work = gate.work or ""
    return max(share_of(leg.source.work_shares, work), float(is_first and going_on(work)))


def _earned_before(
    route: Route, done: Sequence[LegTimes], gates: Sequence[Standing], going_on: Callable[[str], bool]
) -> dict[str, Days]:
    """Count, per gate and trial, the days of its work that the legs behind have given."""
    earned = {}
    for standing in gates:
        gate = standing.gate
        if gate.kind != "experience" or not standing.missing:
            continue
        total: Days | None = None
        for place, times in enumerate(done):
            leg = route.legs[place]
            rate = _rate(leg, gate, is_first=place == 0, going_on=going_on)
            parts = [(rate, times.in_role)] if rate else []
            for detour in leg.detours:
                share = share_of(detour.role.work_shares, gate.work or "")
                if share:
                    parts.append((share, times.in_detour[detour.key]))
            for share, days in parts:
                added = [share * day for day in days]
                total = added if total is None else [a + b for a, b in zip(total, added, strict=True)]
        if total is not None:
            earned[gate.id] = total
    return earned


def _leg(
    leg: Leg,
    work: LegWork,
    trials: Trials,
    start: Days,
    earned: Mapping[str, Days],
    rates: Mapping[str, float],
    studied: Days | None,
) -> LegTimes:
    nothing = [0.0] * trials.count
    months = trials.months(leg.move.key, leg.months) if leg.move else nothing
    served = leg.served_months * DAYS_PER_MONTH
    here, blame = start, [""] * trials.count
    away = nothing
    ends: dict[str, Days] = {}
    lengths: dict[str, Days] = {}
    missing = {
        standing.gate.id: _missing_days(standing, earned.get(standing.gate.id), trials.count)
        for standing in leg.gates
        if standing.gate.kind == "experience" and standing.missing
    }
    opened: dict[str, Days] = {}
    for detour in leg.detours:
        here, blame, length = _through_detour(detour, trials, start, here, served, missing)
        opened |= {gate.id: here for gate in detour.opens if gate.id not in opened}
        away = [a + b for a, b in zip(away, length, strict=True)]
        ends[detour.key], lengths[detour.key] = here, length
    settled = max((detour.role.return_months for detour in leg.detours), default=0.0) * DAYS_PER_MONTH
    back = [day + settled for day in here] if leg.detours else here

    contenders: list[tuple[str | list[str], Sequence[float]]] = []
    if leg.move:
        contenders.append((leg.move.key, [s + max(0.0, m - served) for s, m in zip(start, months, strict=True)]))
    if leg.detours:
        contenders.append((blame, back))
    gates = _gate_days(start, here, away, missing, rates, opened)
    contenders.extend(gates.items())
    study = studied or _study_days(work, trials, start)
    contenders.append((EFFORT, study))

    finish, decided_by = _latest(start, contenders)
    in_role = [f - s - a for f, s, a in zip(finish, start, away, strict=True)]
    return LegTimes(
        start=start,
        study=study,
        finish=finish,
        decided_by=decided_by,
        gates=gates,
        detour_ends=ends,
        in_role=in_role,
        in_detour=lengths,
    )


def _missing_days(standing: Standing, earned: Days | None, count: int) -> Days:
    missing = standing.missing * DAYS_PER_MONTH
    return [missing] * count if earned is None else [max(0.0, missing - day) for day in earned]


def _through_detour(
    detour: Detour, trials: Trials, start: Days, here: Days, served: float, missing: dict[str, Days]
) -> tuple[Days, list[str], Days]:
    """Wait until the detour may begin, stay its months or until its gates have theirs, and say which of the two it was."""
    waits = trials.months(f"{detour.key}:wait", detour.wait) if detour.wait[2] else [0.0] * trials.count
    length = list(trials.months(detour.key, detour.months))
    blame = [detour.key] * trials.count
    for gate in detour.opens:
        share = share_of(detour.role.work_shares, gate.work or "")
        for trial, days in enumerate(missing.get(gate.id, ())):
            if days / share > length[trial]:
                length[trial], blame[trial] = days / share, gate.id
    for name in missing:
        share = next(
            (share_of(detour.role.work_shares, gate.work or "") for gate in detour.opens if gate.id == name), 0.0
        )
        if share:
            missing[name] = [max(0.0, m - share * days) for m, days in zip(missing[name], length, strict=True)]
    begun = [max(h, s + wait - served) for h, s, wait in zip(here, start, waits, strict=True)]
    return [b + days for b, days in zip(begun, length, strict=True)], blame, length


def _gate_days(
    start: Days,
    back: Days,
    away: Days,
    missing: Mapping[str, Days],
    rates: Mapping[str, float],
    opened: Mapping[str, Days],
) -> dict[str, Days]:
    """Give the day each gate with a calendar opens: its months run in the from-role, and ran in the detours."""
    days = {}
    for name, lacking in missing.items():
        rate = rates[name]
        at_once = opened.get(name, start)
        if not rate:
            days[name] = [inf if lack > 1 else day for day, lack in zip(at_once, lacking, strict=True)]
            continue
        stayed = [b - s - a for b, s, a in zip(back, start, away, strict=True)]
        days[name] = [
            b + max(0.0, lack / rate - stay) if lack else day
            for b, day, lack, stay in zip(back, at_once, lacking, stayed, strict=True)
        ]
    return days


def _study_days(work: LegWork, trials: Trials, start: Days) -> Days:
    """Give the day the study is done: effort from today, spans, what was put off, and what needs the role's standing."""
    plain = trials.study(work.hours_until_here, work.sd_until_here)
    days = plain
    for hours_before, span in work.spans:
        begun = trials.study(hours_before, 0.0)
        days = [max(d, b + span) for d, b in zip(days, begun, strict=True)]
    for until, hours in work.not_before:
        share = hours / work.hours_until_here if work.hours_until_here else 0.0
        days = [max(d, until + p * share) for d, p in zip(days, plain, strict=True)]
    days = list(trials.stretch(days))
    if work.standing_hours and work.hours_until_here:
        share = work.standing_hours / work.hours_until_here
        days = [max(d, s + p * share) for d, s, p in zip(days, start, plain, strict=True)]
    return days


def _latest(start: Days, contenders: Sequence[tuple[str | list[str], Sequence[float]]]) -> tuple[Days, list[str]]:
    """Take the latest of all, and name it; where nothing comes after the start, the name stays empty."""
    latest, names = list(start), [""] * len(start)
    for name, days in contenders:
        for trial, day in enumerate(days):
            if day > latest[trial]:
                latest[trial] = day
                names[trial] = name if isinstance(name, str) else name[trial]
    return latest, names
