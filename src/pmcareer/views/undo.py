"""What an undo took back or brought back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pmcareer.domain.logbook.entries import Entry, Void
from pmcareer.views.parts.entries import as_row, described
from pmcareer.views.parts.stored import stored_words
from pmcareer.views.parts.text import day

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Hanging, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """The entry that takes another back, and what that changed."""

    entry: Void
    undone: Entry
    gone: tuple[Entry, ...]
    """What counted before and does not any more; undos themselves left out."""
    back: tuple[Entry, ...]
    """What counts again."""
    logbook: str
    is_stored: bool
    titles: Mapping[str, str]


def render(undone: Undone, page: "Page") -> Iterator["Hanging"]:
    """Name the entry that went, or came back."""
    for entry in undone.gone:
        yield page.line(
            ("Taken back: ", "strong"), f"{described(entry, undone.titles)}, {day(entry.on)}."
        )
    for entry in undone.back:
        yield page.line(
            ("Counts again: ", "strong"), f"{described(entry, undone.titles)}, {day(entry.on)}."
        )
    if not undone.gone and not undone.back:
        yield page.line(("Taken back: ", "strong"), f"{described(undone.undone, undone.titles)}.")
    yield page.line(
        (stored_words(undone.entry, undone.logbook, is_stored=undone.is_stored), "quiet")
    )


def as_dict(undone: Undone) -> dict[str, Any]:
    """Give the undo as written, and the entries that went or came back."""
    return {
        "entry": as_row(undone.entry),
        "stored": undone.is_stored,
        "undone": as_row(undone.undone),
        "gone": [as_row(entry) for entry in undone.gone],
        "back": [as_row(entry) for entry in undone.back],
    }
