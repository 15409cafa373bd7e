"""Add entries at the end of the logbook, where all that was above stays as it is."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.logbook.logbook import FORMAT
from pmcareer.errors import DataFileBroken, NewerFormat, NotConfirmed, NotStored, Stale
from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.disk.files import DISK, Files, reason_of
from pmcareer.storage.disk.lock import Say, say_nothing
from pmcareer.storage.disk.replacing import Hold, hold_nothing, replace_file
from pmcareer.storage.logbook.keeping import Read, receipts_for
from pmcareer.storage.logbook.layout import HEADER, NOTHING, line_end_of, table_of
from pmcareer.storage.logbook.reading import Basis, logbook_in, read_bytes, tables_in
from pmcareer.storage.logbook.rows import entry_of, id_of, refuse_huge
from pmcareer.storage.toml import Row, parse, text_of

ID_OF_UNKNOWN = "Its id is that of a record which this pmcareer can't read; nothing was logged."
UNREADABLE = "The entry can't be written so that it reads back the same; nothing was logged."


def append_entries(
    path: Path,
    state: Path,
    entries: Iterable[Entry],
    *,
    files: Files = DISK,
    say: Say = say_nothing,
    hold: Hold = hold_nothing,
    basis: Basis | None = None,
) -> tuple[str, ...]:
    """Add entries at the end of the logbook, all or none, and return when they are on the medium.

    Their ids are returned. `say` is told when another process has to be waited for. With a `basis`
    they are only added to the very bytes from which they were worked out.

    Raises:
        DataFileBroken, NewerFormat: the file must be mended, or pmcareer updated, first.
        Stale: the file is no longer what they rest on, and nothing was changed.
        NotStored: the disk, the lock or the medium refused, and nothing was changed.
        NotConfirmed: they are there, and the disk did not promise to keep them.
    """
    rows = [entry.as_row() for entry in entries]
    added = append_rows(path, state, rows, files=files, say=say, hold=hold, basis=basis)
    # Whose id is there already is not in the basis as an entry, or it would not have come here.
    if basis is not None and len(added) < len(rows):
        raise NotStored(ID_OF_UNKNOWN, "Give the entry another id; see: pmcareer doctor")
    return _ids(rows)


def append_rows(
    path: Path,
    state: Path,
    rows: Sequence[Row],
    *,
    files: Files = DISK,
    say: Say = say_nothing,
    hold: Hold = hold_nothing,
    basis: Basis | None = None,
    beside_damage: bool = False,
) -> tuple[Row, ...]:
    """Add rows as a file has them, all or none, and return those whose id was not there yet.

    With `beside_damage` an id is only there where it counts, and rows that can't be read stay:
    so what they said can be brought back, and nobody's line is touched.

    Raises:
        DataFileBroken, NewerFormat: the file must be mended, or pmcareer updated, first.
        Stale: the file is no longer what they rest on, and nothing was changed.
        NotStored: the disk, the lock or the medium refused, and nothing was changed.
        NotConfirmed: they are there, and the disk did not promise to keep them.
    """
    addition = _Addition(path, tuple(rows), basis, beside_damage=beside_damage)
    done = receipts_for(path, state, files=files, read=addition.read_in)
    try:
        write = partial(replace_file, files=files, say=say, hold=hold, done=done)
        write(path, state, addition.compose, is_alone=bool(basis and basis.is_locked))
    except NotConfirmed as unsure:
        unsure.stored = _ids(addition.added)
        raise
    except Exception as error:
        if addition.is_in(files):
            raise _unsure(path, addition.added, error) from error
        raise
    return addition.added


class _Addition:
    """Rows on their way into the file, and which of them it lacked."""

    def __init__(
        self, path: Path, rows: tuple[Row, ...], basis: Basis | None, *, beside_damage: bool
    ) -> None:
        self.added: tuple[Row, ...] = ()
        self._there: tuple[Read, ...] = ()
        self._beside_damage = beside_damage
        self._path = path
        self._rows = rows
        self._basis = basis

    def compose(self, old: bytes | None) -> bytes:
        """Write the rows below what the file holds."""
        # Under the lock: what was decided by other bytes may not be true of these.
        if self._basis is not None and self._basis.raw != old and not self._is_in(old):
            raise Stale(self._path)
        appended = _appended(self._path, old or b"", self._rows, beside_damage=self._beside_damage)
        new, there, added = appended
        if added:
            self._there, self.added = tuple(there), added
        return new

    def read_in(self, _: bytes) -> Sequence[Read]:
        """Return the rows of the whole file, which were read before it was written."""
        return (*self._there, *((row, entry_of(row)) for row in self.added))

    def is_in(self, files: Files) -> bool:
        """Tell whether the file holds the rows, whatever failed after they were written."""
        with suppress(OSError):
            return self._is_in(files.read(self._path))
        return False

    def _is_in(self, raw: bytes | None) -> bool:
        # Only what was tried: they were there for a moment, and another program has gone on from
        # that. By their ids first, as to parse takes a while.
        if not self.added or not raw or self.added[0]["id"].encode() not in raw:
            return False
        with suppress(BadToml):
            there = parse(raw).get("entries", [])
            return all(row in there for row in self.added)
        return False


def _unsure(path: Path, added: tuple[Row, ...], error: Exception) -> NotConfirmed:
    reason = reason_of(error) if isinstance(error, OSError) else str(error).rstrip(".")
    return NotConfirmed(path, reason, _ids(added))


def _ids(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(row["id"] for row in rows)


def _appended(
    path: Path, old: bytes, rows: tuple[Row, ...], *, beside_damage: bool
) -> tuple[bytes, Sequence[Read], tuple[Row, ...]]:
    """Write rows at the end, and prove by reading that they and all that was there come out.

    Returned with the rows that were there, and those that were not.
    """
    refuse_huge(path, len(old))
    if not rows:
        return old, (), ()
    added = _text_of(rows, old)
    new = old + added
    found = _read_back(path, old, new, added)
    there = [(row, entry_of(row)) for row in found["entries"][: -len(rows)]]
    read = found["entries"][-len(rows) :]
    # What can be written may read as something else: a number that is none equals not even itself.
    if tuple(read) != rows:
        raise NotStored(UNREADABLE)
    _refuse_unreadable(path, old, found, there, beside_damage=beside_damage)
    known = {id_of(row) for row, _ in there}
    if beside_damage:
        known = {entry.id for entry in logbook_in(old, file="").entries}
    missing = tuple(row for row in rows if row["id"] not in known)
    if missing != rows:
        return _appended(path, old, missing, beside_damage=beside_damage)
    return new, there, rows


def _text_of(rows: Sequence[Row], old: bytes) -> bytes:
    """Write each row as a table of its own, with the line ends that the file has."""
    start = ""
    if old and not old.endswith(b"\n"):
        start = "\n"
    if not old.strip(NOTHING):
        start += HEADER
    try:
        # Not all at once: a list given to tomli_w becomes an inline array, which can't grow.
        tables = [f"\n{table_of(row)}" for row in rows]
        return "".join([start, *tables]).replace("\n", line_end_of(old)).encode()
    except (UnicodeEncodeError, TypeError, ValueError):
        raise NotStored(UNREADABLE) from None


def _read_back(path: Path, old: bytes, new: bytes, added: bytes) -> dict[str, Any]:
    """Parse what would be written, as it will be when it is read."""
    # One parse is enough: a file that is broken stays so with rows at its end.
    try:
        return tables_in(new)
    except BadToml:
        _refuse_problems(path, logbook_in(old, file=str(path)).problems)
        _refuse_unreadable_rows(added)
        raise _broken(path, [_closed_array(path, old)]) from None


def _refuse_problems(path: Path, problems: Sequence[Problem]) -> None:
    if problems:
        raise _broken(path, problems)


def _broken(path: Path, problems: Sequence[Problem]) -> DataFileBroken:
    from pmcareer.storage.logbook.conflicted import mend_of  # noqa: PLC0415

    return DataFileBroken(path, problems, f"{mend_of(problems)}. Nothing was logged.")


def _refuse_unreadable_rows(added: bytes) -> None:
    try:
        parse(added)
    except BadToml:
        raise NotStored(UNREADABLE) from None


def closed_to_more(path: Path) -> Problem | None:
    """Find why nothing can be added to a logbook in which everything can be read; None as a rule.

    Raises:
        NotReadable, DataFileBroken: it can't be read.
    """
    old = read_bytes(path) or b""
    try:
        tables_in(old + b"\n[[entries]]\n")
    except BadToml:
        return _closed_array(path, old)
    return None


def _closed_array(path: Path, old: bytes) -> Problem:
    from pmcareer.storage.outline import Outline  # noqa: PLC0415 -- next to nobody needs it

    return Problem(
        file=str(path),
        line=Outline(text=text_of(old)).line_of(("entries",)),
        where="entries",
        message="the entries are written in one piece, so nothing can be added at the end.",
        hint="Write each as [[entries]].",
    )


def _refuse_unreadable(
    path: Path,
    old: bytes,
    found: Mapping[str, Any],
    there: Sequence[Read],
    *,
    beside_damage: bool,
) -> None:
    number = found.get("format", FORMAT)
    if type(number) is int and number > FORMAT:
        raise NewerFormat(path, number)
    if number == FORMAT and beside_damage:
        return
    if number != FORMAT or not all(entry for _, entry in there):
        _refuse_problems(path, logbook_in(old, file=str(path)).problems)
