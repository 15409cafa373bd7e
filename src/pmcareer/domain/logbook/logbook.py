"""The logbook: what happened, entry by entry, never changed and only ever added to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import UTC, datetime
from itertools import chain

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.as_filed import Entries
from pmcareer.domain.logbook.entries import AnEntry, Entry, Void

NEWER = "format"
"""Where the note stands that the file is of a newer one."""
FORMAT = 1
BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


@frozen
class Logbook:
    """All entries in the order of the file; what is void is known, nothing is ever taken out."""

    entries: tuple[Entry, ...] = ()
    void: frozenset[str] = field(default=frozenset())
    """Ids of entries that are taken back."""
    problems: tuple[Problem, ...] = ()
    """What of the file could not be read; nothing is written while there is any."""
    notes: tuple[Problem, ...] = ()
    """What was read past: unknown kinds and keys, ids there twice, a newer format.

    Those that are errors keep something from counting that may be meant to.
    """

    def __iter__(self) -> Iterator[Entry]:
        """Go through the entries that count."""
        return (entry for entry in self.entries if entry.id not in self.void)

    def add(self, *added: Entry) -> "Logbook":
        """Return a new logbook with these entries at its end."""
        return logbook_of((*self.entries, *added), problems=self.problems, notes=self.notes)

    @property
    def uncounted(self) -> tuple[Problem, ...]:
        """The notes on what counts nowhere, and may be meant to; in a newer format that is all."""
        return tuple(note for note in self.notes if note.is_error or note.where == NEWER)

    @property
    def last(self) -> Entry | None:
        """The last entry that is not void: what `undo` takes back."""
        return next((entry for entry in reversed(self.entries) if entry.id not in self.void), None)


def logbook_of(
    entries: Iterable[Entry], *, problems: tuple[Problem, ...] = (), notes: tuple[Problem, ...] = ()
) -> Logbook:
    """Build a logbook: of the same id the first is taken, and voids settled whatever the order."""
    unique: dict[str, Entry] = {}
    for entry in entries:
        unique.setdefault(entry.id, entry)
    kept = tuple(unique.values())
    return Logbook(entries=kept, void=_void_ids(kept), problems=problems, notes=notes)


def _void_ids(entries: Iterable[Entry]) -> frozenset[str]:
    """Settle who takes back whom: an entry counts unless an entry that counts voids it.

    Entries that void each other in a ring can't be settled; all of the ring count.
    """
    takers: dict[str, list[str]] = {}
    for entry in of_kind(entries, Void):
        takers.setdefault(entry.of, []).append(entry.id)
    # c takes back b, and b takes back a. Nobody takes back c: it counts. So b does not, and
    # therefore a does. Each round settles those all of whose takers are settled.
    counts: dict[str, bool] = {}
    open_ids = {*takers, *chain.from_iterable(takers.values())}
    while settled := _settled(open_ids, takers, counts):
        counts |= settled
        open_ids -= settled.keys()
    return frozenset(each for each in counts if not counts[each])


def _settled(
    open_ids: set[str], takers: Mapping[str, list[str]], counts: Mapping[str, bool]
) -> dict[str, bool]:
    settled = {}
    for each in open_ids:
        by = takers.get(each, [])
        if any(counts.get(taker) for taker in by):
            settled[each] = False
        elif counts.keys() >= set(by):
            settled[each] = True
    return settled


def of_kind(entries: Iterable[Entry], kind: type[AnEntry]) -> tuple[AnEntry, ...]:
    """List the entries of one kind, in their order."""
    if isinstance(entries, Entries):
        return entries.of_kind(kind)
    # Of a Record `isinstance` is slow to say no, and a logbook of thousands has a dozen classes.
    every = tuple(entries)
    fitting = {each for each in set(map(type, every)) if issubclass(each, kind)}
    if not fitting:
        return ()
    return tuple([entry for entry in every if type(entry) in fitting])  # type: ignore[misc]


def newest_first(entries: Iterable[AnEntry]) -> list[AnEntry]:
    """Order entries from the newest; of two of one second the later in the file is newer."""
    return oldest_first(entries)[::-1]


def oldest_first(entries: Iterable[AnEntry]) -> list[AnEntry]:
    """Order entries from the oldest; of two of one second the earlier in the file is older."""
    return sorted(entries, key=lambda entry: (entry.on, entry.at or BEFORE_ALL))
