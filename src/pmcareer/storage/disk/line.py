"""Stand in line: who writes next, where many want to write one file at once.

An answer is worked out before the lock is taken, and again when the file has changed meanwhile.
With forty writers the slowest would never be done in time. So whoever writes stands in line first,
and keeps the place while the answer is worked out anew. It is a courtesy among the processes of one
state folder: without it nothing is lost, and where it can't be had one goes on.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from pmcareer.errors import NotStored
from pmcareer.storage.disk.files import DISK, Files, heir_of
from pmcareer.storage.disk.lock import Say, held, say_nothing
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
    with ExitStack() as place:
        try:
            heir = heir_of(files, real.parent)
            place.enter_context(held(line_of(state, real), files=files, say=say, heir=heir))
        except NotStored:
            # The lock itself decides; to wait for it as long once more would help nobody.
            if _hangs(lock_of(state, real)):
                raise
        yield


def _hangs(lock_file: Path) -> bool:
    from filelock import FileLock  # noqa: PLC0415 -- on the way of failure only

    with suppress(OSError):
        lock = FileLock(lock_file)
        try:
            lock.acquire(timeout=BRIEFLY_SECONDS)
        except TimeoutError:
            return True
        lock.release()
    return False
