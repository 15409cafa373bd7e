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
    """Say it in a few lines, the last of them quiet."""
    # The day is only worth a word where it is not today.
    when = "" if stored.entry.on == stored.today else f", {day(stored.entry.on, stored.today)}"
    yield page.line((f"{described(stored.entry, stored.titles)}{when}.", "strong"))
    if stored.remarks:
        yield page.line(" ".join(stored.remarks))
    if moved := moved_words(stored.told, stored.today):
        yield page.line(moved)
    yield page.quiet(stored_words(stored))


def stored_words(stored: Stored) -> str:
    """Say where an entry stands and how it is taken back."""
    if stored.is_from_before:
        return (
            f"Stored before in {clean(stored.logbook)} as {stored.entry.id}; nothing was written."
        )
    if stored.is_stored:
        where = f"Stored in {clean(stored.logbook)} as {stored.entry.id}."
        return f"{where} Take it back: pmcareer undo"
    return "Dry run: nothing was stored."


def as_dict(stored: Stored) -> Keys:
    """Return the entry as the file has it."""
    keys = picked(stored, "entry", "remarks")
    return keys | {"stored": stored.is_stored, "told": told_keys(stored.told)}
