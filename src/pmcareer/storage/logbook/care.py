"""Look after the logbook: torn tails, conflict copies, what snapshots still have."""

import os
from pathlib import Path

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.errors import DataFileBroken, PmcareerError
from pmcareer.storage.disk.files import DISK
from pmcareer.storage.disk.snapshots import Snapshot, read_snapshots
from pmcareer.storage.logbook.reading import read_logbook


def read_logbook_anyhow(path: Path) -> Logbook:
    """Read a logbook; one that can't be read at all is empty and has a problem."""
    try:
        return read_logbook(path)
    except DataFileBroken as error:
        return Logbook(problems=tuple(each for each in error.problems if isinstance(each, Problem)))
    except PmcareerError as error:
        return Logbook(problems=(Problem(file=str(path), message=error.message, hint=error.hint),))


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
