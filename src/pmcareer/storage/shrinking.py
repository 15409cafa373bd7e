"""A logbook only grows: one that is shorter than its snapshot has lost something, and that is worth a word."""

from pathlib import Path

from pmcareer.domain.problem import Problem
from pmcareer.storage.files import DISK
from pmcareer.storage.snapshots import Snapshot, read_snapshots


def shrunk_since(logbook: Path, state: Path) -> Snapshot | None:
    """Give the newest snapshot if the logbook is shorter than it; the file's size is all that is looked at."""
    newest = read_snapshots(logbook, state)[:1]
    status = DISK.status(logbook)
    size_bytes = status.st_size if status else 0
    return next((snapshot for snapshot in newest if snapshot.size_bytes > size_bytes), None)


def loss_noticed(logbook: Path, state: Path) -> tuple[Problem, ...]:
    """Warn of a logbook that has become shorter, and name the snapshot that brings its entries back."""
    snapshot = shrunk_since(logbook, state)
    if snapshot is None:
        return ()
    message = f"it is shorter than on {snapshot.day}. If entries are gone: pmcareer merge {snapshot.path}"
    return (Problem(file=str(logbook), message=message),)
