"""What writers that were killed left behind: what holds nothing new is swept, the rest stays."""

import os
from contextlib import suppress
from pathlib import Path

from pmcareer.storage.disk.files import DISK, Files
from pmcareer.storage.paths import snapshots_of

LEFTOVER_SECONDS = 60


def temporary_beginning(real: Path) -> str:
    """Give the beginning of the names that a file's successors have before they are in place."""
    return f".{real.name}.tmp-"


def leftovers_of(real: Path, files: Files = DISK) -> tuple[Path, ...]:
    """List temporary files that nobody can still be writing: a write takes no minute.

    They may hold what the file lacks: an entry whose writer was killed before it could be put in
    place, or what another program saved in the moment of an exchange.
    """
    return _old_ones(real.parent, files, beginning=temporary_beginning(real))


def sweep(real: Path, files: Files) -> None:
    """Remove the leftovers that hold nothing but what the file begins with."""
    for leftover in leftovers_of(real, files):
        with suppress(OSError):
            if _holds_nothing_new(leftover, real, files):
                files.unlink(leftover)


def sweep_parts(folder: Path, files: Files) -> None:
    """Remove copies that were never finished."""
    for part in _old_ones(folder, files, end=".part"):
        with suppress(OSError):
            files.unlink(part)


def other_names_of(real: Path, state: Path, files: Files = DISK) -> int:
    """Count the other names (hard links) of a file: each keeps the old one when it is replaced."""
    try:
        status = files.status(real)
    except OSError:
        return 0
    if status is None or status.st_nlink == 1:
        return 0
    # Names of our own, that a writer who was killed left: nobody else goes by them.
    ours = (
        *_names_in(real.parent, files, beginning=temporary_beginning(real)),
        *_names_in(snapshots_of(state, real), files),
    )
    count = status.st_nlink - 1
    for each in ours:
        with suppress(OSError):
            count -= _is_same(files.status(each), status)
    return count


def _is_same(one: os.stat_result | None, other: os.stat_result) -> bool:
    return one is not None and (one.st_dev, one.st_ino) == (other.st_dev, other.st_ino)


def _names_in(
    folder: Path, files: Files, *, beginning: str = "", end: str = ""
) -> tuple[Path, ...]:
    try:
        names = files.names(folder)
    except OSError:
        return ()
    fitting = (name for name in names if name.startswith(beginning) and name.endswith(end))
    return tuple(folder / name for name in fitting)


def _old_ones(
    folder: Path, files: Files, *, beginning: str = "", end: str = ""
) -> tuple[Path, ...]:
    found = []
    for each in _names_in(folder, files, beginning=beginning, end=end):
        with suppress(OSError):
            if _is_old(each, files):
                found.append(each)
    return tuple(found)


def _is_old(leftover: Path, files: Files) -> bool:
    status = files.status(leftover)
    return status is not None and files.now() - status.st_mtime > LEFTOVER_SECONDS


def _holds_nothing_new(leftover: Path, real: Path, files: Files) -> bool:
    held, live = files.read(leftover), files.read(real) or b""
    return held is not None and live.startswith(held)
