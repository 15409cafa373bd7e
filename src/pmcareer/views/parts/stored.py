"""What is said after an entry was written: what, where, and how to take it back."""

from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.plan.told import Told
from pmcareer.views.parts.entries import Titles, described
from pmcareer.views.parts.keys import Keys, picked
from pmcareer.views.parts.text import clean, day
from pmcareer.views.parts.told import moved_words, told_keys

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page
    from pmcareer.views.parts.styled import Block

WRONG = "Wrong?"
UNDO = "pmcareer undo"


@frozen
class Stored:
    """One entry, and where it was stored."""

    entry: Entry
    today: date
    logbook: str
    is_stored: bool
    """False for a dry run."""
    titles: Titles
    """Titles of what the entry may name, by id."""
    told: Told | None
    """How far the dates moved since the entry before; None for the first."""
    remarks: tuple[str, ...] = ()
    """What is worth knowing about it, a sentence each."""
    problems: Problems = ()
    """What of the logbook was not read, or is gone, before this was added."""
    is_from_before: bool = False
    """True where it was stored by an earlier try, and nothing is written now."""


def render(stored: Stored, page: "Page") -> "Blocks":
    """Say it in a few lines, the way back last."""
    what = f"{described(stored.entry, stored.titles)}{when(stored)}."
    yield page.led("done", (what, "strong"))
    # A line each: some end with a command, and what follows would be taken for a part of it.
    yield from map(page.line, stored.remarks)
    if moved := moved_words(stored.told, stored.today):
        yield page.line(moved)
    yield from ending(stored, page)


def when(stored: Stored) -> str:
    """Say on which day it was: worth a word only where that is not today."""
    entry = stored.entry
    return "" if entry.on == stored.today else f", {day(entry.on, stored.today)}"


def ending(stored: Stored, page: "Page", asks: str = WRONG) -> "Blocks":
    """Say how an entry is taken back, and with --verbose where it stands."""
    if stored.is_from_before:
        yield page.line("Stored before: nothing was written.")
    elif stored.is_stored:
        yield page.line((f"{asks} ", "label"), UNDO)
    else:
        yield page.line("Dry run: nothing was stored.")
        return
    if page.verbose:
        yield place(stored, page)


def place(stored: Stored, page: "Page") -> "Block":
    """Say where an entry stands, and under which id."""
    return page.line(f"Stored in {clean(stored.logbook)} as {stored.entry.id}.")


def as_dict(stored: Stored) -> Keys:
    """Return the entry as the file has it."""
    keys = picked(stored, "entry", "remarks")
    return keys | {"stored": stored.is_stored, "told": told_keys(stored.told)}
