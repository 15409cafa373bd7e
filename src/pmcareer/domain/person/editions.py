"""Who somebody was under an earlier edition of the curriculum."""

from collections.abc import Iterable
from datetime import date
from math import inf

from pmcareer.domain.curriculum.edition import as_before, comes_before, numbers_in
from pmcareer.domain.logbook.as_filed import Entries
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.person.person import Person, person_of

Moment = tuple[date, float]
NEVER: Moment = (date.max, inf)


def edition_named(entry: Entry) -> str:
    """Return the edition under which an entry was written; empty where it names none."""
    return getattr(entry, "curriculum", None) or ""


def could_name_one(entry: Entry) -> bool:
    """Tell whether it is an entry of work, which names its edition unless it is older than that."""
    return hasattr(entry, "curriculum")


def before_edition(person: Person, edition: str) -> Person | None:
    """Return who somebody was under the editions before one; None who knew none of them.

    What names no edition was written under an earlier one until one as new is named: the first
    pmcareer named none, and work that a hand enters without one loses nothing by that.
    """
    # Two exercises of 2026.11, a month entered by hand, a third exercise of 2027.1: before 2027.1
    # there were two and the month. Who began with 2027.1 knew nothing that could be lost.
    before = as_before(person.curriculum, edition)
    # What is laid over another has numbers of its own, which say nothing of the other's editions:
    # there a level stays that the earlier ones would have given, whenever it was reached.
    if before.extends:
        return person_of(before, person.entries, person.today)
    first = min(_as_new(person.entries, edition), default=NEVER)
    kept = person.entries
    if first is not NEVER:
        kept = Entries(entry for entry in kept if _is_from_before(entry, edition, first))
    if not any(map(could_name_one, kept)):
        return None
    return person_of(before, kept, min(person.today, first[0]))


def _is_earlier(entry: Entry, edition: str) -> bool:
    return comes_before(edition_named(entry), edition)


def _as_new(entries: Iterable[Entry], edition: str) -> Iterable[Moment]:
    """List when entries were written that name an edition as new as this one."""
    for entry in entries:
        if numbers_in(edition_named(entry)) and not _is_earlier(entry, edition):
            yield _written(entry)


def _is_from_before(entry: Entry, edition: str, first: Moment) -> bool:
    if numbers_in(edition_named(entry)):
        return _is_earlier(entry, edition)
    return first == NEVER or _written(entry) < first


def _written(entry: Entry) -> Moment:
    return entry.written_on, entry.at.timestamp() if entry.at else -inf
