"""Give every entry that was stored its receipt, under the lock and before anybody is told.

A receipt is a courtesy and no veto: the entry is stored already, so that whatever goes wrong here
is no more than a sentence to whoever replaces the file.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from pmcareer.domain.logbook.entries import Entry
from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.disk.files import DISK, Files, heir_of
from pmcareer.storage.disk.lines import add_lines, put_lines
from pmcareer.storage.disk.replacing import Done
from pmcareer.storage.disk.snapshots import read_snapshots
from pmcareer.storage.logbook.reading import logbook_in
from pmcareer.storage.logbook.receipt_texts import keep_rows, rows_file
from pmcareer.storage.logbook.receipts import (
    Days,
    Receipts,
    ids_file,
    line_of,
    read_ids,
    receipts_in,
)
from pmcareer.storage.logbook.rows import entry_of, id_of, rows_of
from pmcareer.storage.toml import Row, parse

Read = tuple[Row, Entry | None]
"""A row of a file, and the entry that it is."""
ReadIn = Callable[[bytes], Sequence[Read]]
Change = tuple[bytes, bytes]
"""What the logbook held before, and what it holds now."""
Counting = dict[str, tuple[Row, Entry]]
"""Ids of what counts, to the row and the entry."""


def read_rows_in(raw: bytes) -> Sequence[Row]:
    """Take the rows out of the bytes of a logbook.

    Raises:
        BadToml: it is not sound.
    """
    return rows_of(parse(raw))


def read_in(raw: bytes) -> Sequence[Read]:
    """Take the rows, and the entries that they are, out of the bytes of a logbook.

    Raises:
        BadToml: it is not sound.
    """
    return [(row, entry_of(row)) for row in read_rows_in(raw)]


def receipts_for(
    logbook: Path, state: Path, *, files: Files = DISK, read: ReadIn = read_in
) -> Done:
    """Return what gives receipts to all entries that are there after a write.

    `read` saves a writer who has read what it wrote from reading it once more.
    """

    def done(old: bytes | None, new: bytes) -> None:
        _keep(logbook, state, (old or b"", new), read(new), files)

    return done


def receipts_for_change(logbook: Path, state: Path) -> Done:
    """Return what gives receipts after an edit or a merge: what that took out may be gone."""

    def done(old: bytes | None, new: bytes) -> None:
        change = old or b"", new
        before, after = map(_days_in, change)
        gone = {name: day for name, day in before.items() if name not in after}
        _keep(logbook, state, change, read_in(new), DISK, gone=gone, is_meant=True)

    return done


def let_go(logbook: Path, state: Path, gone: Days) -> None:
    """Say of entries that they need not be there any more; to be called under the lock.

    Raises:
        OSError: the disk refuses, and nothing is said.
    """
    path = ids_file(logbook, state)
    DISK.make_folder(path.parent)
    receipts = receipts_in(read_ids(path))
    # The first receipts of all may be these: then those that are there get theirs as well.
    there = _days_in(DISK.read(logbook) or b"")
    _write(path, receipts, {**receipts.stored, **there}, gone, DISK)


def _keep(
    logbook: Path,
    state: Path,
    change: Change,
    read: Sequence[Read],
    files: Files,
    *,
    gone: Days | None = None,
    is_meant: bool = False,
) -> None:
    old, new = change
    path = ids_file(logbook, state)
    files.make_folder(path.parent, heir_of(files, path.parent))
    receipts = receipts_in(read_ids(path, files))
    there = _counting(read, new)
    days = {name: str(entry.on) for name, (_, entry) in there.items()}
    if not receipts.stored and not receipts.let_go:
        days = _lost_before(logbook, state, old) | days
    fresh = [row for name, (row, _) in there.items() if name not in receipts.stored]
    if is_meant:
        fresh += _changed(old, there)
    # What it said goes first, so that what is missed later can be brought back.
    by_id = {name: row for name, (row, _) in there.items()}
    try:
        keep_rows(rows_file(logbook, state), fresh, by_id, files)
    finally:
        _write(path, receipts, receipts.stored | days, gone or {}, files)


def _counting(read: Sequence[Read], new: bytes) -> Counting:
    """Return the rows that count, each with its entry, by id."""
    found: Counting = {}
    odd = []
    for row, entry in read:
        if entry:
            found.setdefault(entry.id, (row, entry))
        elif isinstance(row, dict):
            odd.append(row)
    return _rescued(odd, new) | found if odd else found


def _rescued(odd: Sequence[Row], new: bytes) -> Counting:
    """Return those of the odd rows that count: without a key that nobody knows."""
    entries = {entry.id: entry for entry in logbook_in(new, file="").entries}
    found: Counting = {}
    for row in odd:
        entry = entries.get(str(row.get("id")))
        if entry and row.get("kind") == entry.kind:
            found.setdefault(entry.id, (row, entry))
    return found


def _days_in(raw: bytes) -> Days:
    return {entry.id: str(entry.on) for entry in logbook_in(raw, file="").entries}


def _lost_before(logbook: Path, state: Path, old: bytes) -> Days:
    """List what was missing when there were no receipts yet, as far as a reader could tell."""
    with suppress(OSError):
        # That of today may be of the very file that has lost something.
        others = [each for each in read_snapshots(logbook, state) if each.size_bytes != len(old)]
        for newest in others[:1]:
            if newest.size_bytes > len(old):
                return _days_in(DISK.read(newest.path) or b"")
    return {}


def _changed(old: bytes, there: Counting) -> list[Row]:
    before: dict[str, Row] = {}
    with suppress(BadToml):
        before = {name: row for row in read_rows_in(old) if (name := id_of(row))}
    changed = []
    for name, (row, _) in there.items():
        if name in before and before[name] != row:
            changed.append(row)
    return changed


def _write(path: Path, receipts: Receipts, stored: Days, gone: Days, files: Files) -> None:
    """Write lines for what is stored now, and for what is gone and may be."""
    if receipts.stored and receipts.is_sound and not gone:
        new = [line_of(name, day) for name, day in stored.items() if name not in receipts.stored]
        add_lines(path, new, files)
        return
    staying = [line_of(name, day) for name, day in stored.items() if name not in gone]
    let_go = {**receipts.let_go, **gone}
    # What came back since is to be there again.
    going = [
        line_of(name, day, is_let_go=True)
        for name, day in let_go.items()
        if name in gone or name not in stored
    ]
    put_lines(path, [*staying, *going], files)
