"""The state folder, which nothing depends on and which should all the same be one's own."""

import os
from collections.abc import Iterator
from pathlib import Path

from pmcareer.storage.disk.files import DISK, reason_of


def closed_in(state: Path) -> tuple[Path, str] | None:
    """Find the first folder that can't be read or written, and why; None where all can."""
    for folder in _folders(state):
        try:
            if DISK.status(folder) is not None and not _is_open(folder):
                return folder, "permission denied"
        except OSError as error:
            return folder, reason_of(error)
    return None


def _folders(state: Path) -> Iterator[Path]:
    yield state
    # Locks and snapshots; of the snapshots a folder for each logbook.
    for name in DISK.names(state):
        inner = state / name
        if inner.is_dir():
            yield inner
            if name == "snapshots":
                yield from (inner / each for each in DISK.names(inner))


def _is_open(folder: Path) -> bool:
    return os.access(folder, os.R_OK | os.W_OK | os.X_OK)
