"""What a route still asks for: each exercise with its state, and what waits for what."""

from collections.abc import Iterable

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise, Role
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import State
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.order import NO_WEIGHTS, Weights
from pmcareer.domain.roadmap.weights import capped


@frozen
class Task:
    """An exercise in someone's plan."""

    exercise: Exercise
    state: State
    hours_left: float
    """Credited hours still to earn."""
    effort_left: float
    """Hours of the person's own time that it still takes."""
    chain_hours: float
    """The longest chain of hours that begins with it."""
    weight: float
    """The role's weight of its skill, times the background's."""
    waits: bool = False
    """It opens only in the role whose standing it, or what it builds on, needs."""

    @property
    def is_active(self) -> bool:
        """Tell whether it can be done today."""
        return self.state in ("open", "started") and not self.waits

    @property
    def is_todo(self) -> bool:
        """Tell whether work is left in it, put off or not."""
        return self.state in ("open", "started", "deferred")


def tasks_of(
    asker: Asker,
    order: Iterable[tuple[Exercise, float]],
    *,
    put_off: set[str],
    waiting: set[str],
    weights: Weights,
) -> tuple[Task, ...]:
    """List exercises with their state: begun first, then what waits for a role, put off last.

    What requires something that is put off is put off with it, and what requires something that
    waits waits with it; both sets grow by that, so that the next stage knows.
    """
    tasks = []
    for exercise, chain in order:
        state = _state(asker, exercise, put_off)
        if state == "deferred":
            put_off.add(exercise.id)
        if state in ("finished", "covered"):
            waiting.discard(exercise.id)
        elif not waiting.isdisjoint(exercise.requires):
            waiting.add(exercise.id)
        tasks.append(
            Task(
                exercise=exercise,
                state=state,
                hours_left=asker.hours_left(exercise.id),
                effort_left=asker.effort_left(exercise.id),
                chain_hours=chain,
                weight=weights.get(exercise.skill, 1.0),
                waits=exercise.id in waiting,
            )
        )
    return tuple(sorted(tasks, key=lambda task: _rank(task, asker)))


def _state(asker: Asker, exercise: Exercise, put_off: set[str]) -> State:
    person = asker.person
    if exercise.id in person.finished:
        return "finished"
    if exercise.id in asker.covered:
        return "covered"
    if exercise.id in person.deferred or not put_off.isdisjoint(exercise.requires):
        return "deferred"
    return "started" if exercise.id in person.worked else "open"


def _rank(task: Task, asker: Asker) -> tuple[int, int]:
    """Bring forward what is begun, the first begun before the rest.

    It keeps its place while something it requires is still ahead.
    """
    if task.state == "deferred":
        return 3, 0
    if task.waits:
        return 2, 0
    requires = task.exercise.requires
    if task.state != "started" or any(_is_ahead(name, asker) for name in requires):
        return 1, 0
    return 0, asker.person.worked[task.exercise.id][0].on.toordinal()


def _is_ahead(name: str, asker: Asker) -> bool:
    return asker.is_meant(name) and not asker.is_done(name)


def weights_of(
    curriculum: Curriculum, role: Role, extra: Weights, answered: Weights = NO_WEIGHTS
) -> dict[str, float]:
    """Multiply the role's weights of skills with the background's, and move them by answers."""
    weights = {}
    for skill in curriculum.skills:
        name = skill.id
        if name in role.weights or name in extra or name in answered:
            weight = role.weights.get(name, 1.0) * extra.get(name, 1.0)
            weights[name] = capped(weight, answered.get(name, 1.0))
    return weights
