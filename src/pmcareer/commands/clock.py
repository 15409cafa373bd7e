"""The clock's moment beside those of the logbook: refused, warned of, or fine."""

from datetime import datetime, timedelta

from pmcareer.domain.logbook.clock import MOST_BACK, MOST_BACK_OF_A_DAY, Doubt, doubt_about
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.errors import WrongClock
from pmcareer.settings import Settings

SET_THE_CLOCK = "If that is wrong, set the clock and write it anew, after: pmcareer undo"
"""The mend, once an entry is stored."""


def oddity_of(settings: Settings, before: Logbook, added: tuple[Entry, ...]) -> str:
    """Say in words what is odd about the moment of new entries; nothing where it fits.

    Raises:
        WrongClock: no clock to write by, and nobody said that it is right.
    """
    if settings.clock_is_right:
        return ""
    if settings.odd_clock:
        raise settings.odd_clock
    return _told(doubt_of(before, added, most_back_of(settings)))


def _told(doubt: Doubt | None) -> str:
    if doubt is None:
        return ""
    if doubt.is_grave:
        raise WrongClock(in_words(doubt))
    return in_words(doubt)


def most_back_of(settings: Settings) -> timedelta:
    """Say by how much a moment may lie before those of the logbook."""
    if settings.is_day_named:
        return MOST_BACK_OF_A_DAY
    return MOST_BACK


def doubt_of(before: Logbook, added: tuple[Entry, ...], most_back: timedelta) -> Doubt | None:
    """Compare new entries with those that count beside them."""
    others = _beside(before, added)
    for entry in added:
        if entry.at and (doubt := doubt_about(entry.at, others, most_back)):
            return doubt
    return None


def _beside(before: Logbook, added: tuple[Entry, ...]) -> list[Entry]:
    # What these take back counts no more: who mends the entry of a wrong clock is not warned of it.
    new = {entry.id for entry in added}
    return [entry for entry in before.add(*added) if entry.id not in new]


def in_words(doubt: Doubt) -> str:
    """Name the moment, and the one that it does not fit to; without a full stop."""
    now = f"by the clock, or by --today, it is {minute(doubt.moment)}"
    match doubt.fault:
        case "outside":
            return now
        case "before":
            return f"{now}; the first entry was written at {minute(doubt.other)}"
        case "ahead":
            then = f"{minute(doubt.other)}, {doubt.days_ahead} days before"
            return f"{now}; the newest entry was written at {then}"
        case _:
            return f"{now}; the newest entry was written at {minute(doubt.other)}"


def minute(moment: datetime | None) -> str:
    """Write a moment to the minute, with its offset: two may lie hours apart and look alike."""
    if moment is None:
        return ""
    return f"{moment:%Y-%m-%d %H:%M %z}"
