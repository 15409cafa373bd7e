"""The entries of the logbook, one line each, the newest last."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.entries import Entry
from pmcareer.views.parts.entries import as_row, described
from pmcareer.views.parts.text import one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pmcareer.views.parts.layout import Page


@frozen
class History:
    """Entries, the newest last."""

    entries: tuple[Entry, ...]
    void: frozenset[str]
    """Ids of those that were taken back."""
    titles: Mapping[str, str]
    is_filtered: bool
    """Whether the logbook may hold more than this."""
    problems: tuple[Problem, ...] = ()


def render(history: History, page: "Page") -> Iterator["RenderableType"]:
    """Show day, what happened and the id, so that any of them can be taken back."""
    if not history.entries:
        hint = (
            "No entry fits."
            if history.is_filtered
            else "Nothing is logged yet. Your first task: pmcareer next"
        )
        yield page.line(hint)
        return
    columns = (
        page.column("day", "quiet"),
        page.column("what", wraps=True, key=True),
        page.column("id", "item"),
    )
    yield page.records(
        columns,
        ((entry.on.isoformat(), _words(entry, history), entry.id) for entry in history.entries),
    )


def _words(entry: Entry, history: History) -> str:
    taken_back = "[taken back] " if entry.id in history.void else ""
    note = f" - {one_line(entry.note)}" if entry.note else ""
    return f"{taken_back}{described(entry, history.titles)}{note}"


def as_dict(history: History) -> dict[str, Any]:
    """Give each entry as the file has it, and whether it was taken back."""
    return {
        "entries": [as_row(entry) | {"void": entry.id in history.void} for entry in history.entries]
    }
