"""Which entries were stored: a line each in the state folder, that every reader compares with.

`k7f3q2m9xd 2026-11-21 8a3f12cd`: the id, the day that the entry is about, and a checksum of the
two. With `!` before the id it is the other way round: the entry is gone, and may be. Of lines with
the same id the last one counts. A line that was torn off or damaged has a wrong checksum, and says
nothing; so a file that is no such file raises no alarm.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from pmcareer.domain.ground.frozen import frozen
from pmcareer.storage.disk.files import DISK, Files
from pmcareer.storage.paths import real_path, receipts_of

LET_GO = "!"
"""Before an id: the entry is gone, and its owner said that it may be. No id begins with it."""
MOST_BYTES = 16_000_000
IDS = "ids"

Days = dict[str, str]
"""Ids to the days that their entries are about, as 2026-11-21."""


@frozen
class Receipts:
    """What the lines of a file come to."""

    stored: Days
    """Entries that are to be there."""
    let_go: Days
    """Entries that were there, and need not be."""
    is_sound: bool
    """Whether each line is whole, so that one can be added at the end."""


def ids_file(logbook: Path, state: Path) -> Path:
    """Name the file with a line for each entry that was stored in a logbook."""
    return receipts_of(state, real_path(logbook)) / IDS


def read_ids(path: Path, files: Files = DISK) -> bytes:
    """Read the lines; nothing where there are none, or where the system does not let us.

    To be read before the logbook: an entry has its receipt once it is in the file, so that what
    is stored while one reads seems lost the other way round.
    """
    return read_small(path, MOST_BYTES, files)


def read_small(path: Path, most_bytes: int, files: Files) -> bytes:
    """Read a file; nothing where there is none, or what may hold no lines: a pipe, or too much.

    Where the system does not let us there is nothing either.
    """
    try:
        status = files.status(path)
        if status is None or status.st_size > most_bytes:
            return b""
        return files.read(path) or b""
    except OSError:
        return b""


def missing_in(raw: bytes, there: AbstractSet[str]) -> Days:
    """Compare with the ids that count, and return those that were stored and do not."""
    text = raw.decode("ascii", "replace")
    # Of thousands of lines, and as a rule nothing is missing: every third word is an id. Where a
    # line is damaged other words stand there, which are no ids that count, and all is looked at.
    suspects = set(text.split()[::3]) - there
    if all(name.startswith(LET_GO) for name in suspects):
        return {}
    stored = _settled(iter(text.split("\n"))).stored
    return {name: day for name, day in stored.items() if name not in there}


def receipts_in(raw: bytes) -> Receipts:
    """Read every line."""
    return _settled(iter(raw.decode("ascii", "replace").split("\n")))


def _settled(lines: Iterator[str]) -> Receipts:
    stored: Days = {}
    let_go: Days = {}
    is_sound = True
    last = ""
    for last in lines:
        name, _, rest = last.removeprefix(LET_GO).partition(" ")
        day = rest.partition(" ")[0]
        is_let_go = last.startswith(LET_GO)
        if last != line_of(name, day, is_let_go=is_let_go):
            is_sound = is_sound and not last
            continue
        to, other = (let_go, stored) if is_let_go else (stored, let_go)
        to[name] = day
        other.pop(name, None)
    # Without a line end the last line is torn, or the next one would be written into it.
    return Receipts(stored=stored, let_go=let_go, is_sound=is_sound and not last)


def line_of(name: str, day: str, *, is_let_go: bool = False) -> str:
    """Write a line, without its end."""
    from zlib import crc32  # noqa: PLC0415 -- only where something is missing or written

    said = f"{LET_GO if is_let_go else ''}{name} {day}"
    return f"{said} {crc32(said.encode('utf-8', 'replace')):08x}"
