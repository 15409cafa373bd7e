"""The week, or any time up to today, looked back upon: what was done, what kept, what moved."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter

from pmcareer.domain.coaching.practices import days_kept, occasion_of, practices_of
from pmcareer.domain.coaching.prompts import days_since_first_use
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, days_between
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import DRIFT_CAUSES, DriftCause
from pmcareer.domain.logbook.entries import Baseline, Did, Entry, Finished
from pmcareer.domain.logbook.logbook import of_kind, oldest_first
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.promise import hours_spent, promise_by_day
from pmcareer.domain.plan.cause import Cause
from pmcareer.domain.plan.drift import (
    DateMove,
    Drift,
    Moved,
    baseline_keys,
    drift_between,
    drift_of,
)
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.workplan import Task

MILESTONES = (10, 25, 50, 75, 100)
"""So many exercises done are worth a look at who helped."""
TWO_WEEKS_IN = range(14, 21)
"""Days after the first use on which one looks back first: in the week after two full ones."""

REVIEW = "review"
"""The id of a plan that nobody saved, as of the day on which the time looked back upon began."""


@frozen
class DoneLately:
    """An exercise finished in this time."""

    exercise: Exercise
    entry: Finished
    hours: float
    """Credited."""


@frozen
class Hours:
    """Hours of work on exercises and steps in this time."""

    logged: float
    """As logged; an exercise without minutes counts its estimate."""
    credited: float
    promised: float | None
    """For the study days up to today, by each day's promise; None in the first week."""


@frozen
class PracticeLately:
    """A practice and how often it was kept in this time."""

    practice: Practice
    kept: int
    occasions: int
    """How often it could have been kept."""


def done_since(person: Person, since: date) -> tuple[DoneLately, ...]:
    """List the exercises finished for the first time, earliest first."""
    found = []
    for name, (first, *_) in person.finished.items():
        exercise = person.curriculum.exercise.get(name)
        if exercise and first.on >= since:
            found.append(DoneLately(exercise=exercise, entry=first, hours=exercise.mean_hours))
    return tuple(sorted(found, key=attrgetter("entry.on")))


def steps_since(person: Person, since: date) -> tuple[Did, ...]:
    """List what was done with people, and which gates were confirmed, earliest first."""
    lately = [entry for entry in of_kind(person.entries, Did) if entry.on >= since]
    return tuple(oldest_first(lately))


def hours_since(person: Person, since: date, *, asks: bool = True) -> Hours:
    """Set the hours of this time against the promise for it, while the plan asks for any."""
    credited = sum(hours for day, hours in person.credited_by_day.items() if day >= since)
    promised = _promised(person, since) if asks else None
    return Hours(logged=hours_spent(person, since), credited=credited, promised=promised)


def _promised(person: Person, since: date) -> float | None:
    """Add up the promised hours, from the first use on: nobody promised anything before.

    None in the first week, in which nobody is measured.
    """
    # 8 hours a week on Mondays and Fridays, with one Friday off, are 12 hours in a fortnight.
    first = person.first_use or person.today
    if (person.today - first).days < DAYS_PER_WEEK:
        return None
    days = days_between(max(since, first), person.today)
    meant = filter(person.calendar.is_study_day, days)
    promised = sum(map(promise_by_day(person), meant))
    return promised / (len(person.calendar.study_days) or DAYS_PER_WEEK)


def practices_since(person: Person, since: date) -> tuple[PracticeLately, ...]:
    """Count how often each active practice was kept."""
    return tuple(_kept_since(person, kept.practice, since) for kept in practices_of(person))


def _kept_since(person: Person, practice: Practice, since: date) -> PracticeLately:
    # Before the logbook was begun there was nothing to be kept.
    days = days_between(max(since, person.first_use or since), person.today)
    kept = days_kept(person, practice).intersection(days)
    return PracticeLately(
        practice=practice,
        kept=len({occasion_of(practice, day) for day in kept}),
        occasions=len({occasion_of(practice, day) for day in days}),
    )


def drift_since(planner: Planner, counting: Iterable[Entry], since: date) -> Moved | None:
    """Say why the date moved: since the saved plan where there is one, else since this time began.

    Without one the dates that screens showed are compared, and a plan as of the beginning is worked
    out to find the causes. None where nothing was logged before.
    """
    entries = tuple(counting)
    saved = drift_of(planner, entries)
    if saved is not None:
        return saved
    before = [entry for entry in entries if _was_there(entry, since)]
    if not before:
        return None
    person = planner.person.as_of(since, before)
    then = Planner(person=person.saying(target=planner.target.id))
    plan = _plan_as_of(then)
    shown = _shown(then.shown, planner.shown)
    # What stands still has no causes, and to look for them takes as long as to plan anew.
    if not any(move.moved_days for move in shown):
        return Moved(baseline=plan, study=shown[0], finish=shown[1])
    return _as_shown(drift_between(planner, then, plan), *shown)


def _was_there(entry: Entry, day: date) -> bool:
    """Tell whether an entry stood in the logbook when a day began."""
    return max(entry.on, entry.written_on) < day


def _plan_as_of(then: Planner) -> Baseline:
    """Save, for this comparison alone, what the plan was."""
    keys = baseline_keys(then, then.best)
    return Baseline.model_validate({"on": then.person.today, "id": REVIEW, **keys})


def _shown(then: RouteDates, now: RouteDates) -> tuple[DateMove, DateMove]:
    """Compare the dates of study and finish that screens showed, which follow P50 more slowly."""
    study = _unexplained(then.study.likely, now.study.likely)
    return study, _unexplained(then.finish.likely, now.finish.likely)


def _unexplained(before: date | None, after: date | None) -> DateMove:
    because = tuple(Cause(cause=cause, days=0) for cause in DRIFT_CAUSES)
    return DateMove(before=before, after=after, because=because)


def _as_shown(drift: Drift, study: DateMove, finish: DateMove) -> Drift:
    """Give the moves that screens showed the causes of a comparison."""
    return replace(
        drift,
        study=_explained(study, drift.study.because),
        finish=_explained(finish, drift.finish.because),
    )


def _explained(move: DateMove, because: Iterable[Cause]) -> DateMove:
    if not move.moved_days:
        return move
    causes = _scaled({cause.cause: cause.days for cause in because}, move.moved_days)
    return replace(
        move, because=tuple(Cause(cause=cause, days=part) for cause, part in causes.items())
    )


def _scaled(causes: Mapping[DriftCause, int], days: int) -> dict[DriftCause, int]:
    """Let causes of one move add up to another: of the pace first, then of the largest."""
    # 28 days of calendar and 12 of pace, and the date that is shown moved by 20: the 12 of pace
    # go, and 8 of calendar. Had it moved by 45, the other 5 were not explained.
    scaled = dict(causes)
    largest_first = sorted(scaled, key=lambda each: -abs(scaled[each]))
    for cause in ("pace", *largest_first):
        over = sum(scaled.values()) - days
        if scaled[cause] * over > 0:
            scaled[cause] -= over if abs(over) < abs(scaled[cause]) else scaled[cause]
    scaled["remainder"] += days - sum(scaled.values())
    return scaled


def milestone_since(planner: Planner, since: date, done: Sequence[DoneLately]) -> str | None:
    """Name the milestone reached: a project closed, a stage's last exercise, the 10th or 25th."""
    person = planner.person
    closed = [entry.project for entry in person.closed_projects if entry.on >= since]
    if closed:
        return f"{closed[-1]} is closed"
    for stage in planner.for_today.stages:
        if _is_last_done_of(stage.tasks, done):
            return f"every exercise on the way to {stage.leg.target.title} is done"
    return _number_reached(len(person.finished), len(done))


def _number_reached(count: int, lately: int) -> str | None:
    # Of 8 done before and 3 lately, the 10th is one of the three.
    for number in reversed(MILESTONES):
        if count - lately < number <= count:
            return f"{number} exercises are done"
    return None


def _is_last_done_of(tasks: Iterable[Task], done: Iterable[DoneLately]) -> bool:
    """Tell whether nothing is left of a stage, and something of it was done in this time."""
    lately = {each.exercise.id for each in done}
    is_done_now = False
    for task in tasks:
        if task.is_todo:
            return False
        is_done_now |= task.state != "covered" and task.exercise.id in lately
    return is_done_now


def thanking(curriculum: Curriculum) -> str | None:
    """Name the practice of thanking somebody, where the curriculum has one."""
    for practice in curriculum.practices:
        if practice.counts_as == "thanks":
            return practice.id
    return None


def looks_back(person: Person) -> bool:
    """Tell whether it is time to ask, once, whether the first two weeks went as promised."""
    return days_since_first_use(person) in TWO_WEEKS_IN
