"""A route as stages: each leg with the exercises that are its own, in order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.roadmap.routes import Leg, Route
from pmcareer.domain.roadmap.workplan import Asker, Task, ordered, tasks_of, weights_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One leg of a route and what it asks to be done."""

    leg: Leg
    tasks: tuple[Task, ...]
    waiting: frozenset[str]
    """Exercises that open only when the leg's from-role is reached, and what builds on them."""

    @property
    def hours_left(self) -> float:
        """Credited hours still to earn."""
        return sum(task.hours_left for task in self.tasks)

    @property
    def hours_done(self) -> float:
        """Credited hours earned, prior learning left out."""
        return (
            sum(task.exercise.mean_hours for task in self.tasks if task.state != "covered")
            - self.hours_left
        )


def tasks_not_covered(stages: Iterable[Stage]) -> tuple[Task, ...]:
    """List the exercises of a route, prior learning left out."""
    return tuple(task for stage in stages for task in stage.tasks if task.state != "covered")


def stages_of(
    asker: Asker, route: Route, background_weights: Mapping[str, float]
) -> tuple[Stage, ...]:
    """Give each leg its exercises: where they are first asked for, or where the standing that they need is reached."""
    curriculum = asker.person.curriculum
    put_off: set[str] = set()
    ahead: set[str] = set()
    stages = []
    for leg, (asked, waiting) in zip(route.legs, _distributed(asker, route.legs), strict=True):
        weights = weights_of(curriculum, leg.target, background_weights)
        order = ordered(asked, first=leg.move.first if leg.move else (), weights=weights)
        ahead |= waiting
        tasks = tasks_of(
            asker.person,
            order,
            covered=asker.covered,
            put_off=put_off,
            waiting=ahead,
            weights=weights,
        )
        stages.append(Stage(leg=leg, tasks=tasks, waiting=frozenset(waiting)))
    return tuple(stages)


def _distributed(asker: Asker, legs: Sequence[Leg]) -> list[tuple[dict[str, Exercise], set[str]]]:
    """Say which leg holds which exercise, and which of them wait there for the role's standing."""
    curriculum = asker.person.curriculum
    opening = {role: _opening_leg(curriculum, role, legs) for role in _standings(curriculum)}
    place_of: dict[str, int] = {}
    waiting: list[set[str]] = [set() for _ in legs]
    for asked_in, leg in enumerate(legs):
        for exercise in prerequisites_first(asker.asked(leg.target, leg.move)):
            if exercise.id in place_of:
                continue
            behind = [name for name in exercise.requires if name in place_of]
            opens_in = opening.get(exercise.standing or "", 0)
            place = max(asked_in, opens_in, *(place_of[name] for name in behind), 0)
            place_of[exercise.id] = place
            open_needs = [
                name
                for name in behind
                if name not in asker.person.finished and name not in asker.covered
            ]
            if place and (
                (exercise.standing and place == opens_in)
                or not waiting[place].isdisjoint(open_needs)
            ):
                waiting[place].add(exercise.id)
    held: list[dict[str, Exercise]] = [{} for _ in legs]
    for exercise in curriculum.exercises:
        if exercise.id in place_of:
            held[place_of[exercise.id]][exercise.id] = exercise
    return list(zip(held, waiting, strict=True))


def _standings(curriculum: Curriculum) -> set[str]:
    return {exercise.standing for exercise in curriculum.exercises if exercise.standing}


def _opening_leg(curriculum: Curriculum, standing: str, legs: Sequence[Leg]) -> int:
    """Find the first leg that starts from the role, or from one further up the map; where none does, the last leg."""
    enough = {standing}
    reached = [standing]
    for role in reached:
        further = {move.target for move in curriculum.moves if move.source == role} - enough
        enough |= further
        reached.extend(further)
    return next((place for place, leg in enumerate(legs) if leg.source.id in enough), len(legs) - 1)


def prerequisites_first(asked: Mapping[str, Exercise]) -> Iterable[Exercise]:
    """Go through exercises so that each comes after what it requires, otherwise in their own order."""
    seen: set[str] = set()
    for name in asked:
        stack = [name]
        while stack:
            waiting = [
                needed
                for needed in asked[stack[-1]].requires
                if needed in asked and needed not in seen
            ]
            if waiting and stack[-1] not in seen:
                stack.extend(waiting)
                continue
            done = stack.pop()
            if done not in seen:
                seen.add(done)
                yield asked[done]
