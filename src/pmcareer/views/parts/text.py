"""Words for what is shown: clean text, counts, efforts and days, the same in every language setting."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS_A_MONTH = 30.4375
_BYTE = 0xFF
_BASIC_PLANE = 0xFFFF


def clean(text: object) -> str:
    r"""Show characters that command a terminal, or hide in a text, as escapes: \x1b, \u202e.

    Line breaks, tabs and the joiners that emoji and Persian need stay.
    """
    return _UNSAFE.sub(_escape, str(text).replace("\r\n", "\n"))


def _escape(match: re.Match[str]) -> str:
    number = ord(match.group())
    if number <= _BYTE:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= _BASIC_PLANE else f"\\U{number:08x}"


def one_line(text: object) -> str:
    """Clean a text and join its lines, for places that have only one."""
    return " ".join(clean(text).split())


def plural(count: float, word: str, words: str = "") -> str:
    """Count things: 1 exercise, 3 exercises."""
    return f"{number(count)} {word if count == 1 else words or word + 's'}"


def number(value: float, digits: int = 1) -> str:
    """Write a number without a needless end: 14.7, 14, 0."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def hours(value: float) -> str:
    """Write an effort in hours: 14.7 h."""
    return f"{number(value)} h"


def minutes(value: float) -> str:
    """Write an effort in minutes: 45 min, 1 h 30 min, 2 h."""
    whole, rest = divmod(round(value), 60)
    if not whole:
        return f"{rest} min"
    return f"{whole} h {rest} min" if rest else f"{whole} h"


def weeks(value: float) -> str:
    """Write a length of study: under a week, 1 week, 26 weeks."""
    return plural(round(value), "week") if value >= 1 else "under a week"


def share(value: float) -> str:
    """Write a share as a percentage: 40 %."""
    return f"{round(100 * value)} %"


def day(value: date, today: date | None = None) -> str:
    """Name a day: today, yesterday, tomorrow, else Sat 21 Nov 2026."""
    near = {0: "today", -1: "yesterday", 1: "tomorrow"}.get((value - today).days) if today else None
    return (
        near or f"{_WEEKDAYS[value.weekday()]} {value.day} {MONTHS[value.month - 1]} {value.year}"
    )


def month(value: date) -> str:
    """Name a month: Nov 2026."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def day_range(first: date, last: date | None) -> str:
    """Name a range of days; None is still going on."""
    return f"{day(first)} to {day(last)}" if last else f"since {day(first)}"


def month_range(first: date, last: date) -> str:
    """Name a range of months: Nov 2026, Mar to May 2027, Nov 2026 to Feb 2027."""
    if (first.year, first.month) == (last.year, last.month):
        return month(first)
    if first.year == last.year:
        return f"{MONTHS[first.month - 1]} to {month(last)}"
    return f"{month(first)} to {month(last)}"


def span(days: int) -> str:
    """Name a length of time in the unit one would say: 5 days, 8 weeks, 14 months, 3.5 years."""
    length = abs(days)
    for least, unit, per, digits in (
        (731, "year", 365.25, 1),
        (92, "month", _DAYS_A_MONTH, 0),
        (14, "week", 7, 0),
    ):
        if length >= least:
            return plural(round(length / per, digits), unit)
    return plural(length, "day")


def distance(value: date, today: date) -> str:
    """Say how far a day is from today: today, in 3 weeks, 5 days ago."""
    days = (value - today).days
    if days == 0:
        return "today"
    return f"in {span(days)}" if days > 0 else f"{span(days)} ago"


def joined(words: Iterable[str], last: str = "and") -> str:
    """Join words as in speech: a, b and c."""
    listed: Sequence[str] = tuple(words)
    if len(listed) <= 1:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"
