"""What a portfolio and a resume rest on: somebody's record, and the levels it comes to."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.levels import SkillLevel
from pmcareer.domain.person.person import Person
from pmcareer.exports.filled import Note

NAME = "--name"
"""The option of every format that says whose record it is."""


@frozen
class Record:
    """Somebody's record, with what only rules can tell of it."""

    person: Person
    levels: Mapping[str, SkillLevel]
    name: str = ""
    """Whose it is, as they want to be called there; "" where they did not say."""
    notes: Mapping[str, tuple[Note, ...]] = field(default_factory=dict)
    """By the id of an exercise, what stands in the sheet that is its evidence."""
    as_of: datetime
    """Since when it is as it is: of the data, not the moment of the export."""
