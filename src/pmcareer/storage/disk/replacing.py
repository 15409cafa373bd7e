"""Change a file by putting a finished one in its place.

After a crash there is the old file or the new one. Whoever reads it meanwhile, an editor or a sync
client, sees one of the two as well.
"""

import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from errno import EBUSY, EDQUOT, ENOSPC, EXDEV
from pathlib import Path

from pmcareer.errors import NotConfirmed, NotStored
from pmcareer.storage.disk.files import (
    DISK,
    Files,
    create_whole,
    is_regular,
    is_writable,
    reason_of,
    replace_patiently,
)
from pmcareer.storage.disk.lock import Say, held, say_nothing
from pmcareer.storage.disk.snapshots import keep_snapshot
from pmcareer.storage.paths import lock_of

MOST_TRIES = 5
LEFTOVER_SECONDS = 60

Compose = Callable[[bytes | None], bytes]
"""From what the file holds (None: there is none) to what it shall hold.

The same leaves it alone, and so does nothing where there is none.
"""
Hold = Callable[[], None]
"""Called before a file is swapped: from here to the answer nothing may interrupt."""
Done = Callable[[bytes | None, bytes], None]
"""Told, still under the lock, what the file held and what it holds now."""


def hold_nothing() -> None:
    """Let whoever interrupts interrupt."""


def tell_nobody(_old: bytes | None, _new: bytes) -> None:
    """Let what was written be news to nobody."""


def replace_file(
    path: Path,
    state: Path,
    compose: Compose,
    *,
    files: Files = DISK,
    say: Say = say_nothing,
    hold: Hold = hold_nothing,
    done: Done = tell_nobody,
) -> None:
    """Replace a file by what `compose` makes of it: durably, and never over somebody else's change.

    `hold` is called before the swap, `done` once the disk has confirmed it, under the lock.

    Raises:
        NotStored: the file is as it was.
        NotConfirmed: the file is changed, and the disk did not promise to keep it.
    """
    # Through links, in dotfiles for instance: a rename would put a file in the place of the link.
    real = Path(os.path.realpath(path))
    _refuse_broken_link(path, real)
    with held(lock_of(state, real), files=files, say=say):
        try:
            _sweep(files, real)
            _replace(real, state, compose, files, hold=hold, done=done)
        except OSError as error:
            message = f"{path} can't be written: {reason_of(error)}; nothing was logged."
            raise NotStored(message, _mend(error)) from error


def _refuse_broken_link(path: Path, real: Path) -> None:
    if path.is_symlink() and not real.parent.is_dir():
        message = f"{path} is a link to {real}, and that folder is not there; nothing was logged."
        raise NotStored(message, "Make the folder, or correct the link.")


def _sweep(files: Files, real: Path) -> None:
    """Remove what writers that were killed left behind."""
    for leftover in leftovers_of(real, files):
        with suppress(OSError):
            files.unlink(leftover)


def leftovers_of(real: Path, files: Files = DISK) -> tuple[Path, ...]:
    """List temporary files that nobody can still be writing: a write takes no minute."""
    found = []
    with suppress(OSError):
        for name in files.names(real.parent):
            leftover = real.parent / name
            if name.startswith(_beginning(real)) and _is_old(leftover, files):
                found.append(leftover)
    return tuple(found)


def _beginning(real: Path) -> str:
    return f".{real.name}.tmp-"


def _is_old(leftover: Path, files: Files) -> bool:
    status = files.status(leftover)
    return status is not None and files.now() - status.st_mtime > LEFTOVER_SECONDS


def _replace(
    real: Path, state: Path, compose: Compose, files: Files, *, hold: Hold, done: Done
) -> None:
    for _ in range(MOST_TRIES):
        before = files.status(real)
        if before:
            _refuse_unwritable(real, before)
        old = files.read(real)
        new = compose(old)
        if new == (old or b""):
            return
        if _swapped(real, state, old, new, before=before, files=files, hold=hold):
            done(old, new)
            return
    message = f"{real} is changed by another program all the time; nothing was logged."
    raise NotStored(message, "Close the editor or wait for the sync, then try again.")


def _refuse_unwritable(real: Path, status: os.stat_result) -> None:
    if not is_regular(status):
        what = "no ordinary file"
        if stat.S_ISDIR(status.st_mode):
            what = "a folder"
        message = f"{real} is {what}; nothing was logged."
        raise NotStored(message, "Move it away, or choose another --home.")
    if not is_writable(real, status):
        message = f"{real} can't be written: permission denied; nothing was logged."
        raise NotStored(message, f"Allow it: chmod u+w {real}")


def _swapped(
    real: Path,
    state: Path,
    old: bytes | None,
    new: bytes,
    *,
    before: os.stat_result | None,
    files: Files,
    hold: Hold,
) -> bool:
    """Put the new file in the old one's place, unless that has changed meanwhile."""
    _make_folder(files, real.parent)
    # Beside the old file: a rename works within one disk, and needs its bytes on the medium before.
    # Else a power cut can leave the new name with an empty file.
    temporary = real.with_name(f"{_beginning(real)}{secrets.token_hex(8)}")
    create_whole(files, temporary, new, like=before)
    try:
        if old is not None:
            keep_snapshot(files, real, state, old)
        # As late as can be: editors and sync clients know nothing of our lock.
        if files.read(real) != old:
            files.unlink(temporary)
            return False
        hold()
        replace_patiently(files, temporary, real)
    except BaseException:
        with suppress(OSError):
            files.unlink(temporary)
        raise
    _confirm(real, files)
    return True


def _make_folder(files: Files, folder: Path) -> None:
    """Make a folder that survives a power cut, with those above it that are missing."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    if missing:
        files.make_folder(folder)
        # A new name is only safe once the folder that holds it is on the medium.
        for each in missing:
            files.sync_folder(each.parent)


def _confirm(real: Path, files: Files) -> None:
    # The rename is done, so nothing is taken back any more: who asks is told what is not sure.
    try:
        files.sync_folder(real.parent)
    except OSError as error:
        raise NotConfirmed(real, reason_of(error)) from error


def _mend(error: OSError) -> str:
    if error.errno in (ENOSPC, EDQUOT):
        return "Free some space, then try again."
    if error.errno in (EBUSY, EXDEV):
        what = "It is a mount of its own and can't be replaced"
        return f"{what}; mount its folder, or choose another --home."
    return "Check the disk and the permissions of the folder, or choose another --home."
