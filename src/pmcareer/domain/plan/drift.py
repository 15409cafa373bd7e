"""Why a date moved: the days between a saved plan and today's, taken apart by cause."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import ceil, inf
from typing import Any

from pmcareer.domain.forecast.dates import median_of
from pmcareer.domain.forecast.outlook import RouteForecast
from pmcareer.domain.forecast.walk import Walked
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import DRIFT_CAUSES, DriftCause
from pmcareer.domain.logbook.entries import (
    Assessed,
    Baseline,
    Certified,
    Closed,
    Entry,
    Experience,
)
from pmcareer.domain.logbook.logbook import newest_first, of_kind
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.plan.planner import Planned, Planner
from pmcareer.domain.roadmap.stages import Stages, todo_in

CALENDAR_KEYS = ("days_off", "study_days")
SCOPE_KEYS = ("role", "target", "background", "projects", "pmo_services")


@frozen
class Cause:
    """One part of a move, in days; later is positive."""

    cause: DriftCause
    days: int


@frozen
class Drift:
    """A saved plan, and how far and why its date has moved since."""

    baseline: Baseline
    moved_days: int | None
    """Of the finish, or of the study where a finish is missing; None where both are."""
    because: tuple[Cause, ...]
    """Every cause in a fixed order; the parts add up to the whole."""


def drift_of(planner: Planner, counting: Iterable[Entry]) -> Drift | None:
    """Compare today's plan with the newest baseline for its target; None without one.

    Today's plan is changed back to the saved one step by step, and each step's effect on the P50
    is one cause: days off and study days (calendar), how far exercises overran (bias), what the
    person says and what is assessed (scope), new months, projects and certificates (gates). What
    is left is the passing of time: through the study (pace), or through months that nobody served
    (moves; calendar for weeks without any work). A changed curriculum is scope too. Whatever the
    saved figures still differ by is the remainder.
    """
    entries = tuple(counting)
    baseline = _newest_baseline(entries, planner.target.id, planner.person.today)
    if baseline is None:
        return None
    then = person_of(planner.person.curriculum, _before(baseline, entries), baseline.on)
    saved = Planner(person=then.saying(target=baseline.target))
    return _Comparison(planner=planner, baseline=baseline, saved=saved).drift()


def _newest_baseline(entries: Iterable[Entry], target: str, today: date) -> Baseline | None:
    for entry in newest_first(of_kind(entries, Baseline)):
        if entry.target == target and entry.on <= today:
            return entry
    return None


def _before(baseline: Baseline, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Return what stood in the logbook when the baseline was saved."""
    is_above = True
    for entry in entries:
        is_above = is_above and entry.id != baseline.id
        was_there = is_above
        # Of two logbooks that were merged the instants tell, of one second the order in the file:
        # an entry of 18:30 below a baseline of 19:00 was there when it was saved, one of 19:30
        # above it was not.
        if entry.at and baseline.at and entry.at != baseline.at:
            was_there = entry.at < baseline.at
        if was_there:
            yield entry


@frozen
class _Comparison:
    planner: Planner
    baseline: Baseline
    saved: Planner
    """Plans as of the day of the baseline, for the person one was."""

    def drift(self) -> Drift:
        p50s = self._p50s()
        days = [day for day in p50s if day is not None]
        if len(days) < len(p50s):
            return self._drift(None, dict.fromkeys(DRIFT_CAUSES, 0))
        return self._drift(days[0] - days[-1], self._parts(days))

    def _drift(self, moved_days: int | None, parts: Mapping[DriftCause, int]) -> Drift:
        return Drift(
            baseline=self.baseline,
            moved_days=moved_days,
            because=tuple(Cause(cause=cause, days=parts[cause]) for cause in DRIFT_CAUSES),
        )

    def _p50s(self) -> list[int | None]:
        """List today's P50, that after each step back, and the saved one, as numbers of days."""
        now = self._changed_back()
        then = [self._walked_with_study_of(now[-1]), self._walked(self.saved)]
        saved = self.baseline.finish or self.baseline.study
        return [
            *self._days(self.planner.person.today, now),
            *self._days(self.baseline.on, then),
            None if saved is None else saved.toordinal(),
        ]

    def _changed_back(self) -> list[Walked]:
        """Go along the route as of today, and after each step back.

        Each step keeps what the ones before it changed back.
        """
        old_bias = self.saved.person.bias[0]
        same_calendar = self._planner(self._with_saved_calendar(self.planner.person))
        same_scope = self._planner(self._person_without(Assessed))
        same_record = self._planner(self._person_without(Assessed, Experience, Closed, Certified))
        return [
            self._walked(self.planner),
            self._walked(same_calendar),
            self._walked_with(old_bias, same_calendar),
            self._walked_with(old_bias, same_scope),
            self._walked_with(old_bias, same_record),
        ]

    def _planner(self, person: Person) -> Planner:
        return Planner(person=person, hours_per_week=self.planner.hours_per_week)

    def _with_saved_calendar(self, person: Person) -> Person:
        said = self.saved.person.says
        return person.saying(**{key: said.get(key, ()) for key in CALENDAR_KEYS})

    def _person_without(self, *kinds: type[Entry]) -> Person:
        """Today's person who says what was said then, without new entries of these kinds."""
        now, then = self.planner.person, self.saved.person
        old = {entry.id for entry in then.entries}
        kept = (entry for entry in now.entries if entry.id in old or not isinstance(entry, kinds))
        person = person_of(now.curriculum, kept, now.today)
        says = {key: value for key, value in person.says.items() if key not in SCOPE_KEYS}
        said = {key: then.says.get(key) for key in SCOPE_KEYS}
        return self._with_saved_calendar(replace(person, says=says).saying(**said))

    def _walked(self, planner: Planner) -> Walked:
        """Go along the saved route in every trial, with the bias that the log shows."""
        return self._route_in(planner).trials

    def _walked_with(self, bias: float, planner: Planner) -> Walked:
        """Go along the saved route in every trial, with another bias."""
        route = self._route_in(planner)
        return replace(planner.forecaster, bias=bias).walked(route.route, route.stages)

    def _route_in(self, planner: Planner) -> Planned:
        """Find the saved route, or the recommended one where it is no longer among the routes."""
        for planned in planner.candidates:
            if planned.route.id == self.baseline.route:
                return planned
        # Only here: to recommend means to rank, and that goes along every route in every trial.
        return planner.recommended

    @property
    def _saved_route(self) -> Planned:
        return self._route_in(self.saved)

    def _walked_with_study_of(self, now: Walked) -> Walked:
        """Go along the saved plan as if its study ended when it does by what was done since."""
        then = self._saved_route
        if len(then.stages) != len(now):
            return self._walked(self.saved)
        elapsed = (self.planner.person.today - self.baseline.on).days
        studied = [[day + elapsed for day in times.study] for times in now]
        return self.saved.forecaster.walked(then.route, then.stages, studied=studied)

    def _days(self, today: date, each_walk: Iterable[Walked]) -> Iterator[int | None]:
        """Yield the P50s as the numbers of days: of what the baseline has a date for."""
        for *_, last in each_walk:
            middle = median_of(last.study if self.baseline.finish is None else last.finish)
            yield None if middle == inf else today.toordinal() + ceil(middle - 1e-9)

    def _parts(self, days: Sequence[int]) -> Mapping[DriftCause, int]:
        # Saved was 1 March. Today's plan says 31 March; 24 March with the days off of then, and
        # still so with the bias, scope and record of then: 7 days of calendar. The saved plan with
        # the study as it went says 10 March: 14 days were waited, 7 of them in a week without work
        # (calendar, now 14), 7 served nowhere (moves). Worked out again it says 1 March: the other
        # 9 are pace. In all 30, and no remainder.
        today, calendar, bias, scope, record, studied, again, saved = days
        waited = record - studied
        idle = max(0, min(waited, self._idle_days()))
        parts: dict[DriftCause, int] = {
            "calendar": today - calendar + idle,
            "bias": calendar - bias,
            "scope": bias - scope,
            "gates": scope - record,
            "moves": waited - idle,
            "pace": studied - again,
            "remainder": again - saved,
        }
        if self._has_another_curriculum():
            parts["scope"] += parts["remainder"]
            parts["remainder"] = 0
        return parts

    def _idle_days(self) -> int:
        """Days in whole weeks since the baseline in which no work was logged."""
        start = self.baseline.on
        weeks = (self.planner.person.today - start).days // DAYS_PER_WEEK
        idle = set(range(weeks))
        for entry in self.planner.person.ledger.work:
            idle.discard((entry.on - start).days // DAYS_PER_WEEK)
        return DAYS_PER_WEEK * len(idle)

    def _has_another_curriculum(self) -> bool:
        if self.baseline.curriculum != self.saved.person.curriculum.version:
            return True
        return self.baseline.exercises != exercises_left(self._saved_route.stages)


def exercises_left(stages: Stages) -> tuple[str, ...]:
    """List what is left on a route as a baseline keeps it: "id=hours"."""
    return tuple(f"{task.exercise.id}={task.hours_left:.2f}" for task in todo_in(stages))


def baseline_keys(planner: Planner, chosen: RouteForecast) -> dict[str, Any]:
    """Return the keys of a baseline: the P50 dates of a route and what they rest on."""
    forecaster = planner.forecaster
    gates = [f"{gate.gate.id}={gate.open_on or ''}" for gate in chosen.gates]
    return {
        "target": planner.target.id,
        "route": chosen.route.id,
        "study": chosen.study.p50,
        "finish": chosen.finish.p50,
        "hours_per_week": forecaster.promised,
        "pace": round(forecaster.credited_hours_per_week, 4),
        "exercises": exercises_left(chosen.stages),
        "gates": tuple(gates),
        "curriculum": planner.person.curriculum.version,
    }
