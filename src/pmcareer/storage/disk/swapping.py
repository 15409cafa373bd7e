"""Put a finished file in the place of another, and look at what was in that place.

Editors, sync clients and writers on other machines know nothing of our locks. An exchange leaves
both files: what comes out is what was there in that moment, and not what we believed.
"""

from contextlib import suppress
from errno import EINVAL, ENOSYS, ENOTSUP, EPERM
from pathlib import Path

from pmcareer.domain.ground.frozen import frozen
from pmcareer.errors import NotConfirmed
from pmcareer.storage.disk.asides import Asides, other_version
from pmcareer.storage.disk.files import NO_LINKS, Files, reason_of, replace_patiently
from pmcareer.storage.disk.snapshots import keep_snapshot

NO_EXCHANGE = (ENOSYS, EINVAL, ENOTSUP, EPERM)
"""What systems, disks and containers say that can't exchange two names."""


@frozen
class Place:
    """A file that is to be replaced, and what one needs for it."""

    real: Path
    state: Path
    files: Files
    asides: Asides


@frozen
class Swapped:
    """It is done; where what was replaced lies now (None: it is gone, or there was nothing)."""

    aside: Path | None = None


def swap(place: Place, temporary: Path, old: bytes | None, new: bytes) -> Swapped | None:
    """Put the file in place; None, and everything as somebody left it, when that is not `old`.

    Raises:
        OSError: everything is as it was.
        NotConfirmed: the new file is in place, and what somebody else wrote lies beside it.
    """
    try:
        if old is None:
            return _put_first(place, temporary)
        return _exchange(place, temporary, old, new)
    except (FileExistsError, FileNotFoundError):
        # A file has come, or gone, since we looked.
        return None


def drop(files: Files, temporary: Path, new: bytes) -> None:
    """Remove a file of ours: what came out of an exchange is never taken for one."""
    with suppress(OSError):
        if files.read(temporary) == new:
            files.unlink(temporary)


def _put_first(place: Place, temporary: Path) -> Swapped:
    files = place.files
    try:
        # A second name is refused where the first is taken; a rename would pass over it.
        files.link(temporary, place.real)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in (*NO_LINKS, *NO_EXCHANGE):
            raise
        # A disk without links, such as FAT: the look a moment ago has to do.
        replace_patiently(files, temporary, place.real)
        return Swapped()
    with suppress(OSError):
        files.unlink(temporary)
    return Swapped()


def _exchange(place: Place, temporary: Path, old: bytes, new: bytes) -> Swapped | None:
    files = place.files
    try:
        files.exchange(temporary, place.real)
    except OSError as error:
        if error.errno not in NO_EXCHANGE:
            raise
        return _rename_over(place, temporary, old)
    try:
        out = files.read(temporary)
    except OSError as error:
        _put_back(place, temporary, new, error)
        raise
    if out == old:
        return Swapped(aside=temporary)
    _put_back(place, temporary, new, None)
    return None


def _rename_over(place: Place, temporary: Path, old: bytes) -> Swapped | None:
    """Do without an exchange: on Windows, on disks of a network, in an old container."""
    files = place.files
    # Before, as afterwards it is gone; a copy, as a link would be one file with two names: an
    # editor that writes in place would change both.
    take_snapshot(place, old, None)
    if files.read(place.real) != old:
        return None
    replace_patiently(files, temporary, place.real)
    return Swapped()


def _put_back(place: Place, temporary: Path, new: bytes, error: OSError | None) -> None:
    """Give somebody else's version its place again; where a third has come, that one stays."""
    files = place.files
    try:
        if files.read(place.real) == new:
            files.exchange(temporary, place.real)
    except OSError as refused:
        why = f"another program's version lies in {temporary}, and {reason_of(error or refused)}"
        raise NotConfirmed(place.real, why) from refused
    with suppress(OSError):
        if files.read(temporary) != new:
            place.asides.add(other_version(place.real, temporary))
    drop(files, temporary, new)


def settle(place: Place, swapped: Swapped, old: bytes | None) -> None:
    """Wait until the swap is on the medium, and put away what was replaced.

    Raises:
        NotConfirmed: nobody knows whether it will survive a power cut.
    """
    try:
        # The swap is done, so nothing is taken back any more: who asks is told what is not sure.
        place.files.sync_folder(place.real.parent)
    except OSError as error:
        raise NotConfirmed(place.real, reason_of(error)) from error
    finally:
        if swapped.aside is not None and old is not None:
            _put_away(place, swapped.aside, old)


def _put_away(place: Place, aside: Path, old: bytes) -> None:
    files = place.files
    try:
        # Who had it open, and writes in place, may have written since.
        if files.read(aside) not in (old, None):
            place.asides.add(other_version(place.real, aside))
            return
    except OSError:
        return
    take_snapshot(place, old, aside)
    with suppress(OSError):
        files.unlink(aside)


def take_snapshot(place: Place, old: bytes, aside: Path | None) -> None:
    """Keep the day's snapshot; whatever goes wrong with it is no reason to refuse an entry."""
    try:
        keep_snapshot(place.files, place.real, place.state, old, aside=aside)
    except Exception as error:  # noqa: BLE001 -- nothing optional may veto
        place.asides.miss("snapshot", place.state, error)
