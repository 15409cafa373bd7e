"""The items of every kind, and every id with its title."""

from collections.abc import Iterator, Mapping

from pmcareer.domain.curriculum.asked_gates import asked_gates
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Item
from pmcareer.domain.ground.vocabulary import KINDS

GATE = "gate"
"""Gates have no table of their own: they stand with what asks for them."""
EVERY_KIND = (*KINDS, GATE)


def items_of(curriculum: Curriculum, kind: str) -> tuple[Item, ...]:
    """List every item of a kind, in the order of the curriculum."""
    if kind == GATE:
        return asked_gates(curriculum)
    found: tuple[Item, ...] = getattr(curriculum, KINDS[kind])
    return found


class Titles(Mapping[str, str]):
    """Every id, and every id that an item had before, to the item's title.

    A table is read when an id stands in none before it: most entries are about exercises.
    """

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._read: dict[str, dict[str, str]] = {}

    def __getitem__(self, name: str) -> str:
        """Find a title; KeyError where no item has, or had, this id."""
        # Nothing is called "": of what nobody named no table need be read.
        for titles in self._tables() if name else ():
            if name in titles:
                return titles[name]
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        """Go through all ids."""
        return iter(self._all)

    def __len__(self) -> int:
        """Count all ids."""
        return len(self._all)

    @property
    def _all(self) -> dict[str, str]:
        titles: dict[str, str] = {}
        for table in self._tables():
            titles = table | titles
        return titles

    def _tables(self) -> Iterator[dict[str, str]]:
        """Go through titles by id, table by table; of two with one id the first counts."""
        for replaced in (False, True):
            for kind in EVERY_KIND:
                yield self._titles(kind, replaced=replaced)

    def _titles(self, kind: str, *, replaced: bool) -> dict[str, str]:
        key = f"{kind} replaced" if replaced else kind
        if key not in self._read:
            titles = self._read[key] = {}
            for item in items_of(self._curriculum, kind):
                names = item.replaces if replaced else (item.id,)
                titles.update(dict.fromkeys(names, item.title))
        return self._read[key]
