"""What helps with exercises on the disk: a file for each skill, so that `next` reads one."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.guide import NO_GUIDE, Guide, Reading, reading_of
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.curriculum.part import Part
from pmcareer.errors import BadGuide
from pmcareer.storage.curriculum.reading import read_curriculum
from pmcareer.storage.disk.files import reason_of
from pmcareer.storage.disk.given import read_at_most
from pmcareer.storage.paths import shipped_curriculum
from pmcareer.storage.toml import BadToml, parse

MOST_BYTES = 200_000
GUIDES, FIGURES, SHEETS, READINGS = "guides", "figures", "sheets", "readings.toml"


def guide_of(exercise: Exercise, curriculum: Curriculum, path: Path | None) -> Guide:
    """Read what helps with an exercise: its own keys, else the file of a shipped one.

    `path` is the curriculum's file; None is the shipped one.

    Raises:
        BadGuide: the file of a shipped one is not as we shipped it.
    """
    if exercise.parts or exercise.mistakes:
        return Guide.model_construct(parts=exercise.parts, mistakes=exercise.mistakes)
    if not is_as_shipped(exercise, curriculum, path):
        return NO_GUIDE
    file = _beside(GUIDES, f"{exercise.skill}.toml")
    return _read_quickly(file, exercise.id) if os.path.lexists(file) else NO_GUIDE


def figures_of(
    exercise: Exercise, curriculum: Curriculum, path: Path | None
) -> tuple[Mapping[str, Any], ...]:
    """Read what a shipped exercise asks on the practice firm, each with its formula.

    `path` is the curriculum's file; None is the shipped one.

    Raises:
        BadGuide: the file is not as we shipped it.
    """
    file = _beside(FIGURES, f"{exercise.skill}.toml")
    if not is_as_shipped(exercise, curriculum, path) or not os.path.lexists(file):
        return ()
    return tuple(_table(file, exercise.id, of=list) or ())


def is_as_shipped(exercise: Exercise, curriculum: Curriculum, path: Path | None) -> bool:
    """Tell whether it is a shipped exercise in the words for which its guide was written.

    A trade, or having no project manager near, may make other work of it.
    """
    if path is not None and not curriculum.extends:
        return False
    shipped = read_curriculum(None).exercise.get(exercise.id)
    if shipped is None:
        return False
    return (shipped.title, shipped.accept) == (exercise.title, exercise.accept)


def shipped_sheet(exercise: Exercise, curriculum: Curriculum, path: Path | None) -> str | None:
    """Name the sheet of a shipped exercise; None where there is none."""
    name = f"{SHEETS}/{exercise.id}.md"
    if is_as_shipped(exercise, curriculum, path) and _beside(name).is_file():
        return name
    return None


def _beside(*names: str) -> Path:
    return shipped_curriculum().parent.joinpath(*names)


def _table(file: Path, exercise: str, *, of: type) -> Any:  # noqa: ANN401 -- as TOML has it
    found = parsed(file).get(exercise)
    if found is not None and not isinstance(found, of):
        raise BadGuide(file, f"'{exercise}' holds something else than it should")
    return found


def _read_quickly(file: Path, exercise: str) -> Guide:
    # Our own tests hold each of these files against the record, so that a start need not.
    found = _table(file, exercise, of=dict)
    if found is None:
        return NO_GUIDE
    try:
        parts = tuple(Part.model_construct(**row) for row in found.get("parts", ()))
        return Guide.model_construct(
            parts=parts,
            mistakes=tuple(found.get("mistakes", ())),
            readings=tuple(found.get("readings", ())),
        )
    except TypeError:
        raise BadGuide(file, "a key holds something else than it should") from None


def read_guides(file: Path) -> Mapping[str, Guide]:
    """Read the guides of a skill's exercises by their ids, and look at each value.

    Raises:
        BadGuide: the file can't be read, or a value is wrong.
    """
    try:
        return {name: Guide.model_validate(row) for name, row in parsed(file).items()}
    except ValidationError as error:
        raise wrong_value(file, error) from None


def readings_of(guide: Guide, exercise: Exercise, curriculum: Curriculum) -> tuple[Reading, ...]:
    """Find what to read for an exercise: what its guide names, then its own resources.

    Raises:
        BadGuide: the shipped file of readings is not as we shipped it.
    """
    found: list[Reading] = []
    if guide.readings:
        found += _from_shelf(guide.readings)
    # Most exercises name none, and the table need not be read for them.
    if exercise.resources:
        found += _resources(exercise.resources, curriculum)
    return tuple(found)


def _from_shelf(keys: Sequence[str]) -> Iterator[Reading]:
    file = _beside(READINGS)
    shelf = parsed(file)
    for key in keys:
        row = shelf.get(key)
        if not isinstance(row, dict):
            raise BadGuide(file, f"there is no '{key}'")
        # As of guides: only what is named is made, and tests look at the values.
        yield Reading.model_construct(id=key, **row)


def _resources(names: Sequence[str], curriculum: Curriculum) -> Iterator[Reading]:
    for resource in curriculum.resources:
        if resource.id in names:
            yield reading_of(resource)


def read_readings(file: Path | None = None) -> Mapping[str, Reading]:
    """Read what is shipped to read, by key.

    Raises:
        BadGuide: it can't be read, or a value is wrong.
    """
    place = file or _beside(READINGS)
    rows = parsed(place)
    try:
        return {key: Reading.model_validate({"id": key, **row}) for key, row in rows.items()}
    except TypeError:
        raise BadGuide(place, "each key has to be a table") from None
    except ValidationError as error:
        raise wrong_value(place, error) from None


def wrong_value(file: Path, error: ValidationError) -> BadGuide:
    """Say which value of a file of ours is wrong, in a sentence."""
    first = error.errors()[0]
    place = ".".join(map(str, first["loc"]))
    return BadGuide(file, f"{place}: {first['msg']}")


def parsed(file: Path) -> Mapping[str, Any]:
    """Parse a file of ours.

    Raises:
        BadGuide: it is no regular TOML file of at most 200 kB.
    """
    try:
        content = read_at_most(file, MOST_BYTES)
    except OSError as error:
        raise BadGuide(file, reason_of(error)) from error
    if len(content) > MOST_BYTES:
        raise BadGuide(file, f"it is larger than {MOST_BYTES:,} bytes")
    try:
        return parse(content)
    except BadToml as error:
        raise BadGuide(file, error.message.rstrip(".")) from error
