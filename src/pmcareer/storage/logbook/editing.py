"""The logbook in somebody's editor: a copy is edited, and put back only when it is valid."""

import os
import shlex
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.errors import (
    DataFileBroken,
    EditorFailed,
    NewerFormat,
    NoEditor,
    NotConfirmed,
    NoTerminal,
    NotStored,
)
from pmcareer.storage.disk.files import DISK, Files, reason_of
from pmcareer.storage.disk.given import read_at_most
from pmcareer.storage.disk.lock import Say, say_nothing
from pmcareer.storage.disk.replacing import Hold, hold_nothing, replace_file
from pmcareer.storage.logbook.drafts import Draft, draft_of
from pmcareer.storage.logbook.joining import keep, keep_aside, moment, refuse_newer
from pmcareer.storage.logbook.keeping import receipts_for_change
from pmcareer.storage.logbook.merging import Merge, merged
from pmcareer.storage.logbook.reading import logbook_in
from pmcareer.storage.logbook.rows import MOST_BYTES


@frozen
class EditedFile:
    """The logbook before and after somebody edited it."""

    before: Logbook
    after: Logbook
    changed: bool
    meanwhile: tuple[str, ...] = ()
    """Ids of entries that were logged while the editor was open."""
    disagreed: tuple[str, ...] = ()
    """Ids of entries that were changed in the editor and, otherwise, in the file as well."""


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
    path: Path,
    state: Path,
    editor: Sequence[str],
    *,
    files: Files = DISK,
    say: Say = say_nothing,
    watch: Hold = hold_nothing,
    hold: Hold = hold_nothing,
) -> EditedFile:
    """Let somebody edit a copy of the logbook, and put it back when it is valid.

    What was logged meanwhile is merged in. A text that could not be put back is offered again.
    `watch` is called once the editor has ended: a signal that ends us from there on must not leave
    anything beside the logbook.

    Raises:
        NoEditor, EditorFailed: nothing was changed.
        DataFileBroken, NewerFormat, NotStored: nothing was changed; the text is kept where the
            error says.
        NotConfirmed: it is put back, and the disk did not promise to keep it.
    """
    draft = draft_of(path, state, files)
    if draft.is_continued:
        say(f"Going on with your text that could not be put back, kept in {draft.copy}")
    before = logbook_in(draft.shown, file=str(path))
    _run(editor, draft)
    watch()
    new = _text_left_in(draft.copy)
    if new == draft.shown:
        draft.remove()
        return EditedFile(before=before, after=before, changed=False)
    _refuse_invalid(new, draft)
    _refuse_newer(new, path, draft)
    write = partial(replace_file, path, state, files=files, say=say, hold=hold)
    whole = _put_back(path, state, draft, new, write)
    # It is in the logbook: that a copy stays is no failure.
    with suppress(OSError):
        draft.remove()
    after = logbook_in(whole.text, file=str(path))
    return EditedFile(
        before=before,
        after=after,
        changed=True,
        meanwhile=tuple(row["id"] for row in whole.added),
        disagreed=tuple(each.id for each in whole.disagreed),
    )


def _run(editor: Sequence[str], draft: Draft) -> None:
    """Start the editor of the user's own choice on the copy and wait for it."""
    try:
        # Without a shell, so that nothing in a path is read as a command.
        command = [*editor, str(draft.copy)]
        ended = subprocess.run(command, check=False)  # noqa: S603 -- the user's own
    except OSError:
        if not draft.is_continued:
            draft.remove()
        raise NoEditor(" ".join(editor)) from None
    if ended.returncode:
        raise EditorFailed(ended.returncode, draft.copy)


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


def _refuse_invalid(new: bytes, draft: Draft) -> None:
    copy = draft.copy
    if not new.strip():
        # Not to be gone on with: who empties a text begins anew.
        draft.remove()
        message = "The text is empty; nothing was changed."
        raise NotStored(message, "To begin anew, move the logbook away.")
    problems = logbook_in(new, file=str(copy)).problems
    if problems:
        hint = f"Nothing was changed. Your text is kept in {copy}; go on with it: pmcareer edit"
        raise DataFileBroken(copy, problems, hint)


def _refuse_newer(new: bytes, path: Path, draft: Draft) -> None:
    """Refuse to write what is still of a newer format; a number that was a slip can be mended."""
    try:
        refuse_newer(new, str(path))
    except NewerFormat as newer:
        newer.hint = f"Your text is kept in {draft.copy}. {newer.hint}"
        raise


def _put_back(
    path: Path, state: Path, draft: Draft, new: bytes, write: Callable[..., None]
) -> Merge:
    """Put the text in the logbook's place, with what was logged while it was edited."""
    whole = Merge(text=new)

    def compose(found: bytes | None) -> bytes:
        nonlocal whole
        # Under the lock: what was logged while the editor was open would be gone.
        if found is not None and found != draft.shown:
            refuse_newer(found, str(path))
            whole = merged(new, found, draft.shown, ours_wins=True, with_comments=True)
            keep_aside(state, whole.disagreed, path.name)
            _keep_broken(state, whole, found, path)
        return whole.text

    try:
        write(compose, done=receipts_for_change(path, state))
    except NotStored as error:
        raise NotStored(error.message, f"Your text is kept in {draft.copy}") from error
    except NotConfirmed as unsure:
        unsure.stored = _new_in(whole.text, draft.shown)
        raise
    return whole


def _new_in(text: bytes, shown: bytes) -> tuple[str, ...]:
    before = {entry.id for entry in logbook_in(shown, file="").entries}
    return tuple(each.id for each in logbook_in(text, file="").entries if each.id not in before)


def _keep_broken(state: Path, whole: Merge, found: bytes, path: Path) -> None:
    """Keep what another program wrote meanwhile and nobody can read."""
    if whole.damage or whole.left:
        keep(state, f"{path.name}.damaged-{moment()}", found)
