"""The day ledger: what each day was, off, idle or worked, how long, and which work was served."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Literal

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, Calendar, clipped, days_between
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.grouping import grouped
from pmcareer.domain.logbook.as_filed import Entries, Study
from pmcareer.domain.logbook.entries import Entry, Experience, Finished, Practised

DayState = Literal["off", "idle", "worked"]


@frozen
class Day:
    """What a day was."""

    day: date
    is_off: bool = False
    is_study: bool = False
    """There was work on an exercise, or on a step; a practice alone is none."""
    minutes: int
    """Of work and practice, as logged or else as estimated."""
    entries: int
    """Entries of work and practice."""
    works: tuple[str, ...] = ()
    """Kinds of work served, as the months on record say."""

    @property
    def state(self) -> DayState:
        """Work on a day off is work; the day stays off in the calendar (`is_off`)."""
        if self.entries:
            return "worked"
        return "off" if self.is_off else "idle"


@frozen
class Ledger:
    """One account of somebody's days, read from entries that had happened by a day."""

    curriculum: Curriculum
    entries: Entries
    calendar: Calendar
    served: Sequence[Experience]
    """Months on record; an end that is open, or to come, is cut to the days asked about."""
    hours_logged: Callable[[str], float]
    """Hours of partial work on an exercise."""

    @property
    def work(self) -> tuple[Entry, ...]:
        """The entries of work and practice, as in the file; a step is work where it has minutes."""
        return self.entries.work

    @property
    def study(self) -> tuple[Study, ...]:
        """The entries of work on exercises, as in the file."""
        return self.entries.study

    @cached_property
    def active_days(self) -> frozenset[date]:
        """Days with work or practice."""
        return frozenset(self.entries.work_days)

    @cached_property
    def study_days(self) -> tuple[date, ...]:
        """Days with work on exercises or steps, ascending."""
        by_day = zip(self.entries.work_days, self.work, strict=True)
        days = sorted(day for day, entry in by_day if type(entry) is not Practised)
        return tuple([day for day, _ in groupby(days)])

    def days(self, first: date, last: date) -> tuple[Day, ...]:
        """Tell what each day was from the first to the last, both inside."""
        off = self.calendar.off_between(first, last)
        studied = frozenset(self.study_days)
        done = grouped(self.work, attrgetter("on"))
        works = self._works(first, last)
        return tuple(
            Day(
                day=day,
                is_off=day in off,
                is_study=day in studied,
                minutes=sum(map(self.minutes_of, done.get(day, ()))),
                entries=len(done.get(day, ())),
                works=tuple(works.get(day, ())),
            )
            for day in days_between(first, last)
        )

    def is_week_off(self, monday: date) -> bool:
        """Tell whether a week is nothing but days off."""
        sunday = monday + timedelta(days=DAYS_PER_WEEK - 1)
        return len(self.calendar.off_between(monday, sunday)) == DAYS_PER_WEEK

    def _works(self, first: date, last: date) -> dict[date, list[str]]:
        works: dict[date, list[str]] = {}
        for entry in self.served:
            for day in _served_days(entry, first, last):
                if entry.work not in works.setdefault(day, []):
                    works[day].append(entry.work)
        return works

    def minutes_of(self, entry: Entry) -> int:
        """Return the minutes that an entry names, or what it is about is estimated to take."""
        said: int | None = getattr(entry, "minutes", None)
        if said is not None:
            return said
        if isinstance(entry, Finished):
            return self._minutes_estimated(entry)
        now = self.curriculum.now_called("practices", getattr(entry, "practice", ""))
        practice = self.curriculum.practice.get(now)
        return practice.minutes if practice else 0

    def _minutes_estimated(self, entry: Finished) -> int:
        """Estimate what was left of an exercise after what was logged for parts of it."""
        now = self.curriculum.now_called("exercises", entry.exercise)
        exercise = self.curriculum.exercise.get(now)
        if exercise is None:
            return 0
        return max(0, round(60 * (exercise.mean_hours - self.hours_logged(exercise.id))))


def _served_days(entry: Experience, first: date, last: date) -> Iterator[date]:
    for start, end in clipped([(entry.start, entry.end or last)], first, last):
        yield from days_between(start, end)
