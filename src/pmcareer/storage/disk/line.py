"""Stand in line: who writes next, where many want to write one file at once.

An answer is worked out before the lock is taken, and again when the file has changed meanwhile.
With forty writers the slowest would never be done in time. So whoever writes stands in line first,
and keeps the place while the answer is worked out anew: in the line of one's state folder, and then
in that of all who write the file. It is a courtesy: without it nothing is lost, and where it can't
be had one goes on.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from pmcareer.errors import NotStored
from pmcareer.storage.disk.files import DISK, Files, heir_of
from pmcareer.storage.disk.lock import Patience, Say, held, say_nothing, wait_for
from pmcareer.storage.disk.lock_file import LockFile
from pmcareer.storage.paths import line_of, lock_of, real_path

BRIEFLY_SECONDS = 1.0


@contextmanager
def in_line(
    path: Path, state: Path, *, files: Files = DISK, say: Say = say_nothing
) -> Iterator[None]:
    """Wait for those who came before, and keep those who come after waiting.

    Raises:
        NotStored: who is first in line hangs, and holds the lock of the file as well.
    """
    real = real_path(path)
    line = line_of(state, real)
    with ExitStack() as place:
        try:
            heir = heir_of(files, state)
            place.enter_context(held(line, files=files, say=say, heir=heir))
        except NotStored:
            # The lock itself decides; to wait for it as long once more would help nobody.
            if _hangs(lock_of(state, real), files):
                raise
        place.enter_context(_before_others(real, line, files, say))
        yield


@contextmanager
def _before_others(real: Path, line: Path, files: Files, say: Say) -> Iterator[None]:
    """Stand in line with those of other state folders: who has locked the file as it is now.

    A swap puts another file there, for which those who waited lock that one in turn. Where there is
    no file yet, or it can't be locked, there is no such line.
    """
    patience = Patience(files, say)
    descriptor = None
    try:
        while descriptor is None:
            descriptor = _locked(real, line, files, patience)
    except OSError:
        pass
    except NotStored:
        if _is_locked(real, files):
            raise
    try:
        yield
    finally:
        if descriptor is not None:
            with suppress(OSError):
                files.close(descriptor)


def _locked(real: Path, line: Path, files: Files, patience: Patience) -> int | None:
    """Lock the file; None when that is no longer the one."""
    descriptor = files.open_file(real)
    try:
        wait_for(descriptor, real, line, files, patience)
        now = files.status(real)
        if now and os.path.samestat(os.fstat(descriptor), now):
            return descriptor
    except BaseException:
        files.close(descriptor)
        raise
    files.close(descriptor)
    return None


def _is_locked(real: Path, files: Files) -> bool:
    """Tell whether somebody is writing at this moment."""
    with suppress(OSError):
        folder = files.open_folder(real.parent)
        try:
            return not files.lock(folder)
        finally:
            files.close(folder)
    return False


def _hangs(lock_file: Path, files: Files) -> bool:
    with suppress(OSError):
        lock = LockFile(lock_file, files)
        if not lock.is_got(BRIEFLY_SECONDS):
            return True
        lock.release()
    return False
