"""What helps with exercises on the disk: a file for each skill, so that `next` reads one."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.guide import (
    NO_GUIDE,
    Guide,
    Reading,
    faults_of,
    reading_of,
)
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.curriculum.part import Part
from pmcareer.errors import BadGuide
from pmcareer.storage.curriculum.guide_files import (
    beside,
    is_same_work,
    parsed,
    shipped_guide,
    table_in,
    wrong_value,
)
from pmcareer.storage.curriculum.reading import read_curriculum

FIGURES, SHEETS, READINGS = "figures", "sheets", "readings.toml"


def guide_of(exercise: Exercise, curriculum: Curriculum, path: Path | None) -> Guide:
    """Read what helps with an exercise: its own keys, and for the others the file of a shipped one.

    `path` is the curriculum's file; None is the shipped one.

    Raises:
        BadGuide: the file of a shipped one is not as we shipped it.
    """
    guide = shipped_guide(exercise) if is_as_shipped(exercise, curriculum, path) else NO_GUIDE
    parts = exercise.parts or _fitting(guide.parts, exercise)
    mistakes = exercise.mistakes or guide.mistakes
    if (parts, mistakes) == (guide.parts, guide.mistakes):
        return guide
    return Guide.model_construct(parts=parts, mistakes=mistakes, readings=guide.readings)


def _fitting(parts: Sequence[Part], exercise: Exercise) -> Sequence[Part]:
    """Leave out the shipped parts where a curriculum's own hours contradict them."""
    return () if any(faults_of(parts, exercise.hours)) else parts


def figures_of(
    exercise: Exercise, curriculum: Curriculum, path: Path | None
) -> tuple[Mapping[str, Any], ...]:
    """Read what a shipped exercise asks on the practice firm, each with its formula.

    `path` is the curriculum's file; None is the shipped one.

    Raises:
        BadGuide: the file is not as we shipped it.
    """
    file = beside(FIGURES, f"{exercise.skill}.toml")
    if not is_as_shipped(exercise, curriculum, path) or not os.path.lexists(file):
        return ()
    return tuple(table_in(file, exercise.id, of=list) or ())


def is_as_shipped(exercise: Exercise, curriculum: Curriculum, path: Path | None) -> bool:
    """Tell whether it is a shipped exercise, with the points for which its guide was written.

    More points may stand beside them; a trade, or having no project manager near, may make other
    work of it.
    """
    if path is not None and not curriculum.extends:
        return False
    shipped = read_curriculum(None).exercise.get(exercise.id)
    if shipped is None:
        return False
    return is_same_work(shipped, exercise)


def shipped_sheet(exercise: Exercise, curriculum: Curriculum, path: Path | None) -> str | None:
    """Name the sheet of a shipped exercise; None where there is none."""
    name = f"{SHEETS}/{exercise.id}.md"
    if is_as_shipped(exercise, curriculum, path) and beside(name).is_file():
        return name
    return None


def readings_of(guide: Guide, exercise: Exercise, curriculum: Curriculum) -> tuple[Reading, ...]:
    """Find what to read for an exercise: what its guide names, then its own resources.

    Raises:
        BadGuide: the shipped file of readings is not as we shipped it.
    """
    found: list[Reading] = []
    if guide.readings:
        found += readings_named(guide.readings)
    # Most exercises name none, and the table need not be read for them.
    if exercise.resources:
        found += _resources(exercise.resources, curriculum)
    return tuple(found)


def readings_named(keys: Iterable[str], file: Path | None = None) -> Iterator[Reading]:
    """Read what is shipped to read under these keys.

    Raises:
        BadGuide: the file can't be read, has no such key, or a value is wrong.
    """
    place = file or beside(READINGS)
    shelf = parsed(place)
    for key in keys:
        row = shelf.get(key)
        if not isinstance(row, dict):
            raise BadGuide(place, f"there is no '{key}'")
        try:
            yield Reading.model_validate({"id": key, **row})
        except ValidationError as error:
            raise wrong_value(place, error) from None


def _resources(names: Sequence[str], curriculum: Curriculum) -> Iterator[Reading]:
    for resource in curriculum.resources:
        if resource.id in names:
            yield reading_of(resource)
