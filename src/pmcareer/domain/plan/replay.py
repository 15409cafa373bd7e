"""A saved plan and today's, with one thing after the other as it was when the plan was saved."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from itertools import chain
from math import ceil, inf

from pmcareer.domain.forecast.critical_path import drivers_of
from pmcareer.domain.forecast.dates import median_of
from pmcareer.domain.forecast.forecaster import Forecaster, WhatIf
from pmcareer.domain.forecast.leg_times import Effort, Walked
from pmcareer.domain.forecast.outlook import EFFORT
from pmcareer.domain.forecast.per_trial import moved
from pmcareer.domain.gates.wording import gate_words
from pmcareer.domain.ground.calendar import Calendar, Range, clipped, plus_days, union_of
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import DriftCause
from pmcareer.domain.logbook.entries import (
    Answered,
    Assessed,
    Certified,
    Closed,
    Did,
    Entry,
    Experience,
    Profile,
)
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.present_stage import searching_since
from pmcareer.domain.plan.lost_days import LostDays, lost_since
from pmcareer.domain.plan.overruns import Spent, spent_since
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.stages import tasks_not_covered

SCOPE_KEYS = (
    "role",
    "target",
    "background",
    "projects",
    "pmo_services",
    "pmo_type",
    "culture",
    "context",
    "mentor",
)
POST_KEYS = ("role", "since")
"""What says which post one is in."""
SAID = (Assessed, Answered)
"""What changes the levels and the answers that a plan rests on."""
RECORDS = (Experience, Closed, Certified, Did)
"""What opens gates."""
ROUNDING_MONTHS = 0.1


@frozen
class Ends:
    """P50s of a route as numbers of days of the calendar; None for never."""

    study: int | None
    finish: int | None


@frozen
class Replay:
    """Goes along one route with ever less of what has changed since it was saved."""

    planner: Planner
    saved: Planner
    """Plans as of the day on which the plan was saved, for the person one was."""
    route: str
    """The id of the route that was saved."""

    @cached_property
    def steps(self) -> tuple[Ends, ...]:
        """List today's ends, those after each step back, and those of the saved plan.

        Back to the calendar, the bias, the scope and the record as saved, one after the other; the
        saved plan had its study ended as it did, had besides no days been lost, and as it was.
        """
        today, saved_on = self.planner.person.today, self.saved.person.today
        back = [
            self.now.trials,
            self._same_calendar,
            self._same_bias,
            self._same_scope,
            self._same_record,
        ]
        then = [*self._with_study_of_today, self.saved_route.trials]
        return (*map(partial(_ends, today), back), *map(partial(_ends, saved_on), then))

    @cached_property
    def now(self) -> Planned:
        """Today's plan of the route."""
        return self._route_in(self.planner)

    @cached_property
    def _same_calendar(self) -> Walked:
        """Today's route with days off and study days as saved, and no pauses of whole weeks."""
        person = self._with_saved_calendar(self.planner.person)
        if person.calendar == self.planner.person.calendar and not self.lost.paused_from:
            return self.now.trials
        what_if = WhatIf(paused_from=self.lost.paused_from)
        forecaster = replace(self.now.forecaster, person=person, what_if=what_if)
        return forecaster.walked(self.now.route, self.now.stages)

    @cached_property
    def _same_bias(self) -> Walked:
        """And with the hours spent since having earned what was expected of them then."""
        if not self.spent.is_off:
            return self._same_calendar
        return self.as_estimated.walked(self.now.route, self.now.stages)

    @property
    def overrun_days(self) -> tuple[int, int]:
        """Count the days by which study and finish are later for what took longer than expected."""
        today = self.planner.person.today
        now, meant = _ends(today, self._same_calendar), _ends(today, self._same_bias)
        return _days_between(meant.study, now.study), _days_between(meant.finish, now.finish)

    @cached_property
    def _same_scope(self) -> Walked:
        """And with what one said of oneself then, and without new assessments."""
        if self._with_said is self.now:
            return self._same_bias
        said = self._with_said
        return self._as_estimated(said).walked(said.route, said.stages)

    @cached_property
    def _with_said(self) -> Planned:
        """Today's plan of the route with what was said then; today's own where that is the same."""
        now, then = self.planner.person, self.saved.person
        is_said_anew = any(now.says.get(key) != then.says.get(key) for key in SCOPE_KEYS)
        if not is_said_anew and not self._new(*SAID):
            return self.now
        return self._route_in(self._planner_without(*SAID))

    @cached_property
    def _same_record(self) -> Walked:
        """And without months, projects, certificates, gates met and a search that are new."""
        if not self._new(*RECORDS) and not self.search_began:
            return self._same_scope
        without = self._route_in(self._planner_without(*SAID, *RECORDS))
        # What steps open is gone, and not the hours that they took: they are of the pace.
        return self._as_estimated(self._with_said).walked(without.route, without.stages)

    def _new(self, *kinds: type[Entry]) -> list[Entry]:
        """List the entries of these kinds since the plan was saved."""
        new = (entry for entry in self.planner.person.entries if entry.id not in self._old)
        return [entry for entry in new if isinstance(entry, kinds)]

    @cached_property
    def search_began(self) -> bool:
        """Tell whether it is on record since when one looks for a post, and was not then."""
        since = searching_since(self.planner.person)
        return since is not None and since != searching_since(self.saved.person)

    @property
    def has_another_post(self) -> bool:
        """Tell whether another role was said since, or that one is on a detour."""
        return self.planner.person.says.get("role") != self.saved.person.says.get("role")

    @property
    def record_cause(self) -> DriftCause:
        """Say what new records move a date for: a search that has begun, or what opens gates."""
        is_gate = any(not isinstance(entry, Did) or entry.gate for entry in self._new(*RECORDS))
        return "moves" if self.search_began and not is_gate else "gates"

    @cached_property
    def _old(self) -> frozenset[str]:
        return frozenset(entry.id for entry in self.saved.person.entries)

    def _planner_without(self, *kinds: type[Entry]) -> Planner:
        """Plan for today's person who says what was said then, without new entries of these."""
        now, then = self.planner.person, self.saved.person
        new = frozenset(entry.id for entry in self._new(*kinds))
        # Of a post that was said since, its months are not served either.
        post = POST_KEYS if self.has_another_post else ()
        unsaid = dict.fromkeys((*post, "looking") if Did in kinds else post)
        kept = [self._but(entry, unsaid) for entry in now.entries if entry.id not in new]
        person = now.as_of(now.today, kept)
        keys = (*SCOPE_KEYS, *post)
        says = {key: value for key, value in now.says.items() if key not in keys}
        said = {key: then.says.get(key) for key in keys}
        person = replace(person, says=says).saying(**said)
        return Planner(person=person, hours_per_week=self.planner.hours_per_week)

    def _but(self, entry: Entry, unsaid: Mapping[str, None]) -> Entry:
        """Leave out of what was said since then what these keys say."""
        if not unsaid or entry.id in self._old or not isinstance(entry, Profile):
            return entry
        return entry.model_copy(update=unsaid)

    @cached_property
    def as_estimated(self) -> Forecaster:
        """Forecasts today with the saved calendar, had hours spent earned what was expected."""
        return self._as_estimated(self.now)

    def _as_estimated(self, planned: Planned) -> Forecaster:
        person = self._with_saved_calendar(planned.forecaster.person)
        spent = self.spent
        what_if = WhatIf(
            more_by_day=spent.more_by_day,
            hours_ahead=spent.hours_ahead,
            paused_from=self.lost.paused_from,
        )
        bias = self.saved.person.bias[0]
        return replace(planned.forecaster, person=person, what_if=what_if, bias=bias)

    def _with_saved_calendar(self, person: Person) -> Person:
        """Take days to come as the saved calendar had them, and idle weeks for days off."""
        today = self.planner.person.today
        past = clipped(self.planner.person.calendar.days_off, date.min, today)
        ahead = clipped(self.saved.person.calendar.days_off, plus_days(today, 1), date.max)
        off = union_of([*past, *self.lost.idle_ranges, *ahead])
        said = self.saved.person.says.get("study_days", ())
        return person.saying(days_off=tuple(map(_written, off)), study_days=said)

    @cached_property
    def lost(self) -> LostDays:
        """Days off and idle since the plan was saved."""
        person = self.planner.person
        then = self.saved.person.calendar
        return lost_since(person.ledger, self.saved.person.today, person.today, then)

    @cached_property
    def days_off_ahead(self) -> int:
        """Days off to come, less those that the saved calendar had."""
        now, then = self.planner.person.calendar, self.saved.person.calendar
        tomorrow = plus_days(self.planner.person.today, 1)
        return _count(now, tomorrow) - _count(then, tomorrow)

    @cached_property
    def spent(self) -> Spent:
        """What was spent since the plan was saved, against what it earned."""
        tasks = tasks_not_covered(self.now.stages)
        planned = frozenset(task.exercise.id for task in tasks)
        return spent_since(self.planner.person, self.saved.person, planned)

    @cached_property
    def _with_study_of_today(self) -> tuple[Walked, Walked]:
        """Go along the saved plan as if its study went as it did, and had no days been lost."""
        then, now = self.saved_route, self._same_record
        if len(then.stages) != len(now):
            return then.trials, then.trials
        elapsed = (self.planner.person.today - self.saved.person.today).days
        studied = [_moved(times.by_effort, elapsed) for times in now]
        walked = then.forecaster.walked(then.route, then.stages, studied=studied)
        if not self.lost.days:
            return walked, walked
        kept = list(map(partial(_moved, by=-self.lost.days), studied))
        return walked, then.forecaster.walked(then.route, then.stages, studied=kept)

    @cached_property
    def saved_route(self) -> Planned:
        """The saved plan, worked out again."""
        return self._route_in(self.saved)

    def _route_in(self, planner: Planner) -> Planned:
        """Find the saved route, or the recommended one where it is no longer among the routes."""
        for planned in planner.candidates:
            if planned.route.id == self.route:
                return planned
        # Only here: to recommend means to rank, and that goes along every route in every trial.
        return planner.recommended

    @cached_property
    def waits_for(self) -> str | None:
        """What sets the date beside study, in most more trials than had all of it gone on."""
        # A stay of two years has one left after one, and decides no more often than it did. What
        # others have still to give takes as long as on the first day, and now decides more often.
        drivers = drivers_of(self._same_record)
        gone_on = drivers_of(self._with_study_of_today[0])
        waiting = (name for name in drivers if name != EFFORT)
        return max(waiting, key=lambda name: drivers[name] - gone_on.get(name, 0.0), default=None)

    @property
    def is_gate_nearer(self) -> bool:
        """Tell whether some of what the gate that sets the date lacked is on record by now."""
        now, then = map(self._missing, (self.now, self.saved_route))
        return then - now > ROUNDING_MONTHS

    def _missing(self, planned: Planned) -> float:
        for status in chain.from_iterable(leg.gates for leg in planned.route.legs):
            if status.gate.id == self.waits_for:
                return status.missing
        return 0.0

    @cached_property
    def gates(self) -> Mapping[str, str]:
        """The gates of the route in words, by their ids."""
        legs = self.now.route.legs
        curriculum = self.planner.person.curriculum
        gates: dict[str, str] = {}
        for status in chain.from_iterable(leg.gates for leg in legs):
            gates[status.gate.id] = gate_words(status.gate, curriculum, status.needed)
        return gates


def _moved(effort: Effort, by: float) -> Effort:
    return Effort(done=moved(effort.done, by), enough=moved(effort.enough, by))


def _ends(today: date, walked: Walked) -> Ends:
    last = walked[-1]
    return Ends(study=_day(today, last.study), finish=_day(today, last.finish))


def _days_between(before: int | None, after: int | None) -> int:
    """Count the days from one end to another; none where one of them is never."""
    return 0 if before is None or after is None else after - before


def _day(today: date, days: Iterable[float]) -> int | None:
    middle = median_of(days)
    return None if middle == inf else today.toordinal() + ceil(middle - 1e-9)


def _count(calendar: Calendar, first: date) -> int:
    ranges = clipped(calendar.days_off, first, date.max)
    return sum((end - start).days + 1 for start, end in ranges)


def _written(off: Range) -> str:
    return f"{off[0]}..{off[1]}"
