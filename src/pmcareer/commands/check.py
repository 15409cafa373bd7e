"""`pmcareer check`: every problem of a curriculum, with its line and its mend."""

from collections.abc import Callable
from pathlib import Path

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.vocabulary import TABLES
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import check_curriculum
from pmcareer.views.check import Checked

STDIN = Path("-")


def run(
    settings: Settings, file: Path | None = None, *, read_stdin: Callable[[], bytes] = bytes
) -> Checked:
    """Check the named file, else the curriculum that every command uses."""
    if file == STDIN:
        checked = check_curriculum(Path("standard input"), read_stdin())
    else:
        checked = check_curriculum(file or settings.curriculum)

    # Of a file that can't be read as a curriculum there is nothing to count.
    counts = _counts(checked.curriculum) if checked.curriculum else {}
    return Checked(file=str(checked.path), found=checked.problems, counts=counts)


def _counts(curriculum: Curriculum) -> dict[str, int]:
    return {table: len(getattr(curriculum, table)) for table in TABLES}
