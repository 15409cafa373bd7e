"""The state folder, which nothing depends on and which should all the same be one's own."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from pmcareer.storage.disk.files import DISK, reason_of

NO_FOLDER = "it is no folder"
WITHOUT = {
    "locks": "the logbook's folder alone keeps writers apart",
    "snapshots": "no snapshot is kept",
    "receipts": "a loss may go unnoticed",
}
"""What is not there without these folders; entries are stored all the same."""


def without(folder: Path, state: Path) -> str:
    """Say what can't be had while a folder can't be used."""
    if folder == state:
        return "no snapshot is kept, and a loss may go unnoticed"
    return WITHOUT.get(folder.relative_to(state).parts[0], "nothing can be put there")


def closed_in(state: Path) -> tuple[Path, str] | None:
    """Find the first folder that can't be read or written, and why; None where all can."""
    for folder in _folders(state):
        if reason := _why_closed(folder):
            return folder, reason
    return None


def _why_closed(folder: Path) -> str:
    try:
        status = DISK.status(folder)
    except OSError as error:
        return reason_of(error)
    if status is None:
        return ""
    if not stat.S_ISDIR(status.st_mode):
        return NO_FOLDER
    return "" if _is_open(folder) else "permission denied"


def _folders(state: Path) -> Iterator[Path]:
    yield state
    yield from (state / name for name in WITHOUT)
    # Of snapshots and receipts a folder for each logbook.
    yield from _inner(state / "snapshots")
    yield from _inner(state / "receipts")
    yield from _inner(state)


def _inner(folder: Path) -> Iterator[Path]:
    for name in DISK.names(folder):
        inner = folder / name
        if inner.is_dir():
            yield inner


def _is_open(folder: Path) -> bool:
    return os.access(folder, os.R_OK | os.W_OK | os.X_OK)
