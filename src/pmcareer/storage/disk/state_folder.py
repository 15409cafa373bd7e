"""The state folder, which nothing depends on and which should all the same be one's own."""

import os
from collections.abc import Iterator
from pathlib import Path

from pmcareer.storage.disk.files import DISK, reason_of


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
    if status is None or _is_open(folder):
        return ""
    return "permission denied"


def _folders(state: Path) -> Iterator[Path]:
    yield state
    # Locks and snapshots; of the snapshots a folder for each logbook.
    yield from _inner(state)
    yield from _inner(state / "snapshots")


def _inner(folder: Path) -> Iterator[Path]:
    for name in DISK.names(folder):
        inner = folder / name
        if inner.is_dir():
            yield inner


def _is_open(folder: Path) -> bool:
    return os.access(folder, os.R_OK | os.W_OK | os.X_OK)
