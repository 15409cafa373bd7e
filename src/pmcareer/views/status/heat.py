"""The heat map: half a year in three rows and a column per week; --plain says it in words."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.person.rhythm import DayDone
from pmcareer.views.parts.text import MONTHS, hours, plural

if TYPE_CHECKING:
    from rich.text import Text

    from pmcareer.views.parts.layout import Hanging, Page

PARTS = (("Mon to Wed", 0, 3), ("Thu, Fri", 3, 5), ("Weekend", 5, 7))
"""Parts of a week: name, first weekday, weekday after the last."""
SIGNS = ("·", "░", "▒", "▓", "█")
ASCII_SIGNS = (".", "-", "+", "*", "#")
MINUTES = (60, 120, 240)
"""Minutes in a part of a week from which the second, third and darkest sign stand."""
MEANINGS = ("", "some", "1 h", "2 h", "4 h")
LABEL = 13
DAYS_A_WEEK = 7


def heat_heading(days: Sequence[DayDone], page: "Page") -> "Text":
    """Head the map, and say what its signs mean."""
    meant = (f"{sign} {word}" for sign, word in zip(_signs(page), MEANINGS, strict=True) if word)
    legend = "" if page.plain else (" " if page.narrow else "  ").join(meant)
    return page.heading(f"Last {plural(-(-len(days) // DAYS_A_WEEK), 'week')}", legend)


def heat_lines(days: Sequence[DayDone], page: "Page") -> Iterator["Hanging"]:
    """Draw the weeks, oldest first, with the month in which each begins below."""
    weeks = tuple(days[start : start + DAYS_A_WEEK] for start in range(0, len(days), DAYS_A_WEEK))
    if page.plain:
        yield page.line(_in_words(weeks))
        return
    signs = _signs(page)
    for name, first, after in PARTS:
        cells = "".join(_sign(week[first:after], signs) for week in weeks)
        yield page.line((f"{name:<{LABEL}}", "quiet"), (cells, "done"))
    yield page.line((f"{'':<{LABEL}}{_months([week[0].day for week in weeks])}", "quiet"))


def _signs(page: "Page") -> Sequence[str]:
    return SIGNS if page.unicode else ASCII_SIGNS


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
    """Write each month's name below the first week that begins in it, where there is room for it."""
    begins = [
        place
        for place, day in enumerate(mondays)
        if place == 0 or day.month != mondays[place - 1].month
    ]
    line = ""
    for place, after in zip(begins, [*begins[1:], len(mondays) + 1], strict=True):
        name = MONTHS[mondays[place].month - 1]
        if after - place > len(name):  # room for a blank before the next one, too
            line = line.ljust(place) + name
    return line
