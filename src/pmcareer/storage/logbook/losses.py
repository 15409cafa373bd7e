"""Entries that were stored and are gone or no longer count: named, brought back, or let go."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.errors import DataFileBroken, PmcareerError
from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.disk.files import DISK
from pmcareer.storage.disk.lock import Say, say_nothing
from pmcareer.storage.disk.replacing import replace_file
from pmcareer.storage.disk.snapshots import Snapshot, read_snapshots
from pmcareer.storage.logbook.appending import append_rows
from pmcareer.storage.logbook.care import read_logbook_anyhow
from pmcareer.storage.logbook.joining import entries_in
from pmcareer.storage.logbook.keeping import let_go
from pmcareer.storage.logbook.mending import cut_torn_tail
from pmcareer.storage.logbook.reading import read_bytes
from pmcareer.storage.logbook.receipt_texts import Kept, digest_of, read_kept, rows_file
from pmcareer.storage.logbook.receipts import Days, ids_file, read_ids, read_small, receipts_in
from pmcareer.storage.logbook.rows import MOST_BYTES, id_of, rows_of
from pmcareer.storage.toml import Row, parse

NOT_KEPT = "what it said is kept nowhere any more"


@frozen
class Left:
    """An entry that could not be brought back, and why."""

    id: str
    day: str
    why: str


@frozen
class BroughtBack:
    """What came back, and what did not."""

    entries: tuple[Entry, ...] = ()
    left: tuple[Left, ...] = ()
    tail: Path | None = None
    """Where the damaged end of the logbook lies now, when it was in the way."""


@frozen
class Changed:
    """An entry that says something else than when it was stored."""

    id: str
    day: str
    before: Row | None
    """What it said; None when that is no longer kept."""
    now: Row


def losses_of(path: Path, state: Path, logbook: Logbook) -> Days:
    """List the entries that were stored and do not count, by their days.

    Where receipts are missing, those of an older pmcareer for instance, snapshots tell as well.
    Of a logbook that can't be read nobody can say what is missing.
    """
    if not _can_be_read(path):
        return {}
    receipts = receipts_in(read_ids(ids_file(path, state)))
    had = dict(receipts.stored)
    for snapshot in _telling(path, state):
        for entry in read_logbook_anyhow(snapshot.path).entries:
            had.setdefault(entry.id, str(entry.on))
    there = {entry.id for entry in logbook.entries}
    gone = had.keys() - there - receipts.let_go.keys()
    return {name: day for name, day in had.items() if name in gone}


def _can_be_read(path: Path) -> bool:
    with suppress(PmcareerError):
        read_bytes(path)
        return True
    return False


def _telling(path: Path, state: Path) -> Iterator[Snapshot]:
    """Choose the newest snapshot and the longest: a day after a loss, the newest has it too."""
    snapshots = read_snapshots(path, state)
    if snapshots:
        longest = max(snapshots, key=lambda snapshot: snapshot.size_bytes)
        yield from dict.fromkeys((snapshots[0], longest))


def bring_back(path: Path, state: Path, *, say: Say = say_nothing) -> BroughtBack:
    """Add what is missing at the end of the logbook, as it was; damaged rows stay where they are.

    A damaged end is moved to the state folder first, or nothing could be added.

    Raises:
        NotReadable, NotStored, NewerFormat: nothing was brought back.
    """
    read_bytes(path)
    logbook = read_logbook_anyhow(path)
    missing = losses_of(path, state, logbook)
    if not missing:
        return BroughtBack()
    tail = cut_torn_tail(path, state, say=say) if logbook.problems else None
    rows, left = _found(path, state, missing)
    try:
        added = append_rows(path, state, rows, say=say, beside_damage=True)
    except DataFileBroken as broken:
        why = _in_the_way(broken)
        left = dict.fromkeys(missing, why)
        added = ()
    told = tuple(Left(id=name, day=missing[name], why=why) for name, why in left.items())
    return BroughtBack(entries=entries_in(added), left=told, tail=tail)


def _in_the_way(broken: DataFileBroken) -> str:
    lines = [getattr(problem, "line", None) for problem in broken.problems[:1]]
    where = f"line {lines[0]}" if any(lines) else "the logbook"
    return f"{where} must be mended first, with pmcareer edit"


def _found(path: Path, state: Path, missing: Days) -> tuple[list[Row], dict[str, str]]:
    """Find what the missing entries said, and say why where that can't come back."""
    kept = _kept_rows(path, state, missing)
    there = _rows_there(path)
    rows, left = [], {}
    for name in missing:
        row = kept.get(name)
        if row is None:
            left[name] = NOT_KEPT
        elif (twin := there.get(_without_id(row))) and "at" in row:
            left[name] = f"it is there as {twin}: give it its id back, with pmcareer edit"
        else:
            rows.append(row)
    return rows, left


def without_way_back(path: Path, state: Path, missing: Days) -> dict[str, str]:
    """Say of the missing entries that can't be brought back why."""
    return _found(path, state, missing)[1]


def damaged_receipts(path: Path, state: Path) -> Path | None:
    """Name the file of receipts where not every line of it can be read."""
    file = ids_file(path, state)
    raw = read_ids(file)
    return file if raw and not receipts_in(raw).is_sound else None


def _kept_rows(path: Path, state: Path, missing: Days) -> dict[str, Row]:
    """Look for rows among the receipts, then in the snapshots from the newest."""
    found: dict[str, Row] = {}
    for name, kept in read_kept(rows_file(path, state), DISK).items():
        if name in missing and kept.row and _counts(kept.row):
            found[name] = kept.row
    for snapshot in read_snapshots(path, state):
        if found.keys() >= missing.keys():
            break
        for row in _rows_in(snapshot.path):
            if id_of(row) in missing and row["id"] not in found and _counts(row):
                found[row["id"]] = row
    return found


def _counts(row: Row) -> bool:
    return bool(entries_in([row]))


def _rows_in(path: Path) -> list[Row]:
    """Read the rows of a file; none where it is not sound, or no file."""
    with suppress(BadToml):
        rows = rows_of(parse(read_small(path, MOST_BYTES, DISK)))
        return [row for row in rows if isinstance(row, dict)]
    return []


def _rows_there(path: Path) -> dict[str, str]:
    """Name the id of each row by what it says beside that."""
    return {_without_id(row): str(row.get("id")) for row in _rows_in(path)}


def _without_id(row: Row) -> str:
    return digest_of({key: value for key, value in row.items() if key != "id"})


def accept_losses(path: Path, state: Path, *, say: Say = say_nothing) -> Days:
    """Say that what is missing may be, and return it.

    Raises:
        NotReadable, NotStored: nothing is accepted.
    """
    read_bytes(path)
    gone: Days = {}

    def compose(old: bytes | None) -> bytes:
        # Under the lock, as receipts are given under it; the logbook itself stays as it is.
        nonlocal gone
        gone = losses_of(path, state, read_logbook_anyhow(path))
        if gone:
            let_go(path, state, gone)
        return old or b""

    if losses_of(path, state, read_logbook_anyhow(path)):
        replace_file(path, state, compose, say=say)
    return gone


def changed_by_hand(path: Path, state: Path) -> tuple[Changed, ...]:
    """List the entries that say something else than when pmcareer stored them."""
    kept = read_kept(rows_file(path, state), DISK)
    receipts = receipts_in(read_ids(ids_file(path, state)))
    return tuple(_changes(kept, receipts.stored, path))


def _changes(kept: Mapping[str, Kept], stored: Days, path: Path) -> Iterator[Changed]:
    for row in _rows_in(path):
        name = row.get("id")
        known = kept.get(name) if isinstance(name, str) else None
        if known and name in stored and digest_of(row) != known.digest and _counts(row):
            yield Changed(id=row["id"], day=stored[row["id"]], before=known.row, now=row)
