"""Breaks between days of work, counted in missed sessions where there is a weekday rhythm."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from operator import sub
from typing import Final

from pmcareer.domain.ground.calendar import Calendar
from pmcareer.domain.ground.frozen import frozen

Weekdays = tuple[int, ...]
"""Monday is 0, ascending."""

WEEK: Final = 7
EVERY_DAY: Final[Weekdays] = tuple(range(WEEK))
ALWAYS: Final = Calendar()
"""No days off, no study days declared."""

RHYTHM_WEEKS: Final = 8
KEPT_WEEKS: Final = 6
"""A weekday is a study day when there was work on it in so many of eight weeks."""

STRAY_WEEKS: Final = 1
"""On a weekday that is none there was work in so many weeks at most; else there is no rhythm."""


@frozen
class Breaks:
    """Days without work; where there is a rhythm, a session is 7 / sessions a week days."""

    gaps: tuple[float, ...]
    """Days from one day of work to the next, those before today."""

    idle: float
    """Days since the last day of work, or days' worth of sessions missed since."""

    spared: float = 0.0
    """Days since the last day of work before today that are no idleness: no session was due."""


@frozen
class SessionClock:
    """Moves on by a session on each weekday of a rhythm, and stands still on days off."""

    weekdays: Weekdays
    calendar: Calendar

    @property
    def period(self) -> float:
        """Days a session."""
        return WEEK / len(self.weekdays)

    def steps(self, days: Sequence[int]) -> list[int]:
        """Sessions from each of some ascending ordinals to the next: one, and those missed."""
        # Mondays, Wednesdays and Fridays: from Friday to Monday it is one session; from Monday to
        # Friday two, since Wednesday's was missed.
        if len(self.weekdays) == WEEK and not self.calendar.days_off:
            return list(map(sub, days[1:], days))
        starts = self.readings([day + 1 for day in days[:-1]])
        ends = self.readings(days[1:])
        return [end - start + 1 for start, end in zip(starts, ends, strict=True)]

    def readings(self, days: Sequence[int]) -> list[int]:
        """Sessions before each of some days, ordinals; only differences mean something."""
        a_week, in_week = len(self.weekdays), self._in_week
        before = [(day - 1) // WEEK * a_week + in_week[(day - 1) % WEEK] for day in days]
        if self.calendar.days_off:
            return [n - self._off_before(day) for n, day in zip(before, days, strict=True)]
        return before

    def _before(self, day: int) -> int:
        weeks, weekday = divmod(day - 1, WEEK)
        return weeks * len(self.weekdays) + self._in_week[weekday]

    def _off_before(self, day: int) -> int:
        at = bisect_left(self._starts, day)
        if at == 0:
            return 0
        start, end, before = self._off[at - 1]
        return before + self._before(min(end, day)) - self._before(start)

    @cached_property
    def _in_week(self) -> tuple[int, ...]:
        sessions = [day in self.weekdays for day in EVERY_DAY]
        return tuple(accumulate(sessions, initial=0))

    @cached_property
    def _off(self) -> tuple[tuple[int, int, int], ...]:
        """Of each range off: first ordinal, the one after the last, sessions off before it."""
        ends = [(start.toordinal(), end.toordinal() + 1) for start, end in self.calendar.days_off]
        sessions = [self._before(end) - self._before(start) for start, end in ends]
        before = accumulate(sessions, initial=0)
        return tuple((*both, off) for both, off in zip(ends, before, strict=False))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(start for start, _, _ in self._off)


def breaks_of(
    active: Sequence[int], today: int, calendar: Calendar = ALWAYS, *, last: int | None = None
) -> Breaks:
    """Read the breaks between days of work, ordinals up to today, ascending, at least one.

    What is done today ends the present break, and changes neither gaps nor rhythm; nor does work on
    the `last` day, where that is not among them.
    """
    last = active[-1] if last is None else last
    days_of_work = list(dict.fromkeys(active))
    earlier = days_of_work[: bisect_left(days_of_work, today)]
    rhythm = calendar.study_days or weekday_rhythm(earlier, today, calendar)
    clock = SessionClock(weekdays=rhythm or EVERY_DAY, calendar=calendar)
    # Today's session may still come: with a rhythm it is missed when the day is over. Without one
    # every day that nothing was done has been idle. So is a day off until it is over: otherwise
    # whoever takes today off would be told an earlier date.
    is_spared = bool(rhythm)

    def idle_since(day: int) -> float:
        steps = clock.steps([day, today])[0] if day < today else 0
        return clock.period * max(0, steps - is_spared)

    spared = 0.0
    if rhythm and earlier:
        days, _ = SessionClock(weekdays=EVERY_DAY, calendar=calendar).steps(
            [earlier[-1], today, today]
        )
        spared = max(0.0, days - idle_since(earlier[-1]))
    period = clock.period
    gaps = tuple([period * gap for gap in clock.steps(earlier)])
    return Breaks(gaps=gaps, idle=idle_since(last), spared=spared)


def weekday_rhythm(earlier: Sequence[int], today: int, calendar: Calendar = ALWAYS) -> Weekdays:
    """Weekdays with work in nearly each of the last eight weeks, where others have next to none.

    Empty for a log shorter than that, for no rhythm, and for somebody who works on every weekday.
    """
    clock = SessionClock(weekdays=EVERY_DAY, calendar=calendar)
    if not earlier:
        return ()
    latest = earlier[-RHYTHM_WEEKS * WEEK :]
    now, first, *readings = clock.readings([today, earlier[0], *latest])
    if now - first < RHYTHM_WEEKS * WEEK:
        return ()
    ages = [now - reading for reading in readings]
    recent = [day for day, age in zip(latest, ages, strict=True) if age <= RHYTHM_WEEKS * WEEK]
    weeks = Counter((day - 1) % WEEK for day in recent)
    kept = tuple(day for day in EVERY_DAY if weeks[day] >= KEPT_WEEKS)
    strays = [day for day in EVERY_DAY if STRAY_WEEKS < weeks[day] < KEPT_WEEKS]
    return () if strays or len(kept) == WEEK else kept
