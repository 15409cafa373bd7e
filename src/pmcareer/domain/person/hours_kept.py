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
    """Find the median of the weeks' hours, in halves, of no more weeks than work is on record.

    None where that is less than two. An exercise finished without minutes counts its estimate.
    """
    # 6, 4, 0 and 5 hours: the median is 4.5. Of 6 and 4, where work began 12 days ago, it is 5.
    hours = dict.fromkeys(range(WEEKS), 0.0)
    longest = 0
    for entry in entries:
        ago = (day - entry.on).days // DAYS_PER_WEEK
        if isinstance(entry, Finished | Worked | Did) and ago >= 0:
            longest = max(longest, ago)
            hours[ago] = hours.get(ago, 0.0) + _hours_of(curriculum, entry)
    if not longest:
        return None
    weeks = [hours[ago] for ago in range(min(WEEKS, longest + 1))]
    return max(LEAST_HOURS, round(2 * median(weeks)) / 2)


def _hours_of(curriculum: Curriculum, entry: Finished | Worked | Did) -> float:
    if entry.minutes is not None:
        return entry.minutes / 60
    if isinstance(entry, Finished):
        exercise = curriculum.exercise.get(curriculum.now_called("exercises", entry.exercise))
        return exercise.mean_hours if exercise else 0.0
    return 0.0
