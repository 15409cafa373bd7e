"""Copies of the logbook that a sync service or a crash left beside it, known by what they hold.

iCloud writes "logbook 2.toml", OneDrive "logbook-MACHINE.toml", Drive "logbook (1).toml", Syncthing
"logbook.sync-conflict-….toml"; Dropbox and Nextcloud say "conflicted copy". A backup whose entries
are all in the logbook, as they are there, is nobody's business.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pmcareer.errors import NotStored
from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.disk.files import DISK, is_regular
from pmcareer.storage.logbook.beside import OF_A_SERVICE, candidates_beside, is_named_like
from pmcareer.storage.logbook.blocks import HEADER, blocks_in, text_in
from pmcareer.storage.logbook.choosing import canonical
from pmcareer.storage.logbook.merging import joined
from pmcareer.storage.logbook.rows import MOST_BYTES, rows_of
from pmcareer.storage.toml import Row, parse_text

HEAD_BYTES = 4096
MOST_COMPARED = 200
"""Records; of a copy that differs in more there is no doubt."""


def conflict_copies(logbook: Path) -> tuple[Path, ...]:
    """Find the files beside the logbook that hold entries which it lacks, or has otherwise."""
    # By names first, since every command that reads stops here for a moment.
    candidates = tuple(candidates_beside(logbook))
    if not candidates:
        return ()
    ours = read_copy(logbook)
    return tuple(path for path in candidates if _is_copy(path, logbook, ours))


def spent_copies(logbook: Path) -> tuple[Path, ...]:
    """Find the copies of a sync service that hold nothing which the logbook lacks."""
    open_ones = {*conflict_copies(logbook), *broken_copies(logbook)}
    theirs = (path for path in candidates_beside(logbook) if _is_of_a_service(path, logbook))
    return tuple(path for path in theirs if path not in open_ones)


def _is_of_a_service(path: Path, logbook: Path) -> bool:
    # By its name: a backup of the user's own stays where they put it.
    is_named_so = OF_A_SERVICE.search(path.name) and is_named_like(path, logbook)
    return bool(is_named_so and read_copy(path))


def broken_copies(logbook: Path) -> tuple[Path, ...]:
    """Find the copies of the logbook's name that can't be read as a whole."""
    broken = []
    for path in candidates_beside(logbook):
        # What a writer had not finished is nobody's copy, and the next one sweeps it.
        is_named_so = is_named_like(path, logbook) and not path.name.startswith(".")
        if is_named_so and any(blocks_in(_settled(read_copy(path))).damaged):
            broken.append(path)
    return tuple(broken)


def _is_copy(path: Path, logbook: Path, ours: bytes) -> bool:
    theirs = read_copy(path)
    return bool(theirs) and has_news(theirs, ours, is_named_so=is_named_like(path, logbook))


def read_copy(path: Path) -> bytes:
    """Read a file that begins as a logbook does; nothing where it does not, or can't be read."""
    try:
        status = DISK.status(path)
        if status is None or not is_regular(status) or status.st_size > MOST_BYTES:
            return b""
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
            if not HEADER.search(text_in(head)):
                return b""
            return head + file.read()
    except OSError:
        return b""


def has_news(theirs: bytes, ours: bytes, *, is_named_so: bool) -> bool:
    """Tell whether a copy has an entry that ours lacks, or one that says something else there.

    A file of another name that shares no entry with ours is no copy, but an archive, or somebody's.
    """
    # A file that only grows begins with each of its older states.
    if ours.startswith(theirs.rstrip()):
        return False
    theirs_parts, ours_parts = _records(theirs), _records(ours)
    if not is_named_so and ours_parts and theirs_parts.isdisjoint(ours_parts):
        return False
    differing = theirs_parts - ours_parts
    if len(differing) > MOST_COMPARED:
        return True
    return any(_is_news(row, ours_parts - theirs_parts) for row in _rows(differing))


def has_all_of(copy: bytes, state: bytes) -> bool:
    """Tell whether a copy still has every record of an earlier state, as it was."""
    return _records(state) <= _records(copy)


def _records(raw: bytes) -> set[str]:
    """Cut a text before each record, roughly and quickly; blanks at the ends do not count."""
    text = text_in(_settled(raw)).replace("\r\n", "\n")
    return {part.strip() for part in HEADER.split(text)[1:]}


def _settled(raw: bytes) -> bytes:
    # Whoever only reads is stopped by nothing that a copy holds.
    try:
        return joined(raw)
    except NotStored:
        return raw


def _rows(parts: Iterable[str]) -> Iterator[Row]:
    for part in parts:
        try:
            found = parse_text(f"[[entries]]{_spaced(part)}")
        except BadToml:
            continue
        for row in rows_of(found):
            if isinstance(row.get("id"), str):
                yield row


def _spaced(part: str) -> str:
    # What stood behind the header is a comment, or nothing.
    return f" {part}" if part.startswith("#") else f"\n{part}"


def _is_news(row: Row, ours: Iterable[str]) -> bool:
    own = (part for part in ours if row["id"] in part)
    said = canonical(row)
    return all(canonical(each) != said for each in _rows(own))
