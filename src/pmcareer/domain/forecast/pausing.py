"""Why a range is wide: because of those who come to little, or for other reasons."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import inf

from pmcareer.domain.forecast.dates import at_quantile, day_of
from pmcareer.domain.forecast.outlook import Dates, Pauses
from pmcareer.domain.ground.calendar import TEN_YEARS_DAYS
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person

SLOW = 0.25
"""Of the hours a week that are counted on: who comes to less has paused for long, as a rule.

Of 64 learners 14 took over four times as long for 40 items as their first four weeks promised: 12
of them paused for a month or more, 8 for half a year; see `docs/forecasting.md`.
"""
WEAK = 2.0
"""A range is wide whose P80 is more than twice as far as its P50, and half a year later."""
HALF_A_YEAR = 183
TWO_YEARS = 730
"""So many days make a range wide, however far it is (assumed)."""
MOST_LEFT = 0.3
"""Of a range so much may be left without those who pause: were it even, a third would be."""
LIKELY, SAFE = 0.5, 0.8


@frozen
class Steady:
    """Those among the trials of a forecast who come to more than the slow ones do."""

    trials: int
    """How many: they are the first, since trials stand in the order of their pace."""
    share: float
    hours_per_week: float
    """What they come to at least."""

    def without(self, p80: date | None) -> Pauses:
        """Say of the others how many they are, where these are there by a day."""
        return Pauses(share=1 - self.share, hours_per_week=self.hours_per_week, p80=p80)


def with_pauses(person: Person, dates: Dates, days: Sequence[float], steady: Steady) -> Dates:
    """Say of a range where it is wide because some pause; `days` are of each trial, in order."""
    rest = _without_pauses(days, steady.trials)
    # Of a day ten years off nothing is said.
    if rest is None or rest >= TEN_YEARS_DAYS:
        return dates
    return replace(dates, pauses=steady.without(day_of(person, rest)))


def _without_pauses(days: Sequence[float], trials: int) -> float | None:
    """Find the P80 of the first trials, where that takes most of the width away."""
    # As likely as not in 40 months, in 110 with a chance of 8 in 10; of those who come to a quarter
    # of their hours 8 in 10 are there in 55: 55 of the 70 months between are for those who pause.
    ascending = sorted(days)
    likely, safe = at_quantile(ascending, LIKELY), at_quantile(ascending, SAFE)
    if not (trials and _is_wide(likely, safe)):
        return None
    rest = at_quantile(sorted(days[:trials]), SAFE)
    return rest if rest - likely <= MOST_LEFT * (safe - likely) else None


def _is_wide(likely: float, safe: float) -> bool:
    """Tell whether the safe day is much later than the likely one, and comes at all."""
    least = HALF_A_YEAR if safe > WEAK * likely else TWO_YEARS
    return least < safe - likely < inf
