"""Why a date moved: the days between a saved plan and today's, taken apart by cause."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from pmcareer.domain.forecast.outlook import RouteForecast
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, days_between
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import DRIFT_CAUSES, DriftCause
from pmcareer.domain.logbook.entries import Baseline, Entry
from pmcareer.domain.logbook.logbook import newest_first, of_kind
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.person.steps import steps_logged
from pmcareer.domain.plan.cause import Cause
from pmcareer.domain.plan.lost_days import LostDays
from pmcareer.domain.plan.overruns import Overrun
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.replay import Replay
from pmcareer.domain.roadmap.stages import Stages, todo_in

FOUR_WEEKS = 28


@frozen
class DateMove:
    """How far and why a date has moved since the plan was saved."""

    before: date | None
    after: date | None
    because: tuple[Cause, ...]
    """Every cause in a fixed order; the parts add up to the whole."""

    @property
    def moved_days(self) -> int | None:
        """None where one of the dates is missing."""
        return days_from(self.before, self.after)


@frozen
class Grounds:
    """What is known of the causes, to put them into words."""

    lost: LostDays
    days_off_ahead: int
    """Days off to come, less those that the saved calendar had."""
    overruns: tuple[Overrun, ...]
    """Exercises that took longer or shorter than estimated, the furthest off first."""
    hours_elsewhere: float
    """Hours spent on exercises outside the plan."""
    pace_then: float
    """Credited hours a week, as saved."""
    pace_now: float
    """Today, had what was spent been earned, and pauses of whole weeks left out."""
    done_then: float | None
    """Hours a week spent on exercises over the four weeks before; None where less than one is."""
    done_now: float | None
    """The same since."""
    promise_then: float
    promise_now: float
    own_weeks_count: bool
    """The dates rest on the log now, and rested on the promise when they were saved."""
    waits_for: str | None
    """The gate that sets the date, in words; None where none does."""
    is_gate_nearer: bool
    """Some of what it lacked is on record by now."""
    steps_meanwhile: int = 0
    """Steps logged without their minutes on the days that were lost: no study, but no idleness."""
    search_began: bool = False
    """It is on record by now that one looks for a post."""


@frozen
class Moved:
    """A saved plan, and how far its dates have moved since."""

    baseline: Baseline
    study: DateMove
    finish: DateMove

    @property
    def main(self) -> DateMove:
        """The move of the finish, or of the study where a finish is missing."""
        return self.study if self.finish.moved_days is None else self.finish

    @property
    def moved_days(self) -> int | None:
        """Of the main move; None where both lack a date."""
        return self.main.moved_days

    @property
    def because(self) -> tuple[Cause, ...]:
        """Why the main date moved."""
        return self.main.because


@frozen
class Drift(Moved):
    """The same, and what is known of why."""

    route: str
    """The id of the route that is compared."""
    grounds: Grounds


def drift_of(planner: Planner, counting: Iterable[Entry]) -> Drift | None:
    """Compare today's plan with the newest baseline for its target; None without one.

    Today's plan is changed back to the saved one step by step, and each step's effect on the P50
    is one cause: days off, study days and pauses of whole weeks (calendar), what took more or less
    than its estimate (bias), what the person says and what is assessed (scope), new months,
    projects and certificates (gates). What is left is the passing of time. Days that were off or
    idle are calendar; time in which the gate or the move that sets the date came no nearer is
    gates or moves; study that went slower or faster is pace. A changed curriculum is scope too.
    Whatever the saved figures differ by when they are worked out again is the remainder.
    """
    entries = tuple(counting)
    baseline = _newest_baseline(entries, planner.target.id, planner.person.today)
    if baseline is None:
        return None
    then = person_of(planner.person.curriculum, _before(baseline, entries), baseline.on)
    then = then.saying(target=baseline.target)
    saved = Planner(person=then, hours_per_week=_tried(baseline, then))
    return drift_between(planner, saved, baseline)


def drift_between(planner: Planner, saved: Planner, baseline: Baseline) -> Drift:
    """Say how far and why dates have moved from a saved plan to today's."""
    replay = Replay(planner=planner, saved=saved, route=baseline.route)
    return _Comparison(baseline=baseline, replay=replay).drift()


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


def _tried(baseline: Baseline, then: Person) -> float | None:
    """Return the promise that was tried out when the plan was saved, if one was."""
    said = baseline.hours_per_week
    return None if said == then.hours_per_week else said


def days_from(before: date | None, after: date | None) -> int | None:
    """Count the days from one date to another; None where one is missing."""
    if before is None or after is None:
        return None
    return (after - before).days


@frozen
class _Comparison:
    baseline: Baseline
    replay: Replay

    def drift(self) -> Drift:
        now = dates_compared(self.replay.now)
        again = dates_compared(self.replay.saved_route)
        saved = (self.baseline.study, self.baseline.finish)
        study, finish = zip(saved, now, again, strict=True)
        return Drift(
            baseline=self.baseline,
            study=self._move("study", *study),
            finish=self._move("finish", *finish),
            route=self.replay.now.route.id,
            grounds=self._grounds(),
        )

    def _move(
        self, name: str, before: date | None, after: date | None, again: date | None
    ) -> DateMove:
        moved_days = days_from(before, after)
        parts: Mapping[DriftCause, int] = dict.fromkeys(DRIFT_CAUSES, 0)
        if moved_days is not None:
            parts = self._parts(name, moved_days, days_from(before, again) or 0)
        causes = tuple(Cause(cause=cause, days=parts[cause]) for cause in DRIFT_CAUSES)
        return DateMove(before=before, after=after, because=causes)

    def _parts(self, name: str, moved_days: int, remainder: int) -> dict[DriftCause, int]:
        # Saved was 1 March. Today's plan says 31 March; 24 March with the calendar of then, and
        # still so with the bias, scope and record of then: 7 days of calendar. The saved plan with
        # the study as it went says 10 March: 14 days were waited, for a gate. Had a week not been
        # idle it would have said 3 March: 7 more days of calendar. Worked out again it says 1
        # March: the other 2 are pace. In all 30, and no remainder.
        days = _filled([getattr(step, name) for step in self.replay.steps])
        today, calendar, bias, scope, record, studied, without_loss, _ = days
        parts = dict.fromkeys(DRIFT_CAUSES, 0)
        parts["calendar"] = self._not_earlier(today - calendar) + studied - without_loss
        parts["bias"] = calendar - bias
        parts["scope"] = bias - scope
        parts[self.replay.record_cause] += scope - record
        self._add_waiting(parts, record - studied)
        parts["scope" if self._has_another_curriculum() else "remainder"] += remainder
        # What dates move by being rounded to a study day is in the pace.
        parts["pace"] += moved_days - sum(parts.values())
        return parts

    def _not_earlier(self, days: int) -> int:
        """Leave it to the pace if a pause made that faster: days off make no date earlier."""
        return days if self.replay.days_off_ahead < 0 else max(0, days)

    def _add_waiting(self, parts: dict[DriftCause, int], waited: int) -> None:
        """Book the time that did not count for what sets the date, less what it was spent in."""
        # 60 days went by, and 60 days of work were entered for them, or spent in a post that was
        # said since: neither moved anything.
        cause = self._waiting_cause
        spent: dict[DriftCause, bool] = {
            "gates": cause == "moves",
            "scope": self.replay.has_another_post,
        }
        for name in filter(spent.get, spent):
            counted = max(0, min(waited, -parts[name]))
            parts[name] += counted
            waited -= counted
        parts[cause] += waited

    @property
    def _waiting_cause(self) -> DriftCause:
        waits_for = self.replay.waits_for
        if waits_for is None:
            return "pace"
        return "gates" if waits_for in self.replay.gates else "moves"

    def _grounds(self) -> Grounds:
        now, person = self.replay.now.forecaster, self.replay.planner.person
        before = self._last_day_before
        return Grounds(
            lost=self.replay.lost,
            days_off_ahead=self.replay.days_off_ahead,
            overruns=self.replay.spent.overruns,
            hours_elsewhere=self.replay.spent.hours_elsewhere,
            pace_then=self.replay.saved.forecaster.credited_hours_per_week,
            pace_now=self.replay.as_estimated.credited_hours_per_week,
            done_then=hours_done(person, before - timedelta(days=FOUR_WEEKS), before),
            done_now=hours_done(person, before, person.today),
            promise_then=self.replay.saved.forecaster.promised,
            own_weeks_count=now.rests_on_log and not self.replay.saved.forecaster.rests_on_log,
            promise_now=now.promised,
            waits_for=self.replay.gates.get(self.replay.waits_for or ""),
            is_gate_nearer=self.replay.is_gate_nearer,
            search_began=self.replay.search_began,
            steps_meanwhile=_steps_on(self.replay.lost.idle, person),
        )

    @property
    def _last_day_before(self) -> date:
        """The last day of work that the saved plan knew all of: its own, if there was any."""
        saved = self.replay.saved.person
        if saved.today in saved.ledger.study_days:
            return saved.today
        return saved.today - timedelta(days=1)

    def _has_another_curriculum(self) -> bool:
        if self.baseline.curriculum != self.replay.saved.person.curriculum.version:
            return True
        return self.baseline.exercises != exercises_left(self.replay.saved_route.stages)


def _steps_on(days: Collection[date], person: Person) -> int:
    return sum(entry.on in days for entry in steps_logged(person))


def hours_done(person: Person, after: date, last: date) -> float | None:
    """Average the hours a week spent on exercises after a day up to the last, once in use.

    Of the last whole weeks, so that no weekday counts twice, without the days off in them; None
    where there is none.
    """
    # 18 hours in the last three weeks, of 23 days since the first entry: 6. With a fortnight off
    # among them it is the same in 37 days.
    first = max(after + timedelta(days=1), person.first_use or person.today)
    days = [day for day in days_between(first, last) if not person.calendar.is_off(day)]
    counted = days[len(days) % DAYS_PER_WEEK :]
    if not counted:
        return None
    done = (entry for entry in person.ledger.study if counted[0] <= entry.on <= last)
    return sum(map(person.ledger.minutes_of, done)) / 60 / len(counted) * DAYS_PER_WEEK


def dates_compared(planned: Planned) -> tuple[date | None, date | None]:
    """Choose the dates of a plan that are compared with those of another: study, finish."""
    dates = planned.forecaster.dates(planned.route, planned.stages, planned.trials)
    return dates.study.p50, dates.finish.p50


def _filled(days: Sequence[int | None]) -> list[int]:
    """Let a step on which nothing ever ends be no step: the next takes all the way."""
    filled: list[int] = []
    for day in reversed(days):
        filled.append(filled[-1] if day is None and filled else day or 0)
    return filled[::-1]


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
