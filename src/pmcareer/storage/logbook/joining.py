"""Join other logbooks with the one on the disk, and keep what is not chosen aside."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import tomli_w

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.logbook.logbook import FORMAT
from pmcareer.errors import DataFileBroken, NewerFormat, NotConfirmed, Stale
from pmcareer.storage.disk.files import DISK, create_whole
from pmcareer.storage.disk.lock import Say, say_nothing
from pmcareer.storage.disk.replacing import Hold, hold_nothing, replace_file
from pmcareer.storage.logbook.blocks import Blocks, blocks_in
from pmcareer.storage.logbook.conflicted import conflict_in, mend_of
from pmcareer.storage.logbook.keeping import receipts_for_change
from pmcareer.storage.logbook.layout import HEADER
from pmcareer.storage.logbook.merging import Disagreement, Merge, merged
from pmcareer.storage.logbook.reading import Basis, logbook_in
from pmcareer.storage.logbook.rows import refuse_huge
from pmcareer.storage.toml import Row

MEND = "Mend it first; nothing was merged."
ASIDE = "not-chosen"
"""Folder in the state folder for what both sides had changed, and did not come to count."""


@frozen
class Source:
    """Another logbook: its name in problems, and its bytes."""

    file: str
    raw: bytes

    def checked(self) -> "Source":
        """Return it when all of it can be taken over.

        Raises:
            DataFileBroken, NewerFormat: it can't.
        """
        # Both sides of a conflict of git are readable, so that is no obstacle.
        conflict = conflict_in(self.raw, file=self.file)
        whole = conflict.joined if conflict else self.raw
        refuse_newer(self.raw, self.file)
        refuse_problems(logbook_in(whole, file=self.file).problems, self.file, MEND)
        return self


@frozen
class Joined:
    """What came of joining several logbooks with one."""

    text: bytes
    added: tuple[Row, ...] = ()
    changed: tuple[str, ...] = ()
    disagreed: tuple[Disagreement, ...] = ()
    left: tuple[Problem, ...] = ()
    """What did not come along: damage, tables of the same name."""
    comments: tuple[Problem, ...] = ()
    """Comments that did not come along."""
    is_whole: bool = True
    """False where something of a source could not be read."""

    @property
    def written(self) -> tuple[str, ...]:
        """Ids of the entries that are written with it."""
        return (*(row["id"] for row in self.added), *self.changed)


def join(old: bytes | None, sources: Iterable[Source], base: bytes = b"") -> Joined:
    """Bring what each source has into what the logbook holds; all of them come from the `base`.

    Raises:
        NotStored: a row has no form in which it would read back the same.
    """
    whole = Joined(text=old or b"")
    for source in sources:
        merge = merged(whole.text, source.raw, base, file=source.file)
        whole = _with(whole, merge, source.file)
    # A header alone is no news: where nothing came along no file is made.
    if old is None and not (whole.added or blocks_in(whole.text).tables):
        return replace(whole, text=b"")
    return whole


def _with(whole: Joined, merge: Merge, file: str) -> Joined:
    return Joined(
        text=merge.text,
        added=(*whole.added, *merge.added),
        changed=(*whole.changed, *merge.changed),
        disagreed=(*whole.disagreed, *merge.disagreed),
        left=(*whole.left, *merge.damage, *merge.left),
        comments=(*whole.comments, *_unmoved(merge, file)),
        is_whole=whole.is_whole and not merge.damage,
    )


def _unmoved(merge: Merge, file: str) -> Iterator[Problem]:
    for line, comment in merge.comments:
        yield Problem(file=file, line=line, message=comment)


def write_joined(
    path: Path,
    state: Path,
    joined: Joined,
    basis: Basis,
    *,
    say: Say = say_nothing,
    hold: Hold = hold_nothing,
) -> tuple[str, ...]:
    """Write what was joined, and return the ids of the entries that it brought or changed.

    Raises:
        DataFileBroken, NewerFormat: the logbook must be mended, or pmcareer updated, first.
        Stale: the logbook is no longer what it was joined with.
        NotStored, NotConfirmed: as `replace_file` says.
    """

    def compose(old: bytes | None) -> bytes:
        if old != basis.raw:
            raise Stale(path)
        refuse_unsound(path, old or b"")
        refuse_huge(path, len(joined.text))
        # Before anything of ours is changed: should that fail, it is there twice and not gone.
        keep_aside(state, joined.disagreed, path.name)
        return joined.text

    try:
        done = receipts_for_change(path, state)
        write = partial(replace_file, say=say, hold=hold, done=done)
        write(path, state, compose, is_alone=basis.is_locked)
    except NotConfirmed as unsure:
        unsure.stored = joined.written
        raise
    return joined.written


def refuse_unsound(path: Path, raw: bytes) -> None:
    """Refuse to write to what can't be read as it should.

    Raises:
        DataFileBroken, NewerFormat: it must be mended, or pmcareer updated, first.
    """
    refuse_newer(raw, str(path))
    problems = logbook_in(raw, file=str(path)).problems
    refuse_problems(problems, path, f"{mend_of(problems)}. Nothing was changed.")


def refuse_problems(problems: Sequence[Problem], file: object, then: str) -> None:
    """Refuse what has problems.

    Raises:
        DataFileBroken: there are some.
    """
    if problems:
        raise DataFileBroken(file, problems, then)


def refuse_newer(raw: bytes, file: str) -> None:
    """Refuse what a newer pmcareer wrote.

    Raises:
        NewerFormat: it did.
    """
    if number := newer_format(blocks_in(raw)):
        raise NewerFormat(file, number)


def newer_format(found: Blocks) -> int | None:
    """Return the format of what a newer pmcareer wrote, else None."""
    number = found.top.found.get("format")
    if type(number) is int and number > FORMAT:
        return number
    return None


def keep_aside(state: Path, disagreed: Sequence[Disagreement], name: str) -> None:
    """Keep the texts that were not chosen, as a logbook of their own."""
    tables = [f"\n{each.other.rstrip()}\n" for each in disagreed if each.other]
    if tables:
        keep(state / ASIDE, f"{moment()} {name}", "".join([HEADER, *tables]).encode())


def keep(folder: Path, name: str, content: bytes) -> Path:
    """Keep bytes in a new file, durably; the same bytes under the same name are kept already."""
    DISK.make_folder(folder)
    number, kept = 1, folder / name
    while (there := DISK.read(kept)) is not None and there != content:
        number += 1
        kept = folder / f"{Path(name).stem} {number}{Path(name).suffix}"
    if there is None:
        create_whole(DISK, kept, content)
        for each in (folder, folder.parent):
            DISK.sync_folder(each)
    return kept


def moment() -> str:
    """Name this second, as file names have it."""
    return datetime.fromtimestamp(DISK.now(), tz=UTC).strftime("%Y%m%dT%H%M%SZ")


def entries_in(rows: Iterable[Row]) -> tuple[Entry, ...]:
    """Read rows as a logbook of them would be read: past kinds and keys that nobody knows."""
    raw = tomli_w.dumps({"format": FORMAT, "entries": list(rows)})
    return logbook_in(raw.encode(), file="").entries
