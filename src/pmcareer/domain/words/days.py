"""Days as people type them, for every option that takes one; what can be two days is asked back.

    2026-11-20   5 Jan   Jan 5   5 January 2026   Fri 27 Nov      a day
    2026-01   Jan 2026   March   this month   last week           its first day, or its last
    today   yesterday   friday   last friday   next friday        from today
    3 days ago   in 2 weeks   -3d   +14d                          from today
    6 years   2020                                                since then

Where the year or the week is not said, what is past means the last such day, what is to come the
next; but a day of the coming month is not put a year back: the year is asked. Of a month or a week,
an option that says the end of something (--until of `history`, --to, --by, --expires) takes the
last day, every other one the first: `defer --until March` is back on 1 March. What was done, was
done on no month. 01/05 is 1 May to some and 5 January to others: nobody guesses which.
"""

import re
from collections.abc import Sequence
from datetime import date, time

from pmcareer.domain.ground.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    Range,
    day_in_words,
    plus_days,
)
from pmcareer.domain.ground.vocabulary import MONTHS
from pmcareer.domain.words.day_spellings import Meaning, is_spelling, meanings_of, mended
from pmcareer.errors import AmbiguousDay, FutureDay, NoDay, NotTogether, WrongValue, offering

ON, DAYS_OFF = "--on", "--days-off"
PAST = "a day like 5 Jan, last friday or 3 days ago"
BEGINNING = "a day like March 2020, 5 Jan or 6 years ago"
COMING = "a day to come like 5 Jan, next friday or in 2 weeks"
EITHER = "a day like 2026-11-20, yesterday or next friday"
FITTING = "a weekday that fits the day, or the day alone"
OFF = "days off like 24 Dec to 3 Jan, 2026-12-24..2027-01-03 or 5 Jan"
SOON, A_YEAR = 31, 366
"""Days: what lies no further ahead is not meant a year ago; years are not longer."""
LONGEST_UNSAID = 183
"""Days off in one go, where the year of the last one is not said."""
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d", re.ASCII)
_A_YEAR = re.compile(r"\d{4}", re.ASCII)
_DOTS = re.compile(r"\.\.|\s+to\s+|\s+-\s+", re.IGNORECASE)


def day_of(
    text: str,
    today: date,
    option: str,
    *,
    ahead: bool = False,
    ends: bool = False,
    lengths: bool = False,
) -> date:
    """Read a day: the last such day, or the next one for what lies ahead.

    With `ends` a month means its last day, otherwise its first; with `lengths` "6 years" is so long
    ago, or ahead, and a year alone, 2020, is its first day, with `ends` its last.

    Raises:
        AmbiguousDay: It can be two days: 23 Nov, on 22 Nov, is tomorrow to most people.
        WrongValue: Nothing that names a day, or a year outside 2000 to 2199.
    """
    if lengths and (ends or not ahead) and (year := _year_alone(text, ends=ends)):
        return year
    wanted = BEGINNING if lengths else PAST
    wanted = COMING if ahead else wanted
    # Last week is no day on which something happened; as its beginning or end it is clear.
    stretches = ahead or ends or lengths
    meaning = _meaning(text, today, option, wanted, lengths=lengths, stretches=stretches)
    if not ahead:
        _refuse_forgotten_year(meaning, today, option, text)
    days = meaning.coming if ahead else meaning.past
    first, last = _one_of(days, text, option)
    return _within(last if ends else first, text, option)


def _refuse_forgotten_year(meaning: Meaning, today: date, option: str, text: str) -> None:
    """Ask back which year is meant where the next such day is near, or the last one very long ago.

    Nobody who types tomorrow's date means a year ago: it was mistyped, or is not done yet.
    """
    if not (meaning.past and meaning.coming) or meaning.is_length or _is_month(meaning):
        return
    past, coming = meaning.past[0], meaning.coming[0]
    # Between two fridays is a week or two; more than a year between two 29 February.
    is_near = coming <= plus_days(today, SOON) and coming > plus_days(past, LONGEST_UNSAID)
    if is_near or coming > plus_days(past, A_YEAR):
        raise AmbiguousDay(option, text, (day_in_words(past), day_in_words(coming)))


def refuse_month(text: str, today: date, option: str = ON) -> None:
    """Refuse a month where a day is meant: on which of them something was done, nobody guesses.

    Raises:
        WrongValue: It is a month.
    """
    if any(map(_is_month, meanings_of(text, today))):
        raise WrongValue(option, text, PAST)


def _is_month(meaning: Meaning) -> bool:
    return len(set(meaning.past or ())) > 1


def _year_alone(text: str, *, ends: bool) -> date | None:
    """Read 2020 as its first day or its last, near enough where months are counted in years."""
    word = text.strip()
    if not _A_YEAR.fullmatch(word) or not FIRST_YEAR <= int(word) <= LAST_YEAR:
        return None
    return date(int(word), 12, 31) if ends else date(int(word), 1, 1)


def past_day(text: str | None, today: date, option: str = ON, *, lengths: bool = False) -> date:
    """Read the day something happened or began; none typed is today, a month its first day.

    Raises:
        FutureDay: It has not come yet.
        AmbiguousDay, WrongValue: As of `day_of`.
    """
    if text is None:
        return today
    day = day_of(text, today, option, lengths=lengths)
    if day > today:
        is_done_then = option in (ON, "DATE")
        raise FutureDay(day_in_words(day), day_in_words(today), is_done_then=is_done_then)
    return day


def coming_day(text: str, today: date, option: str = "--until", *, ends: bool = False) -> date:
    """Read a day after today: the next such day; a month is its first day, with `ends` its last.

    Raises:
        WrongValue: No day, or one that is not to come.
        AmbiguousDay: It can be two days.
    """
    day = day_of(text, today, option, ahead=True, ends=ends, lengths=True)
    if day <= today:
        raise WrongValue(option, text, f"{COMING}; today is {day_in_words(today)}")
    return day


def day_said(bare: str | None, named: str | None, today: date) -> date:
    """Read a day to come that was typed as a bare word, or behind --until.

    Raises:
        NoDay, NotTogether: Neither was typed, or both.
        WrongValue, AmbiguousDay: As of `coming_day`.
    """
    if bare is not None and named is not None:
        raise NotTogether(bare, f"--until {named}")
    if bare is not None:
        return coming_day(bare, today, "DATE")
    if named is not None:
        return coming_day(named, today)
    raise NoDay


def day_named(text: str, today: date, option: str) -> date:
    """Read a day that may lie on either side of today; "friday" alone is asked back.

    Raises:
        AmbiguousDay: It can be two days.
        WrongValue: Nothing that names a day, or a year outside 2000 to 2199.
    """
    meaning = _meaning(text, today, option, EITHER, stretches=False)
    past, coming = meaning.past, meaning.coming
    if past and coming and past != coming:
        raise AmbiguousDay(option, text, (day_in_words(past[0]), day_in_words(coming[0])))
    return _within(_one_of(past or coming, text, option)[0], text, option)


def _meaning(
    text: str,
    today: date,
    option: str,
    wanted: str,
    *,
    lengths: bool = False,
    stretches: bool = True,
) -> Meaning:
    """Find the one thing that a spelling means; 6 years and last week only where they are meant.

    Raises:
        AmbiguousDay: There are two.
        WrongValue: There is none; the nearest word is offered.
    """
    meanings = meanings_of(text, today)
    if len(meanings) > 1:
        raise AmbiguousDay(option, text, _typed_so(meanings, text, wanted))
    is_none = not meanings or (meanings[0].is_length and not lengths)
    if is_none or (meanings[0].is_stretch and not stretches):
        raise WrongValue(option, text, offering_a_day(text, wanted))
    return meanings[0]


def offering_a_day(text: str, wanted: str) -> str:
    """Offer the nearest words that make a day behind what is wanted."""
    return offering(mended(text), wanted)


def _typed_so(meanings: Sequence[Meaning], text: str, wanted: str) -> list[str]:
    """Write days so that they can be typed: 1 May, and with a year where one was or has to be."""
    days = [meaning.past[0] for meaning in meanings if meaning.past]
    if wanted == EITHER or _A_YEAR.search(text):
        return list(map(day_in_words, days))
    return [f"{day.day} {MONTHS[day.month - 1]}" for day in days]


def _one_of(days: Range | None, text: str, option: str) -> Range:
    # Fri 26 Nov 2026 is a Thursday: one of the two words is wrong, and nobody knows which.
    if days is None:
        raise WrongValue(option, text, FITTING)
    return days


def _within(day: date, text: str, option: str) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise WrongValue(option, text, f"a day from {FIRST_YEAR} to {LAST_YEAR}")
    return day


def day_range(text: str, today: date) -> str:
    """Read "24 Dec to 3 Jan", one day or a month into a range from its first to its last day.

    A day without a year is the next one, today included; as an end it is the next after the start.

    Raises:
        WrongValue: No range, or its end lies before its start.
        AmbiguousDay: A day that can be two.
    """
    parts = _DOTS.split(text.strip())
    first, last = _off(parts[0], today)
    if len(parts) > 1:
        last = _end_off(parts[1], today, first)
    if last < first or len(parts) > 2:  # noqa: PLR2004 -- from one day to another
        raise WrongValue(DAYS_OFF, text, OFF)
    return f"{_within(first, text, DAYS_OFF)}..{_within(last, text, DAYS_OFF)}"


def is_range(text: str) -> bool:
    """Tell whether a text names days off, whatever day it is today."""
    return all(map(is_spelling, _DOTS.split(text.strip())))


def _end_off(text: str, today: date, first: date) -> date:
    end = _off(text, today)[1]
    after = _meaning(text, first, DAYS_OFF, OFF)
    # 24 Dec to friday: not this week's. What names its year, or a distance from today, stays, and
    # 5 Jan to 1 Jan is no holiday of a year.
    is_next = end < first and after.coming != after.past
    if is_next and after.coming and after.coming[1] <= plus_days(first, LONGEST_UNSAID):
        return after.coming[1]
    return end


def _off(text: str, today: date) -> Range:
    meaning = _meaning(text, today, DAYS_OFF, OFF)
    return _one_of(meaning.coming, text, DAYS_OFF)


def clock_time(text: str) -> time:
    """Read a time of day.

    Raises:
        WrongValue: None from 0:00 to 23:59.
    """
    word = text.strip()
    if _CLOCK.fullmatch(word):
        return time.fromisoformat(word.zfill(5))
    raise WrongValue("--at", text, "a time of day like 18:30")
