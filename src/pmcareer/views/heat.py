"""The heat map: half a year in three rows and a column per week; --plain says it in words."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.rhythm import DayDone
from pmcareer.views.text import MONTHS, hours, plural

if TYPE_CHECKING:
    from pmcareer.views.layout import Hanging, Page

PARTS = (("Mon to Wed", 0, 3), ("Thu, Fri", 3, 5), ("Weekend", 5, 7))
"""Parts of a week: name, first weekday, weekday after the last."""
SIGNS = ("·", "░", "▒", "▓", "█")
ASCII_SIGNS = (".", "-", "+", "*", "#")
MINUTES = (60, 120, 240)
"""Minutes in a part of a week from which the second, third and darkest sign stand."""
LEGEND = "some, 1 h, 2 h, 4 h"
LABEL = 13
DAYS_A_WEEK = 7


def heat_lines(days: Sequence[DayDone], page: "Page") -> Iterator["Hanging"]:
    """Draw the weeks, oldest first, with the month in which each begins below."""
    weeks = tuple(days[start : start + DAYS_A_WEEK] for start in range(0, len(days), DAYS_A_WEEK))
    if page.plain:
        yield page.line(_in_words(weeks))
        return
    signs = SIGNS if page.unicode else ASCII_SIGNS
    for name, first, after in PARTS:
        cells = "".join(_sign(week[first:after], signs) for week in weeks)
        yield page.line((f"{name:<{LABEL}}", "quiet"), (cells, "done"))
    yield page.line((f"{'':<{LABEL}}{_months([week[0].day for week in weeks])}", "quiet"))


def _in_words(weeks: Sequence[Sequence[DayDone]]) -> str:
    active = [day for week in weeks for day in week if day.entries]
    busy = sum(any(day.entries for day in week) for week in weeks)
    spent = hours(sum(day.minutes for day in active) / 60)
    return f"{plural(len(active), 'active day')} in {busy} of {len(weeks)} weeks, {spent}."


def _sign(days: Sequence[DayDone], signs: Sequence[str]) -> str:
    if not any(day.entries for day in days):
        return signs[0]
    minutes = sum(day.minutes for day in days)
    return signs[1 + sum(minutes >= least for least in MINUTES)]


def _months(mondays: Sequence[date]) -> str:
    """Write each month's name at the first week that begins in it, where there is room."""
    line = ""
    for place, monday in enumerate(mondays):
        is_new = place == 0 or monday.month != mondays[place - 1].month
        name = MONTHS[monday.month - 1]
        if is_new and len(line) <= place and place + len(name) <= len(mondays):
            line = line.ljust(place) + name
    return line
