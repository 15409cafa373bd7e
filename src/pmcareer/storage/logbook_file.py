"""The logbook's file: what counts, what could not be read, what was read past; and new entries at its end."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pmcareer.domain.logbook import FORMAT, KINDS, Entry, Logbook, logbook_of
from pmcareer.domain.problem import Problem
from pmcareer.errors import DataFileBroken, NotReadable
from pmcareer.storage.files import DISK, Files, is_regular, reason_of
from pmcareer.storage.toml import BadToml, parse

MOST_BYTES = 64_000_000
FIRST_YEAR, LAST_YEAR = 1900, 2199
KEYS = {"format", "entries"}


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


def refuse_huge(path: Path, size_bytes: int) -> None:
    """Refuse what would take gigabytes of memory.

    Raises:
        DataFileBroken: it is larger than a logbook of three hundred years.
    """
    if size_bytes > MOST_BYTES:
        message = f"the file has {size_bytes:,} bytes; a logbook can have {MOST_BYTES:,}."
        problem = Problem(file=str(path), message=message)
        raise DataFileBroken(path, [problem], "Move older entries to a file of their own, or choose another --home.")


def append_entries(
    path: Path,
    state: Path,
    entries: Iterable[Entry],
    *,
    files: Files = DISK,
    say: Callable[[str], None] | None = None,
) -> None:
    """Add entries at the end of the logbook, all or none, and return when they are on the medium.

    `say` is told when another process has to be waited for.

    Raises:
        DataFileBroken, NewerFormat: the file must be mended, or pmcareer updated, before anything is added.
        NotStored: the disk, the lock or the medium refused, and nothing was changed.
        NotConfirmed: they are there, and the disk did not promise to keep them.
    """
    from pmcareer.storage.appending import append_rows  # noqa: PLC0415 -- readers need neither lock nor writer
    from pmcareer.storage.lock import say_nothing  # noqa: PLC0415

    append_rows(path, state, [entry.as_row() for entry in entries], files=files, say=say or say_nothing)


def logbook_in(raw: bytes, *, file: str) -> Logbook:
    """Read a logbook from bytes; `file` is its name in problems."""
    try:
        found = parse(raw)
    except BadToml as bad:
        from pmcareer.storage.logbook_damage import salvaged  # noqa: PLC0415 -- on the way of failure only

        return salvaged(raw, bad, file=file)
    rows = found.get("entries", [])
    entries, unread = _validated(rows) if isinstance(rows, list) else ([], [])
    if unread or found.keys() != KEYS or found["format"] != FORMAT or not isinstance(rows, list) or _twice(entries):
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


def entry_of(row: Mapping[str, Any]) -> Entry | None:
    """Turn a row into an entry; None when its kind, a key or a value is not known."""
    try:
        entry = KINDS[row["kind"]].model_validate(row)
    except (KeyError, TypeError, ValidationError):
        return None
    return entry if FIRST_YEAR <= entry.on.year <= LAST_YEAR else None


def _twice(entries: Sequence[Entry | None]) -> bool:
    return len({entry.id for entry in entries if entry}) < sum(entry is not None for entry in entries)
