"""One writer at a time, by locks that the system frees when their process dies.

Two of them. The one in the state folder names its holder. The one on the open folder of the file
itself is shared by writers whose state folders differ: a container and its host, sudo, a cron job
without XDG_STATE_HOME, a folder that is mounted twice. Windows has no lock of folders, and some
disks of a network refuse it: there, writers with different state folders are told apart by what
comes out of the exchange alone.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from pmcareer.errors import NotStored
from pmcareer.storage.disk.files import Files, heir_of, reason_of
from pmcareer.storage.disk.lock_file import LockFile, NoLocks
from pmcareer.storage.disk.system import Owner
from pmcareer.storage.paths import lock_of

SILENT_SECONDS, PATIENT_SECONDS = 1.0, 5.0
PAUSE_SECONDS = 0.02
SYSTEMS_LOCKS = Path("/proc/locks")

Say = Callable[[str], None]


def say_nothing(_: str) -> None:
    """Wait without a word."""


class Patience:
    """Waits: a second without a word, and five for a holder who does not change."""

    def __init__(self, files: Files, say: Say) -> None:
        self._files = files
        self._say = say
        self._in_all = self._for_this_one = 0
        self._seen: object = None
        self._has_spoken = False

    def wait(self, seen: object, holder: str) -> bool:
        """Wait a moment for a holder who is known by what is `seen` of it; True for a new one.

        Raises:
            NotStored: it is the same one for too long.
        """
        # Counted in pauses: a laptop that sleeps meanwhile has not waited.
        is_new = seen != self._seen
        if is_new:
            self._seen, self._for_this_one = seen, 0
        if self._for_this_one * PAUSE_SECONDS >= PATIENT_SECONDS:
            message = f"Another {holder} is writing and does not finish; nothing was logged."
            raise NotStored(message, "Try again, or end that process if it hangs.")
        if self._in_all * PAUSE_SECONDS >= SILENT_SECONDS and not self._has_spoken:
            self._has_spoken = True
            self._say(f"Waiting for another {holder} …")
        self._files.pause(PAUSE_SECONDS)
        self._in_all += 1
        self._for_this_one += 1
        return is_new


@contextmanager
def held(path: Path, *, files: Files, say: Say, heir: Owner | None = None) -> Iterator[None]:
    """Hold one lock of the state folder, after five seconds for a holder who does not change.

    What root makes for it belongs to `heir`, else to the owner of the folder above.

    Raises:
        NotStored: somebody else holds it, or it can't be made.
    """
    with ExitStack() as locks:
        try:
            locks.enter_context(_state_lock(path, files, Patience(files, say), heir))
        except (OSError, NotImplementedError) as error:
            message = f"The lock {path} can't be made: {_reason(error)}; nothing was logged."
            raise NotStored(message, "Check the folder and its permissions.") from error
        yield


@contextmanager
def alone(real: Path, state: Path, *, files: Files, say: Say) -> Iterator[Exception | None]:
    """Be the only writer of a file, whose folder is there, whatever state folder others have.

    Yields why the state folder's lock could not be had: the other is enough; or NoLocks, where a
    file stands in for it.

    Raises:
        NotStored: somebody else is writing, or there is no lock to be had.
    """
    path = lock_of(state, real)
    patience = Patience(files, say)
    heir = heir_of(files, state)
    refused: Exception | None = None
    without: NoLocks | None = None
    with ExitStack() as locks:
        try:
            without = locks.enter_context(_state_lock(path, files, patience, heir))
        except (OSError, NotImplementedError) as error:
            refused = error
        try:
            locks.enter_context(_folder_lock(real, files, patience, path))
        except OSError as error:
            if refused:
                raise _nothing_to_lock(path, refused, error) from error
        yield refused or without


def _nothing_to_lock(path: Path, refused: Exception, error: OSError) -> NotStored:
    message = (
        f"The lock {path} can't be made: {_reason(refused)}; nor is there another: "
        f"{reason_of(error)}; nothing was logged."
    )
    return NotStored(message, "Check the folder and its permissions.")


def _reason(error: Exception) -> str:
    return reason_of(error) if isinstance(error, OSError) else "the system has none"


@contextmanager
def _state_lock(
    path: Path, files: Files, patience: Patience, heir: Owner | None
) -> Iterator[NoLocks | None]:
    files.make_folder(path.parent, heir)
    lock = LockFile(path, files)
    try:
        while not lock.is_got():
            patience.wait(_name_on(path), f"pmcareer{_holder(path)}")
        _leave_name(path, files)
        _give(path, files, heir)
        yield lock.without
    finally:
        lock.release()


def _leave_name(path: Path, files: Files) -> None:
    """Say who holds a lock, for those who wait."""
    # A number of its own each time: who holds it twice in a row has done something in between.
    with suppress(OSError):
        files.write_note(_name_file(path), f"{os.getpid()} {os.urandom(4).hex()}")


def _name_on(path: Path) -> str:
    with suppress(OSError, ValueError):
        return _name_file(path).read_text(encoding="ascii")
    return ""


def _holder(path: Path) -> str:
    named = re.match(r"\d+", _name_on(path))
    return f" (process {named[0]})" if named else ""


def _name_file(path: Path) -> Path:
    return path.with_suffix(".pid")


def _give(path: Path, files: Files, heir: Owner | None) -> None:
    """Let the one whose home this is use a lock that root has made."""
    if heir is not None:
        for each in (path, _name_file(path)):
            with suppress(OSError):
                files.give(each, *heir)


@contextmanager
def _folder_lock(real: Path, files: Files, patience: Patience, lock: Path) -> Iterator[None]:
    descriptor = files.open_folder(real.parent)
    try:
        wait_for(descriptor, real, lock, files, patience)
        yield
    finally:
        with suppress(OSError):
            files.close(descriptor)


def wait_for(descriptor: int, real: Path, lock: Path, files: Files, patience: Patience) -> None:
    """Lock what is open once others let go, holding a lock of the state folder meanwhile.

    Raises:
        NotStored: who holds it does so for too long.
        OSError: the system has no such lock.
    """
    while not files.lock(descriptor):
        holder = _process_holding(descriptor)
        # Who waits for us in turn, in the same state folder, sees that it is not we who hang.
        if patience.wait((holder, _mark_of(files, real)), f"writer{holder} of {real}"):
            _leave_name(lock, files)


def _mark_of(files: Files, real: Path) -> tuple[int, ...]:
    """Tell by the file that another writer is done, where the system does not name holders."""
    status = files.status(real)
    return (status.st_ino, status.st_mtime_ns, status.st_size) if status else ()


def _process_holding(descriptor: int) -> str:
    """Ask Linux which process holds the lock; of those in another container it says nothing."""
    status = os.fstat(descriptor)
    device = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}"
    of_this = rf"^\d+: FLOCK .* (\d+) {device}:{status.st_ino} "
    with suppress(OSError):
        named = re.search(of_this, SYSTEMS_LOCKS.read_text(encoding="ascii"), re.MULTILINE)
        if named:
            return f" (process {named[1]})"
    return ""
