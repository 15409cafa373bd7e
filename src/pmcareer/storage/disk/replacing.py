"""Change a file by putting a finished one in its place.

After a crash there is the old file or the new one. Whoever reads it meanwhile, an editor or a sync
client, sees one of the two as well.
"""

import os
import stat
from collections.abc import Callable
from contextlib import ExitStack, suppress
from errno import EBUSY, EDQUOT, ENOSPC, EXDEV
from pathlib import Path

from pmcareer.errors import NotStored
from pmcareer.storage.disk.asides import Asides, how_to_write, lost_attributes, other_names
from pmcareer.storage.disk.files import (
    DISK,
    Files,
    create_whole,
    heir_of,
    is_regular,
    is_writable,
    looks_of,
    reason_of,
    replace_patiently,
)
from pmcareer.storage.disk.leftovers import named_for, other_names_of, sweepable_of, temporary_of
from pmcareer.storage.disk.lock import Say, alone, say_nothing
from pmcareer.storage.disk.swapping import Place, Swapped, drop, settle, swap

MOST_TRIES = 5

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
    is_alone: bool = False,
) -> None:
    """Replace a file by what `compose` makes of it: durably, and never over somebody else's change.

    `hold` is called before the swap, and again where somebody was quicker; `done` once the disk has
    confirmed it, under the lock. `say` is told whom one waits for, and what could not be done
    beside it: no snapshot, no attribute, no folder of the state is a reason to refuse.

    With `is_alone` the caller holds the locks already.

    Raises:
        NotStored: the file is as it was.
        NotConfirmed: the file is changed, and the disk did not promise to keep it.
    """
    # Through links, in dotfiles for instance: a rename would put a file in the place of the link.
    real = Path(os.path.realpath(path))
    _refuse_broken_link(path, real)
    asides = Asides(say)
    place = Place(real=real, state=state, files=files, asides=asides)
    try:
        if not real.parent.is_dir():
            # What is locked is the folder; and where nothing is to be, none is made.
            if not compose(None):
                return
            _make_folder(files, real.parent)
        with ExitStack() as locks:
            refused = None
            if not is_alone:
                refused = locks.enter_context(alone(real, state, files=files, say=say))
            if refused:
                asides.miss("lock", state, refused)
            _sweep(place)
            _replace(place, compose, hold, done)
    except OSError as error:
        message = f"{path} can't be written: {reason_of(error)}; nothing was logged."
        raise NotStored(message, _mend(error)) from error
    # Not where it failed: there, one failure is told, and a script reads one object.
    asides.tell()


def _refuse_broken_link(path: Path, real: Path) -> None:
    if path.is_symlink() and not real.parent.is_dir():
        message = f"{path} is a link to {real}, and that folder is not there; nothing was logged."
        raise NotStored(message, "Make the folder, or correct the link.")


def _sweep(place: Place) -> None:
    """Remove what writers that were killed left, and nobody needs."""
    for leftover in sweepable_of(place.real, place.files):
        with suppress(OSError):
            place.files.unlink(leftover)


def _replace(place: Place, compose: Compose, hold: Hold, done: Done) -> None:
    first: tuple[bytes | None] | None = None
    for _ in range(MOST_TRIES):
        before = place.files.status(place.real)
        if before:
            _refuse_unwritable(place.real, before)
        old = place.files.read(place.real)
        new = compose(old)
        if new == (old or b""):
            # Unless it was in the file for a moment, and somebody has gone on from there.
            if first:
                settle(place, Swapped(), old)
                _tell(place, done, first[0], new)
            return
        swapped = _swapped(place, old, new, before, hold)
        if swapped:
            settle(place, swapped, old)
            _tell(place, done, old, new)
            return
        first = first or (old,)
    message = f"{place.real} is changed by another program all the time; nothing was logged."
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
        raise NotStored(message, how_to_write(real, status))


def _swapped(
    place: Place, old: bytes | None, new: bytes, before: os.stat_result | None, hold: Hold
) -> Swapped | None:
    """Put the new file in the old one's place, unless that has changed meanwhile."""
    files, real = place.files, place.real
    # Beside the old file: a rename works within one disk, and needs its bytes on the medium before.
    # Else a power cut can leave the new name with an empty file.
    unfinished = temporary_of(real)
    temporary = named_for(unfinished, new, old)
    like = before and looks_of(files, real, before)
    names = before and before.st_nlink > 1 and other_names_of(real, place.state, files)
    lost = create_whole(files, unfinished, new, like=like)
    swapped: Swapped | None = None
    try:
        replace_patiently(files, unfinished, temporary)
        # As late as can be: where names can't be exchanged, this look is the only one.
        if files.read(real) == old:
            hold()
            swapped = swap(place, temporary, old, new)
    finally:
        if swapped is None:
            drop(files, temporary, new)
            drop(files, unfinished, new)
    if swapped and lost:
        place.asides.add(lost_attributes(real, lost))
    if swapped and names:
        place.asides.add(other_names(real, names))
    return swapped


def _tell(place: Place, done: Done, old: bytes | None, new: bytes) -> None:
    try:
        done(old, new)
    except Exception as error:  # noqa: BLE001 -- what is stored is stored, whatever comes after
        place.asides.miss("receipt", place.state, error)


def _make_folder(files: Files, folder: Path) -> None:
    """Make a folder that survives a power cut, with those above it that are missing."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    files.make_folder(folder, heir_of(files, folder))
    # A new name is only safe once the folder that holds it is on the medium.
    for each in missing:
        files.sync_folder(each.parent)


def _mend(error: OSError) -> str:
    if error.errno in (ENOSPC, EDQUOT):
        return "Free some space, then try again."
    if error.errno in (EBUSY, EXDEV):
        what = "It is a mount of its own and can't be replaced"
        return f"{what}; mount its folder, or choose another --home."
    return "Check the disk and the permissions of the folder, or choose another --home."
