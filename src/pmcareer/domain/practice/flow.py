"""Flow of work over a board: how long things stay, how many come out, and when more will be out.

Little's law as in Little and Graves, Building Intuition (2008). The day on which something begins
and the day on which it is done both count, as the Kanban Guide counts them: begun and done on one
day is a day.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from random import Random

from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.practice.estimate import RUNS, SEED
from pmcareer.errors import NothingFinished


@frozen
class Item:
    """A thing on a board, with the days on which it was begun and done."""

    id: str
    began: date
    done: date | None
    """None while it is still there."""


Items = Iterable[Item]


def cycle_times(items: Items) -> tuple[int, ...]:
    """Give the calendar days that each finished item took, shortest first."""
    return tuple(sorted(_days(item.began, item.done) for item in items if item.done))


def _days(first: date, last: date) -> int:
    return (last - first).days + 1


def ages(items: Items, today: date) -> Mapping[str, int]:
    """Give the calendar days since each item was begun that is not done, oldest first."""
    open_ones = [item for item in items if item.done is None and item.began <= today]
    return {item.id: _days(item.began, today) for item in sorted(open_ones, key=_by_start)}


def _by_start(item: Item) -> tuple[date, str]:
    return item.began, item.id


def in_progress(items: Items, day: date) -> int:
    """Count what is begun and not done at the end of a day."""
    return sum(item.began <= day < (item.done or date.max) for item in items)


def mean_in_progress(items: Sequence[Item], first: date, last: date) -> float:
    """Give how much was in progress at the end of a day, on average over calendar days."""
    days = _days(first, last)
    return sum(in_progress(items, first + timedelta(days=day)) for day in range(days)) / days


def weekly_throughput(items: Sequence[Item], monday: date, weeks: int) -> tuple[int, ...]:
    """Count what was done in each of so many weeks, the first of which begins on `monday`."""
    counts = [0] * weeks
    for item in items:
        week = (item.done - monday).days // DAYS_PER_WEEK if item.done else -1
        if 0 <= week < weeks:
            counts[week] += 1
    return tuple(counts)


def time_by_littles_law(in_work: float, throughput: float) -> float:
    """W = L / λ: how long a thing stays, in the time unit of the throughput.

    Raises:
        NothingFinished: nothing comes out.
    """
    if throughput <= 0:
        raise NothingFinished
    return in_work / throughput


def weeks_to_finish(
    count: int, throughput: Sequence[int], *, runs: int = RUNS, seed: int = SEED
) -> tuple[int, ...]:
    """Draw how many weeks so many items take, fewest first.

    Each week to come is one of the past weeks, drawn with equal chance; the same seed gives the
    same weeks.

    Raises:
        NothingFinished: nothing was finished in any of the past weeks.
    """
    if not any(week > 0 for week in throughput):
        raise NothingFinished
    chance = Random(seed)  # noqa: S311 -- a forecast is no secret
    return tuple(sorted(_drawn_weeks(count, throughput, chance) for _ in range(runs)))


def _drawn_weeks(count: int, throughput: Sequence[int], chance: Random) -> int:
    weeks = 0
    while count > 0:
        count -= chance.choice(throughput)
        weeks += 1
    return weeks
