"""The heat map: half a year in three rows and a column per week; --plain says it in words."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.ground.vocabulary import MONTHS
from pmcareer.domain.person.ledger import Day
from pmcareer.views.parts.text import hours, plural

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page
    from pmcareer.views.parts.styled import Text

Week = Sequence[Day]

# Parts of a week: name, first weekday, weekday after the last.
PARTS = (("Mon to Wed", 0, 3), ("Thu, Fri", 3, 5), ("Weekend", 5, 7))
SIGNS = ("·", "░", "▒", "▓", "█")
ASCII_SIGNS = (".", "-", "+", "*", "#")
# Minutes in a part of a week from which the second, third and darkest sign stand.
MINUTES = (60, 120, 240)
# What the signs after the first mean.
MEANINGS = ("some", "1 h", "2 h", "4 h")
LABEL = 13


def heat_heading(days: Sequence[Day], page: "Page") -> "Text":
    """Head the map, and say what its signs mean."""
    title = f"Last {plural(len(_weeks(days)), 'week')}"
    if page.plain:
        return page.heading(title)
    between = " " if page.narrow else "  "
    signs = _signs(page)[1:]
    meant = [f"{sign} {word}" for sign, word in zip(signs, MEANINGS, strict=True)]
    return page.heading(title, between.join(meant))


def heat_lines(days: Sequence[Day], page: "Page") -> "Blocks":
    """Draw the weeks, oldest first, with the month in which each begins below."""
    weeks = _weeks(days)
    if page.plain:
        yield page.line(_in_words(weeks))
        return
    signs = _signs(page)
    for name, first, after in PARTS:
        cells = "".join(_sign(week[first:after], signs) for week in weeks)
        yield page.line((f"{name:<{LABEL}}", "quiet"), (cells, "done"))
    months = _months([week[0].day for week in weeks])
    yield page.quiet(f"{'':<{LABEL}}{months}")


def _weeks(days: Sequence[Day]) -> list[Week]:
    return [days[start : start + DAYS_PER_WEEK] for start in range(0, len(days), DAYS_PER_WEEK)]


def _signs(page: "Page") -> Sequence[str]:
    if page.unicode:
        return SIGNS
    return ASCII_SIGNS


def _in_words(weeks: Sequence[Week]) -> str:
    """Say "12 active days in 5 of 26 weeks, 14.5 h."."""
    active = busy = minutes = 0
    for week in weeks:
        worked = [day.minutes for day in week if day.entries]
        active += len(worked)
        busy += bool(worked)
        minutes += sum(worked)
    spent = hours(minutes / 60)
    return f"{plural(active, 'active day')} in {busy} of {len(weeks)} weeks, {spent}."


def _sign(days: Sequence[Day], signs: Sequence[str]) -> str:
    if not any(day.entries for day in days):
        return signs[0]
    minutes = sum(day.minutes for day in days)
    # An entry without minutes, such as a habit kept, still leaves the lightest sign.
    darker = sum(minutes >= least for least in MINUTES)
    return signs[1 + darker]


def _months(mondays: Sequence[date]) -> str:
    """Write each month's name below the first week that begins in it, where there is room."""
    begins = [0]
    for place, (before, day) in enumerate(pairwise(mondays), 1):
        if day.month != before.month:
            begins.append(place)
    line = ""
    for place, after in pairwise([*begins, len(mondays) + 1]):
        name = MONTHS[mondays[place].month - 1]
        # Room for a blank before the next name, too.
        if after - place > len(name):
            line = line.ljust(place) + name
    return line
