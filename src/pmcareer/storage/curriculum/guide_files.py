"""The files of ours that help with exercises: one for each skill, its tables named by exercise."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.guide import NO_GUIDE, Fault, Guide, faults_of
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.curriculum.links import Finding
from pmcareer.errors import BadGuide
from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.curriculum.packing import PACK, unpacked
from pmcareer.storage.disk.files import reason_of
from pmcareer.storage.disk.given import read_at_most, read_if_there
from pmcareer.storage.paths import shipped_curriculum
from pmcareer.storage.toml import parse

MOST_BYTES = 200_000
GUIDES = "guides"


def is_same_work(shipped: Exercise, exercise: Exercise) -> bool:
    """Tell whether an exercise has the title and the points for which our guide was written."""
    return shipped.title == exercise.title and set(shipped.accept) <= set(exercise.accept)


def shipped_guide(exercise: Exercise) -> Guide:
    """Read what we wrote for an exercise.

    Raises:
        BadGuide: the file is not as we shipped it.
    """
    file = beside(GUIDES, f"{exercise.skill}.toml")
    return guide_in(file, exercise.id) if os.path.lexists(file) else NO_GUIDE


def hours_findings(curriculum: Curriculum, shipped: Curriculum) -> Iterator[Finding]:
    """Find the exercises whose own hours contradict the shipped parts: a warning.

    Raises:
        BadGuide: the file of a shipped one is not as we shipped it.
    """
    for index, exercise in enumerate(curriculum.exercises):
        known = shipped.exercise.get(exercise.id)
        if known is None or exercise.parts or known.hours == exercise.hours:
            continue
        if is_same_work(known, exercise):
            for fault in faults_of(shipped_guide(exercise).parts, exercise.hours):
                yield _left_out(index, exercise.id, fault)


def _left_out(index: int, exercise: str, fault: Fault) -> Finding:
    return Finding(
        table="exercises",
        index=index,
        item=exercise,
        key="hours",
        message=f"the shipped parts are left out: {fault[1]}",
        hint="Give it `parts` of its own, or the shipped hours.",
        severity="warning",
    )


def beside(*names: str) -> Path:
    """Name a file that lies beside the shipped curriculum."""
    return shipped_curriculum().parent.joinpath(*names)


def table_in(file: Path, exercise: str, *, of: type) -> Any:  # noqa: ANN401 -- as TOML has it
    """Read what a file of ours has for an exercise.

    Raises:
        BadGuide: the file can't be read, or has something else there.
    """
    found = parsed(file).get(exercise)
    if found is not None and not isinstance(found, of):
        raise BadGuide(file, f"'{exercise}' holds something else than it should")
    return found


def guide_in(file: Path, exercise: str) -> Guide:
    """Read the guide of one exercise from the file of its skill.

    Raises:
        BadGuide: the file can't be read, or a value is wrong.
    """
    found = table_in(file, exercise, of=dict)
    if found is None:
        return NO_GUIDE
    try:
        return Guide.model_validate(found)
    except ValidationError as error:
        raise wrong_value(file, error) from None


def wrong_value(file: Path, error: ValidationError) -> BadGuide:
    """Say which value of a file of ours is wrong, in a sentence."""
    first = error.errors()[0]
    place = ".".join(map(str, first["loc"]))
    return BadGuide(file, f"{place}: {first['msg']}")


def parsed(file: Path) -> Mapping[str, Any]:
    """Read the tables of a file of ours: from the wheel's pack of them where one fits the file.

    Raises:
        BadGuide: it is no regular TOML file of at most 200 kB.
    """
    try:
        content = read_at_most(file, MOST_BYTES)
    except OSError as error:
        raise BadGuide(file, reason_of(error)) from error
    if len(content) > MOST_BYTES:
        raise BadGuide(file, f"it is larger than {MOST_BYTES:,} bytes")
    found = unpacked(content, read_if_there(file.with_suffix(PACK), MOST_BYTES))
    try:
        return parse(content) if found is None else found
    except BadToml as error:
        raise BadGuide(file, error.message.rstrip(".")) from error
