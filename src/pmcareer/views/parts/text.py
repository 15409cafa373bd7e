"""Words for what is shown: clean text, counts, efforts and days.

They are the same in every language setting.
"""

import re
from collections.abc import Iterable
from datetime import date

from pmcareer.domain.ground.calendar import TEN_YEARS_DAYS, day_in_words, on_day_in_words
from pmcareer.domain.ground.vocabulary import MONTHS

# Compiled where it is first needed: most texts have none of these.
_UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
OVER_TEN_YEARS = "over ten years"
# Characters of what somebody wrote, where it is only named.
SHORT = 60
# Days from which a unit is used, its name, its days, and its digits behind the point.
_UNITS = ((731, "year", 365.25, 1), (92, "month", 30.4375, 0), (14, "week", 7, 0))


def clean(text: object) -> str:
    r"""Show characters that command a terminal, or hide in a text, as escapes: \x1b, \u202e.

    Line breaks, tabs and the joiners that emoji and Persian need stay.
    """
    words = str(text)
    # None of them is printable.
    return words if words.isprintable() else re.sub(_UNSAFE, _escape, words.replace("\r\n", "\n"))


def _escape(match: re.Match[str]) -> str:
    # Of these only a carriage return has a letter for Python; it gets its number as all others.
    return ascii(match.group()).strip("'").replace(r"\r", r"\x0d")


def one_line(text: object) -> str:
    """Clean a text and join its lines, for places that have only one."""
    return " ".join(clean(text).split())


def shortened(text: object, most: int = SHORT) -> str:
    """Clean a text and keep its beginning, for places that have room for no more."""
    words = one_line(text)
    return words if len(words) <= most else f"{words[: most - 4].rstrip()} ..."


def if_said(words: str, value: object) -> str:
    """Put a value into its words, "by {}"; nothing where there is none."""
    if value:
        return words.format(value)
    return ""


def plural(count: float, word: str, words: str = "") -> str:
    """Count things: 1 exercise, 3 exercises."""
    if count == 1:
        return f"1 {word}"
    return f"{number(count)} {words or word + 's'}"


def number(value: float, digits: int = 1) -> str:
    """Write a number without a needless end: 14.7, 14, 0."""
    # The z: a little below nothing is nothing, -0.04 with one digit. And 5.05 is 5.05, whichever
    # Python added it up: before 3.12 sums came to 5.050000000000001.
    text = f"{round(value, 9):z.{digits}f}"
    if "." in text:
        return text.rstrip("0").rstrip(".")
    return text


def hours(value: float) -> str:
    """Write an effort in hours: 14.7 h."""
    return f"{number(value)} h"


def minutes(value: float) -> str:
    """Write an effort in minutes: 45 min, 1 h 30 min, 2 h."""
    whole, rest = divmod(round(value), 60)
    if not whole:
        return f"{rest} min"
    if not rest:
        return f"{whole} h"
    return f"{whole} h {rest} min"


def weeks(value: float) -> str:
    """Write a length of study: under a week, 1 week, 26 weeks."""
    if value < 1:
        return "under a week"
    if value >= TEN_YEARS_DAYS / 7:
        return OVER_TEN_YEARS
    return plural(round(value), "week")


def share(value: float) -> str:
    """Write a share as a percentage: 40 %."""
    return f"{round(100 * value)} %"


def day(value: date, today: date | None = None) -> str:
    """Name a day as one would from here: today, tomorrow, Fri 27 Nov, else 27 Nov 2026."""
    return day_in_words(value, today)


def on_day(value: date, today: date) -> str:
    """Say when: today, yesterday, tomorrow, else on Fri 27 Nov, on 27 Nov 2026."""
    return on_day_in_words(value, today)


def month(value: date) -> str:
    """Name a month: Nov 2026."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def day_range(first: date, last: date | None, today: date | None = None) -> str:
    """Name a range of days; None is still going on."""
    if last is None:
        return f"since {day(first, today)}"
    return f"{day(first, today)} to {day(last, today)}"


def span(days: int) -> str:
    """Name a length of time in the unit one would say: 5 days, 8 weeks, 14 months, 3.5 years."""
    length = abs(days)
    if length >= TEN_YEARS_DAYS:
        return OVER_TEN_YEARS
    for least, unit, unit_days, digits in _UNITS:
        if length >= least:
            return plural(round(length / unit_days, digits), unit)
    return plural(length, "day")


def later(days: int) -> str:
    """Say which way a date moved, and how far: 8 weeks later, 5 days earlier."""
    return f"{span(days)} {'later' if days > 0 else 'earlier'}"


def signed(days: int) -> str:
    """Write a number of days with its sign: +14 days, -1 day."""
    return f"{'+' if days > 0 else '-'}{plural(abs(days), 'day')}"


def joined(words: Iterable[str], last: str = "and") -> str:
    """Join words as in speech: a, b and c."""
    *listed, final = [*words] or [""]
    if listed:
        return f"{', '.join(listed)} {last} {final}"
    return final


def spaced(name: str) -> str:
    """Write an id that is made of words: ways-of-working as ways of working."""
    return name.replace("-", " ")
