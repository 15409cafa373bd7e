"""What a log shows of somebody's way of working: the terms of the pace model."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import exp, exp2, log, sqrt
from operator import neg
from typing import Final

from pmcareer.domain.forecast.sessions import (
    ALWAYS,
    EVERY_DAY,
    WEEK,
    Breaks,
    SessionClock,
    breaks_of,
)
from pmcareer.domain.ground.calendar import Calendar
from pmcareer.domain.ground.frozen import frozen

Known = Sequence[tuple[int, float]]
"""(Ordinal of a day of work, items), ascending."""

Row = tuple[float, ...]

FARTHEST: Final = 160.0
"""Items up to which was fitted."""

HALF_LIFE: Final = 18
"""Days after which an item counts half towards the pace."""

FORGOTTEN: Final = 30 * HALF_LIFE
"""Days after which an item counts a billionth, and is not looked at."""

USUAL_PAUSE: Final = 14
"""Days at most that anybody is expected to stay away from now on."""

FIRST_REST: Final = 1
"""Days more that a pause is expected to last at its beginning (.5 to 4 lose alike)."""

HALF_A_YEAR: Final = 26
USUAL_UNEVENNESS: Final = 1.3
"""Variation coefficient of weekly items given to everybody, with the weight of six weeks."""

PAUSE_HALVES: Final = 8
"""Items at which a pause has half its share in ln(days): who keeps going pays it once.

By cross-validation 8 to 30 lose alike; at 8 the median date of regular people holds as often after
a fortnight off as on the day of a session.
"""

LEAST_ITEMS: Final = 0.5
"""Taken for the whole history's items where less was earned, so that a pace has a logarithm."""


@frozen
class Seen:
    """Days of work as they look today, oldest first."""

    ago: Sequence[float]
    """How many days ago each was; days off do not count."""
    items: Sequence[float]
    """What was done on each."""

    @property
    def earlier(self) -> int:
        """How many of them were before today."""
        return bisect_left(self.ago, 0.0, key=neg)

    def within(self, days: float) -> Iterator[tuple[float, float]]:
        """Go through those that are less than so many days ago: how long, and the items."""
        first = bisect_right(self.ago, -days, key=neg)
        return zip(self.ago[first:], self.items[first:], strict=True)


@frozen
class Signs:
    """What a log shows of somebody's way of working; work of today changes the first two alone."""

    pace: float
    """ln(items a week) of the last weeks."""

    pause: float
    """Mean ln(days) that own gaps went on once as long as the present one, less that of all.

    At least 0; nobody is expected to stay away for more than another fortnight.
    """

    gap: float
    """Mean ln(days) between active days."""

    newness: float
    """2 / (active days before today + 2): the share of what everybody is given in pause and gap."""

    unevenness: float
    """ln(variation coefficient of the weekly items over half a year + 0.1).

    The 0.1 is for those who never vary.
    """


@frozen
class Reading:
    """A log as it stood on a day."""

    signs: Signs
    weeks_seen: float
    """Weeks since the first day of work."""
    evidence: float
    """Those weeks, but no more than days of work before today: one day long ago says little."""


def reading_of(known: Known, today: int, calendar: Calendar = ALWAYS) -> Reading:
    """Read a log with at least one day of work, up to `today`, an ordinal."""
    seen = _days_ago(known, today, calendar)
    weeks = seen.ago[0] / WEEK
    return Reading(
        signs=signs_of(seen, breaks_of([day for day, _ in known], today, calendar)),
        weeks_seen=weeks,
        evidence=min(weeks, seen.earlier),
    )


def reading_with(
    settled: Reading, before: Known, known: Known, today: int, calendar: Calendar
) -> Reading:
    """Add to a reading of what was settled `before` what has been written since, all in `known`.

    That moves pace and pause alone, and only for the better: the rest is read once the day is over.
    """
    seen = _days_ago(known, today, calendar)
    last = max(day for day, _ in (*before[-1:], *known[-1:]))
    breaks = breaks_of([day for day, _ in before], today, calendar, last=last)
    age = _days_ago(before[:1], today, calendar).ago[0] + 1
    signs = settled.signs
    better = replace(
        signs,
        pace=max(signs.pace, log(_recent_pace(seen, age))),
        pause=min(signs.pause, _pause(breaks)),
    )
    return replace(settled, signs=better)


def _days_ago(known: Known, today: int, calendar: Calendar) -> Seen:
    """Turn ordinals into days ago on a clock that stands still on days off."""
    days: Sequence[int]
    days, items = zip(*known, strict=True)
    now = today
    if calendar.days_off:
        clock = SessionClock(weekdays=EVERY_DAY, calendar=calendar)
        now, *days = clock.readings([today, *days])
    return Seen(ago=[now - day for day in days], items=items)


def signs_of(seen: Seen, breaks: Breaks) -> Signs:
    """Read the signs from what was done, at least one day of work, and the breaks between.

    What is done today moves pace and pause alone: so finishing something never makes a date later.
    """
    logs = sum(map(log, breaks.gaps))
    return Signs(
        pace=log(_pace(seen, breaks.spared)),
        pause=_pause(breaks),
        gap=(logs + 2) / (len(breaks.gaps) + 2),
        newness=2 / (seen.earlier + 2),
        unevenness=log(_unevenness(seen) + 0.1),
    )


def terms(signs: Signs, log_items: float) -> Row:
    """Return what the weights multiply, for `log_items` = ln(remaining items)."""
    far = log_items / log(FARTHEST)
    fading = 1 / (1 + exp(log_items) / PAUSE_HALVES)
    regular = signs.pause * exp(-signs.gap)
    irregular = signs.pause - regular
    lasting = 1 - fading
    items = (1.0, log_items, log_items * log_items)
    habits = (signs.pace * (1 - far), signs.pace * far, signs.gap * (1 - far), signs.gap * far)
    new_and_uneven = (signs.newness, signs.unevenness)
    pauses = (regular * fading, irregular * fading, regular * lasting, irregular * lasting)
    return (*items, *habits, *new_and_uneven, *pauses)


def _pace(seen: Seen, spared: float) -> float:
    """Items a week of the last weeks, on a clock that stands still until a session is missed."""
    # Every Saturday: on Friday it is still the pace of Saturday evening. What is done today moves
    # the clock on by a week, and must not lower the pace by it.
    pace = _recent_pace(seen, seen.ago[0] + 1)
    earlier = seen.earlier
    # None earlier: all was done on a day off, and days since have been off, too.
    if not spared or not earlier:
        return pace
    ago = [max(0.0, days - spared) for days in seen.ago[:earlier]]
    return max(pace, _recent_pace(Seen(ago=ago, items=seen.items[:earlier]), ago[0] + 1))


def _recent_pace(seen: Seen, age: float) -> float:
    """Items a week: Σ cᵢ 2^(-ageᵢ/18) over as many faded weeks, one more at the whole's pace.

    Of the whole history, `age` days, at least half an item is counted.
    """
    whole = max(LEAST_ITEMS, sum(seen.items)) / (age / WEEK)
    recent = sum(n * exp2(-ago / HALF_LIFE) for ago, n in seen.within(FORGOTTEN))
    days = (1 - exp2(-age / HALF_LIFE)) / (1 - exp2(-1 / HALF_LIFE))
    return (recent + whole) / (days / WEEK + 1)


def _pause(breaks: Breaks) -> float:
    """How much longer the present pause will last than one that begins: ln(days), at least 0."""
    if not breaks.idle:
        return 0.0
    begins = _expected_pause(breaks.gaps, 0)
    return max(0.0, _expected_pause(breaks.gaps, breaks.idle) - begins)


def _expected_pause(gaps: Sequence[float], idle: float) -> float:
    """Mean ln(days to come) of the gaps that outlasted `idle` days, and of two given to everybody.

    Those two grow with the pause: the longer it lasts, the longer it will, up to a fortnight.
    """
    # Own gaps of 3, 10 and 20 days, 4 days idle: 6 and 16 days were still to come, and everybody's
    # two say 5; e to the mean of the four logarithms is 7 days.
    rest = [gap - idle for gap in gaps if gap > idle] if idle else gaps
    given = log(min(USUAL_PAUSE, idle + FIRST_REST))
    return min(log(USUAL_PAUSE), (sum(map(log, rest)) + 2 * given) / (len(rest) + 2))


def _unevenness(seen: Seen) -> float:
    """Variation coefficient of the weekly items in the half year before the last seven days."""
    weeks = min(HALF_A_YEAR, int(seen.ago[0] + 1) // WEEK - 1)
    if weeks <= 1:
        return USUAL_UNEVENNESS
    items = [0.0] * weeks
    for ago, n in seen.within(WEEK * (weeks + 1)):
        if ago >= WEEK:
            items[int(ago) // WEEK - 1] += n
    if not any(items):
        return USUAL_UNEVENNESS
    mean = sum(items) / weeks
    own = sqrt(sum((n - mean) ** 2 for n in items) / (weeks - 1)) / mean
    return (own * weeks + USUAL_UNEVENNESS * 6) / (weeks + 6)
