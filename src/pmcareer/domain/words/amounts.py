"""Amounts as people type them: 90, 1h30, 1.5h, 90m; hours a week; levels; one of a few words."""

import re
from collections.abc import Collection, Iterable

from pmcareer.errors import WrongValue, nearest

MOST_MINUTES = 60_000
MOST_HOURS_PER_WEEK = 80
HALF_A_YEAR_OF_WEEKS = 26
_TIME = re.compile(r"(?:(\d{1,4}(?:\.\d{1,2})?) ?h)? ?(?:(\d{1,5}) ?(?:m|min)?)?", re.ASCII)
_COUNT = re.compile(r"(?!0+$)\d{1,8}", re.ASCII)
"""Not zero, however many noughts it has."""
_NOUGHT_TOO = re.compile(r"\d{1,2}", re.ASCII)
_LEVEL = re.compile(r"[0-5]")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,4})?", re.ASCII)


def minutes_of(text: str, option: str = "--minutes") -> int:
    """Read a time as minutes.

    Raises:
        WrongValue: No time, none at all, or more than 1000 hours.
    """
    minutes = _minutes_in(text)
    if not 1 <= minutes <= MOST_MINUTES:
        raise WrongValue(option, text, "minutes like 90, or 1h30, 1.5h, 90m")
    return minutes


def minutes_left_of(text: str, exercise: str) -> int:
    """Read the time that an exercise still takes.

    Raises:
        WrongValue: No time, more than 1000 hours, or none left: then it is finished.
    """
    word = text.strip().lower()
    if _TIME.fullmatch(word) and set(word) & set("0123456789") == {"0"}:
        wanted = f"more than nothing; what has nothing left is finished: pmcareer log {exercise}"
        raise WrongValue("--left", text, wanted)
    return minutes_of(text, "--left")


def time_typed(minutes: int) -> str:
    """Write minutes as they can be typed: 45, 3h, 1h30."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return str(rest)
    return f"{hours}h{rest:02}" if rest else f"{hours}h"


def _minutes_in(text: str) -> int:
    minutes = 0
    if found := _TIME.fullmatch(text.strip().lower()):
        hours, rest = found.group(1) or "0", found.group(2)
        # Of 1.5h30 nobody knows what is meant.
        if rest is None or "." not in hours:
            minutes = round(float(hours) * 60) + int(rest or 0)
    return minutes


def hours_per_week_of(text: str) -> float:
    """Read hours a week, more than 0 and at most 80.

    Raises:
        WrongValue: Anything else.
    """
    word = text.strip().lower().removesuffix("h").strip()
    if _NUMBER.fullmatch(word) and 0 < float(word) <= MOST_HOURS_PER_WEEK:
        return float(word)
    wanted = f"hours a week, more than 0 and at most {MOST_HOURS_PER_WEEK}"
    raise WrongValue("--hours-per-week", text, wanted)


def past_weeks_of(text: str) -> int:
    """Read in how many of the last 26 weeks there was study.

    Raises:
        WrongValue: No whole number, or more than 26.
    """
    word = text.strip()
    if _NOUGHT_TOO.fullmatch(word) and int(word) <= HALF_A_YEAR_OF_WEEKS:
        return int(word)
    wanted = f"of the last {HALF_A_YEAR_OF_WEEKS} weeks, how many: 0 to {HALF_A_YEAR_OF_WEEKS}"
    raise WrongValue("--past-weeks", text, wanted)


def level_of(text: str, option: str = "LEVEL") -> int:
    """Read a level, 0 to 5.

    Raises:
        WrongValue: Anything else.
    """
    if not _LEVEL.fullmatch(text.strip()):
        raise WrongValue(option, text, "a level from 0 to 5")
    return int(text)


def count_of(text: str, option: str) -> int:
    """Read how many, at least one.

    Raises:
        WrongValue: Anything else.
    """
    word = text.strip()
    if not _COUNT.fullmatch(word):
        raise WrongValue(option, text, "a whole number from 1")
    return int(word)


def word_of(text: str, known: Collection[str], option: str) -> str:
    """Read one of a few words, whatever its case.

    Raises:
        WrongValue: None of them; the nearest is offered.
    """
    word = text.strip().lower()
    if word in known:
        return word
    wanted = f"one of: {', '.join(known)}"
    if near := nearest(word, known):
        wanted = f"{wanted}. Did you mean '{near[0]}'?"
    raise WrongValue(option, text, wanted)


def words_of(texts: Iterable[str], known: Collection[str], option: str) -> tuple[str, ...]:
    """Read several of a few words, "a,b" or repeated, each once.

    Raises:
        WrongValue: One of them is none.
    """
    named = (word_of(part, known, option) for part in parts_of(texts, option))
    return tuple(dict.fromkeys(named))


def parts_of(texts: Iterable[str], option: str) -> tuple[str, ...]:
    """Take "a,b" and repeated values apart.

    Raises:
        WrongValue: A part is empty.
    """
    # Two texts are as one with a comma between them.
    parts = tuple(map(str.strip, ",".join(texts).split(",")))
    if not all(parts):
        raise WrongValue(option, ",".join(parts), "one value or several: a,b")
    return parts
