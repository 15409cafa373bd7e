"""What an edit did to the logbook."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.views.check import problem_as_dict
from pmcareer.views.parts.text import plural

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Hanging, Page


@frozen
class Edited:
    """What the edit did to the logbook."""

    logbook: str
    changed: bool
    before: int
    after: int
    """Entries before and after."""
    added: tuple[str, ...]
    removed: tuple[str, ...]
    """Ids of entries."""
    notes: tuple[Problem, ...]
    """What is kept and counts nowhere."""


def render(edited: "Edited", page: "Page") -> Iterator["Hanging"]:
    """Say what changed, and name what counts nowhere."""
    if not edited.changed:
        yield page.line("Nothing was changed.")
        return
    entries = plural(edited.after, "entry", "entries")
    counts = f"{entries} now, {edited.before} before."
    yield page.line(("Saved: ", "strong"), counts)
    if edited.removed:
        yield page.line((f"Gone: {', '.join(edited.removed)}", "warning"))
    for note in edited.notes:
        place = f"Line {note.line}: " if note.line else ""
        yield page.line(
            (place, "quiet"), (f"{note.where}: ", "item"), f"{note.message} {note.hint}"
        )
    yield page.line((str(edited.logbook), "quiet"))


def as_dict(edited: "Edited") -> dict[str, Any]:
    """Give the ids that came and went."""
    return {
        "logbook": str(edited.logbook),
        "changed": edited.changed,
        "before": edited.before,
        "after": edited.after,
        "added": list(edited.added),
        "removed": list(edited.removed),
        "notes": [problem_as_dict(note) for note in edited.notes],
    }
