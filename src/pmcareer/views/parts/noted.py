"""What is said after an entry was written: what, where, and how to take it back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pmcareer.domain.logbook.entries import Entry
from pmcareer.views.parts.entries import as_row, described
from pmcareer.views.parts.text import clean, day

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Hanging, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """One entry that was written down, and where."""

    entry: Entry
    today: date
    logbook: str
    is_stored: bool
    """False for a dry run."""
    titles: Mapping[str, str]
    """Titles of what the entry may name, by id."""
    remarks: tuple[str, ...] = ()
    """What is worth knowing about it, a sentence each."""


def render(noted: Noted, page: "Page") -> Iterator["Hanging"]:
    """Say it in a few lines, the last of them quiet."""
    when = "" if noted.entry.on == noted.today else f", {day(noted.entry.on, noted.today)}"
    yield page.line((f"{described(noted.entry, noted.titles)}{when}.", "strong"))
    if noted.remarks:
        yield page.line(" ".join(noted.remarks))
    yield page.line((stored_words(noted.entry, noted.logbook, is_stored=noted.is_stored), "quiet"))


def stored_words(entry: Entry, logbook: str, *, is_stored: bool) -> str:
    """Say where an entry stands and how it is taken back."""
    if not is_stored:
        return "Dry run: nothing was stored."
    return f"Stored in {clean(logbook)} as {entry.id}. Take it back: pmcareer undo"


def as_dict(noted: Noted) -> dict[str, Any]:
    """Give the entry as written."""
    return {"entry": as_row(noted.entry), "stored": noted.is_stored, "remarks": list(noted.remarks)}
