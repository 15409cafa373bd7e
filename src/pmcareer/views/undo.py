"""What an undo took back or brought back."""

from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.domain.logbook.entries import Entry
from pmcareer.views.parts.entries import as_row, described
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.stored import WRONG, Stored, ending
from pmcareer.views.parts.text import day
from pmcareer.views.parts.told import moved_words, told_keys

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

TAKEN_BACK = ("Taken back: ", "strong")
COUNTS_AGAIN = ("Counts again: ", "strong")
AGAIN = "Changed your mind?"


@frozen
class Undone:
    """The entry that takes another back, and what that changed."""

    stored: Stored
    undone: Entry
    gone: tuple[Entry, ...]
    """What counted before and does not any more; undos themselves left out."""
    back: tuple[Entry, ...]
    """What counts again."""

    @property
    def problems(self) -> Problems:
        """What of the logbook was not read, or is gone, before."""
        return self.stored.problems


def render(undone: Undone, page: "Page") -> "Blocks":
    """Name the entry that went, or came back."""
    titles = undone.stored.titles
    changed = [(TAKEN_BACK, each) for each in undone.gone]
    changed += [(COUNTS_AGAIN, each) for each in undone.back]
    for what, entry in changed:
        on = day(entry.on, undone.stored.today)
        yield page.led("done", what, f"{described(entry, titles)}, {on}.")
    # An undo of an undo of what never counted changes nothing else.
    if not changed:
        yield page.led("done", TAKEN_BACK, f"{described(undone.undone, titles)}.")
    if moved := moved_words(undone.stored.told, undone.stored.today):
        yield page.line(moved)
    yield from ending(undone.stored, page, AGAIN if undone.gone else WRONG)


def as_dict(undone: Undone) -> Keys:
    """Write the undo as stored, and the entries that went or came back."""
    return {
        "entry": as_row(undone.stored.entry),
        "stored": undone.stored.is_stored,
        "undone": as_row(undone.undone),
        "gone": list(map(as_row, undone.gone)),
        "back": list(map(as_row, undone.back)),
        "told": told_keys(undone.stored.told),
    }
