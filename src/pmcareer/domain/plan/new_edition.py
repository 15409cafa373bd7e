"""What an edition of the curriculum asks for that the one last used did not."""

from collections.abc import Iterator

from pmcareer.domain.curriculum.edition import comes_before
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.editions import could_name_one, edition_named
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.told import newest_written
from pmcareer.domain.roadmap.stages import Stages, todo_in
from pmcareer.domain.roadmap.workplan import Task

UNNAMED = "0"
"""The edition of work that names none: it is before all that have a number."""


@frozen
class NewEdition:
    """An edition under which nothing has been written yet, and what it adds to the plan."""

    version: str
    exercises: int
    """How many are still to do that were not asked for before."""
    hours: float
    """What they take, in the mean."""


def new_edition_of(person: Person, stages: Stages) -> NewEdition | None:
    """Say what today's edition adds to a route; None where it adds nothing.

    Nor does it once something is written under it: then it has been told.
    """
    used = _last_used(person)
    if not used or used == person.curriculum.version:
        return None
    added = _added(stages, used)
    if not added:
        return None
    return NewEdition(
        version=person.curriculum.version,
        exercises=len(added),
        hours=sum(task.hours_left for task in added),
    )


def _added(stages: Stages, used: str) -> list[Task]:
    """List what is asked since then; a role that requires it by name asked for it before."""
    by_name = set(_named(stages))
    since = [task for task in todo_in(stages) if _is_since(task, used)]
    return [task for task in since if task.exercise.id not in by_name]


def _named(stages: Stages) -> Iterator[str]:
    for stage in stages:
        yield from stage.leg.target.requires


def _last_used(person: Person) -> str:
    """Name the edition under which somebody last worked; empty where nobody has worked."""
    worked = list(filter(could_name_one, person.entries))
    naming = list(filter(edition_named, worked)) or worked
    newest = newest_written(naming, person.today)
    if newest is None:
        return ""
    return edition_named(newest) or UNNAMED


def _is_since(task: Task, used: str) -> bool:
    since = task.exercise.core_since
    return since is not None and comes_before(used, since)
