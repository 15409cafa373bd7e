"""`pmcareer merge`: the entries of other logbooks that this one lacks."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from pmcareer.commands.entry import telling_of
from pmcareer.commands.home import Home
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.plan.told import Told
from pmcareer.errors import NoSuchFile, WrongValue
from pmcareer.settings import Settings
from pmcareer.storage.curriculum.reading import sound_curriculum
from pmcareer.storage.logbook.blocks import blocks_in
from pmcareer.storage.logbook.joining import (
    ASIDE,
    Joined,
    Source,
    entries_in,
    join,
    refuse_unsound,
    write_joined,
)
from pmcareer.storage.logbook.merging import joined as settled
from pmcareer.storage.logbook.missing import lost_entries, read_receipts
from pmcareer.storage.logbook.reading import Basis, logbook_in, logbook_on, read_bytes
from pmcareer.storage.toml import Row
from pmcareer.views.merge import Merged

STDIN = "-"


def run(
    settings: Settings,
    files: Sequence[str],
    *,
    read_stdin: Callable[[], bytes],
    dry_run: bool = False,
) -> Merged:
    """Bring in from every file the entries that are lacking; one that can't be read stops all."""
    sources = tuple(_source(file, read_stdin).checked() for file in files)
    receipts = read_receipts(settings.logbook, settings.state)
    basis = Basis(raw=read_bytes(settings.logbook))
    # A broken logbook is refused where nothing is lacking, too; to look at it is free.
    if not dry_run:
        refuse_unsound(settings.logbook, basis.raw or b"")
    joined = join(basis.raw, sources)
    logbook = logbook_on(basis, settings.logbook)
    told = _told(settings, logbook, basis, joined.added)
    if not dry_run and joined.text != (basis.raw or b""):
        write = partial(write_joined, settings.logbook, settings.state, joined, basis)
        settings.write(partial(write, say=settings.say, hold=settings.hold))

    return Merged(
        logbook=str(settings.logbook),
        files=tuple(files),
        read=_count(sources),
        added=joined.added,
        disagreed=joined.disagreed,
        not_chosen=str(settings.state / ASIDE),
        left=(*joined.left, *joined.comments),
        is_stored=not dry_run,
        today=settings.today,
        told=told,
        problems=_lost(settings, logbook, joined, receipts),
    )


def _lost(
    settings: Settings, logbook: Logbook, joined: Joined, receipts: bytes
) -> tuple[Problem, ...]:
    """Warn of what is gone, unless the merge brings it back."""
    lost = lost_entries(settings.logbook, settings.state, logbook, receipts)
    if not lost or not joined.written:
        return lost
    after = logbook_in(joined.text, file="")
    return lost_entries(settings.logbook, settings.state, after, receipts)


def _source(file: str, read_stdin: Callable[[], bytes]) -> Source:
    if file == STDIN:
        return Source(file="standard input", raw=read_stdin())
    if not file.strip():
        raise WrongValue("FILE", file, "a logbook's file")
    raw = read_bytes(Path(file))
    if raw is None:
        raise NoSuchFile(file)
    return Source(file=file, raw=raw)


def _count(sources: Iterable[Source]) -> int:
    ids = (blocks_in(settled(source.raw)).written for source in sources)
    return len(set().union(*ids))


def _told(
    settings: Settings, logbook: Logbook, basis: Basis, added: tuple[Row, ...]
) -> Told | None:
    """Tell how far the dates move; nothing under a broken curriculum, for then there are none."""
    # To read a curriculum and to plan takes a while: not for nothing.
    curriculum = sound_curriculum(settings.curriculum) if added else None
    if curriculum is None:
        return None
    home = Home(read=curriculum, logbook=logbook, settings=settings, basis=basis)
    return telling_of(home, *entries_in(added)).told
