"""What is said after an entry was written: what, where, and how to take it back."""

from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Entry
from pmcareer.views.parts.entries import Titles, described
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import clean, day

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


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
    remarks: tuple[str, ...] = ()
    """What is worth knowing about it, a sentence each."""


def render(stored: Stored, page: "Page") -> "Blocks":
    """Say it in a few lines, the last of them quiet."""
    # The day is only worth a word where it is not today.
    when = "" if stored.entry.on == stored.today else f", {day(stored.entry.on, stored.today)}"
    yield page.line((f"{described(stored.entry, stored.titles)}{when}.", "strong"))
    if stored.remarks:
        yield page.line(" ".join(stored.remarks))
    yield page.quiet(stored_words(stored))


def stored_words(stored: Stored) -> str:
    """Say where an entry stands and how it is taken back."""
    if stored.is_stored:
        where = f"Stored in {clean(stored.logbook)} as {stored.entry.id}."
        return f"{where} Take it back: pmcareer undo"
    return "Dry run: nothing was stored."


def as_dict(stored: Stored) -> Keys:
    """Return the entry as the file has it."""
    return {"entry": stored.entry, "stored": stored.is_stored, "remarks": stored.remarks}
