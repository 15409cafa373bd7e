"""Graded samples on the disk: a small file for each shipped skill that has them."""

import os
from pathlib import Path

from pydantic import ValidationError

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Skill
from pmcareer.domain.curriculum.samples import Sample, Samples
from pmcareer.storage.curriculum.guide_files import parsed, wrong_value
from pmcareer.storage.curriculum.reading import read_curriculum
from pmcareer.storage.paths import shipped_curriculum

SAMPLES = "samples"


def samples_of(skill: Skill, curriculum: Curriculum, path: Path | None) -> tuple[Sample, ...]:
    """Read the samples of a shipped skill; none of one whose levels are told otherwise.

    `path` is the curriculum's file; None is the shipped one.

    Raises:
        BadGuide: the file is not as we shipped it.
    """
    if path is not None and not curriculum.extends:
        return ()
    shipped = read_curriculum(None).skill.get(skill.id)
    file = shipped_curriculum().parent / SAMPLES / f"{skill.id}.toml"
    if shipped is None or shipped.levels != skill.levels or not os.path.lexists(file):
        return ()
    return read_samples(file)


def read_samples(file: Path) -> tuple[Sample, ...]:
    """Read a file of samples.

    Raises:
        BadGuide: it can't be read, or a value is wrong.
    """
    try:
        return Samples.model_validate(parsed(file)).samples
    except ValidationError as error:
        raise wrong_value(file, error) from None
