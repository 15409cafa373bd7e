"""Whether the list of what was stored can be read: without it nobody knows what is missing."""

from pathlib import Path

from pmcareer.storage.disk.files import DISK, reason_of
from pmcareer.storage.logbook.receipts import MOST_BYTES, ids_file


def unread_receipts(logbook: Path, state: Path) -> tuple[Path, str] | None:
    """Return the list that is there and can't be read, and why; None where all is well."""
    path = ids_file(logbook, state)
    reason = _why_not(path)
    return (path, reason) if reason else None


def _why_not(path: Path) -> str:
    try:
        raw = DISK.read(path) or b""
    except OSError as error:
        return reason_of(error)
    return "it is too large" if len(raw) > MOST_BYTES else ""
