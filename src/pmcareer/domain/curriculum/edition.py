"""Editions of a curriculum: which of two came first, and what an earlier one asked for."""

import re
from dataclasses import replace
from functools import cache

from pmcareer.domain.curriculum.core import with_core
from pmcareer.domain.curriculum.curriculum import Curriculum

HIGHEST_BY_CORE = 3
"""Above it one exercise of the level is enough, whether it is core or not."""


# Every entry of work names one, and a logbook knows few of them.
@cache
def numbers_in(version: str) -> tuple[int, ...]:
    """Read the numbers of a version in their order; empty where it has none."""
    return tuple(map(int, re.findall(r"[0-9]+", version)))


def comes_before(version: str, other: str) -> bool:
    """Tell whether a version is an earlier one, number by number.

    What has no number comes before nothing, and nothing before it.
    """
    # 2026.9 comes before 2026.11, and that before 2027.1.
    return () < numbers_in(version) < numbers_in(other)


def as_before(curriculum: Curriculum, edition: str) -> Curriculum:
    """Return what was asked for before an edition: without what is asked for since then.

    A trade that is laid over it is left out: who reads it lays theirs over it.
    """
    plain = curriculum.as_written
    if edition not in plain.before_editions:
        plain.before_editions[edition] = _without_what_is_new(plain, edition)
    return plain.before_editions[edition]


def _without_what_is_new(plain: Curriculum, edition: str) -> Curriculum:
    exercises = []
    for exercise in plain.exercises:
        since = exercise.core_since
        if since is None or comes_before(since, edition):
            exercises.append(exercise)
        elif exercise.level <= HIGHEST_BY_CORE:
            exercises.append(exercise.model_copy(update={"core": False, "core_since": None}))
    return replace(plain, exercises=with_core(exercises))
