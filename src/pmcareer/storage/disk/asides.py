"""What went wrong beside an entry: no reason to refuse it, and worth one sentence."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS
from pathlib import Path

from pmcareer.storage.disk.files import UNREAD, is_access_list, reason_of
from pmcareer.storage.disk.lock import Say
from pmcareer.storage.disk.lock_file import NoLocks

MENDS = {
    ENOSPC: "Free some space there.",
    EDQUOT: "Free some space there.",
    EROFS: "Name another folder: XDG_STATE_HOME",
}


class Asides:
    """Collects what went wrong, so that each folder and file is told of once."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._missing: dict[str, str] = {}
        """What could not be had in the state folder, to the reason."""
        self._folder: Path | None = None
        self._mend = ""
        self._sentences: list[str] = []

    def miss(self, what: str, folder: Path, error: Exception) -> None:
        """Note what could not be had: "snapshot", "lock"."""
        if isinstance(error, NoLocks):
            self.add(_no_locks(folder, error))
            return
        self._folder = folder
        self._missing[what] = _reason(error)
        self._mend = _mend(folder, error)

    def add(self, sentence: str) -> None:
        """Note a sentence of its own, once."""
        if sentence not in self._sentences:
            self._sentences.append(sentence)

    def tell(self) -> None:
        """Say all of it."""
        for sentence in (*self._of_the_folder(), *self._sentences):
            self._say(sentence)
        self._missing, self._sentences = {}, []

    def _of_the_folder(self) -> Iterator[str]:
        if self._missing:
            reasons = " and ".join(dict.fromkeys(self._missing.values()))
            what = " and no ".join(self._missing)
            yield f"There is no {what} in {self._folder}: {reasons}. {self._mend}"


def lost_attributes(real: Path, lost: Sequence[str]) -> str:
    """Say what a file could not keep, and how it gets that back."""
    if UNREAD in lost:
        return (
            f"The attributes of {real} could not be read or kept, so only its owner may use it now."
            f" Allow more: chmod, setfacl"
        )
    names = ", ".join(lost)
    if any(map(is_access_list, lost)):
        return (
            f"The access list of {real} could not be kept ({names}), so only its owner may use it"
            f" now. Set it anew: setfacl"
        )
    return f"Attributes of {real} could not be kept: {names}. Set them anew: setfattr"


def other_version(real: Path, left: Path) -> str:
    """Say where somebody else's version lies."""
    return (
        f"Another program wrote {real} in the same moment; its version lies in {left}. "
        f"Add what only that one has: pmcareer merge {left}"
    )


def other_names(real: Path, count: int) -> str:
    """Say that hard links part."""
    names = "another name" if count == 1 else f"{count} other names"
    them = "It keeps" if count == 1 else "They keep"
    return (
        f"{real} had {names} on this disk (a hard link). {them} what was there before. "
        f"For a backup that is right; to keep one file under two names: ln -sf {real} OTHER_NAME"
    )


def _no_locks(folder: Path, error: NoLocks) -> str:
    return (
        f"The disk of {folder} has no locks ({reason_of(error)}); a file stands in for one while "
        f"pmcareer writes. Name a folder on another disk: XDG_STATE_HOME"
    )


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return reason_of(error)
    return str(error).lower() or type(error).__name__


def _mend(folder: Path, error: Exception) -> str:
    number = getattr(error, "errno", 0)
    if number in (EACCES, EPERM):
        return how_to_allow(folder)
    return MENDS.get(number, "Look at that folder, or move it away.")


def how_to_allow(folder: Path) -> str:
    """Say what to type so that a folder is one's own."""
    if not hasattr(os, "geteuid"):
        return "Check its permissions."
    with suppress(PermissionError):
        if not folder.exists():
            return f"Make it: sudo install -d -o $(id -un) {folder}"
    return f"Make it yours: sudo chown -R $(id -un) {folder}; chmod -R u+rwX {folder}"


def how_to_write(real: Path, status: os.stat_result) -> str:
    """Say what to do about a file that one may not write, or whose folder one may not."""
    if hasattr(os, "geteuid") and os.geteuid() not in (0, status.st_uid):
        return "It belongs to another user: choose another --home."
    is_closed = real.parent.exists() and not os.access(real.parent, os.W_OK)
    return f"Allow it: chmod u+w {f'{real.parent} ' if is_closed else ''}{real}"
