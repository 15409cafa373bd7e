"""Files that somebody asked for: written whole or not at all, and over nothing that was not given up."""

import os
from contextlib import suppress
from pathlib import Path

from pmcareer.errors import FileThere, NotStored
from pmcareer.storage.files import DISK, Files, create_whole, is_regular, reason_of


def write_export(
    path: Path, content: bytes, *, force: bool, ours: tuple[Path | None, ...], files: Files = DISK
) -> Path:
    """Write a file of its own, and give the path that was written; `ours` are files that are never written over.

    Raises:
        FileThere: there is one, and `force` was not said.
        NotStored: the system refused, or it is one of ours; nothing was changed.
    """
    real = Path(os.path.realpath(path))
    _refuse_ours(real, ours)
    try:
        there = files.status(real)
        if there is not None and not is_regular(there):
            message = f"{path} is no file; nothing was written."
            raise NotStored(message, "Name a file, or - for the terminal.")
        if there is not None and not force:
            raise FileThere(path)
        part = real.with_name(f".{real.name[:200]}.{os.getpid()}.part")
        create_whole(files, part, content, like=there)
        _put(files, part, real)
    except OSError as error:
        message = f"{path} can't be written: {reason_of(error)}; nothing was changed."
        raise NotStored(message, "Check the folder and its permissions.") from error
    return real


def _refuse_ours(real: Path, ours: tuple[Path | None, ...]) -> None:
    if any(own is not None and Path(os.path.realpath(own)) == real for own in ours):
        message = f"{real} is a file that pmcareer reads; nothing was written over it."
        raise NotStored(message, "Choose another name.")


def _put(files: Files, part: Path, real: Path) -> None:
    try:
        files.replace(part, real)
    except OSError:
        with suppress(OSError):
            files.unlink(part)
        raise
