"""The logbook: what happened, entry by entry, never changed and only ever added to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import datetime

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.entries import AnEntry, Entry, Void

FORMAT = 1


@frozen
class Logbook:
    """All entries in the order of the file; what is void is known, and nothing is ever taken out."""

    entries: tuple[Entry, ...] = ()
    void: frozenset[str] = field(default=frozenset())
    """Ids of entries that are taken back."""
    problems: tuple[Problem, ...] = ()
    """What of the file could not be read; nothing is written while there is any."""
    notes: tuple[Problem, ...] = ()
    """What was read past: unknown kinds and keys, ids there twice, a newer format."""

    def __iter__(self) -> Iterator[Entry]:
        """Go through the entries that count."""
        void = self.void
        return (entry for entry in self.entries if entry.id not in void)

    def add(self, *added: Entry) -> "Logbook":
        """Give a new logbook with these entries at its end."""
        return logbook_of((*self.entries, *added), problems=self.problems, notes=self.notes)

    @property
    def last(self) -> Entry | None:
        """The last entry that is not void: what `undo` takes back."""
        return next((entry for entry in reversed(self.entries) if entry.id not in self.void), None)


def logbook_of(
    entries: Iterable[Entry], *, problems: tuple[Problem, ...] = (), notes: tuple[Problem, ...] = ()
) -> Logbook:
    """Build a logbook: the same id twice is one entry, and voids are settled whatever the order."""
    unique: dict[str, Entry] = {}
    for entry in entries:
        unique.setdefault(entry.id, entry)
    kept = tuple(unique.values())
    return Logbook(entries=kept, void=_void_ids(kept), problems=problems, notes=notes)


def _void_ids(entries: Iterable[Entry]) -> frozenset[str]:
    """Settle who takes back whom: an entry counts unless an entry that counts voids it.

    Entries that void each other in a ring can't be settled; all of the ring count.
    """
    voids = [entry for entry in entries if isinstance(entry, Void)]
    if not voids:
        return frozenset()
    takers: dict[str, list[str]] = {}
    for entry in voids:
        takers.setdefault(entry.of, []).append(entry.id)
    counting: dict[str, bool] = {}
    waiting = {entry.id for entry in voids} | set(takers)
    while True:
        settled = _settle(waiting, takers, counting)
        if not settled:
            return frozenset(name for name, counts in counting.items() if not counts)
        counting |= settled
        waiting -= settled.keys()


def _settle(
    waiting: set[str], takers: Mapping[str, list[str]], counting: Mapping[str, bool]
) -> dict[str, bool]:
    settled = {}
    for name in waiting:
        by = takers.get(name, [])
        if any(counting.get(taker) for taker in by):
            settled[name] = False
        elif all(taker in counting for taker in by):
            settled[name] = True
    return settled


def newest_first(entries: Iterable[AnEntry]) -> list[AnEntry]:
    """Order entries from the newest; of two of one second the later in the file is newer."""
    numbered = sorted(
        enumerate(entries), key=lambda pair: (pair[1].on, _instant(pair[1]), pair[0]), reverse=True
    )
    return [entry for _, entry in numbered]


def _instant(entry: Entry) -> float:
    at: datetime | None = entry.at
    return at.timestamp() if at else float("-inf")
