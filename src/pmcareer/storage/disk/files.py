"""The one door to the disk for all that is written: whole files, that look like the old ones."""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field
from errno import EACCES, EDQUOT, EFBIG, EIO, ENOSPC, ENOSYS, ENOTSUP, EPERM, EROFS, EXDEV
from pathlib import Path

from pmcareer.domain.ground.frozen import frozen
from pmcareer.storage.disk.system import DISK as DISK  # noqa: PLC0414 -- had from here, as ever
from pmcareer.storage.disk.system import PRIVATE_FILE, Owner
from pmcareer.storage.disk.system import Files as Files  # noqa: PLC0414 -- as above

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
OF_ITS_CONTENT = ("security.ima", "security.evm")
"""Attributes that are digests of what was in the old file."""
OWNERS_PART = 0o700
UNREAD = "all of them"


@frozen
class Looks:
    """Who may do what with a file, and what else the system keeps beside its bytes."""

    mode: int = PRIVATE_FILE
    owner: Owner | None = None
    """None: of whoever makes it."""
    attributes: Mapping[str, bytes] = field(default_factory=dict)
    is_known: bool = True
    """Whether the attributes could be read."""


def looks_of(files: Files, path: Path, status: os.stat_result) -> Looks:
    """Look at what a file in the place of this one has to keep."""
    mode, owner = stat.S_IMODE(status.st_mode), (status.st_uid, status.st_gid)
    try:
        attributes = _attributes(files, path)
    except OSError:
        return Looks(mode=mode, owner=owner, is_known=False)
    return Looks(mode=mode, owner=owner, attributes=attributes)


def _attributes(files: Files, file: int | Path) -> dict[str, bytes]:
    try:
        return files.attributes(file)
    except OSError as error:
        # A disk that knows none has none to lose.
        if error.errno not in (ENOTSUP, ENOSYS):
            raise
        return {}


def heir_of(files: Files, folder: Path) -> Owner | None:
    """Tell to whom belongs what root makes in a folder that may not exist yet: not to root.

    None: what is made belongs to its maker.
    """
    if not files.is_root():
        return None
    for each in (folder, *folder.parents):
        status = None
        with suppress(OSError):
            status = files.status(each)
        if status is not None:
            return (status.st_uid, status.st_gid) if status.st_uid else None
    return None


def is_access_list(attribute: str) -> bool:
    """Tell the attributes that say who may read: of POSIX, of NFS 4, of Samba."""
    return attribute.startswith("system.") and "acl" in attribute


def create_whole(
    files: Files, path: Path, content: bytes, like: Looks | None = None
) -> tuple[str, ...]:
    """Write a new file to the last byte and make it durable; leave none behind when that fails.

    Returns the names of the attributes of the old file that the new one could not be given.
    """
    looks = like or Looks(owner=heir_of(files, path.parent))
    descriptor = _created(files, path)
    try:
        try:
            # First of all: no byte is ever in a file that more people can read.
            lost = _dress(files, descriptor, looks)
            write_all(files, descriptor, content)
            # What a disk says that it has written is not always what it has.
            if files.size(descriptor) != len(content):
                raise OSError(EIO, "the file did not keep all that was written")
            files.fsync(descriptor)
        finally:
            files.close(descriptor)
    except BaseException:
        with suppress(OSError):
            files.unlink(path)
        raise
    return lost


def _created(files: Files, path: Path) -> int:
    try:
        return files.create(path, PRIVATE_FILE)
    except OSError:
        raise
    except BaseException:
        # A signal, in the moment in which the file is there and nobody knows its number yet.
        with suppress(OSError):
            files.unlink(path)
        raise


def _dress(files: Files, descriptor: int, looks: Looks) -> tuple[str, ...]:
    """Give an empty file its owner, attributes and mode, in an order that never opens it."""
    files.set_mode(descriptor, PRIVATE_FILE)
    if looks.owner is not None:
        files.own_like(descriptor, *looks.owner)
    lost = _keep_attributes(files, descriptor, looks.attributes)
    if not looks.is_known:
        lost = (UNREAD, *lost)
    mode = looks.mode
    # With a list, the group's part of the mode is the most that anybody on it may do. Without the
    # list that part would be the group's own, which may have had nothing.
    if any(name == UNREAD or is_access_list(name) for name in lost):
        mode &= OWNERS_PART
    files.set_mode(descriptor, mode)
    return lost


def _keep_attributes(files: Files, descriptor: int, wanted: Mapping[str, bytes]) -> tuple[str, ...]:
    lost = []
    try:
        there = _attributes(files, descriptor)
    except OSError:
        return (UNREAD,)
    for name in there:
        # A folder may have a list that its new files begin with.
        if is_access_list(name) and name not in wanted:
            files.remove_attribute(descriptor, name)
    for name, value in wanted.items():
        if there.get(name) != value and name not in OF_ITS_CONTENT:
            try:
                files.set_attribute(descriptor, name, value)
            except OSError:
                lost.append(name)
    return tuple(lost)


def write_all(files: Files, descriptor: int, content: bytes) -> None:
    """Write to the last byte, however few the system takes at once.

    Raises:
        OSError: the disk refuses, or takes none at all.
    """
    rest = memoryview(content)
    while rest:
        written = files.write(descriptor, rest)
        if written <= 0:
            raise OSError(ENOSPC, os.strerror(ENOSPC))
        rest = rest[written:]


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


def replace_patiently(files: Files, source: Path, target: Path) -> None:
    """Replace; on Windows wait up to 2.5 seconds for whoever has the target open."""
    for wait in WINDOWS_WAITS_SECONDS:
        try:
            files.replace(source, target)
        except OSError as error:
            if getattr(error, "winerror", None) not in SHARING_VIOLATIONS:
                raise
            files.pause(wait)
        else:
            return
    files.replace(source, target)
