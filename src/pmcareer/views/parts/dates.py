"""Dates and efforts of a forecast, for scripts and in words."""

from datetime import date

from pmcareer.domain.forecast.outlook import BEYOND, Dates
from pmcareer.views.parts.keys import Keys, picked
from pmcareer.views.parts.text import month

NEAR_DAYS = 92
FAR_DAYS = 5 * 365


def dates_keys(forecast: object, *names: str) -> Keys:
    """Write the dates that a forecast has under these names, a reason beside what is missing."""
    return {name: _dates_keys(getattr(forecast, name)) for name in names}


def _dates_keys(dates: Dates) -> Keys:
    return picked(dates, "kept", "p10", "p50", "p80", "p95", "reason")


def about(day: date | None, today: date) -> str:
    """Say a forecast day as exactly as its distance allows: the year, the month, or the week."""
    if day is None:
        return BEYOND
    ahead = (day - today).days
    if ahead > FAR_DAYS:
        return str(day.year)
    if ahead > NEAR_DAYS:
        return month(day)
    return f"{day.day} {month(day)}"


def likely(dates: Dates, today: date) -> str:
    """Say the range from P50 to P80, each day as exactly as its distance allows."""
    begin, end = about(dates.p50, today), about(dates.p80, today)
    if dates.p50 and not dates.p80:
        return f"{begin} or much later"
    if begin == end:
        return begin
    return f"{begin} to {end}"
