"""The one door to the disk for all that is written; tests of faults put another in its place."""

import os
import stat
import sys
import time
from contextlib import suppress
from errno import EACCES, EDQUOT, EFBIG, EINVAL, EIO, ENOSPC, ENOTSUP, EPERM, EROFS, EXDEV
from pathlib import Path

NEW_FILE = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
NEW_FILE |= getattr(os, "O_BINARY", 0)
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
REASONS = {
    ENOSPC: "the disk is full",
    EDQUOT: "your quota on this disk is used up",
    EFBIG: "the file would grow beyond a limit of the system",
    EROFS: "the disk is read-only",
    EACCES: "permission denied",
    EPERM: "permission denied",
    EIO: "the disk reports an input/output error",
}
NO_LINKS = (EXDEV, EPERM, EACCES, ENOTSUP)
"""What disks say that know no second name for a file, or none on another disk."""
SHARING_VIOLATIONS = (5, 32, 33)
"""winerror: a virus scanner, a sync client or an editor has the file open."""
WINDOWS_WAITS_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)


class Files:
    """The operations of the system, each once, none of them clever."""

    def read(self, path: Path) -> bytes | None:
        """Read a whole file; None when there is none."""
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None

    def status(self, path: Path) -> os.stat_result | None:
        """Look at a file; None when there is none."""
        try:
            return path.stat()
        except FileNotFoundError:
            return None

    def make_folder(self, path: Path) -> None:
        """Make a folder for the user alone, and those above it."""
        path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)

    def create(self, path: Path, mode: int) -> int:
        """Open a file that must not exist yet, and no link either."""
        return os.open(path, NEW_FILE, mode)

    def own_like(self, descriptor: int, mode: int, owner: int, group: int) -> None:
        """Give a new file the mode and owner of the one it will replace."""
        if not hasattr(os, "fchmod"):
            return
        status = os.fstat(descriptor)
        if (status.st_uid, status.st_gid) != (owner, group):
            os.fchown(descriptor, owner, group)
        os.fchmod(descriptor, mode)

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
        """Give a file a second name."""
        os.link(source, target)

    def replace(self, source: Path, target: Path) -> None:
        """Put a file in the place of another in one step."""
        source.replace(target)

    def unlink(self, path: Path) -> None:
        """Remove a name."""
        path.unlink()

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

    def names(self, folder: Path) -> list[str]:
        """List a folder; one that is not there is empty."""
        try:
            return sorted(path.name for path in folder.iterdir())
        except FileNotFoundError:
            return []

    def now(self) -> float:
        """Tell the seconds since 1970, as file times do."""
        return time.time()


DISK = Files()


def reason_of(error: OSError) -> str:
    """Say in words why the system refused."""
    return REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()


def is_regular(status: os.stat_result) -> bool:
    """Tell a file from folders, pipes and devices."""
    return stat.S_ISREG(status.st_mode)


def is_writable(path: Path, status: os.stat_result) -> bool:
    """Tell whether the owner allows writing."""
    # To be asked, as a rename passes over a read-only file, and root over every mode.
    return bool(status.st_mode & 0o222) and os.access(path, os.W_OK)


def create_whole(
    files: Files, path: Path, content: bytes, like: os.stat_result | None = None
) -> None:
    """Write a new file to the last byte and make it durable; leave none behind when that fails."""
    descriptor = files.create(path, PRIVATE_FILE)
    try:
        try:
            # Mode and owner first: no byte is ever in a file that more people can read.
            if like is not None:
                files.own_like(descriptor, stat.S_IMODE(like.st_mode), like.st_uid, like.st_gid)
            _write_all(files, descriptor, content)
            files.fsync(descriptor)
        finally:
            files.close(descriptor)
    except BaseException:
        with suppress(OSError):
            files.unlink(path)
        raise


def _write_all(files: Files, descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        written = files.write(descriptor, rest)
        if written <= 0:
            raise OSError(ENOSPC, os.strerror(ENOSPC))
        rest = rest[written:]
    # What a disk says that it has written is not always what it has.
    if files.size(descriptor) != len(content):
        raise OSError(EIO, "the file did not keep all that was written")


def replace_patiently(files: Files, source: Path, target: Path) -> None:
    """Replace; on Windows wait up to 2.5 seconds for whoever has the target open."""
    for wait in WINDOWS_WAITS_SECONDS:
        try:
            files.replace(source, target)
        except OSError as error:
            if getattr(error, "winerror", None) not in SHARING_VIOLATIONS:
                raise
            time.sleep(wait)
        else:
            return
    files.replace(source, target)


def keep_copy(files: Files, source: Path, target: Path, content: bytes) -> None:
    """Keep what a file holds under another name: by a second link where the disk allows it."""
    try:
        # A link costs nothing, and can't be half done.
        files.link(source, target)
    except FileExistsError:
        return
    except OSError as error:
        if error.errno not in NO_LINKS and sys.platform != "win32":
            raise
        _copy(files, target, content)


def _copy(files: Files, target: Path, content: bytes) -> None:
    part = target.with_suffix(".part")
    with suppress(FileNotFoundError):
        files.unlink(part)
    create_whole(files, part, content)
    files.replace(part, target)
