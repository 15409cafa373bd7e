"""The logbook's file: what counts, what could not be read, and what was read past."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.logbook.logbook import FORMAT, Logbook, logbook_of
from pmcareer.errors import NotReadable
from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.disk.files import DISK, reason_of
from pmcareer.storage.logbook.quick import parse_long
from pmcareer.storage.logbook.rows import KEYS, entry_of, refuse_huge, rows_of
from pmcareer.storage.toml import parse_text, text_of


@frozen
class Basis:
    """What an answer rests on: the bytes of the logbook as they were read."""

    raw: bytes | None
    """None: there was no file."""
    is_locked: bool = False
    """True where nobody else writes since before they were read, as the lock is held."""


def read_logbook(path: Path) -> Logbook:
    """Read what is readable of a logbook; no file is an empty one.

    Raises:
        NotReadable: there is something, and the system does not let us read it.
        DataFileBroken: it is too large to be a logbook.
    """
    return logbook_on(Basis(raw=read_bytes(path)), path)


def logbook_on(basis: Basis, path: Path) -> Logbook:
    """Read what is readable of these bytes of a logbook, whose place is named in problems."""
    if not basis.raw:
        return Logbook()
    return logbook_in(basis.raw, file=str(path))


def read_bytes(path: Path) -> bytes | None:
    """Read the bytes of a logbook; None when there is no file.

    Raises:
        NotReadable: there is something, and the system does not let us read it.
        DataFileBroken: it is too large to be a logbook.
    """
    try:
        status = DISK.status(path)
        if status is None:
            return None
        refuse_huge(path, status.st_size)
        return DISK.read(path)
    except OSError as error:
        raise NotReadable(path, reason_of(error)) from None


def logbook_in(raw: bytes, *, file: str) -> Logbook:
    """Read a logbook from bytes; `file` is its name in problems."""
    # What explains is loaded on the way of failure only.
    try:
        found = tables_in(raw)
    except BadToml as bad:
        return _broken(raw, bad, file)
    # A row that is no entry at first sight leaves None.
    entries = [entry_of(row) for row in rows_of(found)]
    if not _is_sound(found, entries):
        from pmcareer.storage.logbook.damage import explained  # noqa: PLC0415

        return explained(found, entries, raw, file=file)
    return logbook_of(filter(None, entries))


def tables_in(raw: bytes) -> dict[str, Any]:
    """Parse the bytes of a logbook, a long one more quickly.

    Raises:
        BadToml: whatever is wrong with them.
    """
    text = text_of(raw)
    return parse_long(text) or parse_text(text)


def _broken(raw: bytes, bad: BadToml, file: str) -> Logbook:
    """Read both sides where git has left a conflict, else what is undamaged."""
    from pmcareer.storage.logbook.conflicted import conflict_in  # noqa: PLC0415
    from pmcareer.storage.logbook.damage import salvaged  # noqa: PLC0415

    conflict = conflict_in(raw, file=file)
    if conflict is None:
        return salvaged(raw, bad, file=file)
    sides = [logbook_in(side, file=file) for side in conflict.sides]
    return conflict.as_read(logbook_in(conflict.joined, file=file), sides)


def _is_sound(found: Mapping[str, Any], entries: Sequence[Entry | None]) -> bool:
    """Tell whether there is nothing to explain: no other key, no row unread, no id there twice."""
    if found.keys() != KEYS or found["format"] != FORMAT or not isinstance(found["entries"], list):
        return False
    ids = {entry.id for entry in entries if entry}
    return len(ids) == len(entries)
