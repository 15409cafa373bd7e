"""Files that somebody asked for: written whole or not at all, and over others when told to."""

import os
from contextlib import suppress
from pathlib import Path

from pmcareer.errors import FileThere, NotStored
from pmcareer.storage.disk.files import DISK, create_whole, is_regular, looks_of, reason_of
from pmcareer.storage.disk.replacing import Hold, hold_nothing
from pmcareer.storage.paths import real_path


def write_export(
    path: Path,
    content: bytes,
    *,
    force: bool,
    ours: tuple[Path | None, ...],
    hold: Hold = hold_nothing,
) -> Path:
    """Write a file of its own, and return its real path; `ours` are never written over.

    `hold` is called before it gets its name: from there on nothing may interrupt.

    Raises:
        FileThere: there is one, and `force` was not said.
        NotStored: the system refused, or it is one of ours; nothing was changed.
    """
    real = real_path(path)
    _refuse_ours(real, ours)
    try:
        there = DISK.status(real)
        if there is not None:
            _refuse_there(path, there, force=force)
        _put(real, content, there, hold)
    except OSError as error:
        message = f"{path} can't be written: {reason_of(error)}; nothing was changed."
        raise NotStored(message, "Check the folder and its permissions.") from error
    return real


def _refuse_ours(real: Path, ours: tuple[Path | None, ...]) -> None:
    for own in filter(None, ours):
        if real_path(own) == real:
            message = f"{real} is a file that pmcareer reads; nothing was written over it."
            raise NotStored(message, "Choose another name.")


def _refuse_there(path: Path, there: os.stat_result, *, force: bool) -> None:
    if not is_regular(there):
        message = f"{path} is no file; nothing was written."
        raise NotStored(message, "Name a file, or - for the terminal.")
    if not force:
        raise FileThere(path)


def _put(real: Path, content: bytes, there: os.stat_result | None, hold: Hold) -> None:
    # A name may have 255 bytes, and part of one has to do: the process makes it unique.
    part = real.with_name(f".{real.name[:200]}.{os.getpid()}.part")
    create_whole(DISK, part, content, like=there and looks_of(DISK, real, there))
    try:
        hold()
        DISK.replace(part, real)
    except BaseException:
        with suppress(OSError):
            DISK.unlink(part)
        raise
