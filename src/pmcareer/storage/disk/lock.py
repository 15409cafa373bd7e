"""One writer at a time, by a lock that the system frees when its process dies."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from pmcareer.errors import NotStored
from pmcareer.storage.disk.files import PRIVATE_FILE, Files, reason_of

if TYPE_CHECKING:
    from filelock import FileLock

SILENT_SECONDS, SPOKEN_SECONDS = 1.0, 4.0

Say = Callable[[str], None]


def say_nothing(_: str) -> None:
    """Wait without a word."""


@contextmanager
def held(path: Path, *, files: Files, say: Say) -> Iterator[None]:
    """Hold the lock, after five seconds of patience at most.

    Raises:
        NotStored: somebody else holds it, or it can't be made.
    """
    # Here, as commands that may write load this file, and most of them only read.
    from filelock import FileLock  # noqa: PLC0415

    lock = FileLock(path, mode=PRIVATE_FILE)
    try:
        files.make_folder(path.parent)
        _acquire(lock, path, say)
    except OSError as error:
        message = f"The lock {path} can't be made: {reason_of(error)}; nothing was logged."
        raise NotStored(message, "Check the folder and its permissions.") from error
    try:
        _leave_name(path)
        yield
    finally:
        lock.release()


def _acquire(lock: "FileLock", path: Path, say: Say) -> None:
    with suppress(TimeoutError):
        lock.acquire(timeout=SILENT_SECONDS)
        return
    holder = _holder(path)
    say(f"Waiting for another pmcareer{holder} …")
    try:
        lock.acquire(timeout=SPOKEN_SECONDS)
    except TimeoutError:
        message = f"Another pmcareer{holder} is writing and does not finish; nothing was logged."
        raise NotStored(message, "Try again, or end that process if it hangs.") from None


def _leave_name(path: Path) -> None:
    with suppress(OSError):
        _name_file(path).write_text(str(os.getpid()), encoding="ascii")


def _holder(path: Path) -> str:
    with suppress(OSError, ValueError):
        return f" (process {int(_name_file(path).read_text(encoding='ascii'))})"
    return ""


def _name_file(path: Path) -> Path:
    return path.with_suffix(".pid")
