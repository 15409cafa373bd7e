"""The hours a week that somebody really found, over the four weeks before a day."""

from collections.abc import Iterable
from datetime import date
from statistics import median

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.logbook.entries import Did, Entry, Finished, Worked

WEEKS = 4
LEAST_HOURS = 1.0
"""Whoever found no time at all is held to one hour a week: less is no plan."""


def hours_kept(curriculum: Curriculum, entries: Iterable[Entry], day: date) -> float | None:
    """Find the median of the weeks' hours, in halves; None where no work is on record.

    An exercise finished without minutes counts its estimate.
    """
    # 6, 4, 0 and 5 hours: the median is 4.5.
    weeks = [0.0] * WEEKS
    has_worked = False
    for entry in entries:
        ago = (day - entry.on).days
        if isinstance(entry, Finished | Worked | Did) and ago >= 0:
            has_worked = True
            if ago < WEEKS * DAYS_PER_WEEK:
                weeks[ago // DAYS_PER_WEEK] += _hours_of(curriculum, entry)
    if not has_worked:
        return None
    return max(LEAST_HOURS, round(2 * median(weeks)) / 2)


def _hours_of(curriculum: Curriculum, entry: Finished | Worked | Did) -> float:
    if entry.minutes is not None:
        return entry.minutes / 60
    if isinstance(entry, Finished):
        exercise = curriculum.exercise.get(curriculum.now_called("exercises", entry.exercise))
        return exercise.mean_hours if exercise else 0.0
    return 0.0
