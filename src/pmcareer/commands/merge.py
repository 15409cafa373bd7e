"""`pmcareer merge`: the entries of other logbooks that this one lacks."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from pmcareer.commands.entry import telling_of
from pmcareer.commands.home import Home
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.plan.told import Told
from pmcareer.settings import Settings
from pmcareer.storage.curriculum.reading import sound_curriculum
from pmcareer.storage.logbook.appending import append_rows
from pmcareer.storage.logbook.merging import entries_in, read_rows, rows_in
from pmcareer.storage.logbook.reading import Basis, logbook_on, read_bytes
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
    rows = _rows(files, read_stdin)
    basis = Basis(raw=read_bytes(settings.logbook))
    logbook = logbook_on(basis, settings.logbook)
    lacking = _lacking(logbook, rows)
    told = _told(settings, logbook, basis, lacking)
    # Where nothing is lacking nothing is written; a broken logbook is refused all the same.
    if not dry_run and (lacking or logbook.problems):
        settings.write(partial(_add, settings, basis, tuple(rows.values())))

    return Merged(
        logbook=str(settings.logbook),
        files=tuple(files),
        read=len(rows),
        added=lacking,
        is_stored=not dry_run,
        today=settings.today,
        told=told,
    )


def _add(settings: Settings, basis: Basis, rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Add the rows that are lacking, where the logbook is still what they were compared with."""
    add = partial(append_rows, settings.logbook, settings.state, rows, basis=basis)
    return tuple(row["id"] for row in add(say=settings.say, hold=settings.hold))


def _told(
    settings: Settings, logbook: Logbook, basis: Basis, lacking: tuple[Row, ...]
) -> Told | None:
    """Tell how far the dates move; nothing under a broken curriculum, for then there are none."""
    # To read a curriculum and to plan takes a while: not for nothing.
    curriculum = sound_curriculum(settings.curriculum) if lacking else None
    if curriculum is None:
        return None
    home = Home(curriculum=curriculum, logbook=logbook, settings=settings, basis=basis)
    return telling_of(home, *entries_in(lacking)).told


def _rows(files: Sequence[str], read_stdin: Callable[[], bytes]) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    # Of the same id in two files the row of the first is taken.
    for file in reversed(files):
        rows |= {row["id"]: row for row in _rows_in(file, read_stdin)}
    return rows


def _rows_in(file: str, read_stdin: Callable[[], bytes]) -> tuple[Row, ...]:
    if file == STDIN:
        return rows_in(read_stdin(), file="standard input")
    return read_rows(Path(file))


def _lacking(logbook: Logbook, rows: dict[str, Row]) -> tuple[Row, ...]:
    known = {entry.id for entry in logbook.entries}
    return tuple(row for name, row in rows.items() if name not in known)
