"""`pmcareer doctor`: is everything as it should be, and can it be mended here and now."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pmcareer.commands.doctor_checks import checks_of
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.settings import Settings
from pmcareer.storage.attempting import attempted
from pmcareer.storage.curriculum.reading import CurriculumFile, checked_anyhow
from pmcareer.storage.logbook.care import (
    cut_torn_tail,
    merge_conflict_copy,
    read_logbook_anyhow,
)
from pmcareer.storage.logbook.noticing import conflict_copies
from pmcareer.storage.paths import shipped_curriculum
from pmcareer.views.doctor import Examined
from pmcareer.views.parts.text import plural


def run(settings: Settings, *, fix: bool = False) -> Examined:
    """Look at everything and, when asked, first mend what can be mended without losing anything."""
    # First of all, so that the checks speak of what is there afterwards.
    mended = tuple(_mended(settings)) if fix else ()

    logbook = attempted(
        partial(read_logbook_anyhow, settings.logbook), partial(_no_logbook, settings)
    )
    curriculum = attempted(
        partial(checked_anyhow, settings.curriculum), partial(_no_curriculum, settings)
    )

    return Examined(checks=checks_of(settings, logbook, curriculum), mended=mended)


def _no_logbook(settings: Settings, reason: str) -> Logbook:
    return Logbook(problems=(_unseen(settings.logbook, reason),))


def _no_curriculum(settings: Settings, reason: str) -> CurriculumFile:
    path = settings.curriculum or shipped_curriculum()
    return CurriculumFile(path=path, problems=(_unseen(path, reason),))


def _unseen(path: Path, reason: str) -> Problem:
    return Problem(file=str(path), message=f"it could not be looked at: {reason}")


def _mended(settings: Settings) -> Iterator[str]:
    if kept := cut_torn_tail(settings.logbook, settings.state, say=settings.say):
        yield f"Moved the damaged end of the logbook to {kept}."
    for copy in conflict_copies(settings.logbook):
        yield _merged(copy, settings)


def _merged(copy: Path, settings: Settings) -> str:
    added = merge_conflict_copy(copy, settings.logbook, settings.state, say=settings.say)
    away = settings.state / "conflict-copies"
    entries = plural(added, "entry", "entries")
    return f"Added {entries} from {copy.name}, and put it away in {away}."
