"""How far the stage and the week have come that an entry belongs to."""

from datetime import date

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.promise import hours_spent, promised_in_week
from pmcareer.domain.person.rhythm import monday_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.stages import Stage, tasks_not_covered


@frozen
class StageSoFar:
    """The exercises of a stage, those left out that one's role or a rating covers."""

    role: Role
    """Where the stage leads."""
    done: int
    open: int


@frozen
class WeekSoFar:
    """The hours of a week, Monday to Sunday, against what was promised for it."""

    hours: float
    """On exercises and steps, as logged; an exercise without minutes counts its estimate."""
    promised: float | None
    """Days off left out; None in the week of the first hours on record."""


def stage_so_far(planner: Planner, exercise: str) -> StageSoFar | None:
    """Count the exercises of the stage that asks for one of them; None where no stage does."""
    for stage in planner.recommended.stages:
        if any(task.exercise.id == exercise for task in stage.tasks):
            return _counted(stage)
    return None


def _counted(stage: Stage) -> StageSoFar:
    tasks = tasks_not_covered([stage])
    done = sum(task.state == "finished" for task in tasks)
    return StageSoFar(role=stage.leg.target, done=done, open=len(tasks) - done)


def week_so_far(person: Person, on: date) -> WeekSoFar | None:
    """Set the hours of this week against its promise.

    None of what was done in an earlier one, and where no hours are on record: steps need none.
    """
    monday = monday_of(person.today)
    worked_on = person.ledger.study_days
    if on < monday or not worked_on:
        return None
    # Who begins on a Saturday has not promised six hours for that weekend.
    is_first = worked_on[0] >= monday
    promised = None if is_first else promised_in_week(person, monday)
    return WeekSoFar(hours=hours_spent(person, monday), promised=promised)
