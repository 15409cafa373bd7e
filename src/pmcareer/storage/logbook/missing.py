"""Entries that were stored and are not in what was read: the one sentence about them."""

from contextlib import suppress
from pathlib import Path

from pmcareer.domain.ground.calendar import day_in_words
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.storage.logbook.receipts import Days, ids_file, missing_in, read_ids

WAY_BACK = (
    "Bring back what is missing: pmcareer doctor --restore (if it may be gone: "
    "pmcareer doctor --accept)"
)


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
    # Here, as it is for those who have not logged anything since they updated.
    from pmcareer.storage.disk.snapshots import shrunk_since  # noqa: PLC0415

    with suppress(OSError):
        if snapshot := shrunk_since(path, state):
            return (_alarm(path, f"it is shorter than on {day_in_words(snapshot.day)}."),)
    return ()
