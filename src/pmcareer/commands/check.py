"""`pmcareer check`: every problem of a curriculum, with its line and its mend."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pmcareer.domain.links import TABLES
from pmcareer.domain.problem import Problem
from pmcareer.errors import NEEDS_REPAIR
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import check_curriculum


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a curriculum's file holds, and what is wrong with it."""

    file: Path
    found: tuple[Problem, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    """Table to number of items; empty when the file can't be read as a curriculum."""

    @property
    def exit_code(self) -> int:
        """Tell scripts that there is something to mend."""
        return NEEDS_REPAIR if self.found else 0


def run(settings: Settings, file: Path | None = None) -> Checked:
    """Check the named file, else the curriculum that every command uses."""
    checked = check_curriculum(file or settings.curriculum)

    tables = {table: len(getattr(checked.curriculum, table)) for table in TABLES} if checked.curriculum else {}

    return Checked(file=checked.path, found=checked.problems, counts=tables)
