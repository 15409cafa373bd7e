"""Sheets to work on: read from below a curriculum's folder, written where nothing stands yet."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.curriculum.links import Finding
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.ground.frozen import frozen
from pmcareer.errors import (
    BadSheet,
    NoSuchFile,
    NotReadable,
    NotStored,
    PmcareerError,
    SheetThere,
)
from pmcareer.storage.disk.files import DISK, NO_LINKS, Files, create_whole, reason_of
from pmcareer.storage.disk.given import read_at_most
from pmcareer.storage.disk.replacing import Hold, hold_nothing
from pmcareer.storage.paths import real_path, shipped_curriculum

MOST_BYTES = 200_000

Folders = Sequence[Path]
"""Where a curriculum's sheets may lie, the nearest first."""


def sheet_folders(curriculum: Curriculum, path: Path | None) -> Folders:
    """Name the folder of a curriculum's file; what extends the shipped one has its sheets too."""
    shipped = shipped_curriculum().parent
    if path is None:
        return (shipped,)
    return (path.parent, shipped) if curriculum.extends else (path.parent,)


def read_sheet(name: str, folders: Folders) -> str:
    """Read the text of a sheet that a curriculum names.

    Raises:
        BadSheet: it is no regular UTF-8 file of at most 200 kB below one of the folders.
    """
    if not _is_below(name):
        raise BadSheet(name, "it has to be named by a path from the curriculum's folder downwards")
    for folder in folders:
        if os.path.lexists(folder / name):
            return _text_of(name, folder)
    raise BadSheet(name, "there is no such file beside the curriculum")


def _is_below(name: str) -> bool:
    """Tell whether a path goes down and nowhere else, on any system."""
    parts = name.replace("\\", "/").split("/")
    return ":" not in name and all(part not in ("", ".", "..") for part in parts)


def _text_of(name: str, folder: Path) -> str:
    real = real_path(folder / name)
    if not real.is_relative_to(real_path(folder)):
        raise BadSheet(name, "a link leads out of the curriculum's folder")
    try:
        content = read_at_most(real, MOST_BYTES)
    except OSError as error:
        raise BadSheet(name, reason_of(error)) from error
    if len(content) > MOST_BYTES:
        raise BadSheet(name, f"it is larger than {MOST_BYTES:,} bytes")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadSheet(name, "it is no UTF-8 text") from None
    if not text.strip():
        raise BadSheet(name, "it is empty")
    return text


def sheet_if_sound(name: str, folders: Folders) -> str | None:
    """Read the text of a sheet for what can do without one: None where it can't be used."""
    try:
        return read_sheet(name, folders)
    except BadSheet:
        return None


@frozen
class KeptSheet:
    """A sheet that somebody may have worked in, or why it can't be read."""

    text: str | None = None
    why_not: str | None = None
    """None, too, where there is no sheet."""


def kept_sheet(path: Path) -> KeptSheet:
    """Read a sheet that somebody may have worked in, for what can do without it."""
    # Most have none, and a failure costs more than a look.
    if not os.path.lexists(path):
        return KeptSheet()
    try:
        return KeptSheet(text=read_filled(path))
    except NotReadable as error:
        return KeptSheet(why_not=error.reason)
    except PmcareerError:
        return KeptSheet()


def read_filled(path: Path) -> str:
    """Read a sheet that somebody filled in, or any text of theirs.

    Raises:
        NoSuchFile: it is not there.
        NotReadable: it is no regular UTF-8 file of at most 200 kB.
    """
    try:
        content = read_at_most(path, MOST_BYTES)
    except FileNotFoundError:
        raise NoSuchFile(path) from None
    except OSError as error:
        raise NotReadable(path, reason_of(error)) from error
    except ValueError:
        raise NotReadable(path, "no such path") from None
    if len(content) > MOST_BYTES:
        raise NotReadable(path, f"it is larger than {MOST_BYTES:,} bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotReadable(path, "it is no UTF-8 text") from None


def sheet_findings(curriculum: Curriculum, folders: Folders) -> Iterator[Finding]:
    """Find the exercises and steps whose sheet can't be read."""
    wrong: dict[str, BadSheet | None] = {}
    for table in ("exercises", "steps"):
        for index, item in enumerate(getattr(curriculum, table)):
            if item.sheet is None:
                continue
            if item.sheet not in wrong:
                wrong[item.sheet] = _what_is_wrong(item.sheet, folders)
            if found := wrong[item.sheet]:
                yield _finding(table, index, item, found)


def _finding(table: str, index: int, item: Exercise | Step, wrong: BadSheet) -> Finding:
    return Finding(
        table=table,
        index=index,
        item=item.id,
        key="sheet",
        message=f"sheet '{item.sheet}': {wrong.why}.",
        hint=wrong.mend,
    )


def _what_is_wrong(name: str, folders: Folders) -> BadSheet | None:
    try:
        read_sheet(name, folders)
    except BadSheet as wrong:
        return wrong
    return None


def write_sheet(
    path: Path,
    text: str,
    *,
    makes_folder: bool,
    files: Files = DISK,
    hold: Hold = hold_nothing,
) -> Path:
    """Write a sheet, whole or not at all, where nothing stands; return its real path.

    `hold` is called before it gets its name: from there on nothing may interrupt.

    Raises:
        SheetThere: something of that name is there, if only a link.
        NotStored: the system refused; nothing was written.
    """
    try:
        if makes_folder:
            _make_folder(files, path.parent)
        if os.path.lexists(path):
            raise SheetThere(path)
        _put(files, path, text.encode(), hold)
    except FileExistsError:
        raise SheetThere(path) from None
    except (OSError, ValueError) as error:
        raise _not_stored(path, error) from error
    try:
        files.sync_folder(path.parent)
    except OSError as error:
        # A name that a power cut may take back is not said to be there.
        with suppress(OSError):
            files.unlink(path)
        raise _not_stored(path, error) from error
    return real_path(path)


def _put(files: Files, path: Path, content: bytes, hold: Hold) -> None:
    # A name may have 255 bytes, and part of one has to do: the process makes it unique.
    part = path.with_name(f".{path.name[:200]}.{os.getpid()}.part")
    with suppress(FileNotFoundError):
        files.unlink(part)
    create_whole(files, part, content)
    try:
        hold()
        # A second name is refused where the first is taken; a rename would pass over it.
        files.link(part, path)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        files.replace(part, path)
    finally:
        with suppress(OSError):
            files.unlink(part)


def _make_folder(files: Files, folder: Path) -> None:
    try:
        files.make_folder(folder)
    except FileExistsError as error:
        raise NotADirectoryError(error.errno, "a file is in the folder's place") from error


def _not_stored(path: Path, error: Exception) -> NotStored:
    reason = reason_of(error) if isinstance(error, OSError) else "no such path"
    message = f"{path} can't be written: {reason}; nothing was written."
    return NotStored(message, "Check the folder and its permissions, or name a file: --output FILE")
