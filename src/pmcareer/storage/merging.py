"""Rows of another logbook, as its file has them: kinds and keys we don't know are carried over too."""

from pathlib import Path

from pmcareer.domain.logbook.logbook import FORMAT
from pmcareer.errors import DataFileBroken, NewerFormat, NoSuchFile, NotReadable
from pmcareer.storage.files import DISK, is_regular, reason_of
from pmcareer.storage.logbook_file import logbook_in
from pmcareer.storage.logbook_rows import refuse_huge
from pmcareer.storage.toml import Row, parse


def read_rows(path: Path) -> tuple[Row, ...]:
    """Read the rows of another logbook.

    Raises:
        NoSuchFile, NotReadable, NewerFormat, DataFileBroken: none of it can be taken over.
    """
    try:
        status = DISK.status(path)
        if status is None:
            raise NoSuchFile(path)
        if not is_regular(status):
            raise NotReadable(path, "it is no file")
        refuse_huge(path, status.st_size)
        raw = path.read_bytes()
    except OSError as error:
        raise NotReadable(path, reason_of(error)) from None
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
    for row in found.get("entries", []):
        rows.setdefault(row["id"], row)
    return tuple(rows.values())
