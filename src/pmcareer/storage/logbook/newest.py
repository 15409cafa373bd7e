"""The newest day of a logbook, for who has no clock to go by."""

from datetime import date
from pathlib import Path

from pmcareer.domain.ground.calendar import FIRST_YEAR, LAST_YEAR
from pmcareer.storage.logbook.care import read_logbook_anyhow


def newest_day(logbook: Path) -> date | None:
    """Find the newest day that something was done on; None where nothing was."""
    known = [entry.on for entry in read_logbook_anyhow(logbook).entries]
    return max(filter(_can_be, known), default=None)


def _can_be(day: date) -> bool:
    return FIRST_YEAR <= day.year <= LAST_YEAR
