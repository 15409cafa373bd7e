"""What is worth a word in passing: a logbook that has become shorter, and copies that a sync service left beside it."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from pmcareer.domain.ground.problem import Problem
from pmcareer.storage.files import DISK
from pmcareer.storage.snapshots import Snapshot, read_snapshots

CONFLICT_COPY = re.compile(
    r"\.sync-conflict-\d{8}-\d{6}|\(([^()]* )?conflicted copy[^()]*\)", re.IGNORECASE
)
"""Syncthing; Dropbox and Nextcloud. Other services name copies as people name files."""


def noticed(logbook: Path, state: Path) -> tuple[Problem, ...]:
    """Warn of what may be lost or lie beside the logbook, and name the command that mends it; sizes and names only."""
    return (*_shorter(logbook, state), *_copied(logbook))


def _shorter(logbook: Path, state: Path) -> Iterator[Problem]:
    snapshot = shrunk_since(logbook, state)
    if snapshot:
        message = f"it is shorter than on {snapshot.day}. If entries are gone: pmcareer merge {snapshot.path}"
        yield Problem(file=str(logbook), message=message)


def _copied(logbook: Path) -> Iterator[Problem]:
    for copy in conflict_copies(logbook)[:1]:
        yield Problem(
            file=str(copy), message="a sync service left this copy. Merge it: pmcareer doctor --fix"
        )


def shrunk_since(logbook: Path, state: Path) -> Snapshot | None:
    """Give the newest snapshot if the logbook is shorter than it: a file that only grows has lost something."""
    newest = read_snapshots(logbook, state)[:1]
    status = DISK.status(logbook)
    size_bytes = status.st_size if status else 0
    return next((snapshot for snapshot in newest if snapshot.size_bytes > size_bytes), None)


def conflict_copies(logbook: Path) -> tuple[Path, ...]:
    """Find the copies that a sync service left beside the logbook."""
    folders = dict.fromkeys((logbook.parent, Path(os.path.realpath(logbook)).parent))
    return tuple(copy for folder in folders for copy in _copies_in(folder, logbook.stem))


def _copies_in(folder: Path, stem: str) -> Iterator[Path]:
    try:
        names = DISK.names(folder)
    except OSError:
        return
    for name in names:
        if name.startswith(stem) and CONFLICT_COPY.search(name) and (folder / name).is_file():
            yield folder / name
