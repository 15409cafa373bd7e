"""The logbook's file: what counts, what could not be read, what was read past; and new entries at its end."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.logbook.logbook import FORMAT, Logbook, logbook_of
from pmcareer.errors import NotReadable
from pmcareer.storage.files import DISK, is_regular, reason_of
from pmcareer.storage.logbook_rows import KEYS, entry_of, refuse_huge
from pmcareer.storage.toml import BadToml, parse


def read_logbook(path: Path) -> Logbook:
    """Read what is readable of a logbook; no file is an empty one.

    Raises:
        NotReadable: there is something, and the system does not let us read it.
        DataFileBroken: it is too large to be a logbook.
    """
    raw = _bytes_of(path)
    return logbook_in(raw, file=str(path)) if raw else Logbook()


def _bytes_of(path: Path) -> bytes | None:
    try:
        status = DISK.status(path)
        if status is None:
            return None
        if not is_regular(status):
            raise NotReadable(path, "it is no file")
        refuse_huge(path, status.st_size)
        return DISK.read(path)
    except OSError as error:
        raise NotReadable(path, reason_of(error)) from None


def logbook_in(raw: bytes, *, file: str) -> Logbook:
    """Read a logbook from bytes; `file` is its name in problems."""
    try:
        found = parse(raw)
    except BadToml as bad:
        from pmcareer.storage.logbook_damage import salvaged  # noqa: PLC0415 -- on the way of failure only

        return salvaged(raw, bad, file=file)
    rows = found.get("entries", [])
    entries, unread = _validated(rows) if isinstance(rows, list) else ([], [])
    if (
        unread
        or found.keys() != KEYS
        or found["format"] != FORMAT
        or not isinstance(rows, list)
        or _twice(entries)
    ):
        from pmcareer.storage.logbook_damage import explained  # noqa: PLC0415 -- on the way of failure only

        return explained(found, entries, unread, raw, file=file)
    return logbook_of(entry for entry in entries if entry)


def _validated(rows: Sequence[Any]) -> tuple[list[Entry | None], list[int]]:
    """Turn rows into entries, and name the places of those that are none."""
    entries: list[Entry | None] = []
    unread: list[int] = []
    for index, row in enumerate(rows):
        entry = entry_of(row)
        entries.append(entry)
        if entry is None:
            unread.append(index)
    return entries, unread


def _twice(entries: Sequence[Entry | None]) -> bool:
    return len({entry.id for entry in entries if entry}) < sum(
        entry is not None for entry in entries
    )
