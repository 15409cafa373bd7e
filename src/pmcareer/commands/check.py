"""`pmcareer check`: every problem of one curriculum or of several, with its line and its mend."""

from collections.abc import Callable, Sequence
from pathlib import Path

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.vocabulary import TABLES
from pmcareer.settings import Settings
from pmcareer.storage.curriculum.reading import CurriculumFile, check_curriculum, checked_anyhow
from pmcareer.views.check import Checked, CheckedFile

STDIN = Path("-")
Check = Callable[[Path | None, bytes | None], CurriculumFile]
"""A way to look at a file, or at bytes from elsewhere."""


def run(settings: Settings, *files: Path, read_stdin: Callable[[], bytes] = bytes) -> Checked:
    """Check the named files, each once; else the curriculum that every command uses."""
    named: Sequence[Path | None] = tuple(dict.fromkeys(files)) or (settings.curriculum,)
    if len(named) == 1:
        return Checked(files=(_checked(named[0], check_curriculum, read_stdin),))
    return Checked(files=tuple(_checked(file, checked_anyhow, read_stdin) for file in named))


def _checked(file: Path | None, check: Check, read_stdin: Callable[[], bytes]) -> CheckedFile:
    bytes_given = read_stdin() if file == STDIN else None
    checked = check(Path("standard input") if file == STDIN else file, bytes_given)

    # Of a file that can't be read as a curriculum there is nothing to count.
    counts = _counts(checked.curriculum) if checked.curriculum else {}
    return CheckedFile(
        file=str(checked.path),
        found=checked.problems,
        counts=counts,
        about=_about(checked),
        failed_with=checked.failure.exit_code if checked.failure else 0,
    )


def _counts(curriculum: Curriculum) -> dict[str, int]:
    return {table: len(getattr(curriculum, table)) for table in TABLES}


def _about(checked: CurriculumFile) -> str:
    """Say whose curriculum it is, and under what terms it may be used."""
    return checked.curriculum.credits if checked.curriculum else ""
