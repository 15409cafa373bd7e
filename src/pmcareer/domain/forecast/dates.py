"""From days in the trials to dates: quantiles, whole days, and why a date is missing."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from math import ceil, inf

from pmcareer.domain.forecast.outlook import BEYOND, Dates
from pmcareer.domain.ground.calendar import A_MOMENT, DAYS_PER_WEEK
from pmcareer.domain.person.person import Person

HORIZON_DAYS = 20 * 365.25
NEVER = "a gate on the way is never met"
QUANTILES = (0.1, 0.5, 0.8, 0.95)
MEDIAN = QUANTILES.index(0.5)


def dates_of(
    person: Person,
    days: Iterable[float],
    promised: float,
    *,
    by_others: bool = False,
    is_earliest: bool = False,
) -> Dates:
    """Date what the trials find, in any order, and the one that keeps the promise."""
    ascending = sorted(days)
    found = [at_quantile(ascending, quantile) for quantile in QUANTILES]
    # Promised are 4 hours a week, and somebody does 6: the promise is kept by then as well.
    found = [min(promised, found[MEDIAN]), *found]
    # Never is beyond twenty years, too: where a quantile is infinite, a gate is the reason.
    dates = list(map(partial(day_of, person), found))
    reason = None
    if None in dates:
        reason = NEVER if inf in found else BEYOND
    kept, p10, p50, p80, p95 = dates
    return Dates(
        kept=kept,
        p10=p10,
        p50=p50,
        p80=p80,
        p95=p95,
        likely=p50,
        safe=p80,
        reason=reason,
        promised=day_of(person, promised),
        by_others=by_others or is_earliest,
        is_earliest=is_earliest,
    )


def median_of(days: Iterable[float]) -> float:
    """Find the middle of days in any order: the lower one of an even number."""
    return at_quantile(sorted(days), 0.5)


def at_quantile(ascending: Sequence[float], quantile: float) -> float:
    """Find the value that a share of ascending values does not pass."""
    return ascending[max(0, ceil(quantile * len(ascending)) - 1)]


def day_of(person: Person, days: float) -> date | None:
    """Round up to a whole day; None beyond twenty years."""
    last_day = (date.max - person.today).days - DAYS_PER_WEEK
    if days > min(HORIZON_DAYS, last_day):
        return None
    return person.today + timedelta(days=ceil(days - A_MOMENT))
