"""A copy a day of the file as it was, seven days and four weeks back, and the longest for good."""

from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from pmcareer.domain.ground.frozen import frozen
from pmcareer.storage.disk.files import DISK, Files, keep_copy
from pmcareer.storage.paths import real_path, snapshots_of

DAYS_KEPT, WEEKS_KEPT = 7, 4


@frozen
class Snapshot:
    """The file as it was before the first change of a day."""

    day: date
    path: Path
    size_bytes: int


def keep_snapshot(files: Files, real: Path, state: Path, content: bytes) -> None:
    """Keep the file as it is now unless today's is kept already, and let the oldest go."""
    # The first state of a day counts: it is what yesterday left.
    folder = snapshots_of(state, real)
    target = folder / f"{_today(files)}.toml"
    if not content or target.name in files.names(folder):
        return
    files.make_folder(folder)
    keep_copy(files, real, target, content)
    for old in _too_many(files, folder):
        with suppress(OSError):
            files.unlink(old)


def _today(files: Files) -> date:
    return datetime.fromtimestamp(files.now(), tz=UTC).date()


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


def read_snapshots(logbook: Path, state: Path) -> tuple[Snapshot, ...]:
    """List the snapshots of a logbook, the newest first."""
    return tuple(_in(DISK, snapshots_of(state, real_path(logbook))))


def _in(files: Files, folder: Path) -> list[Snapshot]:
    """List a folder's snapshots, the newest first; other files that lie there are none."""
    found = []
    for name in reversed(files.names(folder)):
        with suppress(ValueError):
            day = date.fromisoformat(name.removesuffix(".toml"))
            status = files.status(folder / name)
            if name == f"{day}.toml" and status:
                found.append(Snapshot(day=day, path=folder / name, size_bytes=status.st_size))
    return found
