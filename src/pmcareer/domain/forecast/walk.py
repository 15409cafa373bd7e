"""Going along a route in every trial: through its detours, past its gates, with the study beside it."""

from collections.abc import Callable, Mapping, Sequence
from math import inf

from pmcareer.domain.curriculum.items import Gate
from pmcareer.domain.forecast.simulation import EFFORT, Days, LegTimes, LegWork, Trials
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH
from pmcareer.domain.ground.work import share_of
from pmcareer.domain.roadmap.routes import Detour, Leg, Route

GoingOn = Callable[[str], bool]
"""Tells which kinds of work today's entries leave open."""


def walk(
    route: Route,
    work: Sequence[LegWork],
    trials: Trials,
    going_on: GoingOn,
    *,
    studied: Sequence[Days] | None = None,
) -> list[LegTimes]:
    """Go along a route in every trial.

    `studied` gives the study's end of each leg instead of working it out, to see what it alone changes.
    """
    done: list[LegTimes] = []
    for place, leg in enumerate(route.legs):
        start = done[-1].finish if done else [0.0] * trials.count
        journey = _Journey(
            leg=leg,
            trials=trials,
            start=start,
            missing=_missing(route, done, trials.count, going_on),
        )
        for detour in leg.detours:
            journey.take(detour)
        rates = {
            status.gate.id: _rate(leg, status.gate, is_first=place == 0, going_on=going_on)
            or _longer_stay(route.legs[: place + 1], status.gate)
            for status in leg.gates
        }
        study = studied[place] if studied else study_days(work[place], trials, start)
        done.append(journey.times(rates, study))
    return done


def _missing(
    route: Route, done: Sequence[LegTimes], count: int, going_on: GoingOn
) -> dict[str, Days]:
    """Give, per gate of the leg to come and per trial, the days of its work that the legs behind leave missing."""
    missing = {}
    for status in route.legs[len(done)].gates:
        if status.gate.kind == "experience" and status.missing:
            lacking = [status.missing * DAYS_PER_MONTH] * count
            for share, days in _earned(route, done, status.gate, going_on):
                lacking = [lack - share * day for lack, day in zip(lacking, days, strict=True)]
            missing[status.gate.id] = [max(0.0, lack) for lack in lacking]
    return missing


def _earned(
    route: Route, done: Sequence[LegTimes], gate: Gate, going_on: GoingOn
) -> list[tuple[float, Days]]:
    """List the stretches behind that count for a gate, each with the part of it that does."""
    stretches = []
    for place, (leg, times) in enumerate(zip(route.legs, done, strict=False)):
        stretches.append((_rate(leg, gate, is_first=place == 0, going_on=going_on), times.in_role))
        stretches.extend(
            (share_of(detour.role.work_shares, gate.work or ""), times.in_detour[detour.key])
            for detour in leg.detours
        )
    return [(share, days) for share, days in stretches if share]


def _rate(leg: Leg, gate: Gate, *, is_first: bool, going_on: GoingOn) -> float:
    work = gate.work or ""
    return max(share_of(leg.source.work_shares, work), float(is_first and going_on(work)))


def _longer_stay(legs: Sequence[Leg], gate: Gate) -> float:
    """Give the part of a month that counts when an earlier detour is made longer, where the from-role gives nothing."""
    detours = (detour for leg in legs for detour in leg.detours)
    return max(
        (share_of(detour.role.work_shares, gate.work or "") for detour in detours), default=0.0
    )


class _Journey:
    """A leg under way: where each trial stands after the detours taken so far."""

    def __init__(self, *, leg: Leg, trials: Trials, start: Days, missing: dict[str, Days]) -> None:
        self._leg = leg
        self._trials = trials
        self._start = start
        self._missing = missing
        self._here = start
        self._away: Days = [0.0] * trials.count
        self._blame = [""] * trials.count
        self._opened: dict[str, Days] = {}
        self._ends: dict[str, Days] = {}
        self._lengths: dict[str, Days] = {}

    def take(self, detour: Detour) -> None:
        """Wait until the detour may begin, stay its months or until its gates have theirs, and keep which it was."""
        length = list(self._trials.months(detour.key, detour.months))
        self._blame = [detour.key] * self._trials.count
        shares = {
            gate.id: share_of(detour.role.work_shares, gate.work or "") for gate in detour.opens
        }
        for name, share in shares.items():
            for trial, lack in enumerate(self._missing.get(name, ())):
                if lack / share > length[trial]:
                    length[trial], self._blame[trial] = lack / share, name
        begun = self._begun(detour)
        self._here = [start + days for start, days in zip(begun, length, strict=True)]
        self._away = [away + days for away, days in zip(self._away, length, strict=True)]
        self._ends[detour.key], self._lengths[detour.key] = self._here, length
        for name, share in shares.items():
            if name in self._missing:
                lacking = self._missing[name]
                self._opened.setdefault(
                    name, [b + lack / share for b, lack in zip(begun, lacking, strict=True)]
                )
                self._missing[name] = [
                    max(0.0, lack - share * days)
                    for lack, days in zip(lacking, length, strict=True)
                ]

    def _begun(self, detour: Detour) -> Days:
        if not detour.wait[2]:
            return self._here
        served = self._leg.served_months * DAYS_PER_MONTH
        waits = self._trials.months(f"{detour.key}:wait", detour.wait)
        return [
            max(h, s + wait - served)
            for h, s, wait in zip(self._here, self._start, waits, strict=True)
        ]

    def times(self, rates: Mapping[str, float], study: Days) -> LegTimes:
        """End the leg at the latest of its move, its detours, its gates and its study."""
        gates = self._gate_days(rates)
        contenders: list[tuple[str | list[str], Days]] = [
            *self._moves(),
            *gates.items(),
            (EFFORT, study),
        ]
        finish = list(map(max, self._start, *(days for _, days in contenders)))
        return LegTimes(
            start=self._start,
            study=study,
            finish=finish,
            contenders=tuple(contenders),
            gates=gates,
            detour_ends=self._ends,
            in_role=[f - s - a for f, s, a in zip(finish, self._start, self._away, strict=True)],
            in_detour=self._lengths,
        )

    def _moves(self) -> list[tuple[str | list[str], Days]]:
        """Give the end of the move's months, and of the detours with the months it takes to settle back."""
        leg = self._leg
        ends: list[tuple[str | list[str], Days]] = []
        if leg.move:
            served = leg.served_months * DAYS_PER_MONTH
            months = self._trials.months(leg.move.key, leg.months)
            ends.append(
                (
                    leg.move.key,
                    [s + max(0.0, m - served) for s, m in zip(self._start, months, strict=True)],
                )
            )
        if leg.detours:
            settled = max(detour.role.return_months for detour in leg.detours) * DAYS_PER_MONTH
            ends.append((self._blame, [day + settled for day in self._here]))
        return ends

    def _gate_days(self, rates: Mapping[str, float]) -> dict[str, Days]:
        """Give the day each gate with a calendar opens: its months run in the from-role, and ran in the detours."""
        days = {
            status.gate.id: _certificate_days(status, self._start)
            for status in self._leg.gates
            if status.gate.kind == "certificate" and status.missing
        }
        for name, lacking in self._missing.items():
            at_once = self._opened.get(name, self._start)
            rate = rates[name]
            if not rate:
                days[name] = [
                    inf if lack > 1 else day for day, lack in zip(at_once, lacking, strict=True)
                ]
                continue
            columns = zip(self._here, self._start, self._away, at_once, lacking, strict=True)
            days[name] = [
                here + max(0.0, lack / rate - (here - start - away)) if lack else day
                for here, start, away, day, lack in columns
            ]
        return days


def _certificate_days(status: GateStatus, start: Days) -> Days:
    ready = inf if status.ready_in_days is None else status.ready_in_days
    return [max(ready, day) for day in start]


def study_days(work: LegWork, trials: Trials, start: Days) -> Days:
    """Give the day the study is done: effort from today, spans, what was put off, what needs the role's standing."""
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
