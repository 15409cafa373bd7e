"""The operations of the system, as one value; tests of faults put another in its place."""

import os
import stat
import sys
import time
from contextlib import suppress
from errno import (
    EINVAL,
    ENOSYS,
    ENOTDIR,
    ENOTSUP,
    EPERM,
)
from pathlib import Path

NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
NEW_FILE |= getattr(os, "O_BINARY", 0)
AT_THE_END = NEW_FILE & ~os.O_EXCL | os.O_APPEND | getattr(os, "O_NONBLOCK", 0)
"""Of a pipe that lies there, nobody waits for the other end."""
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
Owner = tuple[int, int]
"""The numbers of a user and of a group."""


class Files:
    """The operations of the system, each once, none of them clever."""

    def read(self, path: Path) -> bytes | None:
        """Read a whole file; None when there is none.

        Raises:
            OSError: the system refused, or it is a pipe or a device, which may have no end.
        """
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                raise OSError(EINVAL, "it is no file", str(path))
            return path.read_bytes()
        except FileNotFoundError:
            return None

    def status(self, path: Path) -> os.stat_result | None:
        """Look at a file; None when there is none."""
        try:
            return path.stat()
        except FileNotFoundError:
            return None

    def make_folder(self, path: Path, owner: Owner | None = None) -> None:
        """Make a folder for the user alone, and those above it that are missing.

        What root makes belongs to `owner`, else to the owner of the folder above.
        """
        missing = []
        for each in (path, *path.parents):
            if each.exists():
                break
            missing.append(each)
        for each in reversed(missing):
            self._make_one(each, owner or (_owner_above(each) if self.is_root() else None))
        if not missing and not path.is_dir():
            raise FileExistsError(ENOTDIR, os.strerror(ENOTDIR), str(path))

    def _make_one(self, folder: Path, owner: Owner | None) -> None:
        try:
            folder.mkdir(mode=PRIVATE_FOLDER)
        except FileExistsError:
            # Another process was quicker.
            if not folder.is_dir():
                raise
            return
        try:
            # A umask may have taken our own right away; what the folder above lends to all stays.
            mode = stat.S_IMODE(folder.stat().st_mode)
            if mode & 0o777 != PRIVATE_FOLDER:
                folder.chmod(mode & ~0o777 | PRIVATE_FOLDER)
            if owner is not None:
                self.own_folder(folder, *owner)
        except OSError:
            with suppress(OSError):
                folder.rmdir()
            raise

    def own_folder(self, folder: Path, owner: int, group: int) -> None:
        """Give a folder to somebody."""
        os.chown(folder, owner, group, follow_symlinks=False)

    def is_root(self) -> bool:
        """Tell whether whoever runs this may give files to others."""
        return hasattr(os, "geteuid") and os.geteuid() == 0

    def create(self, path: Path, mode: int) -> int:
        """Open a file that must not exist yet, and no link either."""
        return os.open(path, NEW_FILE, mode)

    def open_end(self, path: Path, mode: int) -> int:
        """Open a file to add at its end, a new one where there is none."""
        return os.open(path, AT_THE_END, mode)

    def own_like(self, descriptor: int, owner: int, group: int) -> None:
        """Give an open file to the owner of the one it will replace."""
        # On Windows every file is of user 0 and group 0.
        status = os.fstat(descriptor)
        if (status.st_uid, status.st_gid) != (owner, group):
            os.fchown(descriptor, owner, group)

    def set_mode(self, descriptor: int, mode: int) -> None:
        """Say who may read and write an open file, whatever the umask says."""
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, mode)

    def attributes(self, file: int | Path) -> dict[str, bytes]:
        """Read the extended attributes of a file, access lists (ACL) among them."""
        # Python knows them on Linux alone. On macOS and Windows a new file has its folder's.
        if not hasattr(os, "listxattr"):
            return {}
        return {name: os.getxattr(file, name) for name in os.listxattr(file)}

    def set_attribute(self, descriptor: int, name: str, value: bytes) -> None:
        """Give an open file an extended attribute."""
        os.setxattr(descriptor, name, value)

    def remove_attribute(self, descriptor: int, name: str) -> None:
        """Take an extended attribute from an open file."""
        os.removexattr(descriptor, name)

    def write(self, descriptor: int, piece: bytes | memoryview) -> int:
        """Write some of the bytes and say how many."""
        return os.write(descriptor, piece)

    def size(self, descriptor: int) -> int:
        """Ask how large an open file has become."""
        return os.fstat(descriptor).st_size

    def fsync(self, descriptor: int) -> None:
        """Wait until the bytes are on the medium."""
        if sys.platform == "darwin":
            # There, fsync stops at the drive's cache, which a power cut empties.
            import fcntl  # noqa: PLC0415 -- not to be had on Windows

            with suppress(OSError):
                fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
                return
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Close a file."""
        os.close(descriptor)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name, which must not be taken."""
        os.link(source, target)

    def exchange(self, one: Path, other: Path) -> None:
        """Let two files change names with each other in one step."""
        # Here, as only who writes needs it, and ctypes costs some milliseconds.
        try:
            from pmcareer.storage.disk.exchanging import exchange  # noqa: PLC0415
        except ImportError as error:
            # A Python that was built without ctypes.
            raise OSError(ENOSYS, os.strerror(ENOSYS)) from error
        exchange(one, other)

    def replace(self, source: Path, target: Path) -> None:
        """Put a file in the place of another in one step."""
        source.replace(target)

    def unlink(self, path: Path) -> None:
        """Remove a name."""
        path.unlink()

    def sync_file(self, path: Path) -> None:
        """Wait until the bytes of a file that is there are on the medium."""
        # Windows does that for who may write alone.
        descriptor = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
        try:
            self.fsync(descriptor)
        finally:
            os.close(descriptor)

    def sync_folder(self, path: Path) -> None:
        """Wait until the names in a folder are on the medium, where the system has means to."""
        if sys.platform == "win32":
            return
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            self.fsync(descriptor)
        except OSError as error:
            # A network's disk may know no fsync of folders; that is no sign of a loss.
            if error.errno not in (EINVAL, ENOTSUP):
                raise
        finally:
            os.close(descriptor)

    def open_folder(self, path: Path) -> int:
        """Open a folder, to lock it."""
        if not hasattr(os, "O_DIRECTORY"):
            raise OSError(ENOSYS, os.strerror(ENOSYS))
        return os.open(path, os.O_RDONLY | os.O_DIRECTORY)

    def open_file(self, path: Path) -> int:
        """Open a file that is there, to lock it; a pipe in its place is not waited for."""
        if not hasattr(os, "O_NONBLOCK"):
            raise OSError(ENOSYS, os.strerror(ENOSYS))
        return os.open(path, os.O_RDONLY | os.O_NONBLOCK)

    def lock(self, descriptor: int) -> bool:
        """Lock what is open until it is closed; False when somebody else holds it."""
        import fcntl  # noqa: PLC0415 -- not to be had on Windows

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def write_note(self, path: Path, text: str) -> None:
        """Leave a line for other processes, that nobody will miss."""
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
        try:
            self.set_mode(descriptor, PRIVATE_FILE)
            os.write(descriptor, text.encode("ascii"))
        finally:
            os.close(descriptor)

    def give(self, path: Path, owner: int, group: int) -> None:
        """Give a file to another user, if it is no link and has no other name."""
        # Its folder is theirs: what they may have put in its place is not to be given to them.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode) or status.st_nlink != 1:
                raise OSError(EPERM, os.strerror(EPERM), str(path))
            os.fchown(descriptor, owner, group)
        finally:
            os.close(descriptor)

    def names(self, folder: Path) -> list[str]:
        """List a folder; one that is not there is empty."""
        try:
            return sorted(path.name for path in folder.iterdir())
        except FileNotFoundError:
            return []

    def now(self) -> float:
        """Tell the seconds since 1970, as file times do."""
        return time.time()

    def pause(self, seconds: float) -> None:
        """Let others go on."""
        time.sleep(seconds)


DISK = Files()


def _owner_above(folder: Path) -> Owner:
    status = folder.parent.stat()
    return status.st_uid, status.st_gid
