"""`pmcareer doctor`: is everything as it should be, and can it be mended here and now."""

from collections.abc import Callable
from pathlib import Path

from pmcareer.commands.examining import examined
from pmcareer.settings import Settings
from pmcareer.storage.care import (
    check_curriculum_anyhow,
    cut_torn_tail,
    merge_conflict_copy,
    read_logbook_anyhow,
)
from pmcareer.storage.lock import say_nothing
from pmcareer.storage.noticing import conflict_copies
from pmcareer.views.doctor import Examined


def run(
    settings: Settings, *, fix: bool = False, say: Callable[[str], None] = say_nothing
) -> Examined:
    """Look at everything and, when asked, first mend what can be mended without losing anything."""
    mended = (
        (*_without_torn_tail(settings, say), *_without_conflict_copies(settings, say))
        if fix
        else ()
    )

    logbook = read_logbook_anyhow(settings.logbook)
    curriculum = check_curriculum_anyhow(settings.curriculum)

    return Examined(checks=examined(settings, logbook, curriculum), mended=mended)


def _without_torn_tail(settings: Settings, say: Callable[[str], None]) -> tuple[str, ...]:
    kept = cut_torn_tail(settings.logbook, settings.state, say=say)
    return (f"Moved the damaged end of the logbook to {kept}.",) if kept else ()


def _without_conflict_copies(settings: Settings, say: Callable[[str], None]) -> tuple[str, ...]:
    return tuple(_merged(copy, settings, say) for copy in conflict_copies(settings.logbook))


def _merged(copy: Path, settings: Settings, say: Callable[[str], None]) -> str:
    added = merge_conflict_copy(copy, settings.logbook, settings.state, say=say)
    entries = "1 entry" if added == 1 else f"{added} entries"
    return f"Added {entries} from {copy.name}, and put it away in {settings.state / 'conflict-copies'}."
