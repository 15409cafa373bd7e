"""The lock of the state folder, and what stands in for it on a disk that has no locks."""

import os
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any

from pmcareer.storage.disk.files import Files
from pmcareer.storage.disk.system import PRIVATE_FILE

STAND_IN = ".held"


class NoLocks(OSError):
    """The disk has no locks; a file that is there as long as one writes stands in for one."""


class LockFile:
    """A lock by its path; where the disk has none, a file beside it that says who holds it."""

    def __init__(self, path: Path, files: Files) -> None:
        # Here, as commands that may write load this file, and most of them only read.
        from filelock import FileLock  # noqa: PLC0415

        self._path = path
        self._files = files
        self._lock: Any = FileLock(path, mode=PRIVATE_FILE)
        self._is_asked = False
        self.without: NoLocks | None = None
        """Why there are no locks."""

    def is_got(self, seconds: float = 0) -> bool:
        """Take the lock if nobody has it, or lets go of it in time.

        Raises:
            OSError, NotImplementedError: it can't be made.
        """
        # Some systems answer the same of a lock that is held and of one that can't be had, and
        # the library warns of its own way out in its own words.
        if self._is_asked:
            return self._is_free(seconds)
        self._is_asked = True
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", UserWarning)
                if self._is_free(0):
                    return True
        except (OSError, NotImplementedError, UserWarning) as error:
            if not self._stands_in() and not isinstance(error, UserWarning):
                raise
        else:
            self._stands_in()
        return self._is_free(seconds)

    def _is_free(self, seconds: float) -> bool:
        try:
            self._lock.acquire(timeout=seconds)
        except TimeoutError:
            return False
        return True

    def _stands_in(self) -> bool:
        """Put a file in the lock's place where not even a lock that is nobody's can be had."""
        self.without = _why_none_in(self._path.parent, self._files)
        if self.without:
            from filelock import SoftFileLock  # noqa: PLC0415 -- next to nobody needs it

            self._lock = SoftFileLock(self._path.with_suffix(STAND_IN), mode=PRIVATE_FILE)
        return self.without is not None

    def release(self) -> None:
        """Let others have it, as far as the disk lets us."""
        # What is stored is stored, however the lock ends.
        with suppress(OSError):
            self._lock.release()


def _why_none_in(folder: Path, files: Files) -> NoLocks | None:
    """Try to lock a new file, of which nobody else knows; None where that can be done."""
    probe = folder / f".{os.urandom(8).hex()}.part"
    try:
        descriptor = files.create(probe, PRIVATE_FILE)
    except OSError:
        # Then nobody can tell.
        return None
    try:
        files.lock(descriptor)
    except ImportError:
        # Windows, where locks are of another kind.
        return None
    except OSError as error:
        return NoLocks(error.errno, error.strerror)
    finally:
        with suppress(OSError):
            files.close(descriptor)
            files.unlink(probe)
    return None
