"""What git runs to merge a logbook: `pmcareer merge --git-driver %O %A %B`.

Git gives three files, and takes what is in the second as what came of it. Where that can't be all
of both, the second holds both sides between git's own lines, as if there were no driver.
"""

import os
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from pmcareer.domain.ground.frozen import frozen
from pmcareer.errors import PmcareerError
from pmcareer.storage.attempting import attempted
from pmcareer.storage.disk.files import DISK
from pmcareer.storage.disk.replacing import replace_file
from pmcareer.storage.git import ask, put_whole
from pmcareer.storage.logbook.blocks import Blocks, blocks_in, blocks_of, text_in
from pmcareer.storage.logbook.choosing import ended
from pmcareer.storage.logbook.conflicts import sides_of
from pmcareer.storage.logbook.joining import newer_format
from pmcareer.storage.logbook.keeping import let_go
from pmcareer.storage.logbook.merging import Disagreement, Merge, joined, merged
from pmcareer.storage.logbook.receipts import ids_file, read_ids, receipts_in
from pmcareer.storage.outline import comments_of
from pmcareer.storage.paths import real_path

NO_ANSWER = 128
OURS, MIDDLE, THEIRS = "<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n"


@frozen
class GitMerge:
    """What is written for git, and a sentence for each thing that people have to settle."""

    text: bytes
    open: tuple[str, ...] = ()
    base: bytes = b""

    @property
    def has_marks(self) -> bool:
        """Tell whether both texts stand between git's lines."""
        return sides_of(text_in(self.text)) is not None

    @property
    def can_be_joined(self) -> bool:
        """Tell whether all of it can be read once the sides are joined."""
        whole = attempted(partial(joined, self.text), lambda _: b"")
        found = blocks_in(whole)
        return not any(found.damaged) and bool(whole) and not newer_format(found)


@frozen
class _Three:
    """The files that git gives."""

    base: Path
    ours: Path
    theirs: Path

    def read(self) -> tuple[bytes, bytes, bytes]:
        """Read what each holds."""
        return _read(self.base), _read(self.ours), _read(self.theirs)

    def by_lines(self, *options: str) -> bytes | None:
        """Let git merge line by line; None where it can't."""
        paths = (self.ours, self.base if self.base.exists() else Path(os.devnull), self.theirs)
        labels = ("-L", "ours", "-L", "base", "-L", "theirs")
        merged_lines = ask(Path(), "merge-file", "-p", *labels, *options, *map(str, paths))
        # Its code is the number of conflicts, which are in the text.
        return merged_lines.raw if merged_lines.code < NO_ANSWER else None


def _read(path: Path) -> bytes:
    return DISK.read(path) or b""


def merge_for_git(base: Path, ours: Path, theirs: Path) -> GitMerge:
    """Merge what git gives into the file of ours; a file that is missing is an empty one.

    Raises:
        OSError: nothing was written.
    """
    three = _Three(base=base, ours=ours, theirs=theirs)
    # Whatever goes wrong: with ours alone in the file, a commit would take theirs away.
    whole = attempted(partial(_merged, three), partial(_side_by_side, three))
    put_whole(ours, whole.text)
    return replace(whole, base=_read(base))


def accept_removed(merge: GitMerge, logbook: Path, state: Path) -> None:
    """Let go of the entries that a side took out, where the logbook lies in git's folder.

    A receipt is a courtesy: where none can be given, readers warn.
    """
    before, there = (blocks_in(raw).written for raw in (merge.base, merge.text))
    gone = before.keys() - there.keys()
    if merge.open or not gone or not real_path(logbook).is_relative_to(real_path(Path.cwd())):
        return

    def compose(old: bytes | None) -> bytes:
        # Under the lock, as receipts are given under it; git itself writes the logbook.
        stored = receipts_in(read_ids(ids_file(logbook, state))).stored
        days = {name: day for name, day in stored.items() if name in gone}
        if days:
            let_go(logbook, state, days)
        return old or b""

    with suppress(OSError, PmcareerError):
        if logbook.exists():
            replace_file(logbook, state, compose)


def _merged(three: _Three) -> GitMerge:
    base, ours, theirs = three.read()
    before = blocks_in(joined(base))
    for name, side in (("ours", ours), ("theirs", theirs)):
        if reason := _why_not(blocks_in(joined(side)), before):
            return _side_by_side(three, f"{name}: {reason}")
    merge = merged(ours, theirs, base, with_comments=True)
    needed = _comments_of_both(base, ours, theirs)
    said = tuple(_sentence(each) for each in merge.disagreed)
    left = tuple(problem.said for problem in merge.left)
    text = _with_both(merge) if said else merge.text
    if lost := needed - _comments(text):
        return _side_by_side(three, f"comments that have no place: {' '.join(sorted(lost))}")
    return GitMerge(text=text, open=said or left)


def _comments_of_both(base: bytes, ours: bytes, theirs: bytes) -> set[str]:
    """Collect the comments that neither side has taken out."""
    before, one, other = map(_comments, (base, ours, theirs))
    return (one | other) - (before - one) - (before - other)


def _comments(raw: bytes) -> set[str]:
    return {*comments_of(text_in(raw))}


def _why_not(side: Blocks, before: Blocks) -> str:
    """Say why a side can't be merged by its entries."""
    if before.written and not side.written:
        return "it has lost all of its entries."
    if number := newer_format(side):
        return f"a newer pmcareer wrote it (format {number}). Update pmcareer."
    for block in side.damaged:
        if block.damage:
            return f"line {block.damage.line}: {block.damage.message} {block.damage.hint}"
    return ""


def _sentence(disagreed: Disagreement) -> str:
    if not disagreed.other:
        return f"entries {disagreed.id}: one side changed it, the other removed it."
    return f"entries {disagreed.id}: both sides changed it."


def _with_both(merge: Merge) -> bytes:
    """Set both texts of what is told in two ways between git's lines."""
    text = text_in(merge.text)
    end = "\r\n" if "\r\n" in text else "\n"
    for each in merge.disagreed:
        block = blocks_of(text).written[each.id].block
        # As each side has it, with its own comments.
        kept = _lines(each.kept if block.has_one else block.text)
        other = _lines(each.other)
        ours, theirs = (kept, other) if each.is_ours else (other, kept)
        both = f"{OURS}{ours}{MIDDLE}{theirs}{THEIRS}".replace("\n", end)
        text = text.replace(block.text, both)
    return text.encode("utf-8", "surrogateescape")


def _lines(text: str) -> str:
    """Write a record up to its last line that says something."""
    return ended(text.replace("\r\n", "\n").rstrip())


def _side_by_side(three: _Three, reason: str) -> GitMerge:
    """Write both sides as git does, with lines of its own where they differ."""
    raw = three.by_lines()
    if raw is None:
        _, ours, theirs = three.read()
        raw = OURS.encode() + _ended(ours) + MIDDLE.encode() + _ended(theirs) + THEIRS.encode()
    return GitMerge(text=raw, open=(reason,))


def _ended(raw: bytes) -> bytes:
    return raw if not raw or raw.endswith(b"\n") else raw + b"\n"
