"""What stored entries said: read by `doctor` alone, and let go of after four weeks.

A line of JSON for each entry, under one that says on which day the file was last gone through. Of
lines with the same id the last one counts, and what is no such line says nothing.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.storage.bad_toml import BadToml
from pmcareer.storage.disk.files import Files
from pmcareer.storage.disk.lines import add_lines, put_lines
from pmcareer.storage.logbook.layout import row_text
from pmcareer.storage.logbook.receipts import read_small
from pmcareer.storage.paths import real_path, receipts_of
from pmcareer.storage.toml import Row, parse_text

KEPT_FOR = timedelta(days=28)
MOST_BYTES = 64_000_000
ROWS = "rows"

Written = Mapping[str, Any]
"""A line: `id`, `digest`, `kept` (the day) and, while it is kept, `row` (its text as TOML)."""


@frozen
class Kept:
    """What is known of a row that was stored."""

    digest: str
    row: Row | None
    """The row itself, for as long as it is kept."""


def rows_file(logbook: Path, state: Path) -> Path:
    """Name the file with what the stored entries of a logbook said."""
    return receipts_of(state, real_path(logbook)) / ROWS


def read_kept(path: Path, files: Files) -> dict[str, Kept]:
    """Read what is known of each row, by its id; nothing where the file can't be read."""
    found = {}
    for written in _read(path, files):
        row = _row_in(written)
        if row is None or digest_of(row) == written["digest"]:
            found[written["id"]] = Kept(digest=written["digest"], row=row)
    return found


def _read(path: Path, files: Files) -> Iterator[Written]:
    for line in read_small(path, MOST_BYTES, files).split(b"\n"):
        with suppress(ValueError, RecursionError):
            written = json.loads(line)
            if isinstance(written, dict) and _is_text(written, "id", "digest", "kept"):
                yield written


def _is_text(written: Written, *keys: str) -> bool:
    return all(isinstance(written.get(key), str) for key in keys)


def _row_in(written: Written) -> Row | None:
    if not _is_text(written, "row"):
        return None
    with suppress(BadToml):
        return parse_text(written["row"])
    return None


def digest_of(row: Row) -> str:
    """Tell a row from any other: by its keys and values, not by their order or by comments."""
    # A day and the text of a day are not the same value.
    said = json.dumps(row, sort_keys=True, default=repr)
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def keep_rows(path: Path, new: Sequence[Row], there: Mapping[str, Row], files: Files) -> None:
    """Keep what rows say; once a day go through all, for those `there` in the logbook.

    Raises:
        OSError: the disk refuses.
    """
    today = _today(files)
    if _is_fresh(path, today, files):
        add_lines(path, [_line(row, today) for row in new], files)
        return
    kept = {written["id"]: written for written in _read(path, files)}
    # What has no line yet gets one: those of an entry whose writer was killed, or of a lost file.
    missing = {name: row for name, row in there.items() if name not in kept}
    missing |= {row["id"]: row for row in new}
    old = [
        json.dumps(_without_old(written, today))
        for name, written in kept.items()
        if name not in missing
    ]
    lines = [_line(row, today) for row in missing.values()]
    put_lines(path, [_first_line(today), *old, *lines], files)


def _first_line(today: date) -> str:
    return json.dumps({"gone_through": str(today)})


def _today(files: Files) -> date:
    """Return the day; that of a clock which is beyond all calendars is long ago."""
    with suppress(OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(files.now(), tz=UTC).date()
    return date.min


def _line(row: Row, today: date) -> str:
    keys = {"id": row["id"], "digest": digest_of(row), "kept": str(today)}
    keys["row"] = row_text(row)
    return json.dumps(keys)


def _is_fresh(path: Path, today: date, files: Files) -> bool:
    """Tell whether the file was gone through today, and one can add at its end."""
    raw = read_small(path, MOST_BYTES, files)
    return raw.startswith(_first_line(today).encode()) and raw.endswith(b"\n")


def _without_old(written: Written, today: date) -> Written:
    """Let go of the text when its time is over; a day that is none is long ago."""
    with suppress(ValueError):
        if abs(today - date.fromisoformat(written["kept"])) <= KEPT_FOR:
            return written
    return {key: value for key, value in written.items() if key != "row"}
