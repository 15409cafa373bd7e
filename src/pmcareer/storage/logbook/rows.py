"""Rows of a logbook's file: which of them are entries, and how large the file may be."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.entries import KINDS, Entry
from pmcareer.errors import DataFileBroken

MOST_BYTES = 64_000_000
FIRST_YEAR, LAST_YEAR = 1900, 2199
KEYS = {"format", "entries"}


def refuse_huge(path: Path, size_bytes: int) -> None:
    """Refuse what would take gigabytes of memory.

    Raises:
        DataFileBroken: it is larger than a logbook of three hundred years.
    """
    if size_bytes > MOST_BYTES:
        raise DataFileBroken(
            path,
            [
                Problem(
                    file=str(path),
                    message=f"it has more than the {MOST_BYTES:,} bytes that a logbook can have.",
                )
            ],
            "If it is a logbook, move its older entries to a file of their own.",
        )


def all_of(read: Callable[[int], bytes], file: Path) -> bytes:
    """Read a stream to its end, which it may not have.

    Raises:
        DataFileBroken: there is more than a logbook can have.
    """
    raw = read(MOST_BYTES + 1)
    refuse_huge(file, len(raw))
    return raw


def rows_of(found: Mapping[str, Any]) -> list[Any]:
    """Return the rows of a file; none where `entries` is something else."""
    rows = found.get("entries")
    if isinstance(rows, list):
        return rows
    return []


def id_of(row: object) -> str | None:
    """Return the id of a row; None where it is no text, or the row no table."""
    if isinstance(row, Mapping) and isinstance(name := row.get("id"), str):
        return name
    return None


def entry_of(row: Mapping[str, Any]) -> Entry | None:
    """Turn a row into an entry; None when its kind, a key or a value is not known."""
    try:
        entry = KINDS[row["kind"]].model_validate(row)
    except (KeyError, TypeError, ValidationError):
        return None
    if not FIRST_YEAR <= entry.on.year <= LAST_YEAR:
        return None
    return entry
