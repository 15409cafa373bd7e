"""Entries about something that the curriculum does not know, or no longer."""

from collections.abc import Collection, Iterator

from pmcareer.domain.curriculum.asked_gates import asked_gates
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import CAN_BE_NONE, REFERS_TO, Entry
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.errors import nearest


@frozen
class Orphan:
    """An entry, and the id in it that the curriculum does not know."""

    entry: Entry
    word: str
    known: Collection[str]
    """The ids that could stand in its place."""

    @property
    def near(self) -> str | None:
        """The known id that looks most like it."""
        return next(iter(nearest(self.word, sorted(self.known))), None)


def orphans_of(logbook: Logbook, curriculum: Curriculum) -> tuple[Orphan, ...]:
    """List the entries that count with an id that no item has or `replaces`."""
    return tuple(_orphans(logbook, curriculum))


def _orphans(logbook: Logbook, curriculum: Curriculum) -> Iterator[Orphan]:
    known: dict[tuple[str, ...], set[str]] = {}
    for entry in logbook:
        for key, word in entry:
            # Lists of ids go beside what an entry is about: a project is none the less for a skill.
            if key not in REFERS_TO or not isinstance(word, str) or CAN_BE_NONE.get(key) == word:
                continue
            tables = REFERS_TO[key]
            if tables not in known:
                known[tables] = _ids_in(curriculum, tables)
            if word not in known[tables]:
                yield Orphan(entry=entry, word=word, known=known[tables])


def _ids_in(curriculum: Curriculum, tables: tuple[str, ...]) -> set[str]:
    """Every id that stands in these tables, and every id that an item there replaces."""
    ids = set()
    for table in tables:
        items = asked_gates(curriculum) if table == "gates" else getattr(curriculum, table)
        for item in items:
            ids |= {item.id, *item.replaces}
    return ids
