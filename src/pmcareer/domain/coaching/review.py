"""The week, or any time up to today, looked back upon: what was done, what kept, what moved."""

from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter

from pmcareer.domain.coaching.practices import days_kept, occasion_of, practices_of
from pmcareer.domain.coaching.prompts import days_since_first_entry
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, days_between
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Baseline, Entry, Finished
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.person.rhythm import minutes_of, study_entries
from pmcareer.domain.plan.drift import Drift, baseline_keys, drift_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.workplan import Task

MILESTONES = (10, 25, 50, 75, 100)
"""So many exercises done are worth a look at who helped."""
SECOND_WEEK_DAYS = range(7, 21)
"""Days after the first entry on which one looks back first: the second week and one of grace."""


@frozen
class DoneLately:
    """An exercise finished in this time."""

    exercise: Exercise
    entry: Finished
    hours: float
    """Credited."""


@frozen
class Hours:
    """Hours of work on exercises in this time."""

    logged: float
    """As logged; an exercise without minutes counts its estimate."""
    credited: float
    promised: float | None
    """For the study days up to today, days off left out; None in the first week."""


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


def hours_since(person: Person, since: date, *, asks: bool = True) -> Hours:
    """Set the hours of this time against the promise for it, while the plan asks for any."""
    lately = [entry for entry in study_entries(person) if entry.on >= since]
    minutes = sum(minutes_of(person, entry) for entry in lately)
    credited = sum(hours for day, hours in person.credited_by_day.items() if day >= since)
    promised = _promised(person, since) if asks else None
    return Hours(logged=minutes / 60, credited=credited, promised=promised)


def _promised(person: Person, since: date) -> float | None:
    """Add up the promised hours, from the first use on: nobody promised anything before.

    None in the first week, in which nobody is measured.
    """
    # 8 hours a week on Mondays and Fridays, with one Friday off, are 12 hours in a fortnight.
    first = person.first_use or person.today
    if (person.today - first).days < DAYS_PER_WEEK:
        return None
    days = days_between(max(since, first), person.today)
    meant = sum(map(person.calendar.is_study_day, days))
    return person.hours_per_week * meant / (len(person.calendar.study_days) or DAYS_PER_WEEK)


def practices_since(person: Person, since: date) -> tuple[PracticeLately, ...]:
    """Count how often each active practice was kept."""
    return tuple(_kept_since(person, kept.practice, since) for kept in practices_of(person))


def _kept_since(person: Person, practice: Practice, since: date) -> PracticeLately:
    days = days_between(since, person.today)
    kept = days_kept(person, practice).intersection(days)
    return PracticeLately(
        practice=practice,
        kept=len({occasion_of(practice, day) for day in kept}),
        occasions=len({occasion_of(practice, day) for day in days}),
    )


def drift_since(planner: Planner, counting: Iterable[Entry], since: date) -> Drift | None:
    """Say why the date moved: since the saved plan where there is one, else since this time began.

    A plan as of the beginning is worked out and compared with as if it had been saved then. None
    where nothing was logged before.
    """
    entries = tuple(counting)
    saved = drift_of(planner, entries)
    before = [entry for entry in entries if entry.on < since]
    if saved is not None or not before:
        return saved
    later = [entry for entry in entries if entry.on >= since]
    return drift_of(planner, (*before, _plan_as_of(planner, before, since), *later))


def _plan_as_of(planner: Planner, before: Iterable[Entry], day: date) -> Baseline:
    """Save, for this comparison alone, what the plan was when only these entries were there."""
    person = person_of(planner.person.curriculum, before, day)
    then = Planner(person=person.saying(target=planner.target.id))
    return Baseline.model_validate({"on": day, "id": "review", **baseline_keys(then, then.best)})


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
    return days_since_first_entry(person) in SECOND_WEEK_DAYS
