"""What an edit did to the logbook."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import plural

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Hanging, Page


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
    meanwhile: tuple[str, ...]
    """Ids of entries that were logged while the editor was open; they are among those added."""
    disagreed: tuple[str, ...]
    """Ids of entries that were changed in the file meanwhile, too: the editor's text counts."""
    not_chosen: str
    """The folder in which the texts lie that do not count."""
    notes: tuple[Problem, ...]
    """What is kept and counts nowhere."""
    problems: tuple[Problem, ...] = ()
    """That entries are gone which were stored: said beside the answer."""

    @property
    def stored_ids(self) -> tuple[str, ...] | None:
        """Ids of the entries that are new; None where nothing was written."""
        if not self.changed:
            return None
        return self.added


def render(edited: Edited, page: "Page") -> "Blocks":
    """Say what changed, and name what counts nowhere."""
    if not edited.changed:
        yield page.line("Nothing was changed.")
        return
    entries = plural(edited.after, "entry", "entries")
    yield page.line(("Saved: ", "strong"), f"{entries} now, {edited.before} before.")
    if edited.meanwhile:
        entries = plural(len(edited.meanwhile), "entry", "entries")
        yield page.line(f"{entries} logged meanwhile {_was(edited.meanwhile)} kept.")
    if edited.disagreed:
        ids = ", ".join(edited.disagreed)
        said = f"{ids}. Your text counts; the other is kept in {edited.not_chosen}."
        yield page.line(("Changed meanwhile, too: ", "warning"), said)
    # What was deleted by hand can't be undone: its ids are the way to find it in a snapshot.
    if edited.removed:
        yield page.line((f"Gone: {', '.join(edited.removed)}", "warning"))
    for note in edited.notes:
        yield _note(note, page)
    yield page.quiet(edited.logbook)


def _was(ids: tuple[str, ...]) -> str:
    return "was" if len(ids) == 1 else "were"


def _note(note: Problem, page: "Page") -> "Hanging":
    place = f"Line {note.line}: " if note.line else ""
    where = (f"{note.where}: ", "item")
    return page.line((place, "quiet"), where, f"{note.message} {note.hint}")


def as_dict(edited: Edited) -> Keys:
    """Return the counts, the ids that came and went, and the notes."""
    keys = asdict(edited)
    del keys["problems"]
    return keys
