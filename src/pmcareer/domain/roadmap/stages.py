"""A route as stages: each leg with the exercises that are its own, in order."""

from collections.abc import Iterable, Sequence
from functools import cached_property, partial

from pmcareer.domain.curriculum.items import Exercise, ExercisesById
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.order import (
    NO_WEIGHTS,
    Weights,
    first_of,
    ordered,
    prerequisites_first,
)
from pmcareer.domain.roadmap.rhythm import Rhythm, easiest
from pmcareer.domain.roadmap.routes import Leg, Route
from pmcareer.domain.roadmap.weights import together
from pmcareer.domain.roadmap.workplan import Task, tasks_of, weights_of


@frozen
class Stage:
    """One leg of a route and what it asks to be done."""

    leg: Leg
    tasks: tuple[Task, ...]
    waiting: frozenset[str]
    """Exercises that open only when the leg's from-role is reached, and what builds on them."""
    begins: tuple[str, ...] = ()
    """The exercise that was chosen to begin with, because it is easy to."""

    @cached_property
    def todo(self) -> Sequence[Task]:
        """What of it work is left in, put off or not."""
        return [task for task in self.tasks if task.is_todo]

    @cached_property
    def hours_left(self) -> float:
        """Credited hours still to earn."""
        return sum(task.hours_left for task in self.tasks)

    @cached_property
    def hours_done(self) -> float:
        """Credited hours earned, prior learning left out."""
        asked = sum(task.exercise.mean_hours for task in self.tasks if task.state != "covered")
        return asked - self.hours_left


Stages = tuple[Stage, ...]
"""A route with what its legs ask to be done."""


def tasks_not_covered(stages: Iterable[Stage]) -> tuple[Task, ...]:
    """List the exercises of a route, prior learning left out."""
    return tuple(task for stage in stages for task in stage.tasks if task.state != "covered")


def todo_in(stages: Iterable[Stage]) -> list[Task]:
    """List the exercises of a route in which work is left."""
    return [task for stage in stages for task in stage.todo]


def stages_of(
    asker: Asker, route: Route, background_weights: Weights, answered: Weights = NO_WEIGHTS
) -> Stages:
    """Put each exercise into the leg that first asks for it, or that has the standing it needs.

    What answers put first comes before what a move does.
    """
    curriculum = asker.person.curriculum
    called_for = together(background_weights, answered)
    before = asker.person.given.listed("first")
    shelves = _Shelves(asker, route.legs)
    put_off: set[str] = set()
    ahead: set[str] = set()
    stages = []
    rhythm = Rhythm(skills=curriculum.spread_skills, covered=asker.covered)
    eases_in = curriculum.has_openers
    for place, (leg, held) in enumerate(zip(route.legs, shelves.held(), strict=True)):
        waiting = shelves.waiting[place]
        ahead |= waiting
        weights = weights_of(curriculum, leg.target, background_weights, answered)
        first = first_of(curriculum, leg.move.first if leg.move else (), called_for)
        # Of all that one is ever given the first is easy; what comes first on later moves stays.
        begins = easiest(held, first, asker.covered) if eases_in and not place else ()
        named = (*before, *begins, *first)
        tasks = tasks_of(
            asker,
            _in_order(asker, held, first=named, weights=weights, rhythm=rhythm),
            put_off=put_off,
            waiting=ahead,
            weights=weights,
        )
        stages.append(Stage(leg=leg, tasks=tasks, waiting=frozenset(waiting), begins=begins))
    return tuple(stages)


def _in_order(
    asker: Asker, held: ExercisesById, *, first: Sequence[str], weights: Weights, rhythm: Rhythm
) -> list[tuple[Exercise, float]]:
    """Put exercises in order; what a day leaves as it was is in the same order the next day."""
    person = asker.person
    asked = (tuple(held), tuple(first), tuple(weights.items()), rhythm.covered)
    make = partial(ordered, held, first=first, weights=weights, rhythm=rhythm)
    return person.shared.once(make, "order", *asked, of=(person.curriculum,))


class _Shelves:
    """Which leg holds which exercise, and which of them wait there for the role's standing."""

    # From starter to junior PM to tech PM. What the first leg asks for and needs a junior PM's
    # office goes to the second, which starts from there, and waits; so does what requires it,
    # until it is finished. All the rest of the second leg may be done before, in the first.

    def __init__(self, asker: Asker, legs: Sequence[Leg]) -> None:
        self._asker = asker
        self._legs = legs
        self._place: dict[str, int] = {}
        self.waiting: list[set[str]] = [set() for _ in legs]
        for asked_in, leg in enumerate(legs):
            asked = asker.asked(leg.target, leg.move)
            make = partial(prerequisites_first, asked, asked)
            for name in asker.person.shared.once(make, "prerequisites first", of=(asked,)):
                if name not in self._place:
                    self._put(asked[name], asked_in)

    def _put(self, exercise: Exercise, asked_in: int) -> None:
        opens_in = self._opens_in(exercise.standing)
        place = max(asked_in, opens_in)
        for need in exercise.requires:
            place = max(place, self._place.get(need, 0))
        self._place[exercise.id] = place
        waits = place and exercise.standing is not None and place == opens_in
        waits = waits or self._comes_with_the_goal(exercise.standing)
        if waits or any(self._is_held_up(need, place) for need in exercise.requires):
            self.waiting[place].add(exercise.id)

    def _is_held_up(self, need: str, place: int) -> bool:
        return need in self.waiting[place] and not self._asker.is_done(need)

    def _comes_with_the_goal(self, standing: str | None) -> bool:
        """Tell whether the role that it needs is where the route ends: before that nobody has it.

        A curriculum that asks for it there is told by `check`; nobody is handed it out.
        """
        return standing == self._legs[-1].target.id != self._legs[0].source.id

    def _opens_in(self, standing: str | None) -> int:
        """Find the first leg that starts from a role, or from one further up; else the last."""
        if standing is None:
            return 0
        enough = self._asker.person.curriculum.further_along(standing)
        for place, leg in enumerate(self._legs):
            if leg.source.id in enough:
                return place
        return len(self._legs) - 1

    def held(self) -> list[ExercisesById]:
        """List what each leg holds, in the order of the curriculum."""
        held: list[dict[str, Exercise]] = [{} for _ in self._legs]
        exercises = self._asker.person.curriculum.exercise
        for name in filter(self._place.__contains__, exercises):
            held[self._place[name]][name] = exercises[name]
        return list(held)
