"""Rows of another logbook, as its file has them, with kinds and keys that we don't know."""

from collections.abc import Iterable
from pathlib import Path

import tomli_w

from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.logbook.logbook import FORMAT
from pmcareer.errors import DataFileBroken, NewerFormat, NoSuchFile
from pmcareer.storage.logbook.reading import logbook_in, read_bytes
from pmcareer.storage.logbook.rows import rows_of
from pmcareer.storage.toml import Row, parse


def read_rows(path: Path) -> tuple[Row, ...]:
    """Read the rows of another logbook.

    Raises:
        NoSuchFile, NotReadable, NewerFormat, DataFileBroken: none of it can be taken over.
    """
    raw = read_bytes(path)
    if raw is None:
        raise NoSuchFile(path)
    return rows_in(raw, file=str(path))


def rows_in(raw: bytes, *, file: str) -> tuple[Row, ...]:
    """Take the rows out of the bytes of a logbook.

    Raises:
        NewerFormat, DataFileBroken: none of it can be taken over.
    """
    problems = logbook_in(raw, file=file).problems
    if problems:
        raise DataFileBroken(file, problems, "Mend it first; nothing was merged.")
    found = parse(raw)
    number = found.get("format", FORMAT)
    if number > FORMAT:
        raise NewerFormat(file, number)
    rows: dict[str, Row] = {}
    for row in rows_of(found):
        rows.setdefault(row["id"], row)
    return tuple(rows.values())


def entries_in(rows: Iterable[Row]) -> tuple[Entry, ...]:
    """Read rows as a logbook of them would be read: past kinds and keys that nobody knows."""
    raw = tomli_w.dumps({"format": FORMAT, "entries": list(rows)})
    return logbook_in(raw.encode(), file="").entries
