"""Today's task: the first open item of the plan, and every term that put it there."""

from collections.abc import Iterable
from math import ceil

from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Finished, Worked
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import minutes_of
from pmcareer.domain.plan.planner import Planned, Planner
from pmcareer.domain.roadmap.stages import Stage
from pmcareer.domain.roadmap.workplan import Task

THEN = 3
MOST_MINUTES_A_DAY = 120
"""Daily practice beats cramming: no more than two hours are proposed for one day."""
LEAST_MINUTES_A_DAY = 15
MOST_BEGUN = 3
"""With so many tasks begun one of them is to be finished before another is taken up."""


@frozen
class Term:
    """One reason for the choice."""

    term: str
    value: float | str
    text: str


@frozen
class Slice:
    """The part of a task that fits into a given time."""

    minutes: int
    checklist: tuple[str, ...]


@frozen
class Today:
    """The task of the day."""

    task: Task
    stage: Stage
    why: tuple[Term, ...]
    unlocks: tuple[Exercise, ...]
    minutes_logged: int
    minutes_left: int


def today_of(planner: Planner) -> Today | None:
    """Choose the first open or started item that is not put off; None when nothing is open."""
    planned = planner.for_today
    active = planned.active
    if not active:
        return None
    task = active[0]
    stage = next(stage for stage in planned.stages if task in stage.tasks)
    exercise = task.exercise
    return Today(
        task=task,
        stage=stage,
        why=_terms(planner, stage, task),
        unlocks=unlocked_by(planned, exercise.id, planner.person.finished),
        minutes_logged=round(60 * planner.person.hours_logged.get(exercise.id, 0.0)),
        minutes_left=round(60 * task.hours_left),
    )


def unlocked_by(planned: Planned, done: str, finished: Iterable[str]) -> tuple[Exercise, ...]:
    """List what in the plan waits for this exercise alone."""
    todo = {
        task.exercise.id: task.exercise
        for stage in planned.stages
        for task in stage.tasks
        if task.is_todo
    }
    ahead = todo.keys() - {*finished, done}
    return tuple(
        exercise
        for name, exercise in todo.items()
        if name != done and done in exercise.requires and ahead.isdisjoint(exercise.requires)
    )


def _terms(planner: Planner, stage: Stage, task: Task) -> tuple[Term, ...]:
    """Print what the order looked at, in the order in which it looked."""
    exercise, leg = task.exercise, stage.leg
    terms = [
        Term(
            term="route",
            value=leg.target.id,
            text=f"It is asked for on the way to {leg.target.title}, on the route with the earliest P50.",
        )
    ]
    if task.state == "started":
        terms.append(
            Term(term="started", value="yes", text="You have begun it; what is begun comes first.")
        )
    if leg.move and exercise.id in leg.move.first:
        place = leg.move.first.index(exercise.id) + 1
        terms.append(
            Term(
                term="first",
                value=place,
                text=f"It is number {place} of what comes first on this move.",
            )
        )
    if exercise.requires:
        terms.append(
            Term(
                term="requires",
                value=", ".join(exercise.requires),
                text=f"What it builds on is done or covered: {', '.join(exercise.requires)}.",
            )
        )
    terms.append(
        Term(
            term="chain",
            value=round(task.chain_hours, 2),
            text=f"The longest chain of work that begins here is {task.chain_hours:.1f} hours.",
        )
    )
    terms.append(
        Term(
            term="weight",
            value=round(task.weight, 2),
            text=f"{planner.person.curriculum.skill[exercise.skill].title} weighs {task.weight:g} for this role.",
        )
    )
    terms.append(
        Term(
            term="score",
            value=round(task.chain_hours * task.weight, 2),
            text=f"Chain × weight = {task.chain_hours:.1f} × {task.weight:g} = {task.chain_hours * task.weight:.1f}; "
            "the largest goes first, but never the skill of the one before where another is within 20 %.",
        )
    )
    return tuple(terms)


def reason_for_nothing(planner: Planner) -> str:
    """Say why no task is open: all is done, or what is left has to wait, and for what."""
    tasks = [task for stage in planner.for_today.stages for task in stage.tasks if task.is_todo]
    if not tasks:
        return _all_done(planner)
    person = planner.person
    until = min(
        (
            person.deferred[task.exercise.id]
            for task in tasks
            if task.exercise.id in person.deferred
        ),
        default=None,
    )
    if until:
        return f"Everything that is open is put off; the first comes back on {until.isoformat()}."
    roles = dict.fromkeys(task.exercise.standing for task in tasks if task.exercise.standing)
    titles = [
        person.curriculum.role[name].title for name in roles if name in person.curriculum.role
    ]
    if not titles:
        return "Nothing can be begun today."
    stages = planner.best.stage_forecasts
    waiting = (stage for stage in stages if any(task.waits for task in stage.tasks))
    opens = next((stage.start.p50 for stage in waiting), None)
    when = f", as likely as not by {opens.isoformat()}" if opens else ""
    return f"What is left opens once you are {' or '.join(titles)}{when}."


def _all_done(planner: Planner) -> str:
    title = planner.target.title
    if planner.person.role == planner.target.id:
        return f"You are there: nothing is open for {title}."
    finish = planner.forecasts[0].finish.p50
    when = f" You are likely to be in the role by {finish.isoformat()}." if finish else ""
    return f"All exercises for {title} are done; months and other people decide the rest.{when}"


def begun_in(planner: Planner) -> tuple[Task, ...]:
    """List what is begun and can be gone on with today."""
    return tuple(task for task in planner.for_today.active if task.state == "started")


def minutes_today(person: Person) -> int:
    """Give the minutes of work on exercises that are logged for today."""
    today = (
        entry
        for entry in person.entries
        if entry.on == person.today and isinstance(entry, Finished | Worked)
    )
    return sum(minutes_of(person, entry) for entry in today)


def minutes_a_day(planner: Planner, minutes_left: int) -> int:
    """Propose minutes: the week's promise over the study days, at least 15, never more than is left of the task.

    All that is proposed for one day stays within two hours, what is logged for it included.
    """
    days = len(planner.person.calendar.study_days) or 7
    a_day = 5 * round(planner.person.hours_per_week * 60 / days / 5)
    most = MOST_MINUTES_A_DAY - minutes_today(planner.person)
    return min(max(minutes_left, 1), max(LEAST_MINUTES_A_DAY, min(most, a_day)))


def slice_of(today: Today, minutes: int) -> Slice:
    """Cut out what fits into some minutes: the next points of the checklist in proportion to the time."""
    points = today.task.exercise.accept
    whole = today.minutes_logged + today.minutes_left
    fitting = min(minutes, today.minutes_left)
    begun = int(len(points) * today.minutes_logged / whole) if whole else 0
    count = ceil(len(points) * fitting / whole) if whole else 0
    return Slice(minutes=fitting, checklist=points[begun : begun + count] or points[-1:])
