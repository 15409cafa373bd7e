"""What a day may be called: 2026-11-20, 5 Jan, Jan 2026, last friday, 3 days ago, in 2 weeks.

A spelling is taken apart here, and every meaning that it can have is given. Which of them an option
takes, `days` says.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from pmcareer.domain.ground.calendar import (
    DAYS_PER_WEEK,
    FIRST_YEAR,
    LAST_YEAR,
    Range,
    plus_days,
    plus_months,
)
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import MONTHS
from pmcareer.errors import with_nearest

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS_IN_FULL = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = {word: place for place, name in enumerate(DAYS) for word in (name, name[:3])}
"""Weekdays in full and by three letters, Monday is 0."""
MONTH_OF = {
    word: place
    for place, name in enumerate(MONTHS_IN_FULL, 1)
    for word in (name, MONTHS[place - 1].lower())
}
"""Months in full and as screens name them, January is 1."""
MONTH_OF["sept"] = 9
NEAR = {"today": 0, "now": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
NEAR_IN_WORDS = {
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "last night": -1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
NUMBERS = {"a": 1, "an": 1} | {word: number for number, word in enumerate((*SMALL, "twelve"), 1)}
UNITS = {
    unit: name
    for name in ("day", "week", "month", "year")
    for unit in (name, f"{name}s", name[0])
    # Nobody knows whether 3m are months.
    if unit != "m"
}
"""Days, weeks, months and years as they are typed, to one word for each."""
PLACES = {"last": -1, "this": 0, "next": 1}
LONG_UNITS = [unit for unit in UNITS if len(unit) > 1]
WORDS = (*WEEKDAYS, *MONTH_OF, *NEAR, *PLACES, *LONG_UNITS, "ago")
"""Words that spellings are made of; the nearest of them is offered where one is mistyped."""
AGO, AHEAD = " ago", "in "
"""What stands behind a length of time, or before it."""
YEARS_AROUND = 8
"""Between 29 February of one leap year and the next there may be this many years."""
MOST_WORDS = 4
"""Words in the longest spelling: Fri 27 Nov 2026."""

_STEP = re.compile(r"([+-]) ?(\d{1,5}) ?([a-z]+)", re.ASCII)
_COUNT = re.compile(r"\d{1,5}", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_YEAR_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.](\d{4})", re.ASCII)
_IN_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4})?)?", re.ASCII)
_DAY_NUMBER = re.compile(r"\d{1,2}", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th)\b( of\b)?", re.ASCII)
_SEAM = re.compile(
    r"(?<=[a-z])[-_.]+|(?<=\d)[-_.]+(?=\s*[a-z])|(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", re.ASCII
)
"""Where 5jan, 5-Jan-2026, 3-days-ago and 5. Jan fall into words."""


_PART_OF_DAY = re.compile(r"(?<=day) (?:morning|afternoon|evening|night)$")
"""Behind yesterday or monday, which it leaves the same day."""


@frozen
class Meaning:
    """What a spelling can mean: the first and the last day of it, which a single day both is."""

    past: Range | None
    """The last such days that have begun; None where the weekday named is another one."""
    coming: Range | None
    """The next such days that are not over; the same where a year or a distance was said."""
    is_length: bool = False
    """It is a length of time, 6 years, and whoever asks knows from where it is counted."""
    is_stretch: bool = False
    """It is a week, or a month that has no name: last week, this month."""


def meanings_of(text: str, today: date) -> tuple[Meaning, ...]:
    """Give everything that a text can mean as a day; nothing where it names none.

    Two meanings are those of 01/05: day and month, or month and day.
    """
    word = _plain(text)
    for read in READERS:
        found = tuple(read(word, today))
        if found:
            return found
    return ()


def is_spelling(text: str) -> bool:
    """Tell whether a text names a day, whatever day it is today."""
    return bool(meanings_of(text, date(FIRST_YEAR + 1, 1, 1)))


def is_day(text: str) -> bool:
    """Tell whether a text names a day or a month, and neither a length of time nor a week."""
    meanings = meanings_of(text, date(FIRST_YEAR + 1, 1, 1))
    return any(not (each.is_length or each.is_stretch) for each in meanings)


def is_length(text: str) -> bool:
    """Tell whether a text names a length of time: 3 years, two weeks."""
    return any(each.is_length for each in meanings_of(text, date(FIRST_YEAR + 1, 1, 1)))


def mended(text: str) -> str | None:
    """Put the nearest words in the place of those that are in no spelling: "tomorow".

    None where a word is like no other, or the whole is no day even then.
    """
    better = with_nearest(_plain(text), WORDS, but=(*NUMBERS, "in"))
    return better if better and is_spelling(better) else None


def _plain(text: str) -> str:
    """Leave small letters and single spaces: "5th of Jan., 2026" and 5-jan-2026 are 5 jan 2026.

    On Monday is monday, and yesterday evening is yesterday.
    """
    word = _ORDINAL.sub(r"\1", text.lower().replace(",", " "))
    plain = " ".join(_SEAM.sub(" ", word).split())
    return _PART_OF_DAY.sub("", plain.removeprefix("on "))


def _near(word: str, today: date) -> Iterator[Meaning]:
    """Read today and its neighbours."""
    away = NEAR.get(word, NEAR_IN_WORDS.get(word))
    if away is not None:
        yield _one_day(plus(today, away, "day"))


def _this_weekday(word: str, today: date) -> Iterator[Meaning]:
    """Read friday."""
    if word in WEEKDAYS:
        past, coming = _weekday(today, word, -1), _weekday(today, word, 1)
        yield Meaning(past=_alone(past), coming=_alone(coming))


def _that_weekday(word: str, today: date) -> Iterator[Meaning]:
    """Read last friday and next friday."""
    place, _, name = word.partition(" ")
    # This friday is none: on a Saturday nobody knows which one is meant.
    if name in WEEKDAYS and PLACES.get(place):
        yield _one_day(_weekday(today, name, PLACES[place]))


def _week(word: str, today: date) -> Iterator[Meaning]:
    """Read last week and next week, from Monday to Sunday."""
    place, _, what = word.partition(" ")
    if place in PLACES and what == "week":
        monday = plus(today, PLACES[place] * DAYS_PER_WEEK - today.weekday(), "day")
        days = (monday, plus_days(monday, DAYS_PER_WEEK - 1))
        yield Meaning(past=days, coming=days, is_stretch=True)


def _this_month(word: str, today: date) -> Iterator[Meaning]:
    """Read last month and next month."""
    place, _, what = word.partition(" ")
    if place in PLACES and what == "month":
        days = _month(plus_months(today.replace(day=1), PLACES[place])).past
        yield Meaning(past=days, coming=days, is_stretch=True)


def _weekday(today: date, word: str, way: int) -> date:
    # Not today itself: who means today says so. On a Saturday "monday" is 2 days ahead or 5
    # ago, "saturday" 7 ahead or 7 ago.
    away = (way * (WEEKDAYS[word] - today.weekday())) % DAYS_PER_WEEK or DAYS_PER_WEEK
    return plus(today, way * away, "day")


def _step(word: str, today: date) -> Iterator[Meaning]:
    """Read -3d and +2w."""
    found = _STEP.fullmatch(word)
    if found and found[3] in UNITS:
        yield _one_day(plus(today, int(f"{found[1]}{found[2]}"), UNITS[found[3]]))


def _ago(word: str, today: date) -> Iterator[Meaning]:
    """Read 3 days ago."""
    if word.endswith(AGO):
        yield from map(_one_day, _away(word.removesuffix(AGO), today, -1))


def _ahead(word: str, today: date) -> Iterator[Meaning]:
    """Read in two weeks."""
    if word.startswith(AHEAD):
        yield from map(_one_day, _away(word.removeprefix(AHEAD), today, 1))


def _length(word: str, today: date) -> Iterator[Meaning]:
    """Read 6 years."""
    for past, coming in zip(_away(word, today, -1), _away(word, today, 1), strict=True):
        yield Meaning(past=_alone(past), coming=_alone(coming), is_length=True)


def _away(length: str, today: date, way: int) -> Iterator[date]:
    """Go a length of time on, or back; nowhere where the words are none."""
    number, _, unit = length.partition(" ")
    if unit in UNITS and (number in NUMBERS or _COUNT.fullmatch(number)):
        yield plus(today, way * (NUMBERS.get(number) or int(number)), UNITS[unit])


def plus(today: date, count: int, unit: str) -> date:
    """Go so many days, weeks, months or years on, or back where the count is below zero.

    However many there are, it stays inside the calendar: then it is refused by its year.
    """
    if unit == "year":
        return plus_months(today, count * 12)
    if unit == "month":
        return plus_months(today, count)
    days = count * DAYS_PER_WEEK if unit == "week" else count
    first, last = date(FIRST_YEAR - 1, 1, 1).toordinal(), date(LAST_YEAR + 1, 12, 31).toordinal()
    return date.fromordinal(min(max(today.toordinal() + days, first), last))


def _year_first(word: str, _: date) -> Iterator[Meaning]:
    """Read 2026-11-20."""
    if found := _YEAR_FIRST.fullmatch(word):
        yield from _on(int(found[1]), int(found[3]), int(found[4]))


def _year_and_month(word: str, _: date) -> Iterator[Meaning]:
    """Read 2026-01."""
    if found := _YEAR_MONTH.fullmatch(word):
        yield from _whole_month(int(found[1]), int(found[2]))


def _month_and_year(word: str, _: date) -> Iterator[Meaning]:
    """Read 01/2026."""
    if found := _MONTH_YEAR.fullmatch(word):
        yield from _whole_month(int(found[2]), int(found[1]))


def _in_numbers(word: str, today: date) -> Iterator[Meaning]:
    """Read 13/05 and 20.11.2026; 01/05 has two meanings, and 05/05 one."""
    found = _IN_NUMBERS.fullmatch(word)
    if not found:
        return
    one, other = int(found[1]), int(found[3])
    year = int(found[4]) if found[4] else None
    yield from _day_and_month(one, other, year, today)
    if one != other:
        yield from _day_and_month(other, one, year, today)


def _named(word: str, today: date) -> Iterator[Meaning]:
    """Read 5 jan, jan 5 2026, fri 27 nov, march 2020 and march."""
    words = word.split()
    weekday = _weekday_before(words)
    year = _year_behind(words)
    numbers = [int(each) for each in words if _DAY_NUMBER.fullmatch(each)]
    months = [MONTH_OF[each] for each in words if each in MONTH_OF]
    if len(months) != 1 or len(months) + len(numbers) != len(words):
        return
    if len(numbers) == 1:
        for meaning in _day_and_month(numbers[0], months[0], year, today):
            yield _on_weekday(meaning, weekday)
    elif not numbers and weekday is None:
        yield from _month_named(months[0], year, today)


def _weekday_before(words: list[str]) -> int | None:
    """Take a weekday off the front of a day that is named behind it."""
    if len(words) > 2 and words[0] in WEEKDAYS:  # noqa: PLR2004 -- fri 27 nov
        return WEEKDAYS[words.pop(0)]
    return None


def _year_behind(words: list[str]) -> int | None:
    """Take a year off the end."""
    if words and _YEAR.fullmatch(words[-1]):
        return int(words.pop())
    return None


def _on_weekday(meaning: Meaning, weekday: int | None) -> Meaning:
    """Leave out the days that are not on the weekday which was named beside them."""

    def fitting(days: Range | None) -> Range | None:
        return days if days and weekday in (None, days[0].weekday()) else None

    return Meaning(past=fitting(meaning.past), coming=fitting(meaning.coming))


def _day_and_month(day: int, month: int, year: int | None, today: date) -> Iterator[Meaning]:
    if year is not None:
        yield from _on(year, month, day)
        return
    past = _first_of(range(today.year, today.year - YEARS_AROUND - 1, -1), month, day, today.__ge__)
    coming = _first_of(range(today.year, today.year + YEARS_AROUND + 1), month, day, today.__le__)
    if past and coming:
        yield Meaning(past=_alone(past), coming=_alone(coming))


def _first_of(
    years: Iterable[int], month: int, day: int, fits: Callable[[date], bool]
) -> date | None:
    """Find the first of these years in which there is such a day, and it fits."""
    for year in years:
        found = _date(year, month, day)
        if found and fits(found):
            return found
    return None


def _on(year: int, month: int, day: int) -> Iterator[Meaning]:
    if found := _date(year, month, day):
        yield _one_day(found)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _whole_month(year: int, month: int) -> Iterator[Meaning]:
    if first := _date(year, month, 1):
        yield _month(first)


def _month_named(month: int, year: int | None, today: date) -> Iterator[Meaning]:
    """Read a month; without a year it is the one that has begun last, or is the next to end."""
    if year is not None:
        yield from _whole_month(year, month)
        return
    past = _month(date(today.year - (month > today.month), month, 1)).past
    coming = _month(date(today.year + (month < today.month), month, 1)).coming
    yield Meaning(past=past, coming=coming)


def _month(first: date) -> Meaning:
    return _days(first, plus_months(first, 1) - timedelta(days=1))


def _one_day(day: date) -> Meaning:
    return _days(day, day)


def _days(first: date, last: date) -> Meaning:
    return Meaning(past=(first, last), coming=(first, last))


def _alone(day: date) -> Range:
    return (day, day)


READERS = (
    _near,
    _this_weekday,
    _that_weekday,
    _week,
    _this_month,
    _step,
    _ago,
    _ahead,
    _length,
    _year_first,
    _year_and_month,
    _month_and_year,
    _in_numbers,
    _named,
)
"""What reads each form; no text has two of them."""
