"""What writers that were killed left behind: what holds nothing new is swept, the rest stays.

A file that is to be put in place is written as `.logbook.toml.tmp-RANDOM`, and then gets a second
name that tells what it holds and what it will replace: `.logbook.toml.tmp-RANDOM.NEW.OLD`. So
whoever finds it later knows: by its first name it was never whole; with the digest NEW it was never
in place; with OLD it was replaced as it was to be. With any other content it is somebody else's.
"""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from pmcareer.storage.disk.files import DISK, Files
from pmcareer.storage.paths import snapshots_of

LEFTOVER_SECONDS = 60
DIGEST_LETTERS = 16


def temporary_of(real: Path) -> Path:
    """Name a file that is being written to be put in the place of this one."""
    return real.with_name(f"{_beginning(real)}{os.urandom(4).hex()}")


def named_for(temporary: Path, new: bytes, old: bytes | None) -> Path:
    """Name it when it is whole."""
    return temporary.with_name(f"{temporary.name}.{_digest(new)}.{_digest(old or b'')}")


def _beginning(real: Path) -> str:
    return f".{real.name}.tmp-"


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:DIGEST_LETTERS]


def leftovers_of(real: Path, files: Files = DISK) -> tuple[Path, ...]:
    """List what lies beside a file and may hold what it lacks: somebody else's versions.

    Another program saved one in the moment of an exchange, and its writer was killed, or a third
    version came meanwhile. No sweep takes them.
    """
    return _kept_or_swept(real, files, swept=False)


def sweepable_of(real: Path, files: Files = DISK) -> tuple[Path, ...]:
    """List what writers that were killed left, and what holds nothing that anybody needs."""
    return _kept_or_swept(real, files, swept=True)


def _kept_or_swept(real: Path, files: Files, *, swept: bool) -> tuple[Path, ...]:
    found = []
    for leftover in _old_ones(real.parent, files, beginning=_beginning(real)):
        with suppress(OSError):
            if _is_needed_by_nobody(leftover, real, files) == swept:
                found.append(leftover)
    return tuple(found)


def _is_needed_by_nobody(leftover: Path, real: Path, files: Files) -> bool:
    _, *digests = leftover.name.removeprefix(_beginning(real)).split(".")
    if not digests:
        return True
    held = files.read(leftover) or b""
    return _digest(held) in digests or (files.read(real) or b"").startswith(held)


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
        *_names_in(real.parent, files, beginning=_beginning(real)),
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
