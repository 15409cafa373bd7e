"""`pmcareer edit`: the logbook in one's own editor, put back only when it is valid."""

import os
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pmcareer.domain.logbook import Logbook
from pmcareer.domain.problem import Problem
from pmcareer.errors import NoEditor
from pmcareer.settings import Settings
from pmcareer.storage.editing import edit_logbook
from pmcareer.storage.lock import say_nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What the edit did to the logbook."""

    logbook: Path
    changed: bool
    before: int
    after: int
    """Entries before and after."""
    added: tuple[str, ...]
    removed: tuple[str, ...]
    """Ids of entries."""
    notes: tuple[Problem, ...]
    """What is kept and counts nowhere."""


def run(settings: Settings, environment: Mapping[str, str], *, say: Callable[[str], None] = say_nothing) -> Edited:
    """Open the logbook in $VISUAL, else $EDITOR."""
    edited = edit_logbook(settings.logbook, settings.state, editor_in(environment), say=say)

    before, after = _ids(edited.before), _ids(edited.after)

    return Edited(
        logbook=settings.logbook,
        changed=edited.changed,
        before=len(before),
        after=len(after),
        added=tuple(name for name in after if name not in before),
        removed=tuple(name for name in before if name not in after),
        notes=edited.after.notes,
    )


def _ids(logbook: Logbook) -> dict[str, None]:
    return dict.fromkeys(entry.id for entry in logbook.entries)


def editor_in(environment: Mapping[str, str]) -> Sequence[str]:
    """Choose the command that the user named, with its arguments, else what every system has."""
    named = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    if not named:
        return ("notepad",) if os.name == "nt" else ("vi",)
    try:
        return tuple(part.strip('"') for part in shlex.split(named, posix=os.name != "nt"))
    except ValueError:
        raise NoEditor(named) from None
