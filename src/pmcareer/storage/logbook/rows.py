"""Rows of a logbook's file: which of them are entries, and how large the file may be."""

from collections.abc import Mapping
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
                    message=f"the file has {size_bytes:,} bytes; "
                    f"a logbook can have {MOST_BYTES:,}.",
                )
            ],
            "Move older entries to a file of their own, or choose another --home.",
        )


def rows_of(found: Mapping[str, Any]) -> list[Any]:
    """Return the rows of a file; none where `entries` is something else."""
    rows = found.get("entries")
    if isinstance(rows, list):
        return rows
    return []


def entry_of(row: Mapping[str, Any]) -> Entry | None:
    """Turn a row into an entry; None when its kind, a key or a value is not known."""
    try:
        entry = KINDS[row["kind"]].model_validate(row)
    except (KeyError, TypeError, ValidationError):
        return None
    if not FIRST_YEAR <= entry.on.year <= LAST_YEAR:
        return None
    return entry
