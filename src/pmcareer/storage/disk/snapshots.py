"""A copy a day of the file as it was, seven days and four weeks back, and the longest for good."""

import secrets
from contextlib import suppress
from datetime import UTC, date, datetime
from errno import EXDEV
from pathlib import Path

from pmcareer.domain.ground.frozen import frozen
from pmcareer.storage.disk.files import DISK, Files, create_whole, heir_of
from pmcareer.storage.paths import real_path, snapshots_of

DAYS_KEPT, WEEKS_KEPT = 7, 4


@frozen
class Snapshot:
    """The file as it was before the first change of a day."""

    day: date
    path: Path
    size_bytes: int


def keep_snapshot(
    files: Files, real: Path, state: Path, content: bytes, *, aside: Path | None = None
) -> None:
    """Keep what the file held unless today's is kept already, and let the oldest go.

    `aside` is a file that holds it and that nobody needs any more: it may be taken.

    Raises:
        OSError, ValueError: there is none; nobody's entry depends on it.
    """
    # The first state of a day counts: it is what yesterday left.
    folder = snapshots_of(state, real)
    target = folder / f"{_today(files)}.toml"
    if not content or target.name in files.names(folder):
        return
    # Here, as whoever reads loads this file, to look for what is gone.
    from pmcareer.storage.disk.leftovers import sweep_parts  # noqa: PLC0415

    files.make_folder(folder, heir_of(files, folder))
    sweep_parts(folder, files)
    if not (aside and _is_taken(files, aside, target)):
        _copy(files, target, content)
    for old in _too_many(files, folder):
        with suppress(OSError):
            files.unlink(old)


def _today(files: Files) -> date:
    return datetime.fromtimestamp(files.now(), tz=UTC).date()


def _is_taken(files: Files, aside: Path, target: Path) -> bool:
    """Move a file, unless it lies on another disk, or somebody has another name for it."""
    status = files.status(aside)
    if status is None or status.st_nlink != 1:
        return False
    try:
        files.replace(aside, target)
    except OSError as error:
        if error.errno != EXDEV:
            raise
        return False
    return True


def _copy(files: Files, target: Path, content: bytes) -> None:
    part = target.with_name(f".{target.stem}-{secrets.token_hex(4)}.part")
    create_whole(files, part, content)
    try:
        files.replace(part, target)
        # On another disk, what it is a copy of may be gone before its name is safe.
        files.sync_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            files.unlink(part)
        raise


def _too_many(files: Files, folder: Path) -> list[Path]:
    """Choose what may go: neither the newest days, nor the newest of the newest weeks."""
    kept = _in(files, folder)
    weeks: dict[tuple[int, int], Snapshot] = {}
    for snapshot in kept:
        weeks.setdefault(snapshot.day.isocalendar()[:2], snapshot)
    # Nor the longest: when a logbook is emptied, short copies follow for weeks before it is seen.
    longest = max(kept, key=lambda snapshot: snapshot.size_bytes)
    staying = [*kept[:DAYS_KEPT], *list(weeks.values())[:WEEKS_KEPT], longest]
    return [snapshot.path for snapshot in kept if snapshot not in staying]


def read_snapshots(logbook: Path, state: Path, files: Files = DISK) -> tuple[Snapshot, ...]:
    """List the snapshots of a logbook, the newest first; none where they can't be looked at."""
    try:
        return tuple(_in(files, snapshots_of(state, real_path(logbook))))
    except OSError:
        return ()


def _in(files: Files, folder: Path) -> list[Snapshot]:
    """List a folder's snapshots, the newest first; other files that lie there are none."""
    found = []
    for name in reversed(files.names(folder)):
        with suppress(ValueError, OSError):
            day = date.fromisoformat(name.removesuffix(".toml"))
            status = files.status(folder / name)
            if name == f"{day}.toml" and status:
                found.append(Snapshot(day=day, path=folder / name, size_bytes=status.st_size))
    return found


def shrunk_since(logbook: Path, state: Path) -> Snapshot | None:
    """Return the newest snapshot if the logbook is shorter: a file that only grows has lost."""
    status = DISK.status(logbook)
    for newest in read_snapshots(logbook, state)[:1]:
        if status is None or status.st_size < newest.size_bytes:
            return newest
    return None
