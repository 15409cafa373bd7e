"""Ids for completion, from files that are parsed and not checked: TAB can't wait for that."""

from collections.abc import Iterator
from pathlib import Path

from pmcareer.storage.paths import shipped_curriculum
from pmcareer.storage.toml import parse


def curriculum_ids(path: Path | None, tables: tuple[str, ...]) -> Iterator[str]:
    """Find the ids of a curriculum's tables, and of the shipped one's where that is extended."""
    found = parse((path or shipped_curriculum()).read_bytes())
    for table in tables:
        yield from (item["id"] for item in found.get(table, ()))
    if path is not None and found.get("extends"):
        yield from curriculum_ids(None, tables)


def entry_ids(logbook: Path) -> Iterator[str]:
    """Find the ids of a logbook's entries, the newest first."""
    if logbook.is_file():
        for entry in reversed(parse(logbook.read_bytes()).get("entries", ())):
            yield entry["id"]
