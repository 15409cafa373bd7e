"""Files of lines, for what may get lost without harm: added to, or put in place whole."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from pmcareer.storage.disk.files import Files, create_whole, write_all
from pmcareer.storage.disk.system import PRIVATE_FILE


def add_lines(path: Path, lines: Iterable[str], files: Files) -> None:
    """Add lines at the end of a file, on the medium when this returns.

    What a crash leaves is a line that is torn; whoever reads has to see that by itself.

    Raises:
        OSError: the disk refuses.
    """
    added = _joined(lines)
    if not added:
        return
    descriptor = files.open_end(path, PRIVATE_FILE)
    try:
        write_all(files, descriptor, added)
        files.fsync(descriptor)
    finally:
        files.close(descriptor)


def put_lines(path: Path, lines: Iterable[str], files: Files) -> None:
    """Put a file with these lines in the place of one that may be there.

    Raises:
        OSError: the disk refuses.
    """
    # Always the same name, so that what a crash leaves is gone with the next time.
    part = path.with_suffix(".part")
    with suppress(FileNotFoundError):
        files.unlink(part)
    create_whole(files, part, _joined(lines))
    files.replace(part, path)


def _joined(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
