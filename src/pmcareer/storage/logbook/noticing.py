"""What is worth a word in passing: a logbook that has become shorter, copies of a sync service."""

from pathlib import Path

from pmcareer.domain.ground.problem import Problem
from pmcareer.storage.disk.files import DISK
from pmcareer.storage.disk.snapshots import Snapshot, read_snapshots
from pmcareer.storage.logbook.copies import conflict_copies


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
        message = "this copy has entries of its own. Merge them: pmcareer doctor --fix"
        found.append(Problem(file=str(copy), message=message))
    return tuple(found)


def shrunk_since(logbook: Path, state: Path) -> Snapshot | None:
    """Return the newest snapshot if the logbook is shorter: a file that only grows has lost."""
    status = DISK.status(logbook)
    for newest in read_snapshots(logbook, state)[:1]:
        if status is None or status.st_size < newest.size_bytes:
            return newest
    return None
