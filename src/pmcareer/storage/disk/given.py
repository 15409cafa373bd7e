"""Files that somebody names: opened without waiting, and read no further than they can be used."""

import os
from errno import EINVAL
from pathlib import Path
from typing import BinaryIO

from pmcareer.storage.disk.files import is_regular

READ_AT_ONCE = os.O_RDONLY | getattr(os, "O_BINARY", 0)
# A pipe without a writer must not hold us up: what it is comes out when it is open.
READ_AT_ONCE |= getattr(os, "O_NONBLOCK", 0)


def read_at_most(path: Path, most_bytes: int) -> bytes:
    """Read a file; one byte more than `most_bytes` says that there is too much.

    Raises:
        OSError: the system refused, or it is a folder, a pipe or a device, which may have no end.
    """
    with open(os.open(path, READ_AT_ONCE), "rb") as file:  # noqa: PTH123 -- opened already
        _refuse_other(file)
        return file.read(most_bytes + 1)


def read_if_there(path: Path, most_bytes: int) -> bytes:
    """Read a file in the same way; nothing where there is none, or the system refuses."""
    try:
        return read_at_most(path, most_bytes)
    except OSError:
        return b""


def _refuse_other(file: BinaryIO) -> None:
    if not is_regular(os.fstat(file.fileno())):
        raise OSError(EINVAL, "it is no file")
