"""Dates and efforts of a forecast, for scripts and in words."""

from datetime import date
from typing import Any

from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.forecast.outlook import Dates
from pmcareer.views.parts.text import month

BEYOND = "beyond twenty years"
NEAR_DAYS = 92


def dates_as_dict(dates: Dates) -> dict[str, Any]:
    """Give the keys of a forecast's dates; a reason stands beside what is missing."""
    found: dict[str, Any] = {
        "kept": dates.kept,
        "p10": dates.p10,
        "p50": dates.p50,
        "p80": dates.p80,
        "p95": dates.p95,
    }
    return {key: day.isoformat() if day else None for key, day in found.items()} | {
        "reason": dates.reason
    }


def hours_as_dict(exercise: Exercise) -> dict[str, float]:
    """Give a three-point effort with its PERT mean, in hours."""
    optimistic, likely, pessimistic = exercise.hours
    return {
        "optimistic": optimistic,
        "likely": likely,
        "pessimistic": pessimistic,
        "mean": round(exercise.mean_hours, 2),
    }


def about(day: date | None, today: date) -> str:
    """Say a forecast day as exactly as its distance allows: the year, the month, or the week."""
    if day is None:
        return BEYOND
    ahead = (day - today).days
    if ahead > 5 * 365:
        return str(day.year)
    if ahead > NEAR_DAYS:
        return month(day)
    return f"{day.day} {month(day)}"


def about_range(first: date | None, last: date | None, today: date) -> str:
    """Say a range of forecast days, each as exactly as its distance allows."""
    if first is None or last is None:
        return BEYOND if first is None else f"{about(first, today)} or much later"
    begin, end = about(first, today), about(last, today)
    return begin if begin == end else f"{begin} to {end}"
