"""What an undo took back or brought back."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Entry, Void
from pmcareer.views.parts.entries import as_row, described
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.stored import stored_words
from pmcareer.views.parts.text import day

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

TAKEN_BACK = ("Taken back: ", "strong")
COUNTS_AGAIN = ("Counts again: ", "strong")


@frozen
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


def render(undone: Undone, page: "Page") -> "Blocks":
    """Name the entry that went, or came back."""
    for entry in undone.gone:
        yield page.line(TAKEN_BACK, f"{_words(undone, entry)}, {day(entry.on)}.")
    for entry in undone.back:
        yield page.line(COUNTS_AGAIN, f"{_words(undone, entry)}, {day(entry.on)}.")
    if not undone.gone and not undone.back:
        # An undo of an undo of what never counted: nothing else changed.
        yield page.line(TAKEN_BACK, f"{_words(undone, undone.undone)}.")
    where = stored_words(undone.entry, undone.logbook, is_stored=undone.is_stored)
    yield page.quiet(where)


def _words(undone: Undone, entry: Entry) -> str:
    return described(entry, undone.titles)


def as_dict(undone: Undone) -> Keys:
    """Write the undo as stored, and the entries that went or came back."""
    return {
        "entry": as_row(undone.entry),
        "stored": undone.is_stored,
        "undone": as_row(undone.undone),
        "gone": list(map(as_row, undone.gone)),
        "back": list(map(as_row, undone.back)),
    }
