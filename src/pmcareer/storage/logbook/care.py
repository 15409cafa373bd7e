"""Look after the logbook: torn tails, conflict copies, what snapshots still have."""

import os
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.errors import DataFileBroken, PmcareerError
from pmcareer.storage.disk.files import DISK, create_whole
from pmcareer.storage.disk.lock import Say, say_nothing
from pmcareer.storage.disk.replacing import replace_file
from pmcareer.storage.disk.snapshots import Snapshot, read_snapshots
from pmcareer.storage.logbook.appending import append_rows
from pmcareer.storage.logbook.merging import read_rows
from pmcareer.storage.logbook.reading import logbook_in, read_logbook

HEADER_LINE = re.compile(rb"\s*\[\[\s*entries\s*\]\]")
MOST_LINES_BACK = 40


def read_logbook_anyhow(path: Path) -> Logbook:
    """Read a logbook; one that can't be read at all is empty and has a problem."""
    try:
        return read_logbook(path)
    except DataFileBroken as error:
        return Logbook(problems=tuple(each for each in error.problems if isinstance(each, Problem)))
    except PmcareerError as error:
        return Logbook(problems=(Problem(file=str(path), message=error.message, hint=error.hint),))


def merge_conflict_copy(copy: Path, logbook: Path, state: Path, *, say: Say = say_nothing) -> int:
    """Add the entries that only the copy has, put it away, and return how many they were.

    It goes to the state folder, and nothing is deleted.

    Raises:
        DataFileBroken, NewerFormat, NotStored: the copy stays where it is.
    """
    added = append_rows(logbook, state, read_rows(copy), say=say)
    kept = state / "conflict-copies"
    DISK.make_folder(kept)
    shutil.move(copy, kept / f"{_moment()} {copy.name}")
    return len(added)


def cut_torn_tail(logbook: Path, state: Path, *, say: Say = say_nothing) -> Path | None:
    """Move what can't be read at the end of the logbook to the state folder, and return its place.

    Nothing is moved, and None returned, when the logbook has no such end.

    Raises:
        NotStored: nothing was moved.
    """
    kept: Path | None = None

    def compose(old: bytes | None) -> bytes:
        nonlocal kept
        whole = old or b""
        head = _head_of(whole)
        if head != whole:
            # Before the cut: should it fail, the tail is there twice and not gone.
            kept = _keep_tail(state, whole[len(head) :], logbook.name)
        return head

    if logbook.exists():
        replace_file(logbook, state, compose, say=say)
    return kept


def _head_of(raw: bytes) -> bytes:
    """Return the bytes before the damage when nothing readable comes after it, else all of them."""
    whole = logbook_in(raw, file="")
    damaged = [problem.line for problem in whole.problems if problem.line]
    if not damaged:
        return raw
    lines = raw.split(b"\n")
    for cut in _cuts(lines, damaged[0]):
        head = b"".join(line + b"\n" for line in lines[: cut - 1])
        read = logbook_in(head, file="")
        if not read.problems and read.entries == whole.entries:
            return head
    return raw


def _cuts(lines: list[bytes], damaged: int) -> Iterator[int]:
    """Offer the damaged line, those above it, and the header of the record it is in."""
    header = damaged
    while header > 1 and not HEADER_LINE.match(lines[header - 1]):
        header -= 1
    # The line that is named is where the parser gave up. A text that was never closed began above.
    yield from range(damaged, max(header, damaged - MOST_LINES_BACK), -1)
    yield header


def _keep_tail(state: Path, tail: bytes, name: str) -> Path:
    kept = state / f"{name}.damaged-{_moment()}"
    DISK.make_folder(state)
    if DISK.read(kept) != tail:
        create_whole(DISK, kept, tail)
    return kept


def _moment() -> str:
    return datetime.fromtimestamp(DISK.now(), tz=UTC).strftime("%Y%m%dT%H%M%SZ")


@frozen
class Lost:
    """Entries that a snapshot has and the logbook no longer."""

    snapshot: Snapshot
    had: int
    missing: int


def lost_since(logbook: Path, state: Path, now: Logbook) -> Lost | None:
    """Compare the logbook with its newest snapshot, and with the longest."""
    snapshots = read_snapshots(logbook, state)
    if not snapshots:
        return None
    # Not the newest alone: a day after the loss, that one lacks the same entries.
    longest = max(snapshots, key=lambda snapshot: snapshot.size_bytes)
    there = {entry.id for entry in now.entries}
    for snapshot in dict.fromkeys((snapshots[0], longest)):
        had = {entry.id for entry in read_logbook_anyhow(snapshot.path).entries}
        if had - there:
            return Lost(snapshot=snapshot, had=len(had), missing=len(had - there))
    return None


def others_may_write(path: Path) -> bool:
    """Tell whether everybody on this machine may change a file or folder."""
    status = DISK.status(path)
    return os.name == "posix" and status is not None and bool(status.st_mode & 0o002)
