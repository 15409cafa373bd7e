"""The exercises as they are for somebody who has no project manager near, or no work to go to."""

from dataclasses import replace
from typing import Any

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise


def for_one_alone(curriculum: Curriculum, *, is_away: bool) -> Curriculum:
    """Return a curriculum that sends nobody to project managers who are not there.

    For one who is away from work nothing is said of how to do it at work, either.
    """
    key = f"alone, away: {is_away}"
    if key not in curriculum.in_trades:
        exercises = tuple(_done_alone(each, is_away=is_away) for each in curriculum.exercises)
        plain = curriculum.as_written
        curriculum.in_trades[key] = replace(curriculum, exercises=exercises, plain=plain)
    return curriculum.in_trades[key]


def _done_alone(exercise: Exercise, *, is_away: bool) -> Exercise:
    changed: dict[str, Any] = {"at_work": None} if is_away and exercise.at_work else {}
    changed.update((name, words) for name, words in exercise.alone or () if words)
    return exercise.model_copy(update=changed) if changed else exercise
