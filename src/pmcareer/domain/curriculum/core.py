"""The core of a skill: what is marked, or everything where nothing is."""

from collections.abc import Iterable

from pmcareer.domain.curriculum.items import Exercise, Exercises


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
