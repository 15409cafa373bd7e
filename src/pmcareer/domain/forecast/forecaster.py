"""Dates with probabilities: a route's stages × pace × gates × calendar."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import cached_property
from math import ceil, inf

from pmcareer.domain.curriculum.items import Gate
from pmcareer.domain.forecast.effort import span_chains, work_of
from pmcareer.domain.forecast.history import history_of, without_long_pauses
from pmcareer.domain.forecast.outlook import (
    Dates,
    Link,
    RouteDates,
    RouteForecast,
    StageForecast,
)
from pmcareer.domain.forecast.pace import History, Pace, finish_dates, pace_of
from pmcareer.domain.forecast.simulation import (
    EFFORT,
    TRIALS,
    Days,
    LegTimes,
    LegWork,
    Trials,
    effort_noise,
    lattice,
    months_drawn,
)
from pmcareer.domain.forecast.walk import walk
from pmcareer.domain.gates.clock import clock_of
from pmcareer.domain.gates.state import GateForecast, GateStatus
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH, DAYS_PER_WEEK
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.routes import Leg, Route, ThreeMonths
from pmcareer.domain.roadmap.stages import Stage

__all__ = ["Forecaster", "finish_dates"]

HORIZON_DAYS = 20 * 365.25
BEYOND = "beyond twenty years"
NEVER = "a gate on the way never opens"
QUANTILES = (0.1, 0.5, 0.8, 0.95)
LEAST_EFFORT = 0.2


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
    def history(self) -> History:
        """Items per day, on a clock that stands still on days off: its last day is today."""
        return history_of(self.person, self.item_hours)

    @cached_property
    def pace(self) -> Pace:
        """The pace of this person, in items a week."""
        promised = self.person.hours_per_week if self.history else self.promised
        promise = promised / (self.bias or self.person.bias[0]) / self.item_hours
        history = (
            self.history if self.stopping else without_long_pauses(self.history, self.person.today)
        )
        return pace_of(history, self.person.today, promise=promise, stopping=self.stopping)

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
        self,
        shares: Sequence[float],
        noise: Sequence[float],
        months: Callable[[str, ThreeMonths], Days],
    ) -> Trials:
        drawn: dict[tuple[float, float], Days] = {}

        def study(hours: float, sd: float) -> Days:
            if (hours, sd) not in drawn:
                days = self.pace.days_for(hours / self.item_hours / self._speed, shares)
                spread = sd / hours if hours else 0.0
                drawn[hours, sd] = [
                    day * max(LEAST_EFFORT, 1 + spread * score)
                    for day, score in zip(days, noise, strict=True)
                ]
            return drawn[hours, sd]

        return Trials(count=len(shares), months=months, study=study, stretch=self._stretched)

    @cached_property
    def _kept(self) -> Trials:
        """One trial: the promised hours are kept, every estimate is its mean, every move takes its likely months."""
        per_day = self.promised / DAYS_PER_WEEK
        return Trials(
            count=1,
            months=_likely_days,
            study=lambda hours, _: [hours / per_day],
            stretch=self._stretched,
        )

    def _stretched(self, days: Days) -> Sequence[float]:
        return self.person.calendar.stretch(self.person.today, days)

    def likely_finish(self, route: Route, work: Sequence[LegWork]) -> float:
        """Give the days to the end of a route in one trial, with the median pace and likely months: to compare by."""
        return walk(route, work, self._typical, self.person.still_does)[-1].finish[0]

    def chance_with_stopping(self, hours: float, day: date) -> float:
        """Give the chance that so many credited hours are done by a day, people who stop counted."""
        calendar, today = self.person.calendar, self.person.today
        days = calendar.working_days_before(day) - calendar.working_days_before(today)
        pace = replace(self, stopping=True).pace
        return pace.chance(hours / self.item_hours / self._speed, days)

    def walked(
        self, route: Route, stages: Sequence[Stage], *, studied: Sequence[Days] | None = None
    ) -> list[LegTimes]:
        """Go along a route in every trial; see `walk`."""
        return walk(
            route,
            work_of(self.person, stages),
            self._drawn,
            self.person.still_does,
            studied=studied,
        )

    def study_p50(self, route: Route, stages: Sequence[Stage]) -> date | None:
        """Give the P50 of a route's study, as its forecast will have it."""
        return self._day(
            at_quantile(sorted(self.walked(route, stages)[-1].study), 0.5), is_study=True
        )

    def dates(
        self, route: Route, stages: tuple[Stage, ...], drawn: Sequence[LegTimes]
    ) -> RouteDates:
        """Forecast a route from its trials (see `walked`)."""
        work = work_of(self.person, stages)
        kept = walk(route, work, self._kept, self.person.still_does)
        hours_left = sum(stage.hours_left for stage in stages)
        finish_days = tuple(sorted(drawn[-1].finish))
        study_days = tuple(sorted(drawn[-1].study))
        noise = effort_noise((0.8,))[0]
        return RouteDates(
            route=route,
            stages=stages,
            hours_left=hours_left,
            hours_done=sum(stage.hours_done for stage in stages),
            hours_p50=hours_left,
            hours_p80=hours_left + noise * work[-1].sd_until_here,
            study=self._dates(study_days, kept[-1].study[0], is_study=True),
            finish=self._dates(finish_days, kept[-1].finish[0]),
            finish_days=finish_days,
            study_days=study_days,
        )

    def in_full(self, dates: RouteDates, drawn: Sequence[LegTimes]) -> RouteForecast:
        """Work out what stands behind a route's dates, from the same trials."""
        route, stages = dates.route, dates.stages
        work = work_of(self.person, stages)
        kept = walk(route, work, self._kept, self.person.still_does)
        typical = walk(route, work, self._typical, self.person.still_does)
        drivers = _drivers(drawn)
        driver = max(drivers, key=lambda name: drivers[name])
        return RouteForecast(
            **{field.name: getattr(dates, field.name) for field in fields(RouteDates)},
            stage_forecasts=tuple(
                stage
                for place, leg in enumerate(route.legs)
                for stage in self._stage_forecasts(
                    leg, stages[: place + 1], drawn[place], kept[place], typical[place]
                )
            ),
            driver=driver,
            drivers=drivers,
            critical_path=self._critical_path(typical, driver),
        )

    def _stage_forecasts(
        self, leg: Leg, stages: Sequence[Stage], drawn: LegTimes, kept: LegTimes, typical: LegTimes
    ) -> list[StageForecast]:
        start = self._dates(sorted(drawn.start), kept.start[0])
        forecasts = []
        for detour in leg.detours:
            end = self._dates(
                sorted(drawn.detour_ends[detour.key]), kept.detour_ends[detour.key][0]
            )
            forecasts.append(
                StageForecast(
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
        forecasts.append(
            StageForecast(
                role=leg.target.id,
                move=leg.move.key if leg.move else None,
                detour=None,
                tasks=stage.tasks,
                slack_days=self._slack(stages, typical),
                gates=tuple(self._gate(status, drawn) for status in leg.gates),
                start=start,
                study=self._dates(sorted(drawn.study), kept.study[0], is_study=True),
                finish=self._dates(sorted(drawn.finish), kept.finish[0]),
            )
        )
        return forecasts

    def _gate(self, status: GateStatus, times: LegTimes) -> GateForecast:
        if not status.gate.has_calendar:
            return GateForecast(status=status, open_on=None)
        lost_on = self._lost_on(status.gate)
        if not status.missing:
            return GateForecast(status=status, open_on=self.person.today, lost_on=lost_on)
        days = times.gates.get(status.gate.id)
        open_on = self._day(at_quantile(sorted(days), 0.5)) if days else None
        return GateForecast(status=status, open_on=open_on, lost_on=lost_on)

    def _lost_on(self, gate: Gate) -> date | None:
        """Give the day on which the months on record begin to fall out of the gate's window."""
        if gate.work is None or gate.window_years is None:
            return None
        return clock_of(
            self.person, gate.work, gate.months or 0.0, gate.window_years, goes_on=0
        ).lost_on

    def _slack(self, stages: Sequence[Stage], typical: LegTimes) -> dict[str, int | None]:
        """Say how many days each exercise can be put off from its turn before the stage's finish moves.

        Finish, less the turn, less the chain of work and spans that begins with the exercise.
        """
        finish = typical.finish[0]
        if finish == inf:
            return {}
        spans = span_chains([task for stage in stages for task in stage.tasks])
        before = sum(stage.hours_left for stage in stages[:-1])
        slack: dict[str, int | None] = {}
        for task in stages[-1].tasks:
            if not task.is_todo:
                continue
            turn = self._typical.study(before, 0.0)[0]
            own = (
                self._typical.study(
                    before + min(task.chain_hours, task.hours_left + task.chain_hours), 0.0
                )[0]
                - turn
            )
            slack[task.exercise.id] = max(
                0, int(finish - turn - max(own, spans.get(task.exercise.id, 0.0)))
            )
            before += task.hours_left
        return slack

    def _critical_path(self, typical: Sequence[LegTimes], driver: str) -> tuple[Link, ...]:
        """Follow what decided each leg, from today to the end; effort that decides goes back to today."""
        links: list[Link] = []
        for times in typical:
            name = times.decided_by(0)
            if not name:
                continue
            start = 0.0 if name == EFFORT else times.start[0]
            if name == EFFORT:
                links = []
            links.append(
                Link(
                    id=name,
                    kind=_kind(name),
                    start=self._day(start),
                    finish=self._day(times.finish[0]),
                )
            )
        if not links or links[-1].id != driver:
            begun = links[-1].finish if links else self.person.today
            links = [link for link in links if link.id != driver]
            links.append(
                Link(
                    id=driver,
                    kind=_kind(driver),
                    start=begun,
                    finish=self._day(typical[-1].finish[0]),
                )
            )
        return tuple(links)

    def _dates(self, ascending: Sequence[float], kept: float, *, is_study: bool = False) -> Dates:
        days = [at_quantile(ascending, quantile) for quantile in QUANTILES]
        dates = [self._day(day, is_study=is_study) for day in (kept, *days)]
        reason = (NEVER if inf in (kept, *days) else BEYOND) if None in dates else None
        return Dates(
            kept=dates[0], p10=dates[1], p50=dates[2], p80=dates[3], p95=dates[4], reason=reason
        )

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


def at_quantile(ascending: Sequence[float], quantile: float) -> float:
    """Give the value below which a share of ascending values lies."""
    return ascending[max(0, ceil(quantile * len(ascending)) - 1)]


def _drivers(drawn: Sequence[LegTimes]) -> dict[str, float]:
    """Count what decided the finish: of the last leg, or of the one before where nothing came after it."""
    count = len(drawn[-1].finish)
    tally: dict[str, int] = {}
    for trial in range(count):
        name = next(
            (name for times in reversed(drawn) if (name := times.decided_by(trial))), EFFORT
        )
        tally[name] = tally.get(name, 0) + 1
    return {
        name: number / count
        for name, number in sorted(tally.items(), key=lambda pair: (-pair[1], pair[0]))
    }


def _kind(name: str) -> str:
    if name == EFFORT:
        return "effort"
    return "move" if name.startswith("move:") else "gate"
