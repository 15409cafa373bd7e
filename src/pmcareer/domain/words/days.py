"""Days as people type them: 2026-11-21, today, yesterday, monday, -3d, +14d; nothing is guessed."""

import re
from datetime import date, time

from pmcareer.domain.ground.calendar import FIRST_YEAR, LAST_YEAR
from pmcareer.errors import FutureDay, WrongValue

NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {word: place for place, name in enumerate(NAMES) for word in (name, name[:3])}
"""Weekdays in full and by three letters, Monday is 0."""
DAYS_OFF = "--days-off"
PAST = "a day like 2026-11-20, today, yesterday, monday (the last one) or -3d"
COMING = "a day to come like 2026-12-01, tomorrow, monday (the next one) or +14d"
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d", re.ASCII)
_STEP = re.compile(r"([+-])(\d{1,5})d", re.ASCII)


def day_of(text: str, today: date, option: str) -> date:
    """Read a day; a weekday is the last one before today.

    Raises:
        WrongValue: Nothing that names a day, or a year outside 2000 to 2199.
    """
    day = _day(text, today, ahead=False)
    if day is None:
        raise WrongValue(option, text, PAST)
    return _within(day, text, option)


def past_day(text: str | None, today: date, option: str = "--on") -> date:
    """Read the day something happened; none typed is today.

    Raises:
        FutureDay: It has not come yet.
    """
    if text is None:
        return today
    day = day_of(text, today, option)
    if day > today:
        raise FutureDay(day, today)
    return day


def coming_day(text: str, today: date, option: str = "--until") -> date:
    """Read a day after today; a weekday is the next one.

    Raises:
        WrongValue: No day, or one that is not to come.
    """
    day = _day(text, today, ahead=True)
    if day is None or day <= today:
        raise WrongValue(option, text, f"{COMING}; today is {today}")
    return _within(day, text, option)


def _day(text: str, today: date, *, ahead: bool) -> date | None:
    word = text.strip().lower()
    if word in NEAR:
        return _shifted(today, NEAR[word])
    if step := _STEP.fullmatch(word):
        return _shifted(today, int(step[1] + step[2]))
    if word in WEEKDAYS:
        # Not today itself: who means today says so. On a Saturday "monday" is 2 days ahead or 5
        # ago, "saturday" 7 ahead or 7 ago.
        away = (WEEKDAYS[word] - today.weekday()) % 7 or 7
        if not ahead:
            away = away - 7 or -7
        return _shifted(today, away)
    return _iso(word)


def _iso(word: str) -> date | None:
    if not _ISO.fullmatch(word):
        return None
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None


def _shifted(today: date, days: int) -> date:
    # At most a year beyond what is accepted: then it is refused by its year.
    first, last = date(FIRST_YEAR - 1, 1, 1).toordinal(), date(LAST_YEAR + 1, 12, 31).toordinal()
    return date.fromordinal(min(max(today.toordinal() + days, first), last))


def _within(day: date, text: str, option: str) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise WrongValue(option, text, f"a day from {FIRST_YEAR} to {LAST_YEAR}")
    return day


def day_range(text: str) -> str:
    """Read "2026-12-24..2027-01-03", or one day, into a range from first to last day.

    Raises:
        WrongValue: No range, or its end lies before its start.
    """
    first, dots, last = text.strip().partition("..")
    start = _iso(first)
    end = _iso(last) if dots else start
    if start is None or end is None or end < start:
        raise WrongValue(DAYS_OFF, text, "days off like 2026-12-24..2027-01-03")
    return f"{_within(start, text, DAYS_OFF)}..{_within(end, text, DAYS_OFF)}"


def clock_time(text: str) -> time:
    """Read a time of day.

    Raises:
        WrongValue: None from 0:00 to 23:59.
    """
    word = text.strip()
    if _CLOCK.fullmatch(word):
        return time.fromisoformat(word.zfill(5))
    raise WrongValue("--at", text, "a time of day like 18:30")
