"""The text that somebody edits, and the logbook that it began from; kept until it is put back."""

import os
import secrets
from pathlib import Path

from pmcareer.domain.ground.frozen import frozen
from pmcareer.errors import NotStored
from pmcareer.storage.disk.files import DISK, Files, create_whole, reason_of
from pmcareer.storage.logbook.layout import HEADER
from pmcareer.storage.logbook.reading import read_bytes
from pmcareer.storage.paths import real_path, snapshots_of

FOLDER = "edit"
BEGUN_FROM = ".from"
"""Behind the name of a copy: the file with the text that it began from."""


@frozen
class Draft:
    """A copy to edit, and the text that it began from."""

    copy: Path
    shown: bytes
    is_continued: bool = False
    """True for a text of an earlier edit that could not be put back."""

    @property
    def begun_from(self) -> Path:
        """The file with the text that the copy began from."""
        return self.copy.with_name(f"{self.copy.name}{BEGUN_FROM}")

    def remove(self) -> None:
        """Remove what was put back, or was never changed."""
        for path in (self.begun_from, self.copy):
            path.unlink(missing_ok=True)


def draft_of(path: Path, state: Path, files: Files = DISK) -> Draft:
    """Take up the text that an earlier edit of this logbook left, else make a copy.

    Raises:
        NotReadable, NotStored: nothing was changed.
    """
    # By the logbook's place: one state folder serves several homes.
    beginning = f"{path.stem}-{snapshots_of(state, real_path(path)).name}-"
    try:
        left = _left(state / FOLDER, beginning, files)
        return left or _new(path, state / FOLDER, beginning, files)
    except OSError as error:
        message = f"{state / FOLDER} can't be used: {reason_of(error)}; nothing was changed."
        raise NotStored(message) from error


def _left(folder: Path, beginning: str, files: Files) -> Draft | None:
    for name in files.names(folder):
        copy = folder / name
        shown = files.read(copy.with_name(f"{name}{BEGUN_FROM}"))
        # An editor may have left a pipe or nothing in its place.
        if shown is None or not name.startswith(beginning) or not copy.is_file():
            continue
        # Unchanged it holds nobody's work, and in an open editor it is somebody else's turn.
        if copy.read_bytes() != shown and not _is_open(name.removeprefix(beginning)):
            return Draft(copy=copy, shown=shown, is_continued=True)
    return None


def _is_open(name: str) -> bool:
    """Tell whether the process that began it still runs: `1234-0a1b2c3d.toml` by the first."""
    process = name.partition("-")[0]
    # On Windows the call would end the process rather than ask for it.
    if os.name != "posix" or not process.isdecimal() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except (OSError, OverflowError):
        # Where we may not ask, the number has gone to somebody else's program since.
        return False
    return True


def _new(path: Path, folder: Path, beginning: str, files: Files) -> Draft:
    shown = read_bytes(path)
    if shown is None:
        shown = HEADER.encode()
    name = f"{beginning}{os.getpid()}-{secrets.token_hex(4)}{path.suffix}"
    draft = Draft(copy=folder / name, shown=shown)
    part = folder / f"{name}.part"
    files.make_folder(folder)
    create_whole(files, draft.begun_from, shown)
    create_whole(files, part, shown)
    # Once it is whole: half of it would be taken for a text of the user's own.
    files.replace(part, draft.copy)
    return draft
