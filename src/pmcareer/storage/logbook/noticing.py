"""What is worth a word in passing: a logbook that has become shorter, copies of a sync service."""

import re
from collections.abc import Iterator
from pathlib import Path

from pmcareer.domain.ground.problem import Problem
from pmcareer.storage.disk.files import DISK
from pmcareer.storage.disk.snapshots import Snapshot, read_snapshots
from pmcareer.storage.paths import real_path

CONFLICT_COPY = re.compile(
    r"\.sync-conflict-\d{8}-\d{6}|\(([^()]* )?conflicted copy[^()]*\)", re.IGNORECASE
)
"""Syncthing; Dropbox and Nextcloud. Other services name copies as people name files."""


def noticed(logbook: Path, state: Path) -> tuple[Problem, ...]:
    """Warn of what may be lost or lie beside the logbook, and name the command that mends it."""
    # By sizes and names only: every command that reads stops here for a moment.
    found = []
    snapshot = shrunk_since(logbook, state)
    if snapshot:
        mend = f"If entries are gone: pmcareer merge {snapshot.path}"
        message = f"it is shorter than on {snapshot.day}. {mend}"
        found.append(Problem(file=str(logbook), message=message))
    for copy in conflict_copies(logbook)[:1]:
        message = "a sync service left this copy. Merge it: pmcareer doctor --fix"
        found.append(Problem(file=str(copy), message=message))
    return tuple(found)


def shrunk_since(logbook: Path, state: Path) -> Snapshot | None:
    """Return the newest snapshot if the logbook is shorter: a file that only grows has lost."""
    status = DISK.status(logbook)
    for newest in read_snapshots(logbook, state)[:1]:
        if status is None or status.st_size < newest.size_bytes:
            return newest
    return None


def conflict_copies(logbook: Path) -> tuple[Path, ...]:
    """Find the copies that a sync service left beside the logbook."""
    folders = dict.fromkeys((logbook.parent, real_path(logbook).parent))
    return tuple(copy for folder in folders for copy in _copies_in(folder, logbook.stem))


def _copies_in(folder: Path, stem: str) -> Iterator[Path]:
    try:
        names = DISK.names(folder)
    except OSError:
        return
    for name in names:
        if name.startswith(stem) and CONFLICT_COPY.search(name) and (folder / name).is_file():
            yield folder / name
