"""The entries of the logbook, one line each, the newest last."""

from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Entry
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.entries import Titles, described
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


@frozen
class History(Answer):
    """Entries, the newest last."""

    entries: tuple[Entry, ...]
    today: date
    void: frozenset[str]
    """Ids of those that were taken back."""
    titles: Titles
    is_filtered: bool
    """Whether the logbook may hold more than this."""


def render(history: History, page: "Page") -> "Blocks":
    """Show day, what happened and the id, so that any of them can be taken back."""
    if not history.entries and history.is_filtered:
        yield page.line("No entry fits.")
        return
    if not history.entries:
        yield page.line("Nothing is logged yet. Your first task: pmcareer next")
        return
    columns = (
        page.column("day", "quiet"),
        page.column("what", wraps=True, key=True),
        page.column("id", "item"),
    )
    yield page.records(columns, (_row(entry, history, page) for entry in history.entries))


def _row(entry: Entry, history: History, page: "Page") -> tuple[str, ...]:
    words = described(entry, history.titles)
    if entry.id in history.void:
        words = f"[taken back] {words}"
    if entry.note:
        words = f"{words} - {one_line(entry.note)}"
    return page.dated(entry.on, history.today), words, entry.id


def as_dict(history: History) -> Keys:
    """Return each entry as the file has it, and whether it was taken back."""
    void = history.void
    return {"entries": [entry.as_row() | {"void": entry.id in void} for entry in history.entries]}
