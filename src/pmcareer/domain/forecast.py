"""Dates with probabilities: a route's stages × pace × gates × calendar."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import ceil, inf, sqrt

from pmcareer.domain.curriculum import Gate
from pmcareer.domain.gates import Standing
from pmcareer.domain.months import DAYS_PER_MONTH, DAYS_PER_WEEK
from pmcareer.domain.pace import Pace, finish_dates, pace_of
from pmcareer.domain.person import Person
from pmcareer.domain.routes import Leg, Route, ThreeMonths
from pmcareer.domain.simulation import (
    EFFORT,
    TRIALS,
    Days,
    LegTimes,
    LegWork,
    Trials,
    effort_noise,
    lattice,
    months_drawn,
    walk,
)
from pmcareer.domain.stages import Stage
from pmcareer.domain.workplan import Task

__all__ = ["Dates", "Forecaster", "RouteForecast", "Step", "finish_dates"]

HORIZON_DAYS = 20 * 365.25
BEYOND = "beyond twenty years"
NEVER = "a gate on the way never opens"
QUANTILES = (0.1, 0.5, 0.8, 0.95)
LEAST_EFFORT = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """When something is done: if the promise is kept, and with what probability otherwise."""

    kept: date | None
    p10: date | None
    p50: date | None
    p80: date | None
    p95: date | None
    reason: str | None = None
    """Why a date is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateForecast:
    """A gate of a step: what it needs, what there is, when it opens."""

    standing: Standing
    open_on: date | None
    lost_on: date | None = None

    @property
    def gate(self) -> Gate:
        """The gate itself."""
        return self.standing.gate


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A stage of a route, or a detour inside it, with its dates."""

    role: str
    move: str | None
    detour: str | None
    tasks: tuple[Task, ...]
    slack_days: Mapping[str, int | None]
    gates: tuple[GateForecast, ...]
    start: Dates
    study: Dates
    finish: Dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A piece of the critical path."""

    id: str
    kind: str
    """effort, exercise, gate or move."""
    start: date | None
    finish: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteForecast:
    """A route with its dates."""

    route: Route
    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]
    hours_left: float
    hours_done: float
    hours_p50: float
    hours_p80: float
    study: Dates
    finish: Dates
    driver: str
    drivers: Mapping[str, float]
    critical_path: tuple[Link, ...]
    finish_days: tuple[float, ...]
    """Days from today per trial, ascending; infinite where a gate never opens."""
    study_days: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class Forecaster:
    """Turns stages into dates for one person; what all routes share is computed once."""

    person: Person
    item_hours: float
    """Mean PERT hours of an exercise of the plan: the item that the pace model counts."""
    hours_per_week: float | None = None
    """A promise to try out instead of the profile's."""
    bias: float | None = None
    """Another bias factor than the one that the log shows."""
    stopping: bool = False
    """Count people who stop; without it the dates hold for those who keep going."""
    trials: int = TRIALS

    @cached_property
    def history(self) -> list[tuple[date, float]]:
        """Items per day, on a clock that stands still on days off: its last day is today."""
        calendar, today = self.person.calendar, self.person.today
        now = calendar.working_days_before(today)
        total: dict[date, float] = {}
        for day, hours in self.person.credited_by_day.items():
            moved = today - timedelta(days=now - calendar.working_days_before(day))
            total[moved] = total.get(moved, 0.0) + hours / self.item_hours
        return sorted(total.items())

    @cached_property
    def pace(self) -> Pace:
        """The pace of this person, in items a week."""
        promised = self.person.hours_per_week if self.history else self.promised
        promise = promised / (self.bias or self.person.bias[0]) / self.item_hours
        return pace_of(self.history, self.person.today, promise=promise, stopping=self.stopping)

    @property
    def promised(self) -> float:
        """Hours a week that are promised, or tried out."""
        return self.hours_per_week or self.person.hours_per_week

    @property
    def _speed(self) -> float:
        """How much faster than the pace so far: a what-if scales a pace learnt from history."""
        return self.promised / self.person.hours_per_week if self.person.credited_by_day else 1.0

    @property
    def credited_hours_per_week(self) -> float:
        """The pace in credited hours a week."""
        return self.pace.items_per_week * self.item_hours * self._speed

    @cached_property
    def _drawn(self) -> Trials:
        return self._trials(
            lattice(0, self.trials),
            effort_noise(lattice(1, self.trials)),
            months_drawn(self.person.curriculum, self.trials),
        )

    @cached_property
    def _typical(self) -> Trials:
        """One trial with the median pace and likely months: what the critical path and the slack are read from."""
        return self._trials([0.5], [0.0], _likely_days)

    def _trials(
        self, shares: Sequence[float], noise: Sequence[float], months: Callable[[str, ThreeMonths], Days]
    ) -> Trials:
        drawn: dict[tuple[float, float], Days] = {}

        def study(hours: float, sd: float) -> Days:
            if (hours, sd) not in drawn:
                days = self.pace.days_for(hours / self.item_hours / self._speed, shares)
                spread = sd / hours if hours else 0.0
                drawn[hours, sd] = [
                    day * max(LEAST_EFFORT, 1 + spread * score) for day, score in zip(days, noise, strict=True)
                ]
            return drawn[hours, sd]

        return Trials(count=len(shares), months=months, study=study, stretch=self._stretched)

    @cached_property
    def _kept(self) -> Trials:
        """One trial in which the promised hours are kept, every estimate is its mean, every move takes its likely months."""
        per_day = self.promised / DAYS_PER_WEEK
        return Trials(count=1, months=_likely_days, study=lambda hours, _: [hours / per_day], stretch=self._stretched)

    def _stretched(self, days: Days) -> Sequence[float]:
        return self.person.calendar.stretch(self.person.today, days)

    def likely_finish(self, route: Route, work: Sequence[LegWork]) -> float:
        """Give the days to the end of a route with the median pace and likely months: quick, to pick candidates by."""
        return walk(route, work, self._typical, self.person.still_does)[-1].finish[0]

    def median_finish(self, route: Route, stages: Sequence[Stage]) -> float:
        """Give the P50 of a route in days, as its forecast will have it."""
        return _at(sorted(walk(route, self._work(stages), self._drawn, self.person.still_does)[-1].finish), 0.5)

    def walked(self, route: Route, stages: Sequence[Stage], *, studied: Sequence[Days] | None = None) -> list[LegTimes]:
        """Go along a route in every trial; see `walk`."""
        return walk(route, self._work(stages), self._drawn, self.person.still_does, studied=studied)

    def study_p50(self, route: Route, stages: Sequence[Stage]) -> date | None:
        """Give the P50 of a route's study, as its forecast will have it."""
        days = walk(route, self._work(stages), self._drawn, self.person.still_does)[-1].study
        return self._day(_at(sorted(days), 0.5), is_study=True)

    def forecast(self, route: Route, stages: tuple[Stage, ...]) -> RouteForecast:
        """Forecast a route: its steps, its dates, and what decides them."""
        work = self._work(stages)
        drawn = walk(route, work, self._drawn, self.person.still_does)
        kept = walk(route, work, self._kept, self.person.still_does)
        typical = walk(route, work, self._typical, self.person.still_does)
        drivers = _drivers(drawn)
        driver = max(drivers, key=lambda name: drivers[name])
        hours_left = sum(stage.hours_left for stage in stages)
        finish_days = tuple(sorted(drawn[-1].finish))
        study_days = tuple(sorted(drawn[-1].study))
        noise = effort_noise((0.8,))[0]
        return RouteForecast(
            route=route,
            stages=stages,
            steps=tuple(
                step
                for place in range(len(stages))
                for step in self._steps(
                    route.legs[place], stages[: place + 1], drawn[place], kept[place], typical[place]
                )
            ),
            hours_left=hours_left,
            hours_done=sum(stage.hours_done for stage in stages),
            hours_p50=hours_left,
            hours_p80=hours_left + noise * work[-1].sd_until_here,
            study=self._dates(study_days, kept[-1].study[0], is_study=True),
            finish=self._dates(finish_days, kept[-1].finish[0]),
            driver=driver,
            drivers=drivers,
            critical_path=self._critical_path(route, typical, driver),
            finish_days=finish_days,
            study_days=study_days,
        )

    def _work(self, stages: Sequence[Stage]) -> list[LegWork]:
        """Add up what is left until the end of each stage, and what can't be hurried in it."""
        hours = variance = 0.0
        spans: list[tuple[float, float]] = []
        late: list[tuple[float, float]] = []
        work = []
        for stage in stages:
            chains = _span_chains([task for earlier in stages for task in earlier.tasks])
            for task in stage.tasks:
                if not task.is_todo:
                    continue
                if chains.get(task.exercise.id):
                    spans.append((hours, self._span_left(task, chains[task.exercise.id])))
                until = self.person.deferred.get(task.exercise.id)
                if until:
                    late.append(((until - self.person.today).days, task.hours_left))
                hours += task.hours_left
                variance += (task.exercise.sd_hours * task.hours_left / task.exercise.mean_hours) ** 2
            work.append(
                LegWork(
                    hours_until_here=hours,
                    sd_until_here=sqrt(variance),
                    standing_hours=sum(task.hours_left for task in stage.tasks if task.exercise.id in stage.waiting),
                    spans=_binding(spans),
                    not_before=tuple(late),
                )
            )
        return work

    def _span_left(self, task: Task, chain_days: float) -> float:
        """Give the span days that are still ahead: an exercise begun some days ago has served them."""
        worked = self.person.worked.get(task.exercise.id)
        served = (self.person.today - worked[0].on).days if worked else 0
        return chain_days - min(served, task.exercise.span_days)

    def _steps(
        self, leg: Leg, stages: Sequence[Stage], drawn: LegTimes, kept: LegTimes, typical: LegTimes
    ) -> list[Step]:
        start = self._dates(sorted(drawn.start), kept.start[0])
        steps = []
        for detour in leg.detours:
            end = self._dates(sorted(drawn.detour_ends[detour.key]), kept.detour_ends[detour.key][0])
            steps.append(
                Step(
                    role=detour.role.id,
                    move=detour.key,
                    detour=detour.role.id,
                    tasks=(),
                    slack_days={},
                    gates=(),
                    start=start,
                    study=start,
                    finish=end,
                )
            )
            start = end
        stage = stages[-1]
        steps.append(
            Step(
                role=leg.target.id,
                move=leg.move.key if leg.move else None,
                detour=None,
                tasks=stage.tasks,
                slack_days=self._slack(stages, typical),
                gates=tuple(self._gate(standing, drawn) for standing in leg.gates),
                start=start,
                study=self._dates(sorted(drawn.study), kept.study[0], is_study=True),
                finish=self._dates(sorted(drawn.finish), kept.finish[0]),
            )
        )
        return steps

    def _gate(self, standing: Standing, times: LegTimes) -> GateForecast:
        if not standing.gate.has_calendar:
            return GateForecast(standing=standing, open_on=None)
        if not standing.missing:
            return GateForecast(standing=standing, open_on=self.person.today)
        days = times.gates.get(standing.gate.id)
        return GateForecast(standing=standing, open_on=self._day(_at(sorted(days), 0.5)) if days else None)

    def _slack(self, stages: Sequence[Stage], typical: LegTimes) -> dict[str, int | None]:
        """Say how many days each exercise can be put off from its turn before the step's finish moves.

        Finish, less the turn, less the chain of work and spans that begins with the exercise.
        """
        finish = typical.finish[0]
        if finish == inf:
            return {}
        spans = _span_chains([task for stage in stages for task in stage.tasks])
        before = sum(stage.hours_left for stage in stages[:-1])
        slack: dict[str, int | None] = {}
        for task in stages[-1].tasks:
            if not task.is_todo:
                continue
            turn = self._typical.study(before, 0.0)[0]
            own = self._typical.study(before + min(task.chain_hours, task.hours_left + task.chain_hours), 0.0)[0] - turn
            slack[task.exercise.id] = max(0, int(finish - turn - max(own, spans.get(task.exercise.id, 0.0))))
            before += task.hours_left
        return slack

    def _critical_path(self, route: Route, typical: Sequence[LegTimes], driver: str) -> tuple[Link, ...]:
        """Follow what decided each leg, from today to the end; effort that decides goes back to today."""
        links: list[Link] = []
        for times in typical:
            name = times.decided_by[0]
            if not name:
                continue
            start = 0.0 if name == EFFORT else times.start[0]
            if name == EFFORT:
                links = []
            links.append(Link(id=name, kind=_kind(name), start=self._day(start), finish=self._day(times.finish[0])))
        if not links or links[-1].id != driver:
            begun = links[-1].finish if links else self.person.today
            links = [link for link in links if link.id != driver]
            links.append(Link(id=driver, kind=_kind(driver), start=begun, finish=self._day(typical[-1].finish[0])))
        return tuple(links)

    def _dates(self, ascending: Sequence[float], kept: float, *, is_study: bool = False) -> Dates:
        days = [_at(ascending, quantile) for quantile in QUANTILES]
        dates = [self._day(day, is_study=is_study) for day in (kept, *days)]
        reason = (NEVER if inf in (kept, *days) else BEYOND) if None in dates else None
        return Dates(kept=dates[0], p10=dates[1], p50=dates[2], p80=dates[3], p95=dates[4], reason=reason)

    def _day(self, days: float, *, is_study: bool = False) -> date | None:
        """Round up to a whole day; None beyond twenty years."""
        if days > HORIZON_DAYS:
            return None
        if days > (date.max - self.person.today).days - DAYS_PER_WEEK:
            return None
        day = self.person.today + timedelta(days=ceil(days - 1e-9))
        return self.person.calendar.next_study_day(day) if is_study and days > 0 else day


def _likely_days(_: str, months: ThreeMonths) -> Days:
    return [months[1] * DAYS_PER_MONTH]


def _at(ascending: Sequence[float], quantile: float) -> float:
    return ascending[max(0, ceil(quantile * len(ascending)) - 1)]


def _drivers(drawn: Sequence[LegTimes]) -> dict[str, float]:
    """Count what decided the finish: of the last leg, or of the one before where nothing came after it."""
    count = len(drawn[-1].finish)
    tally: dict[str, int] = {}
    for trial in range(count):
        name = next((times.decided_by[trial] for times in reversed(drawn) if times.decided_by[trial]), EFFORT)
        tally[name] = tally.get(name, 0) + 1
    return {name: number / count for name, number in sorted(tally.items(), key=lambda pair: (-pair[1], pair[0]))}


def _kind(name: str) -> str:
    if name == EFFORT:
        return "effort"
    return "move" if name.startswith("move:") else "gate"


def _span_chains(tasks: Sequence[Task]) -> dict[str, float]:
    """Give, per exercise, the least days from its start to the end of the chain of spans that begins with it."""
    todo = {task.exercise.id: task.exercise for task in tasks if task.is_todo}
    chains: dict[str, float] = {}
    for exercise in reversed(list(todo.values())):
        chains[exercise.id] = max(chains.get(exercise.id, 0.0), 0.0) + exercise.span_days
        for needed in exercise.requires:
            if needed in todo:
                chains[needed] = max(chains.get(needed, 0.0), chains[exercise.id])
    return {name: days for name, days in chains.items() if days}


def _binding(spans: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Keep the spans that no other one both starts after and outlasts."""
    kept: list[tuple[float, float]] = []
    for hours, span in sorted(spans, reverse=True):
        if not kept or span > kept[-1][1]:
            kept.append((hours, span))
    return tuple(kept)
