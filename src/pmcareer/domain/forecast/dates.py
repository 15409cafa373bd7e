"""From days in the trials to dates: quantiles, whole days, and why a date is missing."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import ceil, inf

from pmcareer.domain.forecast.outlook import BEYOND, Dates
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.person.person import Person

HORIZON_DAYS = 20 * 365.25
NEVER = "a gate on the way never opens"
QUANTILES = (0.1, 0.5, 0.8, 0.95)


def dates_of(
    person: Person, days: Iterable[float], kept: float, *, is_study: bool = False
) -> Dates:
    """Date what the trials find, in any order, and the one that keeps the promise."""
    ascending = sorted(days)
    found = [kept, *(at_quantile(ascending, quantile) for quantile in QUANTILES)]
    # Never is beyond twenty years, too: where a quantile is infinite, a gate is the reason.
    dates = [day_of(person, each, is_study=is_study) for each in found]
    reason = None
    if None in dates:
        reason = NEVER if inf in found else BEYOND
    kept_on, p10, p50, p80, p95 = dates
    return Dates(kept=kept_on, p10=p10, p50=p50, p80=p80, p95=p95, reason=reason)


def median_of(days: Iterable[float]) -> float:
    """Find the middle of days in any order: the lower one of an even number."""
    return at_quantile(sorted(days), 0.5)


def at_quantile(ascending: Sequence[float], quantile: float) -> float:
    """Find the value that a share of ascending values does not pass."""
    return ascending[max(0, ceil(quantile * len(ascending)) - 1)]


def day_of(person: Person, days: float, *, is_study: bool = False) -> date | None:
    """Round up to a whole day, of study to a day of study; None beyond twenty years."""
    last_day = (date.max - person.today).days - DAYS_PER_WEEK
    if days > min(HORIZON_DAYS, last_day):
        return None
    day = person.today + timedelta(days=ceil(days - 1e-9))
    if is_study and days > 0:
        return person.calendar.next_study_day(day)
    return day
