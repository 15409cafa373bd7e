"""Why a date moved: the days between a saved plan and today's, taken apart by cause."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil, inf
from typing import Any

from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.forecast.outlook import RouteForecast
from pmcareer.domain.forecast.simulation import LegTimes
from pmcareer.domain.logbook.entries import Baseline, Entry
from pmcareer.domain.logbook.logbook import newest_first
from pmcareer.domain.person.person import Person, person_from
from pmcareer.domain.person.rhythm import work_entries
from pmcareer.domain.plan.planner import Planned, Planner
from pmcareer.domain.roadmap.stages import Stage

CAUSES = ("pace", "scope", "bias", "calendar", "gates", "moves", "remainder")
SCOPE_KEYS = ("role", "target", "background", "projects", "pmo_services")
ON_RECORD = ("experience", "closed", "certified")
WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One part of a move, in days; later is positive."""

    cause: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """A saved plan, and how far and why its date has moved since."""

    baseline: Baseline
    moved_days: int | None
    """Of the finish, or of the study where a finish is missing; None where both are."""
    because: tuple[Cause, ...]
    """Every cause in a fixed order; the parts add up to the whole."""


def drift_of(planner: Planner, counting: Iterable[Entry]) -> Drift | None:
    """Compare today's plan with the newest baseline for its target; None without one.

    Today's plan is changed back to the saved one step by step, and each step's effect on the P50 is one cause: days
    off and study days (calendar), how far exercises overran (bias), what the person says and what is assessed
    (scope), new months, projects and certificates (gates). What is left is the passing of time: through the study
    (pace), or through months that nobody served (moves; calendar for weeks without any work). A changed curriculum
    is scope too. Whatever the saved figures still differ by is the remainder.
    """
    entries = tuple(counting)
    baseline = _newest_baseline(entries, planner.target.id, planner.person.today)
    if baseline is None:
        return None
    return _Comparison(planner=planner, baseline=baseline, entries=entries).drift()


def _newest_baseline(entries: Iterable[Entry], target: str, today: date) -> Baseline | None:
    found: list[Any] = newest_first(
        entry for entry in entries if entry.kind == "baseline" and entry.on <= today
    )
    return next((entry for entry in found if entry.target == target), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comparison:
    planner: Planner
    baseline: Baseline
    entries: tuple[Entry, ...]

    @property
    def _of_finish(self) -> bool:
        return self.baseline.finish is not None

    def drift(self) -> Drift:
        now = self.planner.person
        then = person_from(now.curriculum, self._before(), self.baseline.on)
        old_bias = then.bias[0]
        as_planned = {key: then.says.get(key, ()) for key in ("days_off", "study_days")}

        today = self._p50(self._planner(now))
        calendar = self._p50(self._planner(_said(now, as_planned)))
        bias = self._p50(self._planner(_said(now, as_planned)), bias=old_bias)
        same_scope = self._without(now, as_planned, lambda entry: entry.kind == "assessed", then)
        scope = self._p50(self._planner(same_scope), bias=old_bias)
        same_record = self._without(
            now, as_planned, lambda entry: entry.kind == "assessed" or entry.kind in ON_RECORD, then
        )
        record = self._p50(self._planner(same_record), bias=old_bias)
        studied, saved_again = self._study_of(then, same_record, old_bias)
        saved = self.baseline.finish or self.baseline.study
        days = [today, calendar, bias, scope, record, studied, saved_again]
        if saved is None or any(day is None for day in days):
            return Drift(baseline=self.baseline, moved_days=None, because=_none())
        found = [day for day in days if day is not None]
        return self._taken_apart(found, saved.toordinal(), then)

    def _taken_apart(self, days: list[int], saved: int, then: Person) -> Drift:
        today, calendar, bias, scope, record, studied, saved_again = days
        parts = dict.fromkeys(CAUSES, 0)
        parts["calendar"] = today - calendar
        parts["bias"] = calendar - bias
        parts["scope"] = bias - scope
        parts["gates"] = scope - record
        waited = record - studied
        idle = max(0, min(waited, self._idle_days()))
        parts["calendar"] += idle
        parts["moves"] = waited - idle
        parts["pace"] = studied - saved_again
        unexplained = saved_again - saved
        parts["scope" if self._curriculum_changed(then) else "remainder"] += unexplained
        return Drift(
            baseline=self.baseline,
            moved_days=today - saved,
            because=tuple(Cause(cause=name, days=parts[name]) for name in CAUSES),
        )

    def _before(self) -> list[Entry]:
        """List what stood in the logbook when the baseline was saved."""
        at = self.baseline.at
        place = next(
            number for number, entry in enumerate(self.entries) if entry.id == self.baseline.id
        )
        return [
            entry
            for number, entry in enumerate(self.entries)
            if (entry.at <= at if entry.at and at and entry.at != at else number < place)
        ]

    def _without(
        self, now: Person, says: dict[str, Any], left_out: Callable[[Entry], bool], then: Person
    ) -> Person:
        """Give today's person without what was added to the record since, and saying what was said then."""
        old = {entry.id for entry in then.entries}
        kept = [entry for entry in now.entries if entry.id in old or not left_out(entry)]
        person = person_from(now.curriculum, kept, now.today)
        said = {key: then.says[key] for key in SCOPE_KEYS if key in then.says} | says
        unsaid = {key: value for key, value in person.says.items() if key not in SCOPE_KEYS}
        return _saying_only(person, unsaid | said | {"target": self.baseline.target})

    def _planner(self, person: Person) -> Planner:
        return Planner(person=person, hours_per_week=self.planner.hours_per_week)

    def _planned(self, planner: Planner) -> Planned:
        """Find the saved route again, or else take the recommended one."""
        return next(
            (planned for planned in planner.candidates if planned.route.id == self.baseline.route),
            planner.recommended,
        )

    def _p50(self, planner: Planner, bias: float | None = None) -> int | None:
        forecaster = _with_bias(planner.forecaster, bias)
        planned = self._planned(planner)
        return _median_day(
            forecaster, self._compared(forecaster.walked(planned.route, planned.stages)[-1])
        )

    def _study_of(self, then: Person, now: Person, bias: float) -> tuple[int | None, int | None]:
        """Give the saved plan's P50 with today's study in it, and as it is worked out again."""
        saved, later = self._planner_then(then), self._planner(now)
        forecaster = _with_bias(saved.forecaster, bias)
        planned, planned_now = self._planned(saved), self._planned(later)
        again = forecaster.walked(planned.route, planned.stages)[-1]
        now_times = _with_bias(later.forecaster, bias).walked(planned_now.route, planned_now.stages)
        elapsed = (now.today - then.today).days
        if len(planned.stages) != len(planned_now.stages):
            mixed = again
        else:
            studied = [[day + elapsed for day in times.study] for times in now_times]
            mixed = forecaster.walked(planned.route, planned.stages, studied=studied)[-1]
        return _median_day(forecaster, self._compared(mixed)), _median_day(
            forecaster, self._compared(again)
        )

    def _compared(self, times: LegTimes) -> list[float]:
        return times.finish if self._of_finish else times.study

    def _planner_then(self, then: Person) -> Planner:
        return Planner(person=then.saying(target=self.baseline.target))

    def _idle_days(self) -> int:
        """Count the days, in whole weeks since the baseline, on which no work was logged."""
        start, today = self.baseline.on, self.planner.person.today
        worked = {
            (entry.on - start).days // WEEK
            for entry in work_entries(self.planner.person)
            if entry.on >= start
        }
        weeks = (today - start).days // WEEK
        return WEEK * sum(week not in worked for week in range(weeks))

    def _curriculum_changed(self, then: Person) -> bool:
        saved = tuple(self.baseline.exercises)
        return self.baseline.curriculum != then.curriculum.version or saved != exercises_left(
            self._planned(self._planner_then(then)).stages
        )


def exercises_left(stages: Sequence[Stage]) -> tuple[str, ...]:
    """List what is left on a route as a baseline keeps it: "id=hours"."""
    return tuple(
        f"{task.exercise.id}={task.hours_left:.2f}"
        for stage in stages
        for task in stage.tasks
        if task.is_todo
    )


def _said(person: Person, says: dict[str, Any]) -> Person:
    return _saying_only(person, {**person.says, **says})


def _saying_only(person: Person, says: dict[str, Any]) -> Person:
    return replace(person, says=says)


def _with_bias(forecaster: Forecaster, bias: float | None) -> Forecaster:
    return Forecaster(
        person=forecaster.person,
        item_hours=forecaster.item_hours,
        hours_per_week=forecaster.hours_per_week,
        bias=bias,
    )


def _median_day(forecaster: Forecaster, days: list[float]) -> int | None:
    middle = sorted(days)[ceil(len(days) / 2) - 1]
    return None if middle == inf else forecaster.person.today.toordinal() + ceil(middle - 1e-9)


def _none() -> tuple[Cause, ...]:
    return tuple(Cause(cause=name, days=0) for name in CAUSES)


def baseline_keys(planner: Planner, chosen: RouteForecast) -> dict[str, Any]:
    """Give the keys of a baseline: the P50 dates of a route and what they rest on."""
    forecaster = planner.forecaster
    return {
        "target": planner.target.id,
        "route": chosen.route.id,
        "study": chosen.study.p50,
        "finish": chosen.finish.p50,
        "hours_per_week": forecaster.promised,
        "pace": round(forecaster.credited_hours_per_week, 4),
        "exercises": exercises_left(chosen.stages),
        "gates": tuple(
            f"{gate.gate.id}={gate.open_on.isoformat() if gate.open_on else ''}"
            for gate in chosen.gates
        ),
        "curriculum": planner.person.curriculum.version,
    }
