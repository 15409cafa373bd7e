"""The core of a skill: what is marked, or everything where nothing is; and what a need asks for."""

from collections.abc import Iterable, Sequence

from pmcareer.domain.curriculum.items import Exercise, Exercises

FIRST_LEVEL_WITHOUT_CORE = 3


def with_core(exercises: Iterable[Exercise]) -> Exercises:
    """Take all exercises of a skill for core where none of them is marked.

    What is retired marks nothing: it is asked of nobody, and the rest would be asked of nobody too.
    """
    # Of three exercises of risk none is marked: all three are core. Of three of planning one is:
    # the other two are not.
    every = tuple(exercises)
    marked: set[str] = set()
    for exercise in every:
        if exercise.core and not exercise.retired:
            marked.add(exercise.skill)
    found = []
    for exercise in every:
        is_as_it_is = exercise.skill in marked or exercise.core or exercise.retired
        found.append(exercise if is_as_it_is else exercise.model_copy(update={"core": True}))
    return tuple(found)


def asked_up_to(exercises: Sequence[Exercise], level: int) -> Iterable[str]:
    """List what a skill needed at a level asks for: its core, and all of levels without a core."""
    # Level 2 has a core of one and two others, level 3 has two and no core. A need of level 3 asks
    # for the core at 2 and for both at 3; a need of level 2 for the one at 2. Below level 3
    # nothing stands in for a core that is not there.
    with_a_core = {exercise.level for exercise in exercises if exercise.core}
    for exercise in exercises:
        at = exercise.level
        if at <= level and (
            exercise.core or (at >= FIRST_LEVEL_WITHOUT_CORE and at not in with_a_core)
        ):
            yield exercise.id
