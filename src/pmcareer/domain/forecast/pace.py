"""History → how long the next items take: quantiles of days, log-linear in what a log shows.

An item is one exercise-equivalent. The weights come from other people's logs, see
`docs/forecasting.md`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, pairwise
from math import ceil, exp, log
from operator import mul
from typing import Final

from pmcareer.domain.forecast.pace_constants import (
    CHANCES,
    GOING,
    GUESS_WEEKS,
    KEPT_BY_PAST,
    KEPT_SHARE,
    KEPT_SPREAD,
    PROMISE_WEEKS,
    STARTER,
    STOPPING,
)
from pmcareer.domain.forecast.sessions import ALWAYS, WEEK
from pmcareer.domain.forecast.signs import (
    FARTHEST,
    Known,
    Reading,
    Row,
    Signs,
    reading_of,
    reading_with,
    terms,
)
from pmcareer.domain.ground.calendar import Calendar
from pmcareer.domain.ground.frozen import frozen

History = Sequence[tuple[date, float]]
"""What was done on which day, ascending: (day, items); 0 is a day of work that earned nothing."""

ITEMS: Final = (1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 40.0, 80.0, FARTHEST)
"""Where the table of a `Pace` has its rows; its columns are `CHANCES`."""

TYPICAL_PROMISE: Final = 1.3
"""Items a week taken for promised where nobody says: 8 hours a week at 6.2 hours an item."""

LONGEST_PAUSE: Final = 60
"""Days of idleness after which dates no longer grow for those who keep going.

Of 14, 21, 30, 45, 60, 90 and no end, 60 lost least over pauses of 45 to 300 days.
"""

GIVEN_DAYS: Final = 2
"""Days of work that earned an item each, given to everybody where the unit is chosen."""

BELOW_ONE_ITEM: Final = 0.5
"""Power of the items below one (assumed): part of the wait is for the next day of work."""

TAILS: Final = (0.5, 0.75)
"""Slope of ln(days) over ln(p / (1 - p)) below first and above last of `CHANCES`.

Medians of the end pieces.
"""

_FITTED: Final = tuple(log(p / (1 - p)) for p in CHANCES)
_LOGITS: Final = (_FITTED[0] - 1, *_FITTED, _FITTED[-1] + 1)
_LOG_ITEMS: Final = tuple(map(log, ITEMS))
_LONGEST: Final = log(4e6)


@frozen
class Weights:
    """What was learnt from other people: a row per term of `terms`, a weight per chance in it."""

    going: tuple[Row, ...] = GOING
    stopping: tuple[Row, ...] = STOPPING


SHIPPED: Final = Weights()


@frozen
class Prior:
    """What is expected of somebody who has logged nothing."""

    items_per_week: float
    """Kept at the median."""

    spread: Row
    """ln(days / days at that pace), per chance of `CHANCES`."""


@frozen
class Pace:
    """How long further items take: quantiles of the days, straight between those fitted."""

    items_per_week: float
    """Pace of the last weeks, blended by `trust` with what people keep of the promised pace."""

    weeks_seen: float
    """Weeks since the first item."""

    trust: float
    """Weight of the history against the promise, 0 to 1."""

    unit: float
    """Units an item: 1, or more where a day of work earns less than an item (see `unit_of`)."""

    log_days: tuple[Row, ...]
    """Of units. Ascending both ways: a row for each of `ITEMS`, a column for each of `CHANCES`.

    And a point beyond each end.
    """

    def days(self, remaining: float, quantile: float) -> float:
        """Days until `remaining` items are done, with probability `quantile`.

        Not rounded; 0 when nothing remains.
        """
        (days,) = self.days_for(remaining, (quantile,))
        return days

    def days_for(self, remaining: float, quantiles: Iterable[float]) -> list[float]:
        """Return `days` for many quantiles at once, in their order."""
        if remaining <= 0:
            return [0.0 for _ in quantiles]
        starts, slopes = _lines(self._row(remaining * self.unit))
        logs: list[float] = []
        for piece, ahead in _placed(tuple(quantiles)):
            start, slope = starts[piece], slopes[piece]
            logs += [start + slope * each for each in ahead]
        if max(logs, default=0.0) > _LONGEST:
            logs = [min(_LONGEST, each) for each in logs]
        return list(map(exp, logs))

    def chance(self, remaining: float, days: float) -> float:
        """Probability, 0 to 1, that `remaining` items are done within `days`: inverse of `days`."""
        if remaining <= 0:
            return 1.0
        if days <= 0:
            return 0.0
        return _logistic(_inverse(_LOGITS, self._row(remaining * self.unit), log(days)))

    def _row(self, remaining: float) -> Row:
        """ln(days) per chance; beyond the last of `ITEMS` in proportion to the items."""
        x = log(remaining)
        nearest = min(max(x, _LOG_ITEMS[0]), _LOG_ITEMS[-1])
        i = bisect_right(_LOG_ITEMS, nearest, 1, len(_LOG_ITEMS) - 1)
        share = (nearest - _LOG_ITEMS[i - 1]) / (_LOG_ITEMS[i] - _LOG_ITEMS[i - 1])
        outside = (x - nearest) * (BELOW_ONE_ITEM if x < nearest else 1)
        pairs = zip(*self.log_days[i - 1 : i + 1], strict=True)
        return tuple(a + share * (b - a) + outside for a, b in pairs)


def finish_dates(
    history: History,
    today: date,
    remaining: float,
    quantiles: Sequence[float],
    *,
    stopping: bool = False,
    calendar: Calendar = ALWAYS,
) -> tuple[date, ...]:
    """Return the day by which `remaining` items are done, per quantile.

    Never before tomorrow unless nothing remains. `stopping` counts those who give up; without it
    the dates hold for people who keep going. `calendar` knows days off and study days.
    """
    pace = pace_of(history, today, stopping=stopping, calendar=calendar)
    days = calendar.settled(today, calendar.stretch(today, pace.days_for(remaining, quantiles)))
    return tuple(day_after(today, d) for d in days)


def day_after(today: date, days: float) -> date:
    """Round up to a whole day, at least tomorrow when anything remains.

    At most the last day that a calendar has.
    """
    whole = max(1, ceil(days)) if days > 0 else 0
    return today + timedelta(days=min(whole, (date.max - today).days))


def pace_of(
    history: History,
    today: date,
    *,
    promise: float | None = None,
    past_weeks: int | None = None,
    settled: History | None = None,
    stopping: bool = False,
    calendar: Calendar = ALWAYS,
    weights: Weights = SHIPPED,
) -> Pace:
    """Learn the pace from the `history` up to `today`, days as in the calendar.

    `promise` is in items a week, above 0, and fades as the history grows; of the last 26 weeks
    before the first entry there was study in `past_weeks`. `settled` is the history without what
    has been written today, which then makes no date later, for whatever day it was written.
    """
    before = history if settled is None else settled
    now = today.toordinal()
    settled_days = _known(before, today)
    unit = unit_of(settled_days, now)
    settled_days = _in_units(settled_days, unit)
    known = settled_days
    if before is not history:
        known = _in_units(_known(history, today), unit)
    prior = prior_of(unit * (TYPICAL_PROMISE if promise is None else promise), past_weeks)
    if not settled_days:
        table = _ordered(_promised(prior, weights, stopping=stopping))
        per_week = prior.items_per_week
        return Pace(items_per_week=per_week, weeks_seen=0.0, trust=0.0, unit=1.0, log_days=table)

    half = GUESS_WEEKS if promise is None else PROMISE_WEEKS
    reader = _Reader(prior=prior, half=half, calendar=calendar, weights=weights)
    reading = reading_of(settled_days, now, calendar)
    table = reader.going(settled_days, now, reading)
    if settled_days != known:
        reading = reading_with(reading, settled_days, known, now, calendar)
        table = _each(min, table, reader.table(reading))
    trust = _trust(reading.evidence, half)
    if stopping:
        table = _each(max, table, reader.table(reading, stopping=True))
    per_week = exp((1 - trust) * log(prior.items_per_week) + trust * reading.signs.pace)
    return Pace(
        items_per_week=per_week / unit,
        weeks_seen=reading.weeks_seen,
        trust=trust,
        unit=unit,
        log_days=_ordered(table),
    )


def _known(history: History, today: date) -> Known:
    return [(day.toordinal(), n) for day, n in history if day <= today and n >= 0]


def _in_units(known: Known, unit: float) -> Known:
    return known if unit == 1 else [(day, n * unit) for day, n in known]


def unit_of(known: Known, now: int) -> float:
    """Find how many units an item is counted as: a day of work earns one unit at least.

    The model was learnt from logs in which a day of work earned one item or more. Where an item
    takes several days, the same log in units of a day's work is what it knows. Work of today
    changes nothing here, so that it never makes a date later.
    """
    # Three sessions of two hours a week, at 6.2 hours an item: after 20 weeks 60 days of work
    # earned 19.4 items, and an item is counted as (60 + 2) / (19.4 + 2) = 2.9 units.
    earlier = [items for _, items in known[: bisect_left(known, (now,))]]
    return max(1.0, (len(earlier) + GIVEN_DAYS) / (sum(earlier) + GIVEN_DAYS))


@frozen
class _Reader:
    """Turns logs into tables of ln(days)."""

    prior: Prior
    half: float
    calendar: Calendar
    weights: Weights

    def table(self, reading: Reading, *, stopping: bool = False) -> tuple[Row, ...]:
        """Return what a log says, blended with the promise."""
        promised = _promised(self.prior, self.weights, stopping=stopping)
        learnt = _learnt(reading.signs, self.weights, stopping=stopping)
        return _blended(promised, learnt, _trust(reading.evidence, self.half))

    def going(self, known: Known, now: int, reading: Reading) -> tuple[Row, ...]:
        """Return what it says of those who keep going.

        After `LONGEST_PAUSE` the clock stands still: who comes back after longer has no later dates
        than the day before.
        """
        last = known[-1][0]
        if last < now:
            return self.table(reading) if now - last <= LONGEST_PAUSE else self._resting(known)
        table = self.table(reading)
        before = [entry for entry in known if entry[0] < now]
        if not before or now - before[-1][0] <= LONGEST_PAUSE:
            return table
        return _each(min, table, self._resting(before))

    def _resting(self, known: Known) -> tuple[Row, ...]:
        return self.table(reading_of(known, known[-1][0] + LONGEST_PAUSE, self.calendar))


def prior_of(promise: float, past_weeks: int | None = None) -> Prior:
    """Tell what people keep of a promise, in items a week; by their past where that is known."""
    if past_weeks is None:
        return Prior(items_per_week=KEPT_SHARE * promise, spread=KEPT_SPREAD)
    likes = (kept for kept in KEPT_BY_PAST if past_weeks <= kept[0])
    _, share, spread = next(likes, KEPT_BY_PAST[-1])
    return Prior(items_per_week=share * promise, spread=spread)


def _learnt(signs: Signs, weights: Weights, *, stopping: bool) -> tuple[Row, ...]:
    going = _table(signs, weights.going)
    return _each(max, going, _table(signs, weights.stopping)) if stopping else going


def _table(signs: Signs, weights: tuple[Row, ...]) -> tuple[Row, ...]:
    columns = tuple(zip(*weights, strict=True))
    rows = (terms(signs, log_items) for log_items in _LOG_ITEMS)
    return tuple(tuple(sum(map(mul, row, column)) for column in columns) for row in rows)


def _promised(prior: Prior, weights: Weights, *, stopping: bool) -> tuple[Row, ...]:
    """ln(days) when only a pace is known that people like this keep at the median.

    Those who give up add what they would add to the dates of a typical starter.
    """
    week = log(WEEK / prior.items_per_week)
    going = tuple(tuple(week + items + s for s in prior.spread) for items in _LOG_ITEMS)
    if not stopping:
        return going
    starter = Signs(**STARTER)
    without, later = _table(starter, weights.going), _learnt(starter, weights, stopping=True)
    return tuple(_sum(*rows) for rows in zip(going, later, without, strict=True))


def _sum(row: Row, plus: Row, minus: Row) -> Row:
    return tuple(a + b - c for a, b, c in zip(row, plus, minus, strict=True))


def _trust(weeks: float, half: float) -> float:
    """Weight of a history of so many weeks, one half at `half` weeks."""
    return weeks * weeks / (weeks * weeks + half * half)


def _blended(promised: Iterable[Row], learnt: Iterable[Row], trust: float) -> tuple[Row, ...]:
    return tuple(
        tuple(p + trust * (x - p) for p, x in zip(old, new, strict=True))
        for old, new in zip(promised, learnt, strict=True)
    )


def _each(
    which: Callable[[float, float], float], one: Iterable[Row], other: Iterable[Row]
) -> tuple[Row, ...]:
    return tuple(tuple(map(which, a, b)) for a, b in zip(one, other, strict=True))


def _ordered(table: Iterable[Row]) -> tuple[Row, ...]:
    """Let more items never be earlier, by a running maximum, nor a higher chance, by sorting.

    For the latter see Chernozhukov 2010.
    """
    rising = accumulate(table, lambda above, row: tuple(map(max, above, row)))
    return tuple(_tailed(sorted(row)) for row in rising)


def _tailed(row: Sequence[float]) -> Row:
    return (row[0] - TAILS[0], *row, row[-1] + TAILS[1])


def _lines(row: Row) -> tuple[list[float], list[float]]:
    """Start and slope of the straight pieces over `_LOGITS`; the outermost two go on for ever."""
    points = tuple(zip(_LOGITS, row, strict=True))
    return [y for _, y in points[:-1]], [(d - b) / (c - a) for (a, b), (c, d) in pairwise(points)]


@cache
def _placed(quantiles: tuple[float, ...]) -> list[tuple[int, list[float]]]:
    """Find the straight pieces that they lie on in their order, and how far behind its start each.

    Ascending quantiles have a piece once, with all that lie on it.
    """
    # The trials of every forecast have the same quantiles.
    placed: list[tuple[int, list[float]]] = []
    for x in (log(p / (1 - p)) for p in quantiles):
        piece = bisect_right(_LOGITS, x, 1, len(_LOGITS) - 1) - 1
        if not placed or placed[-1][0] != piece:
            placed.append((piece, []))
        placed[-1][1].append(x - _LOGITS[piece])
    return placed


def _inverse(xs: Row, ys: Row, y: float) -> float:
    i = bisect_right(ys, y, 1, len(ys) - 1)
    step = ys[i] - ys[i - 1]
    return xs[i - 1] + (xs[i] - xs[i - 1]) * ((y - ys[i - 1]) / step if step else 1.0)


def _logistic(x: float) -> float:
    return 1 / (1 + exp(-x)) if x >= 0 else 1 - 1 / (1 + exp(x))
