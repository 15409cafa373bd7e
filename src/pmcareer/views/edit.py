"""What an edit did to the logbook."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pmcareer.views.check import problem_as_dict
from pmcareer.views.text import plural

if TYPE_CHECKING:
    from pmcareer.commands.edit import Edited
    from pmcareer.views.layout import Hanging, Page


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
        yield page.line((place, "quiet"), (f"{note.where}: ", "item"), f"{note.message} {note.hint}")
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
