"""What `doctor --fix` does: torn tails, conflicts of git, copies of sync services.

Nothing that can be read is ever set aside, and nothing is put away before what it held is safe.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.errors import NoSuchFile, NotStored, PmcareerError
from pmcareer.storage.disk.files import DISK, reason_of
from pmcareer.storage.disk.lock import Say, say_nothing
from pmcareer.storage.disk.replacing import Hold, hold_nothing, replace_file
from pmcareer.storage.disk.snapshots import read_snapshots
from pmcareer.storage.logbook.blocks import Block, blocks_in
from pmcareer.storage.logbook.choosing import canonical
from pmcareer.storage.logbook.copies import has_all_of
from pmcareer.storage.logbook.joining import (
    Joined,
    Source,
    join,
    keep,
    moment,
    refuse_newer,
    write_joined,
)
from pmcareer.storage.logbook.keeping import receipts_for_change
from pmcareer.storage.logbook.layout import HEADER
from pmcareer.storage.logbook.merging import Merge, sides_joined
from pmcareer.storage.logbook.reading import Basis, logbook_in, read_bytes
from pmcareer.storage.logbook.receipts import ids_file, read_ids, read_small, receipts_in
from pmcareer.storage.logbook.rows import KEYS, MOST_BYTES, entry_of

HEADER_LINE = re.compile(rb"\s*\[\[\s*entries\s*\]\]")
OF_A_WRITER = re.compile(r"^\[\[entries\]\]  # [a-z0-9]{10}\s*$", re.MULTILINE)
"""A header as pmcareer writes it."""
MOST_LINES_BACK = 40
ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")
"""What an editor may save a text as, where it does not save it as UTF-8."""
Done = TypeVar("Done")
AWAY = "conflict-copies"
"""Folder in the state folder for copies that are merged."""


def tried(step: Callable[[], Done]) -> Done | PmcareerError:
    """Do one thing, and return why it was refused rather than give up the others."""
    try:
        return step()
    except PmcareerError as refused:
        return refused


@frozen
class JoinedSides:
    """A conflict of git that is settled, and where the file lies as it was."""

    merge: Merge
    kept: Path


def join_sides(
    logbook: Path, state: Path, *, say: Say = say_nothing, hold: Hold = hold_nothing
) -> JoinedSides | None:
    """Settle what git could not merge: the entries of both sides; None where nothing is to do.

    Raises:
        NewerFormat, NotStored: nothing was changed.
        NotConfirmed: it is settled, and the disk did not promise to keep it.
    """
    settled: JoinedSides | None = None

    def compose(old: bytes | None) -> bytes:
        nonlocal settled
        whole = old or b""
        merge = sides_joined(whole)
        if merge is None:
            return whole
        refuse_newer(merge.text, str(logbook))
        kept = keep(state, f"{logbook.name}.conflict-{moment()}", whole)
        settled = JoinedSides(merge=merge, kept=kept)
        return merge.text

    if logbook.exists():
        done = receipts_for_change(logbook, state)
        replace_file(logbook, state, compose, say=say, hold=hold, done=done)
    return settled


def cut_torn_tail(
    logbook: Path, state: Path, *, say: Say = say_nothing, hold: Hold = hold_nothing
) -> Path | None:
    """Move what can't be read at the end of the logbook to the state folder, and return its place.

    Nothing is moved, and None returned, when the logbook has no such end.

    Raises:
        NotStored: nothing was moved.
        NotConfirmed: it is moved, and the disk did not promise to keep the rest.
    """
    kept: Path | None = None

    def compose(old: bytes | None) -> bytes:
        nonlocal kept
        whole = old or b""
        head = _head_of(whole)
        if head != whole:
            # Before the cut: should it fail, the tail is there twice and not gone.
            kept = keep(state, f"{logbook.name}.damaged-{moment()}", whole[len(head) :])
        return head

    if logbook.exists():
        done = receipts_for_change(logbook, state)
        replace_file(logbook, state, compose, say=say, hold=hold, done=done)
    return kept


def _head_of(raw: bytes) -> bytes:
    """Return the bytes before the damage when nothing readable comes after it, else all of them."""
    damaged = [problem.line for problem in logbook_in(raw, file="").problems if problem.line]
    if not damaged or sides_joined(raw):
        return raw
    readable = _readable(raw)
    lines = raw.split(b"\n")
    for cut in _cuts(lines, damaged[0]):
        head = b"".join(line + b"\n" for line in lines[: cut - 1])
        if not logbook_in(head, file="").problems and _readable(head) == readable:
            is_whole = _says_more_otherwise(raw, len(readable))
            return raw if is_whole or _says_more_otherwise(raw[len(head) :], 0) else head
    return raw


def _says_more_otherwise(raw: bytes, readable: int) -> bool:
    """Tell whether more can be read in another encoding or with other line ends: that mends it."""
    # An editor saved it as UTF-16, or with carriage returns: to the parser all of it is damage.
    return any(len(_readable(again)) > readable for again in _saved_otherwise(raw))


def _saved_otherwise(raw: bytes) -> Iterator[bytes]:
    """Go through what the same bytes may have meant to be."""
    yield raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    for encoding in ENCODINGS:
        with suppress(UnicodeDecodeError):
            yield raw.decode(encoding).replace("\r\n", "\n").encode()


def _readable(raw: bytes) -> list[str]:
    """List all that can be read, entries of kinds that nobody knows and other tables, too."""
    blocks = blocks_in(raw)
    found = [canonical(written.row) for written in blocks.every]
    for block in (blocks.top, *blocks.tables):
        # Of a table that is torn only the beginning is there.
        found += [canonical(row) for row in block.rows if _lacks_an_id(row, block)]
        if not block.damage:
            found += [canonical({key: block.found[key]}) for key in block.found.keys() - KEYS]
    return found


def _lacks_an_id(row: object, block: Block) -> bool:
    """Tell whether somebody wrote an entry and no id; in what was torn off the header has it."""
    if block.damage or not isinstance(row, dict) or "id" in row or OF_A_WRITER.search(block.text):
        return False
    return entry_of({**row, "id": "x"}) is not None


def _cuts(lines: list[bytes], damaged: int) -> Iterator[int]:
    """Offer the damaged line, those above it, and the header of the record it is in."""
    header = damaged
    while header > 1 and not HEADER_LINE.match(lines[header - 1]):
        header -= 1
    # The line that is named is where the parser gave up. A text that was never closed began above.
    yield from range(damaged, max(header, damaged - MOST_LINES_BACK), -1)
    yield header


@frozen
class MergedCopy:
    """What came of a copy: what was joined, and whether it is put away."""

    joined: Joined
    kept: Path | None
    """Its new place; None where it stays, as not all of it can be read."""

    @property
    def damage(self) -> Problem | None:
        """The first thing of it that can't be read."""
        if self.joined.is_whole:
            return None
        return self.joined.left[0]


def merge_copy(
    copy: Path,
    logbook: Path,
    state: Path,
    *,
    say: Say = say_nothing,
    hold: Hold = hold_nothing,
) -> MergedCopy:
    """Add what only the copy has, and put it away in the state folder; nothing is deleted.

    A copy that is damaged stays where it is, and what can be read of it is added all the same.

    Raises:
        NoSuchFile, NotReadable: there is nothing to merge.
        DataFileBroken, NewerFormat, NotStored, Stale: the copy stays where it is.
        NotConfirmed: the same, and the disk did not promise to keep what was added.
    """
    raw = _read(copy)
    refuse_newer(raw, str(copy))
    basis = Basis(raw=read_bytes(logbook))
    base = _base_of(raw, basis.raw or b"", logbook, state)
    joined = join(basis.raw, [Source(file=copy.name, raw=raw)], base)
    if joined.text != (basis.raw or b""):
        write_joined(logbook, state, joined, basis, say=say, hold=hold)
    if not joined.is_whole:
        return MergedCopy(joined=joined, kept=None)
    return MergedCopy(joined=joined, kept=_moved(copy, raw, state))


def _base_of(copy: bytes, ours: bytes, logbook: Path, state: Path) -> bytes:
    """Write the entries of the newest snapshot that a copy has all of; nothing without any.

    So what was corrected or taken out here since then stays so. What is missing here and nobody
    has let go is no part of it: that comes back.
    """
    there = blocks_in(ours).written.keys()
    known = there | receipts_in(read_ids(ids_file(logbook, state))).let_go.keys()
    for snapshot in read_snapshots(logbook, state):
        raw = read_small(snapshot.path, MOST_BYTES, DISK)
        if raw and has_all_of(copy, raw):
            rows = blocks_in(raw).written
            # As they are written there: comments and blanks are compared, too.
            tables = [rows[name].text.rstrip() + "\n" for name in rows if name in known]
            return "\n".join([HEADER, *tables]).encode("utf-8", "surrogateescape")
    return b""


def put_away(copy: Path, state: Path) -> Path:
    """Put a copy away that has nothing which the logbook lacks.

    Raises:
        NoSuchFile, NotReadable, NotStored: it stays where it is.
    """
    return _moved(copy, _read(copy), state)


def _read(copy: Path) -> bytes:
    raw = read_bytes(copy)
    if raw is None:
        raise NoSuchFile(copy)
    return raw


def _moved(copy: Path, raw: bytes, state: Path) -> Path:
    """Move a file, also to another disk, such that a power cut finds it in one place at least."""
    try:
        kept = keep(state / AWAY, f"{moment()} {copy.name}", raw)
        # A sync service may have written to it since it was read.
        if DISK.read(copy) != raw:
            message = f"{copy} has changed meanwhile; what it held is merged, and it stays."
            raise NotStored(message, "Once more: pmcareer doctor --fix")
        DISK.unlink(copy)
        DISK.sync_folder(copy.parent)
    except OSError as error:
        message = f"{copy} is merged, but can't be put away: {reason_of(error)}."
        raise NotStored(message, "Move it away yourself.") from error
    return kept
