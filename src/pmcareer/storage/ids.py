"""Ids for completion, from files that are parsed and not checked: TAB can't wait for that."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pmcareer.storage.paths import APART, shipped_curriculum
from pmcareer.storage.toml import parse

GATES = "gates"
GATED = ("roles", "moves", "certifications")
"""Tables whose items have gates, which stand in no table of their own."""


def curriculum_ids(path: Path | None, tables: tuple[str, ...]) -> Iterator[str]:
    """Find the ids of a curriculum's tables, and of the shipped one's where that is extended."""
    file = path or shipped_curriculum()
    found = parse(file.read_bytes())
    for table in tables:
        rows = found.get(table, ())
        if table == APART and path is None:
            rows = parse(file.with_name(f"{APART}.toml").read_bytes())[APART]
        if table == GATES:
            rows = _gates(found)
        for item in rows:
            yield item["id"]
    if path is not None and found.get("extends"):
        yield from curriculum_ids(None, tables)


def _gates(found: Mapping[str, Any]) -> Iterator[Any]:
    for table in GATED:
        for row in found.get(table, ()):
            yield from row.get(GATES, ())


def entry_ids(logbook: Path) -> Iterator[str]:
    """Find the ids of a logbook's entries, the newest first."""
    if logbook.is_file():
        for entry in reversed(parse(logbook.read_bytes()).get("entries", ())):
            yield entry["id"]
