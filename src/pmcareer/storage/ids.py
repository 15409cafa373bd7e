"""Rows for completion, from files that are parsed and not checked: TAB can't wait for that."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pmcareer.storage.paths import APART, apart, shipped_curriculum
from pmcareer.storage.toml import Row, parse

GATES = "gates"
GATED = ("roles", "moves", "certifications")
"""Tables whose items have gates, which stand in no table of their own."""
OF_SEARCH = "job_steps"
"""The old name of a table of steps, all of which are for the search."""


def curriculum_items(path: Path | None, tables: Sequence[str]) -> Iterator[Row]:
    """Find the items of a curriculum's tables, and of the shipped one's where that is extended."""
    file = path or shipped_curriculum()
    found = parse(file.read_bytes())
    if path is None:
        found |= _lying_apart(file, tables)
    for table in tables:
        rows = _gates(found) if table == GATES else found.get(table, ())
        for item in rows:
            yield {"for": "search", **item} if table == OF_SEARCH else item
    if path is not None and found.get("extends"):
        yield from curriculum_items(None, tables)


def _lying_apart(file: Path, tables: Sequence[str]) -> dict[str, Any]:
    """Read the tables that lie apart, those whose gates are asked for, too."""
    needed = {*tables, *(GATED if GATES in tables else ())}
    found: dict[str, Any] = {}
    for table in needed.intersection(APART):
        found |= parse(apart(file, table).read_bytes())
    return found


def _gates(found: Mapping[str, Any]) -> Iterator[Any]:
    for table in GATED:
        for row in found.get(table, ()):
            yield from row.get(GATES, ())


def entry_rows(logbook: Path) -> Sequence[Row]:
    """Find the entries of a logbook in the order of the file; none where there is no file."""
    if not logbook.is_file():
        return ()
    rows: Sequence[Row] = parse(logbook.read_bytes()).get("entries", ())
    return rows
