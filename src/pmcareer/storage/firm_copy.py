"""A copy of the practice firm where somebody wants to work with its files."""

import os
import re
from pathlib import Path
from shutil import Error as ManyErrors
from shutil import copytree, rmtree

from pmcareer.errors import FolderThere, NotStored
from pmcareer.storage.disk.files import reason_of
from pmcareer.storage.disk.replacing import Hold, hold_nothing
from pmcareer.storage.paths import real_path
from pmcareer.storage.practice import practice_folder

_NUMBER = re.compile(r"\[Errno (\d+)\] ?([^:]*)")


def copy_firm(folder: Path, *, hold: Hold = hold_nothing) -> Path:
    """Copy the files of the practice firm into a new folder, all or none; return its real path.

    `hold` is called before the folder gets its name: from there on nothing may interrupt.

    Raises:
        FolderThere: something of that name is there.
        NotStored: the system refused; nothing was written.
    """
    real = real_path(folder)
    # Begun apart: a copy that was cut short must not look like a whole one.
    part = real.with_name(f".{real.name[:200]}.{os.getpid()}.part")
    try:
        if os.path.lexists(folder):
            raise FolderThere(folder)
        rmtree(part, ignore_errors=True)
        copytree(practice_folder(), part)
        hold()
        part.rename(real)
    except (OSError, ValueError) as error:
        reason = reason_of(_first(error)) if isinstance(error, OSError) else "no such path"
        message = f"{folder} can't be written: {reason}; nothing was written."
        raise NotStored(
            message, "Check the folder and its permissions, or name another."
        ) from error
    finally:
        rmtree(part, ignore_errors=True)
    return real


def _first(error: OSError) -> OSError:
    """Give the first of many errors of a copy, of which only the words are left."""
    if not isinstance(error, ManyErrors):
        return error
    found = _NUMBER.search(f"{error.args[0]}")
    return OSError(int(found[1]), found[2]) if found else OSError("it can't be copied")
