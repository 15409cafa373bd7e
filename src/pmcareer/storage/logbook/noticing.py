"""What is worth a word in passing: entries that are gone, copies of a sync service."""

from contextlib import suppress
from pathlib import Path

from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.storage.disk.files import DISK
from pmcareer.storage.disk.snapshots import Snapshot, read_snapshots
from pmcareer.storage.logbook.copies import conflict_copies
from pmcareer.storage.logbook.receipts import Days, ids_file, missing_in, read_ids

WAY_BACK = (
    "Bring back what is missing: pmcareer doctor --restore (if it may be gone: "
    "pmcareer doctor --accept)"
)


def noticed(logbook: Path) -> tuple[Problem, ...]:
    """Warn of what lies beside the logbook, and name the command that mends it."""
    found = []
    for copy in conflict_copies(logbook)[:1]:
        message = "this copy has entries of its own. Merge them: pmcareer doctor --fix"
        found.append(Problem(file=str(copy), message=message))
    return tuple(found)


def read_receipts(logbook: Path, state: Path) -> bytes:
    """Read which entries were stored; to be read before the logbook."""
    return read_ids(ids_file(logbook, state))


def lost_entries(path: Path, state: Path, logbook: Logbook, receipts: bytes) -> tuple[Problem, ...]:
    """Warn in one sentence of entries that were stored, and are gone or no longer count."""
    # Every command that reads passes here: sets of ids, and where there are none sizes.
    if not receipts:
        return _shorter(path, state)
    there = {entry.id for entry in logbook.entries}
    missing = missing_in(receipts, there)
    if not missing:
        return ()
    # Somebody may have taken them out just now, and said so: their receipts are gone by now.
    missing = missing_in(read_receipts(path, state), there)
    if not missing:
        return ()
    return (_alarm(path, missing_words(missing)),)


def missing_words(missing: Days) -> str:
    """Say how many entries are missing, and of which day they are at most."""
    newest = max(missing.values(), default="")
    if len(missing) == 1:
        return f"an entry of {newest} was stored, and is gone or no longer counts."
    count = f"{len(missing)} entries were stored, and are gone or no longer count"
    return f"{count}, the newest of {newest}."


def _alarm(path: Path, message: str) -> Problem:
    return Problem(file=str(path), message=message, hint=WAY_BACK, severity="warning")


def _shorter(path: Path, state: Path) -> tuple[Problem, ...]:
    """Warn where an older pmcareer left snapshots and no receipts."""
    with suppress(OSError):
        snapshot = shrunk_since(path, state)
        if snapshot:
            return (_alarm(path, f"it is shorter than on {snapshot.day}."),)
    return ()


def shrunk_since(logbook: Path, state: Path) -> Snapshot | None:
    """Return the newest snapshot if the logbook is shorter: a file that only grows has lost."""
    status = DISK.status(logbook)
    for newest in read_snapshots(logbook, state)[:1]:
        if status is None or status.st_size < newest.size_bytes:
            return newest
    return None
