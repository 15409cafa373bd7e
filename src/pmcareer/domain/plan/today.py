"""Today's task: the first open item of the plan, and every term that put it there."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import ceil

from pmcareer.domain.curriculum.items import Exercise, Exercises
from pmcareer.domain.forecast.outlook import Dates
from pmcareer.domain.ground.calendar import (
    DAYS_PER_WEEK,
    TEN_YEARS_DAYS,
    day_in_words,
    on_day_in_words,
)
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import MONTHS
from pmcareer.domain.logbook.entries import Practised
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import minutes_of
from pmcareer.domain.plan.by_rating import what_is_short, what_to_rate
from pmcareer.domain.plan.parts import Fitting, PartNow, fitting_in
from pmcareer.domain.plan.past_estimate import overrun_of
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.rest import done_words, rest_words
from pmcareer.domain.roadmap.order import first_of
from pmcareer.domain.roadmap.stages import Stage, todo_in
from pmcareer.domain.roadmap.workplan import Task

THEN = 3
MOST_MINUTES_A_DAY = 120
"""Daily practice beats cramming: no more than two hours are proposed for one day."""
LEAST_MINUTES_A_DAY = 15
BEGIN_MINUTES = 30
"""So long takes what an exercise, or a step, is begun with, where the curriculum says it."""
EASY = (
    "It is a good one to begin with: it takes a few hours, somebody else sees what comes of it, "
    "and its first half hour needs nobody else."
)
SHORTEST = (
    "To begin with it is the shortest of what can be done at once: it runs for no set time, and "
    "needs no post that you have yet to get."
)
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
    parts: tuple[PartNow, ...] = ()
    """The parts of the exercise that it is made of, where it has parts."""

    @property
    def fitting(self) -> Fitting:
        """Those of its parts that it is enough for, and the one that it ends within."""
        return fitting_in(self.parts, self.minutes)

    def is_all_of(self, minutes_left: int) -> bool:
        """Tell whether the task is done by then: its parts say so, where it has any."""
        return self.fitting.is_all if self.parts else self.minutes >= minutes_left


@frozen
class Today:
    """The task of the day."""

    task: Task
    stage: Stage
    why: tuple[Term, ...]
    unlocks: Exercises
    minutes_logged: int
    minutes_left: int
    overrun: str
    """What it has taken past its estimate, and what can be done about it; "" as a rule."""


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
        why=(*_reasons(planned, stage, task), *_numbers(planner.person, task)),
        unlocks=unlocked_by(planned, exercise.id, planner.person.finished),
        minutes_logged=round(60 * planner.person.hours_logged(exercise.id)),
        minutes_left=round(60 * task.effort_left),
        overrun=overrun_of(planner.person, exercise.id),
    )


def unlocked_by(planned: Planned, done: str, finished: Iterable[str]) -> Exercises:
    """List what in the plan waits for this exercise alone."""
    todo = {task.exercise.id: task.exercise for task in todo_in(planned.stages)}
    # What needs two things is not unlocked by one while the other is still ahead.
    todo.pop(done, None)
    ahead = todo.keys() - set(finished)
    waiting = (exercise for exercise in todo.values() if done in exercise.requires)
    return tuple(exercise for exercise in waiting if ahead.isdisjoint(exercise.requires))


def _reasons(planned: Planned, stage: Stage, task: Task) -> Iterator[Term]:
    """Say what the order looked at first, in words."""
    exercise, leg = task.exercise, stage.leg
    title = leg.target.title
    asked = f"It is asked for on the way to {title}, on {route_words(planned)}."
    yield Term(term="route", value=leg.target.id, text=asked)
    if task.state == "started":
        begun = "You have begun it; what is begun comes first."
        yield Term(term="started", value="yes", text=begun)
    if exercise.id in planned.asker.person.given.listed("first"):
        answered = "An answer of yours puts it first."
        yield Term(term="answered", value="yes", text=answered)
    if exercise.id in stage.begins:
        yield Term(term="opener", value="yes", text=_good_to_begin(exercise))
    if leg.move and exercise.id in leg.move.first:
        curriculum = planned.forecaster.person.curriculum
        place = first_of(curriculum, leg.move.first, planned.called_for).index(exercise.id) + 1
        first = f"It is number {place} of what comes first on this move."
        yield Term(term="first", value=place, text=first)
    if exercise.requires:
        required = ", ".join(exercise.requires)
        done = f"What it builds on is done or covered: {required}."
        yield Term(term="requires", value=required, text=done)


def _good_to_begin(exercise: Exercise) -> str:
    return EASY if exercise.opener else SHORTEST


def route_words(planned: Planned) -> str:
    """Say which route it is that is gone: the earliest, or one that was chosen or is preferred."""
    person = planned.asker.person
    if person.says.get("route") == planned.route.id:
        return "the route that you chose"
    preferred = person.given.listed("prefer")
    if any(role.id in preferred for role in planned.route.between):
        return "the route that your answers prefer"
    return "the route with the earliest date"


def _numbers(person: Person, task: Task) -> Iterator[Term]:
    """Show the score by which the rest is put in order, and what it is made of."""
    hours, weight = task.chain_hours, task.weight
    longest = f"The longest chain of work that begins here is {hours:.1f} hours."
    yield Term(term="chain", value=round(hours, 2), text=longest)
    skill = person.curriculum.skill[task.exercise.skill]
    weighs = f"{skill.title} weighs {weight:g} for this role."
    yield Term(term="weight", value=round(weight, 2), text=weighs)
    score = hours * weight
    text = (
        f"Chain × weight = {hours:.1f} × {weight:g} = {score:.1f}. Of the lowest level that each "
        "skill has open the largest goes first, "
        "but never the skill of the one before where another is within 20 %."
    )
    if person.curriculum.spread_skills:
        text += (
            " What has its place in each month is spread evenly, and after what runs for a "
            "fortnight or more comes something short."
        )
    yield Term(term="score", value=round(score, 2), text=text)


def reason_for_nothing(planner: Planner) -> str:
    """Say why no task is open: all is done, or what is left has to wait, and for what."""
    todo = [task.exercise for task in todo_in(planner.for_today.stages)]
    if not todo:
        return _all_done(planner)
    deferred = planner.person.deferred
    until = [deferred[exercise.id] for exercise in todo if exercise.id in deferred]
    if until:
        first = on_day_in_words(min(until), planner.person.today)
        return f"Everything that is open is put off; the first comes back {first}."
    roles = planner.person.curriculum.role
    standings = dict.fromkeys(exercise.standing or "" for exercise in todo)
    titles = [roles[role].title for role in standings if role in roles]
    if not titles:
        return "Nothing can be begun today."
    return f"What is left opens once you are {' or '.join(titles)}{_when_it_opens(planner)}."


def _when_it_opens(planner: Planner) -> str:
    for stage in planner.best.stage_forecasts:
        waiting = [task.exercise.standing for task in stage.tasks if task.waits]
        if waiting:
            # What needs the standing of the role itself opens at the end of the way to it.
            day = stage.finish if stage.role in waiting else stage.start
            opens = _by(day, planner.person.today)
            return f", as likely as not {opens}" if opens else ""
    return ""


def _all_done(planner: Planner) -> str:
    title = planner.target.title
    if planner.person.role == planner.target.id:
        return f"You hold {title}, and every exercise that it asks for is done."
    if planner.shown.finish.is_undated:
        return what_to_rate(planner.person, planner.target)
    if short := what_is_short(planner.person, planner.target):
        return short
    planned = planner.for_today
    done, rest = done_words(planned, planner.target), rest_words(planned)
    if not rest:
        return f"{done}, and nothing is left to wait for."
    text = f"{done}{rest}."
    if finish := _by(planner.shown.finish, planner.person.today):
        text += f" You are likely to be in the role {finish}"
        if planner.shown.finish.is_earliest:
            text += " at the earliest"
        proofs = planner.shown.route.proofs
        text += f"; to be proved in the role: {proofs}." if proofs else "."
    return text


def _by(dates: Dates, today: date) -> str:
    """Say "by 9 Mar 2027", or "by Mar 2027" of what others decide; nothing of what is far off."""
    day = dates.likely
    if day is None or (day - today).days >= TEN_YEARS_DAYS:
        return ""
    if dates.by_others:
        return f"by {MONTHS[day.month - 1]} {day.year}"
    return f"by {day_in_words(day, today)}"


def begun_in(planner: Planner) -> tuple[Task, ...]:
    """List what is begun and can be gone on with today."""
    return tuple(task for task in planner.for_today.active if task.state == "started")


def minutes_today(person: Person) -> int:
    """Add up the minutes of work on exercises and steps that are logged for today."""
    since = person.entries.work_since(person.today)
    return sum(minutes_of(person, entry) for entry in since if not isinstance(entry, Practised))


def minutes_a_day(planner: Planner, minutes_left: int) -> int:
    """Propose minutes for a task: those of the day, in a piece as short as answers call for.

    Never more than is left of the task, and within two hours with what is logged for the day.
    """
    piece = in_one_piece(planner.person, minutes_of_day(planner.person))
    return min(max(minutes_left, 1), piece)


def minutes_of_day(person: Person) -> int:
    """Find the minutes of today, steps and study together: at least 15."""
    most = MOST_MINUTES_A_DAY - minutes_today(person)
    return max(LEAST_MINUTES_A_DAY, min(most, study_minutes(person)))


def study_minutes(person: Person) -> int:
    """Share the week's promise over the study days: minutes a day, 15 to 120."""
    # 8 hours a week on five days are 96 minutes a day, in fives 95.
    days = len(person.calendar.study_days) or DAYS_PER_WEEK
    a_day = 5 * round(person.hours_per_week * 60 / days / 5)
    return max(LEAST_MINUTES_A_DAY, min(MOST_MINUTES_A_DAY, a_day))


def in_one_piece(person: Person, minutes: int) -> int:
    """Cut minutes of study to the piece that answers call for, where they do."""
    return min(minutes, person.given.minutes or minutes)


def slice_of(today: Today, minutes: int, parts: Sequence[PartNow] = ()) -> Slice:
    """Cut out what fits: its parts, how it is begun, or points of the checklist in proportion.

    `parts` are those that fit, where the exercise has any.
    """
    if parts:
        texts = tuple(part.text for part in parts)
        # The parts may take longer than what the estimate leaves.
        most = max(today.minutes_left, sum(part.minutes for part in parts))
        return Slice(minutes=min(minutes, most), checklist=texts, parts=tuple(parts))
    exercise = today.task.exercise
    is_first = minutes <= BEGIN_MINUTES and not today.minutes_logged
    points = (exercise.begin,) if exercise.begin and is_first else exercise.accept
    return points_that_fit(points, today.minutes_logged, today.minutes_left, minutes)


def points_that_fit(points: Sequence[str], logged: int, left: int, minutes: int) -> Slice:
    """Cut a checklist by time: what is logged has done its part of it, what follows comes next."""
    whole = logged + left
    fitting = min(minutes, left)
    checklist: Sequence[str] = ()
    if whole:
        # Of six points, 60 of 120 minutes are logged: the next 30 minutes are points 4 and 5.
        begun = int(len(points) * logged / whole)
        checklist = points[begun : begun + ceil(len(points) * fitting / whole)]
    return Slice(minutes=fitting, checklist=tuple(checklist or points[-1:]))
