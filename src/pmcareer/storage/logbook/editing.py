"""The logbook in somebody's editor: a copy is edited, and put back only when it is valid."""

import os
import secrets
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.errors import (
    DataFileBroken,
    EditorFailed,
    NoEditor,
    NoTerminal,
    NotStored,
)
from pmcareer.storage.disk.files import DISK, create_whole, reason_of
from pmcareer.storage.disk.given import read_at_most
from pmcareer.storage.disk.lock import Say, say_nothing
from pmcareer.storage.disk.replacing import replace_file
from pmcareer.storage.logbook.keeping import receipts_for_change
from pmcareer.storage.logbook.layout import HEADER
from pmcareer.storage.logbook.reading import logbook_in, read_bytes
from pmcareer.storage.logbook.rows import MOST_BYTES


@frozen
class EditedFile:
    """The logbook before and after somebody edited it."""

    before: Logbook
    after: Logbook
    changed: bool


def editor_in(environment: Mapping[str, str], *, at_terminal: bool) -> Sequence[str]:
    """Choose the command that the user named, with its arguments, else what every system has.

    Raises:
        NoEditor: what was named can't be read as a command.
        NoTerminal: nothing was named, and the system's editor has no terminal to open in.
    """
    named = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    if not named:
        return _editor_of_the_system(at_terminal=at_terminal)
    try:
        return tuple(part.strip('"') for part in shlex.split(named, posix=os.name != "nt"))
    except ValueError:
        raise NoEditor(named) from None


def _editor_of_the_system(*, at_terminal: bool) -> Sequence[str]:
    if os.name == "nt":
        return ("notepad",)
    # Without a terminal vi waits for nobody, and fills the screen with its complaints.
    if not at_terminal:
        raise NoTerminal
    return ("vi",)


def edit_logbook(
    path: Path, state: Path, editor: Sequence[str], *, say: Say = say_nothing
) -> EditedFile:
    """Let somebody edit a copy of the logbook, and put it back when it is valid.

    Raises:
        NoEditor, EditorFailed: nothing was changed.
        DataFileBroken, NotStored: nothing was changed; the text is kept where the error says.
    """
    old = read_bytes(path)
    shown = old
    if shown is None:
        shown = HEADER.encode()
    copy = _copy_of(shown, path, state)
    _run(editor, copy)
    new = _text_left_in(copy)
    before = logbook_in(shown, file=str(path))
    if new == shown:
        DISK.unlink(copy)
        return EditedFile(before=before, after=before, changed=False)
    after = _valid(new, copy)
    _put_back(path, state, old, new, copy=copy, say=say)
    DISK.unlink(copy)
    return EditedFile(before=before, after=after, changed=True)


def _text_left_in(copy: Path) -> bytes:
    try:
        new = read_at_most(copy, MOST_BYTES)
    except OSError as error:
        message = f"{copy} can't be read: {reason_of(error)}; nothing was changed."
        raise NotStored(message) from error
    if len(new) > MOST_BYTES:
        most = f"{MOST_BYTES:,} bytes that a logbook can have"
        message = f"The text has more than the {most}; nothing was changed."
        raise NotStored(message, f"It is kept in {copy}")
    return new


def _copy_of(shown: bytes, path: Path, state: Path) -> Path:
    copy = state / "edit" / f"{path.stem}-{secrets.token_hex(4)}{path.suffix}"
    try:
        DISK.make_folder(copy.parent)
        create_whole(DISK, copy, shown)
    except OSError as error:
        message = f"{copy} can't be written: {reason_of(error)}; nothing was changed."
        raise NotStored(message) from error
    return copy


def _run(editor: Sequence[str], copy: Path) -> None:
    """Start the editor of the user's own choice on the copy and wait for it."""
    try:
        # Without a shell, so that nothing in a path is read as a command.
        ended = subprocess.run([*editor, str(copy)], check=False)  # noqa: S603 -- the user's own
    except OSError:
        copy.unlink()
        raise NoEditor(" ".join(editor)) from None
    if ended.returncode:
        raise EditorFailed(ended.returncode, copy)


def _valid(new: bytes, copy: Path) -> Logbook:
    if not new.strip():
        message = "The text is empty; nothing was changed."
        raise NotStored(message, "To begin anew, move the logbook away.")
    after = logbook_in(new, file=str(copy))
    if after.problems:
        hint = f"Nothing was changed. Your text is kept in {copy}"
        raise DataFileBroken(copy, after.problems, hint)
    return after


def _put_back(
    path: Path, state: Path, old: bytes | None, new: bytes, *, copy: Path, say: Say
) -> None:
    def compose(found: bytes | None) -> bytes:
        # Under the lock: what was logged while the editor was open would be gone.
        if found != old:
            message = f"{path} was changed by another program meanwhile; nothing was put back."
            raise NotStored(message)
        return new

    try:
        replace_file(path, state, compose, say=say, done=receipts_for_change(path, state))
    except NotStored as error:
        raise NotStored(error.message, f"Your text is kept in {copy}") from error
