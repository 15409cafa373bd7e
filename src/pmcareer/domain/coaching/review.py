"""The week, or any time up to today, looked back upon: what was done, what was kept, why the date moved."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from pmcareer.domain.coaching.practices import days_kept, practices_of
from pmcareer.domain.coaching.prompts import days_since_first_entry
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Baseline, Entry, Finished, Worked
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.person.rhythm import DAYS_A_WEEK, minutes_of, monday_of
from pmcareer.domain.plan.drift import Drift, baseline_keys, drift_of
from pmcareer.domain.plan.planner import Planner

MILESTONES = (10, 25, 50, 75, 100)
"""So many exercises done are worth a look at who helped."""
SECOND_WEEK_DAYS = range(7, 21)
"""Days after the first entry on which one looks back for the first time: the second week, and a week of grace."""


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
    promised: float
    """For the study days up to today, days off left out."""


@frozen
class PracticeLately:
    """A practice and how often it was kept in this time."""

    practice: Practice
    kept: int
    occasions: int
    """How often it could have been kept."""


def begin_of(today: date) -> date:
    """Give the Monday of the week."""
    return monday_of(today)


def done_since(person: Person, since: date) -> tuple[DoneLately, ...]:
    """List the exercises finished for the first time, earliest first."""
    known = person.curriculum.exercise
    found = [
        DoneLately(exercise=known[name], entry=times[0], hours=known[name].mean_hours)
        for name, times in person.finished.items()
        if name in known and times[0].on >= since
    ]
    return tuple(sorted(found, key=lambda done: done.entry.on))


def hours_since(person: Person, since: date) -> Hours:
    """Set the hours of this time against the promise for it."""
    work = (
        entry
        for entry in person.entries
        if isinstance(entry, Finished | Worked) and entry.on >= since
    )
    return Hours(
        logged=sum(minutes_of(person, entry) for entry in work) / 60,
        credited=sum(hours for day, hours in person.credited_by_day.items() if day >= since),
        promised=_promised(person, since),
    )


def _promised(person: Person, since: date) -> float:
    """Give the promised hours, from the first entry on: nobody promised anything before."""
    study_days = person.calendar.study_days or tuple(range(DAYS_A_WEEK))
    first = max(since, min((entry.on for entry in person.entries), default=person.today))
    days = (first + timedelta(days=number) for number in range((person.today - first).days + 1))
    kept_free = person.calendar.days_off
    meant = [
        day
        for day in days
        if day.weekday() in study_days and not any(start <= day <= end for start, end in kept_free)
    ]
    return person.hours_per_week * len(meant) / len(study_days)


def practices_since(person: Person, since: date) -> tuple[PracticeLately, ...]:
    """Count how often each active practice was kept."""
    return tuple(_kept_since(person, kept.practice, since) for kept in practices_of(person))


def _kept_since(person: Person, practice: Practice, since: date) -> PracticeLately:
    days = [since + timedelta(days=number) for number in range((person.today - since).days + 1)]
    kept = [day for day in days_kept(person, practice) if day >= since]
    return PracticeLately(
        practice=practice,
        kept=len(set(_occasions(practice, kept))),
        occasions=len(set(_occasions(practice, days))),
    )


def _occasions(practice: Practice, days: Iterable[date]) -> Iterator[date]:
    """Give the first day of each occasion: the day itself, its week, its month."""
    for day in days:
        match practice.rhythm:
            case "daily":
                yield day
            case "weekly":
                yield monday_of(day)
            case "monthly":
                yield day.replace(day=1)


def drift_since(planner: Planner, counting: Iterable[Entry], since: date) -> Drift | None:
    """Say why the date moved: since the saved plan where there is one, else since this time began.

    A plan as of the beginning is worked out and compared with as if it had been saved then. None where nothing was
    logged before.
    """
    entries = tuple(counting)
    saved = drift_of(planner, entries)
    if saved is not None:
        return saved
    before = tuple(entry for entry in entries if entry.on < since)
    if not before:
        return None
    then = Planner(
        person=person_of(planner.person.curriculum, before, since).saying(
            target=planner.target.id
        )
    )
    keys = baseline_keys(then, then.best)
    baseline = Baseline.model_validate({"on": since, "id": "review", **keys})
    return drift_of(
        planner, (*before, baseline, *(entry for entry in entries if entry.on >= since))
    )


def milestone_since(planner: Planner, since: date, done: Sequence[DoneLately]) -> str | None:
    """Name the milestone reached in this time: a project closed, a stage's last exercise, the 10th, 25th, 50th done."""
    person = planner.person
    closed = [entry.project for entry in person.closed_projects if entry.on >= since]
    if closed:
        return f"{closed[-1]} is closed"
    lately = {each.exercise.id for each in done}
    for stage in planner.for_today.stages:
        own = {task.exercise.id for task in stage.tasks if task.state != "covered"}
        if own & lately and not any(task.is_todo for task in stage.tasks):
            return f"every exercise on the way to {stage.leg.target.title} is done"
    count = len(person.finished)
    passed = [number for number in MILESTONES if count - len(done) < number <= count]
    return f"{passed[-1]} exercises are done" if passed else None


def thanking(curriculum: Curriculum) -> str | None:
    """Name the practice of thanking somebody, where the curriculum has one."""
    ids = (practice.id for practice in curriculum.practices if practice.counts_as == "thanks")
    return next(ids, None)


def looks_back(person: Person) -> bool:
    """Tell whether it is time to ask, once, whether the first two weeks went as promised."""
    return days_since_first_entry(person) in SECOND_WEEK_DAYS
