"""A curriculum with wrong values, read as far as it goes: so that its links are looked at, too.

A file that has a level of 9 in one place and a role that nobody knows in another is told both at
once. What is wrong is left out for the look, and nothing is said of it a second time.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from operator import itemgetter
from typing import Any

from pydantic import ValidationError

from pmcareer.domain.curriculum.curriculum import FORMAT
from pmcareer.domain.curriculum.links import Finding
from pmcareer.domain.curriculum.tables import ROWS, CurriculumTables
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.record import Record
from pmcareer.storage.curriculum.extending import Origins

Row = Mapping[str, Any]
OLD_STEPS = "job_steps"
OF_THE_WHOLE = ("extends", "default_role", "default_target")
STAND_INS: Row = {
    "title": "?",
    "skill": "x",
    "level": 1,
    "hours": [1, 1, 1],
    "from": "x",
    "to": "x",
    "months": [1, 1, 1],
    "issuer": "?",
    "as_of": date(2000, 1, 1),
    "source": "?",
    "confidence": "read",
    "do": "?",
    "minutes": 5,
    "rhythm": "daily",
    "text": "?",
    "priority": 1,
    "when": [],
    "kind": "entry",
    "for": ["x"],
    "called": "?",
    "publisher": "?",
    "url": "https://example.org",
    "read": "?",
}
"""What a key that has to be there holds while its own value is wrong or missing."""


@frozen
class Salvaged:
    """What could be read, where in the file it stands, and what was wrong with it."""

    tables: CurriculumTables
    places: Mapping[str, tuple[int, ...]]
    """Per table the place of each row in the file."""
    wrong: frozenset[tuple[str, int | None, str]]
    """Table, place and key of each value that was left out."""
    doubted: frozenset[tuple[str, int | None, str]]
    """The same of each value that is not wholly as it was written, and of each key unknown."""
    is_whole: bool
    """Whether every row could be read in some way."""

    def origins_below(self, over: Origins | None) -> Origins:
        """Lead from each item to its place in the file, where it was laid over another one, too."""
        if over is None:
            return self.places
        origins: dict[str, tuple[int | None, ...]] = {}
        for table, rows in over.items():
            own = self.places[table]
            origins[table] = tuple([None if at is None else own[at] for at in rows])
        return origins

    def is_said(self, finding: Finding, origins: Origins) -> bool:
        """Tell whether a finding rests on what was left out."""
        if finding.index is None:
            return not self.is_whole
        place = origins[finding.table][finding.index]
        return (finding.table, place, finding.key) in self.wrong


def salvaged(found: Row) -> Salvaged:
    """Read every row as far as it goes; one that has no id is left out."""
    tables: dict[str, tuple[Any, ...]] = {}
    places: dict[str, tuple[int, ...]] = {}
    wrong: set[tuple[str, int | None, str]] = set()
    doubted: set[tuple[str, int | None, str]] = set()
    is_whole = True
    for table, model in ROWS.items():
        rows, here = [], []
        written = list(_rows_of(found, table))
        for place, row in enumerate(written):
            item, keys, touched = _read_anyhow(model, row)
            wrong.update(product((table,), (place,), keys))
            doubted.update(product((table,), (place,), keys | touched))
            if item is None:
                is_whole = False
            else:
                rows.append(item)
                here.append(place)
        tables[table], places[table] = tuple(rows), tuple(here)
    whole = _of_the_whole(found).model_copy(update=tables)
    for key in OF_THE_WHOLE:
        if found.get(key) != getattr(whole, key):
            doubted.add(("", None, key))
    return Salvaged(
        tables=whole,
        places=places,
        wrong=frozenset(wrong),
        doubted=frozenset(doubted),
        is_whole=is_whole,
    )


def _rows_of(found: Row, table: str) -> Iterator[Row]:
    """List the rows of a table, those of its older name after it."""
    for name in (table, OLD_STEPS if table == "steps" else ""):
        rows = found.get(name)
        for row in rows if isinstance(rows, list) else ():
            known = dict(row) if isinstance(row, Mapping) else {}
            if name == OLD_STEPS:
                known = {"for": "search", "minutes": 60, **known}
            yield known


def _of_the_whole(found: Row) -> CurriculumTables:
    """Read what the curriculum says of itself, each key on its own."""
    said: dict[str, Any] = {"format": FORMAT, "title": "?", "version": "?"}
    for key in OF_THE_WHOLE:
        if key in found:
            try:
                CurriculumTables.model_validate(said | {key: found[key]})
            except ValidationError:
                continue
            said[key] = found[key]
    return CurriculumTables.model_validate(said)


def _read_anyhow(model: type[Record], row: Row) -> tuple[Any, set[str], set[str]]:
    """Read a row without what is wrong in it.

    Name the keys that were left out, and those in which anything is wrong.
    """
    try:
        return model.model_validate(row), set(), set()
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=False)
    places = list(filter(None, map(itemgetter("loc"), errors)))
    touched = set(map(str, map(itemgetter(0), places)))
    # Without single values of lists, then without whole keys, then with nothing but its id.
    for left, keys in (_without_values(row, places), _without_keys(row, places), _bare(row)):
        try:
            return model.model_validate(_filled(model, left)), _with_both_ends(keys), touched
        except ValidationError:
            continue
    return None, {"id"}, touched


def _with_both_ends(keys: set[str]) -> set[str]:
    # A move whose one end is wrong is not known by the other alone.
    return keys | {"from", "to"} if keys & {"from", "to"} else keys


def _without_values(row: Row, places: list[tuple[Any, ...]]) -> tuple[dict[str, Any], set[str]]:
    """Leave single values of lists and tables out, and keys that hold one value."""
    left, keys = dict(row), set()
    taken: dict[str, set[Any]] = {}
    for key, *inner in places:
        if inner and isinstance(left.get(key), list | Mapping):
            taken.setdefault(key, set()).add(inner[0])
        else:
            keys.add(str(key))
    for key, gone in taken.items():
        left[key] = _value_without(left[key], gone)
    return _less(left, keys), keys


def _value_without(value: Any, gone: set[Any]) -> Any:  # noqa: ANN401 -- a list or a table
    if isinstance(value, list):
        return [each for at, each in enumerate(value) if at not in gone]
    return _less(value, gone)


def _without_keys(row: Row, places: list[tuple[Any, ...]]) -> tuple[dict[str, Any], set[str]]:
    keys = set(map(str, map(itemgetter(0), places)))
    return _less(row, keys), keys


def _less(row: Row, keys: set[str]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in keys}


def _bare(row: Row) -> tuple[dict[str, Any], set[str]]:
    others = set(row) - {"id"}
    return _less(row, others), others


def _filled(model: type[Record], row: Row) -> dict[str, Any]:
    """Give what has to be there a value to stand in for it, but for the id."""
    filled = dict(row)
    for name, field in model.model_fields.items():
        key = str(field.validation_alias or name)
        if field.is_required() and key != "id":
            filled.setdefault(key, STAND_INS[key])
    return filled
