"""`pmcareer doctor`: is everything as it should be, and can it be mended here and now."""

from functools import partial
from pathlib import Path

from pmcareer.commands.doctor_checks import checks_of
from pmcareer.commands.doctor_fix import mended_in
from pmcareer.commands.doctor_git import set_up
from pmcareer.commands.doctor_losses import accepted, restored
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.settings import Settings
from pmcareer.storage.attempting import attempted
from pmcareer.storage.curriculum.reading import CurriculumFile, checked_anyhow
from pmcareer.storage.logbook.care import read_logbook_anyhow
from pmcareer.storage.paths import shipped_curriculum
from pmcareer.views.doctor import Examined, Mended


def run(
    settings: Settings,
    *,
    fix: bool = False,
    git: bool = False,
    restore: bool = False,
    accept: bool = False,
) -> Examined:
    """Look at everything and, when asked, first mend what can be mended without losing anything."""
    # First of all, so that the checks speak of what is there afterwards.
    mended = mended_in(settings) if fix else Mended()
    if git:
        mended += set_up(settings)
    if restore:
        mended += restored(settings)
    elif accept:
        mended += accepted(settings)

    logbook = attempted(
        partial(read_logbook_anyhow, settings.logbook), partial(_no_logbook, settings)
    )
    curriculum = attempted(
        partial(checked_anyhow, settings.curriculum), partial(_no_curriculum, settings)
    )

    return Examined(
        checks=checks_of(settings, logbook, curriculum), mended=mended.done, left=mended.left
    )


def _no_logbook(settings: Settings, reason: str) -> Logbook:
    return Logbook(problems=(_unseen(settings.logbook, reason),))


def _no_curriculum(settings: Settings, reason: str) -> CurriculumFile:
    path = settings.curriculum or shipped_curriculum()
    return CurriculumFile(path=path, problems=(_unseen(path, reason),))


def _unseen(path: Path, reason: str) -> Problem:
    return Problem(file=str(path), message=f"it could not be looked at: {reason}")
