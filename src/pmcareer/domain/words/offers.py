"""What TAB offers first: what is open; and what an entry is called beside its id.

Nobody waits under TAB until files are checked, so rows come here as they stand in them, and may
lack any key.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pmcareer.domain.ground.calendar import day_in_words
from pmcareer.domain.ground.frozen import frozen

Row = Mapping[str, Any]
DONE_BY = {
    "finished": "exercise",
    "certified": "certification",
    "answered": "prompt",
}
"""Kinds of entries after which something is done, to the key that names it."""
BEGUN_BY = {"worked": "exercise"}
THINGS = (
    "exercise",
    "practice",
    "step",
    "gate",
    "certification",
    "prompt",
    "skill",
    "trait",
    "project",
    "work",
    "title",
    "text",
    "target",
    "of",
)
"""Keys that say what an entry is about, the first that is there."""
MOST_LETTERS = 50
"""Of what an entry is about: the rest would not fit beside its id."""


@frozen
class Standing:
    """What the logbook says of the items of a curriculum."""

    done: frozenset[str]
    begun: frozenset[str]
    """Worked on and left open."""


def counting(entries: Sequence[Row]) -> Iterator[Row]:
    """Go through what was not taken back, the newest first."""
    void: set[object] = set()
    for row in reversed(entries):
        if row.get("id") in void:
            continue
        if row.get("kind") == "void":
            void.add(row.get("of"))
        yield row


def standing_of(entries: Sequence[Row]) -> Standing:
    """Read what is done, and what is begun."""
    done: set[str] = set()
    begun: set[str] = set()
    for row in counting(entries):
        kind = str(row.get("kind"))
        if kind == "did":
            place = begun if row.get("begun") else done
            place.add(_thing(row, ("step", "gate")))
        elif kind in DONE_BY:
            done.add(_thing(row, (DONE_BY[kind],)))
        elif kind in BEGUN_BY:
            begun.add(_thing(row, (BEGUN_BY[kind],)))
    return Standing(done=frozenset(done), begun=frozenset(begun - done))


def _thing(row: Row, keys: Iterable[str]) -> str:
    for key in keys:
        if key in row:
            return str(row[key])
    return ""


def open_first(items: Iterable[Row], standing: Standing) -> list[Row]:
    """Put what is begun first, what is done last, and leave everything else in its order."""

    def place(item: Row) -> int:
        if is_done(item, standing):
            return 1
        return -1 if not standing.begun.isdisjoint(_names(item)) else 0

    return sorted(items, key=place)


def only_open(items: Iterable[Row], standing: Standing) -> list[Row]:
    """Leave out what is done."""
    return [item for item in open_first(items, standing) if not is_done(item, standing)]


def is_done(item: Row, standing: Standing) -> bool:
    """Tell whether nothing of an item is left; a step that is done over and over always is."""
    is_repeated = item.get("for") == "search" or "again" in item or "waits" in item
    return not is_repeated and not standing.done.isdisjoint(_names(item))


def _names(item: Row) -> list[str]:
    """List the id of an item, and the ids that it had before."""
    return [str(item.get("id")), *map(str, item.get("replaces", ()))]


def entry_words(row: Row) -> str:
    """Say what an entry is, in a few words: 20 Nov 2026, finished stk-01."""
    day = row.get("on")
    # A day written by hand may be a text.
    when = day_in_words(day) if isinstance(day, date) else str(day)
    return f"{when}, {row.get('kind')} {_thing(row, THINGS)[:MOST_LETTERS]}"
