"""History → how long the next items take: quantiles of days, log-linear in what a log shows.

An item is one exercise-equivalent. The weights come from other people's logs, see
`docs/forecasting.md`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import accumulate, pairwise
from math import ceil, exp, exp2, log, sqrt
from operator import mul
from typing import Final

from pmcareer.domain.forecast.pace_constants import (
    CHANCES,
    GOING,
    GUESS_WEEKS,
    KEPT_SHARE,
    KEPT_SPREAD,
    PROMISE_WEEKS,
    STARTER,
    STOPPING,
)
from pmcareer.domain.ground.frozen import frozen

History = Sequence[tuple[date, float]]
"""What was done on which day, ascending: (day, items)."""

Row = tuple[float, ...]

ITEMS: Final = (1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 40.0, 80.0, 160.0)
"""Where the table of a `Pace` has its rows; its columns are `CHANCES`."""

TYPICAL_PROMISE: Final = 1.3
"""Items a week taken for promised where nobody says: 8 hours a week at 6.2 hours an item."""

WEEK: Final = 7
HALF_LIFE: Final = 18
"""Days after which an item counts half towards the pace."""

FORGOTTEN: Final = 30 * HALF_LIFE
"""Days after which an item counts a billionth, and is not looked at."""

USUAL_PAUSE: Final = 14
"""Days of the two gaps that everybody is given, so that a short log has an expectation too."""

HALF_A_YEAR: Final = 26
USUAL_UNEVENNESS: Final = 1.3
"""Variation coefficient of weekly items given to everybody, with the weight of six weeks."""

PAUSE_HALVES: Final = 15
"""Items at which a pause has half its share in ln(days): who keeps going pays it once.

By cross-validation.
"""

LEAST_ITEMS: Final = 1e-6
"""Less than this on a day is nothing done."""

BELOW_ONE_ITEM: Final = 0.5
"""Power of the items below one (assumed): a part of the wait is for the next active day."""

TAILS: Final = (0.5, 0.75)
"""Slope of ln(days) over ln(p / (1 - p)) below and above `CHANCES`: medians of the end pieces."""

_FITTED: Final = tuple(log(p / (1 - p)) for p in CHANCES)
_LOGITS: Final = (_FITTED[0] - 1, *_FITTED, _FITTED[-1] + 1)
_LOG_ITEMS: Final = tuple(map(log, ITEMS))
_LONGEST: Final = log(4e6)


@frozen
class Weights:
    """What was learnt from others: a row per term of `terms`, in it a weight per chance."""

    going: tuple[Row, ...] = GOING
    stopping: tuple[Row, ...] = STOPPING


SHIPPED: Final = Weights()


@frozen
class Signs:
    """What a log shows of a way of working; finishing an item today changes only the first two."""

    pace: float
    """ln(items a week) of the last weeks."""

    pause: float
    """Mean ln(days) that own gaps as long as the present one still went on, less the mean of all.

    At least 0; and nobody is expected to stay away for more than another fortnight.
    """

    gap: float
    """Mean ln(days) between active days."""

    newness: float
    """2 / (active days before today + 2): the share of what everybody is given in pause and gap."""

    unevenness: float
    """ln(variation coefficient of weekly items over half a year + 0.1, for who never varies)."""


@frozen
class Pace:
    """How long further items take: quantiles of days, straight lines between the fitted ones."""

    items_per_week: float
    """Pace of the last weeks, blended by `trust` with what people keep of the promised pace."""

    weeks_seen: float
    """Weeks since the first item."""

    trust: float
    """Weight of the history against the promise, 0 to 1."""

    log_days: tuple[Row, ...]
    """A row per `ITEMS`, a column per `CHANCES` and one beyond each end; ascending both ways."""

    def days(self, remaining: float, quantile: float) -> float:
        """Days until `remaining` items are done with probability `quantile`; 0 for no items."""
        if remaining <= 0:
            return 0.0
        x = log(quantile / (1 - quantile))
        i = bisect_right(_LOGITS, x, 1, len(_LOGITS) - 1) - 1
        start, end = self._row(remaining)[i : i + 2]
        return exp(
            min(_LONGEST, start + (end - start) / (_LOGITS[i + 1] - _LOGITS[i]) * (x - _LOGITS[i]))
        )

    def days_for(self, remaining: float, quantiles: Iterable[float]) -> list[float]:
        """Return `days` for many quantiles at once, in their order."""
        if remaining <= 0:
            return [0.0 for _ in quantiles]
        starts, slopes = _lines(self._row(remaining))
        logits = [log(p / (1 - p)) for p in quantiles]
        pieces = [bisect_right(_LOGITS, x, 1, len(_LOGITS) - 1) - 1 for x in logits]
        return [
            exp(min(_LONGEST, starts[i] + slopes[i] * (x - _LOGITS[i])))
            for i, x in zip(pieces, logits, strict=True)
        ]

    def chance(self, remaining: float, days: float) -> float:
        """Probability, 0 to 1, that `remaining` items are done within `days`: inverts `days`."""
        if remaining <= 0:
            return 1.0
        if days <= 0:
            return 0.0
        return _logistic(_inverse(_LOGITS, self._row(remaining), log(days)))

    def _row(self, remaining: float) -> Row:
        """ln(days) per chance; beyond the last of `ITEMS` in proportion to the items."""
        x = log(remaining)
        nearest = min(max(x, _LOG_ITEMS[0]), _LOG_ITEMS[-1])
        i = bisect_right(_LOG_ITEMS, nearest, 1, len(_LOG_ITEMS) - 1)
        share = (nearest - _LOG_ITEMS[i - 1]) / (_LOG_ITEMS[i] - _LOG_ITEMS[i - 1])
        outside = (x - nearest) * (BELOW_ONE_ITEM if x < nearest else 1)
        return tuple(
            a + share * (b - a) + outside
            for a, b in zip(*self.log_days[i - 1 : i + 1], strict=True)
        )


def finish_dates(
    history: History,
    today: date,
    remaining: float,
    quantiles: Sequence[float],
    *,
    stopping: bool = False,
) -> tuple[date, ...]:
    """Return the day by which `remaining` items are done, per quantile; tomorrow at the earliest.

    Where nothing remains it is today. `stopping` counts those who give up; without it
    the dates hold for people who keep going.
    """
    days = pace_of(history, today, stopping=stopping).days_for(remaining, quantiles)
    return tuple(day_after(today, d) for d in days)


def day_after(today: date, days: float) -> date:
    """Round up to a whole day: tomorrow when anything remains, a calendar's last at most."""
    whole = max(1, ceil(days)) if days > 0 else 0
    return today + timedelta(days=min(whole, (date.max - today).days))


def pace_of(
    history: History,
    today: date,
    *,
    promise: float | None = None,
    stopping: bool = False,
    weights: Weights = SHIPPED,
) -> Pace:
    """Learn the pace from the `history` up to `today`.

    `promise`, items a week above 0, fades as the history grows.
    """
    kept = KEPT_SHARE * (TYPICAL_PROMISE if promise is None else promise)
    promised = _promised(kept, weights, stopping=stopping)
    seen = _days_ago(history, today)
    if not seen:
        return Pace(items_per_week=kept, weeks_seen=0.0, trust=0.0, log_days=_ordered(promised))

    signs = signs_of(seen)
    trust = _trust(_evidence(seen), GUESS_WEEKS if promise is None else PROMISE_WEEKS)
    return Pace(
        items_per_week=exp((1 - trust) * log(kept) + trust * signs.pace),
        weeks_seen=seen[0][0] / WEEK,
        trust=trust,
        log_days=_ordered(_blended(promised, _learnt(signs, weights, stopping=stopping), trust)),
    )


def _days_ago(history: History, today: date) -> list[tuple[int, float]]:
    now = today.toordinal()
    return [
        (ago, n) for day, n in history if (ago := now - day.toordinal()) >= 0 and n > LEAST_ITEMS
    ]


def signs_of(seen: Sequence[tuple[int, float]]) -> Signs:
    """Read the signs from (days ago, items), oldest first, at least one.

    What is done today moves pace and idle days alone: so finishing something never makes a date
    later.
    """
    earlier = [ago for ago, _ in seen if ago > 0]
    gaps = [a - b for a, b in pairwise(earlier) if a > b]
    logs = sum(map(log, gaps))
    return Signs(
        pace=log(_recent_pace(seen)),
        pause=max(
            0.0,
            min(log(USUAL_PAUSE), _expected_pause(gaps, seen[-1][0])) - _expected_pause(gaps, 0),
        ),
        gap=(logs + 2) / (len(gaps) + 2),
        newness=2 / (len(earlier) + 2),
        unevenness=log(_unevenness(seen) + 0.1),
    )


def terms(signs: Signs, log_items: float) -> Row:
    """Return what the weights multiply, for `log_items` = ln(remaining items)."""
    far = log_items / _LOG_ITEMS[-1]
    fading = 1 / (1 + exp(log_items) / PAUSE_HALVES)
    regular, irregular = signs.pause * exp(-signs.gap), signs.pause * (1 - exp(-signs.gap))
    habits = (signs.pace * (1 - far), signs.pace * far, signs.gap * (1 - far), signs.gap * far)
    pauses = (
        regular * fading,
        irregular * fading,
        regular * (1 - fading),
        irregular * (1 - fading),
    )
    return (
        1.0,
        log_items,
        log_items * log_items,
        *habits,
        signs.newness,
        signs.unevenness,
        *pauses,
    )


def _recent_pace(seen: Sequence[tuple[int, float]]) -> float:
    """Items a week: Σ cᵢ 2^(-ageᵢ/18) over as many faded weeks, and a week at the pace of all."""
    age = seen[0][0] + 1
    whole = sum(n for _, n in seen) / (age / WEEK)
    recent = sum(n * exp2(-ago / HALF_LIFE) for ago, n in seen if ago < FORGOTTEN)
    return (recent + whole) / ((1 - exp2(-age / HALF_LIFE)) / (1 - exp2(-1 / HALF_LIFE)) / WEEK + 1)


def _expected_pause(gaps: Iterable[int], idle: int) -> float:
    """Mean ln(days to come) of the gaps that outlasted `idle` days, and of two of a fortnight."""
    rest = [log(gap - idle) for gap in gaps if gap > idle]
    return (sum(rest) + 2 * log(USUAL_PAUSE)) / (len(rest) + 2)


def _unevenness(seen: Sequence[tuple[int, float]]) -> float:
    """Variation coefficient of the weekly items in the half year before the last seven days."""
    weeks = min(HALF_A_YEAR, (seen[0][0] + 1) // WEEK - 1)
    if weeks <= 1:
        return USUAL_UNEVENNESS
    items = [0.0] * weeks
    for ago, n in seen:
        if WEEK <= ago < WEEK * (weeks + 1):
            items[ago // WEEK - 1] += n
    if not any(items):
        return USUAL_UNEVENNESS
    mean = sum(items) / weeks
    own = sqrt(sum((n - mean) ** 2 for n in items) / (weeks - 1)) / mean
    return (own * weeks + USUAL_UNEVENNESS * 6) / (weeks + 6)


def _learnt(signs: Signs, weights: Weights, *, stopping: bool) -> tuple[Row, ...]:
    going = _table(signs, weights.going)
    return _later(going, _table(signs, weights.stopping)) if stopping else going


def _table(signs: Signs, weights: tuple[Row, ...]) -> tuple[Row, ...]:
    columns = tuple(zip(*weights, strict=True))
    rows = (terms(signs, log_items) for log_items in _LOG_ITEMS)
    return tuple(tuple(sum(map(mul, row, column)) for column in columns) for row in rows)


def _promised(items_per_week: float, weights: Weights, *, stopping: bool) -> tuple[Row, ...]:
    """ln(days) when only a pace is known that people like this keep at the median.

    Those who give up add what they would add to the dates of a typical starter.
    """
    week = log(WEEK / items_per_week)
    going = tuple(tuple(week + log_items + s for s in KEPT_SPREAD) for log_items in _LOG_ITEMS)
    if not stopping:
        return going
    starter = Signs(**STARTER)
    without, later = _table(starter, weights.going), _learnt(starter, weights, stopping=True)
    return tuple(_sum(*rows) for rows in zip(going, later, without, strict=True))


def _sum(row: Row, plus: Row, minus: Row) -> Row:
    return tuple(a + b - c for a, b, c in zip(row, plus, minus, strict=True))


def _evidence(seen: Sequence[tuple[int, float]]) -> float:
    """Weeks since the first item, at most active days before today: one long ago says little."""
    return min(seen[0][0] / WEEK, sum(ago > 0 for ago, _ in seen))


def _trust(weeks: float, half: float) -> float:
    """Weight of a history of so many weeks, one half at `half` weeks."""
    return weeks * weeks / (weeks * weeks + half * half)


def _blended(promised: Iterable[Row], learnt: Iterable[Row], trust: float) -> tuple[Row, ...]:
    return tuple(
        tuple(p + trust * (x - p) for p, x in zip(old, new, strict=True))
        for old, new in zip(promised, learnt, strict=True)
    )


def _later(one: Iterable[Row], other: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(tuple(map(max, a, b)) for a, b in zip(one, other, strict=True))


def _ordered(table: Iterable[Row]) -> tuple[Row, ...]:
    """Let more items never be earlier, nor a higher chance.

    By a running maximum, and by rearrangement (Chernozhukov 2010).
    """
    return tuple(
        _tailed(sorted(row))
        for row in accumulate(table, lambda above, row: tuple(map(max, above, row)))
    )


def _tailed(row: Sequence[float]) -> Row:
    return (row[0] - TAILS[0], *row, row[-1] + TAILS[1])


def _lines(row: Row) -> tuple[list[float], list[float]]:
    """Start and slope of the straight pieces over `_LOGITS`; the outermost two go on for ever."""
    points = tuple(zip(_LOGITS, row, strict=True))
    return [y for _, y in points[:-1]], [(d - b) / (c - a) for (a, b), (c, d) in pairwise(points)]


def _inverse(xs: Row, ys: Row, y: float) -> float:
    i = bisect_right(ys, y, 1, len(ys) - 1)
    step = ys[i] - ys[i - 1]
    return xs[i - 1] + (xs[i] - xs[i - 1]) * ((y - ys[i - 1]) / step if step else 1.0)


def _logistic(x: float) -> float:
    return 1 / (1 + exp(-x)) if x >= 0 else 1 - 1 / (1 + exp(x))
