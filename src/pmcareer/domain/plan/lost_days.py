"""Days that passed off, or idle for whole weeks: a plan moves by them, whatever the pace."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from statistics import median_low

from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, Calendar, Range
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.ledger import Day, Ledger

ENOUGH_GAPS = 3
"""Fewer gaps between days of study don't tell what is usual for somebody."""


@frozen
class LostDays:
    """What was lost of the days since a plan was saved."""

    days: int
    """Off or idle, beyond those that the saved calendar had off; below 0 where it had more."""
    off: int
    """Days off among them, less those that the saved calendar had off."""
    idle: tuple[date, ...]
    """Days of whole weeks without study, days off left out."""
    paused_from: date | None
    """The last day before the pause that still goes on; None where there is none of a week."""
    short_pause: int = 0
    """Days without study up to today that are not lost; 0 where there were as many before."""

    @property
    def idle_ranges(self) -> tuple[Range, ...]:
        """The idle days as ranges."""
        return tuple((day, day) for day in self.idle)


def lost_since(ledger: Ledger, since: date, today: date, then: Calendar) -> LostDays:
    """Find what was lost after a day, up to today; `then` is the calendar as it was on that day.

    Whole weeks count that somebody did no study in, beyond the gaps that are usual for them: who
    studies every other Saturday has lost nothing after thirteen days. Of a pause that goes on
    every day counts.
    """
    first = since + timedelta(days=1)
    open_days = [day for day in ledger.days(first, today) if not day.is_off]
    usual = DAYS_PER_WEEK * (_usual_gap(ledger.study_days, since) // DAYS_PER_WEEK)
    idle: list[date] = []
    paused_from: date | None = None
    short_pause = 0
    for run in _idle_runs(open_days):
        # Mondays and Fridays, two weeks missed: 16 days from Saturday to Sunday, 14 of them lost.
        beyond = max(0, len(run) - usual)
        lost = run[: beyond // DAYS_PER_WEEK * DAYS_PER_WEEK]
        goes_on = run[-1] is open_days[-1]
        if goes_on and not lost:
            short_pause = _longer_than_then(run, open_days, _idle_until(ledger, since))
        if goes_on and lost:
            lost = run[:beyond]
            paused_from = max([since, *ledger.study_days[-1:]])
        idle += [each.day for each in lost]
    off = ledger.calendar.off_between(first, today)
    was_off = then.off_between(first, today)
    return LostDays(
        days=len(off.union(idle)) - len(was_off),
        off=len(off) - len(was_off),
        idle=tuple(idle),
        paused_from=paused_from,
        short_pause=short_pause,
    )


def _longer_than_then(run: Sequence[Day], open_days: Sequence[Day], then: int) -> int:
    """Count the days of a pause that goes on; 0 where it was as long when the plan was saved."""
    # Idle for two days then and for a third now: it is one pause of three.
    if run[0] is open_days[0]:
        return then + len(run)
    return len(run) if len(run) > then else 0


def _idle_until(ledger: Ledger, day: date) -> int:
    """Count the days without study up to a day; none before the first study."""
    return (day - max((each for each in ledger.study_days if each <= day), default=day)).days


def _idle_runs(days: Iterable[Day]) -> list[Sequence[Day]]:
    """Find the stretches without study; days off, left out before, don't end one."""
    runs = groupby(days, key=lambda day: day.is_study)
    return [tuple(run) for is_study, run in runs if not is_study]


def _usual_gap(studied: Sequence[date], until: date) -> int:
    """Return the days without study that lie between two days of it as a rule."""
    before = [day for day in studied if day <= until]
    gaps = [(b - a).days - 1 for a, b in pairwise(before)]
    return median_low(gaps) if len(gaps) >= ENOUGH_GAPS else 0
