"""Entries about something that the curriculum does not know, or no longer."""

from collections.abc import Iterator

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import REFERS_TO, Entry
from pmcareer.domain.logbook.logbook import Logbook


@frozen
class Orphan:
    """An entry, and the id in it that the curriculum does not know."""

    entry: Entry
    word: str


def orphans_of(logbook: Logbook, curriculum: Curriculum) -> tuple[Orphan, ...]:
    """List the entries that count with an id that no item has or `replaces`."""
    return tuple(_orphans(logbook, curriculum))


def _orphans(logbook: Logbook, curriculum: Curriculum) -> Iterator[Orphan]:
    known: dict[tuple[str, ...], set[str]] = {}
    for entry in logbook:
        for key, word in entry:
            # Lists of ids go beside what an entry is about: a project is none the less for a skill.
            if key not in REFERS_TO or not isinstance(word, str):
                continue
            tables = REFERS_TO[key]
            if tables not in known:
                known[tables] = _ids_in(curriculum, tables)
            if word not in known[tables]:
                yield Orphan(entry=entry, word=word)


def _ids_in(curriculum: Curriculum, tables: tuple[str, ...]) -> set[str]:
    """Every id that stands in these tables, and every id that an item there replaces."""
    ids = set()
    for table in tables:
        for item in getattr(curriculum, table):
            ids |= {item.id, *item.replaces}
    return ids
