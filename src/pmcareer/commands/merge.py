"""`pmcareer merge`: the entries of other logbooks that this one lacks."""

from collections.abc import Callable, Sequence
from pathlib import Path

from pmcareer.commands.entry import telling_of
from pmcareer.commands.home import Home
from pmcareer.domain.plan.told import Told
from pmcareer.settings import Settings
from pmcareer.storage.curriculum.reading import sound_curriculum
from pmcareer.storage.logbook.appending import append_rows
from pmcareer.storage.logbook.merging import entries_in, read_rows, rows_in
from pmcareer.storage.logbook.reading import read_logbook
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
    told = _told(settings, rows)
    if dry_run:
        # Without the lock: to look must not wait for somebody who writes.
        added = _lacking(settings, rows)
    else:
        every = tuple(rows.values())
        added = append_rows(settings.logbook, settings.state, every, say=settings.say)

    return Merged(
        logbook=str(settings.logbook),
        files=tuple(files),
        read=len(rows),
        added=added,
        is_stored=not dry_run,
        today=settings.today,
        # Somebody else may have merged the same while the lock was waited for.
        told=told if added else None,
    )


def _told(settings: Settings, rows: dict[str, Row]) -> Told | None:
    """Tell how far the dates move; nothing under a broken curriculum, for then there are none."""
    lacking = _lacking(settings, rows)
    # To read a curriculum and to plan takes a while: not for nothing.
    curriculum = sound_curriculum(settings.curriculum) if lacking else None
    if curriculum is None:
        return None
    logbook = read_logbook(settings.logbook)
    home = Home(curriculum=curriculum, logbook=logbook, settings=settings)
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


def _lacking(settings: Settings, rows: dict[str, Row]) -> tuple[Row, ...]:
    known = {entry.id for entry in read_logbook(settings.logbook).entries}
    return tuple(row for name, row in rows.items() if name not in known)
