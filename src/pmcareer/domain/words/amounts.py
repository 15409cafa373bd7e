"""Amounts as people type them: 90, 1h30, 1:30, 1,5h, two hours; levels; one of a few words."""

import re
from collections.abc import Collection, Iterable
from itertools import chain

from pmcareer.errors import NotTogether, WrongValue, did_you_mean, offering, with_nearest

MOST_MINUTES = 60_000
MOST_HOURS = 1000
MOST_HOURS_PER_WEEK = 80
HALF_A_YEAR_OF_WEEKS = 26
MINUTES = "minutes like 90, or 1h30, 1:30, 1.5h"
# Each is compiled when somebody has typed what it is for; their digits are those of ASCII.
_TIME = (
    r"(?a)(?:(\d{1,4}(?:[.,]\d{1,2})?) ?(?:h|hrs?|hours?))? ?"
    r"(?:(\d{1,5}) ?(?:m|min|mins|minutes?)?)?"
)
_CLOCK = r"(?a)(\d{1,4}):([0-5]\d)(?: ?h)?"
_IN_WORDS = {
    "an hour": 60,
    "half an hour": 30,
    "half hour": 30,
    "a half hour": 30,
    "a quarter of an hour": 15,
    "quarter of an hour": 15,
    "three quarters of an hour": 45,
    "an hour and a half": 90,
    "one and a half hours": 90,
    "two and a half hours": 150,
    "one hour": 60,
    "two hours": 120,
    "three hours": 180,
    "four hours": 240,
}
"""Times that are said in words, in minutes."""
_UNITS = ("minutes", "minute", "hours", "hour")
"""The nearest of them is offered where one is mistyped, or of the words above."""
_COUNT = r"(?a)(?!0+$)\d{1,8}"
"""Not zero, however many noughts it has."""
_NOUGHT_TOO = r"(?a)\d{1,2}"
_LEVEL = r"[0-5]"
_HOURS = r"(?a)(\d{1,4}(?:[.,]\d{1,4})?)(?: ?(?:h|hours?))?"


def minutes_of(text: str, option: str = "--minutes") -> int:
    """Read a time as minutes.

    Raises:
        WrongValue: No time, none at all, or more than 1000 hours.
    """
    minutes = _minutes_in(text)
    if not 1 <= minutes <= MOST_MINUTES:
        raise WrongValue(option, text, offering(time_mended(text), MINUTES))
    return minutes


def time_said(bare: str | None, named: str | None) -> int | None:
    """Read a time that was typed as a bare word, or behind --minutes; None where neither was.

    Raises:
        NotTogether: Both were typed.
        WrongValue: As of `minutes_of`.
    """
    if bare is None:
        return None if named is None else minutes_of(named)
    if named is not None:
        raise NotTogether(bare, f"--minutes {named}")
    return minutes_of(bare, "TIME")


def is_time(text: str) -> bool:
    """Tell whether a text is a time, however long; none at all is one too: 0, 0h."""
    word = _single_spaced(text)
    return word in _IN_WORDS or bool(
        word and (re.fullmatch(_CLOCK, word) or re.fullmatch(_TIME, word))
    )


def time_mended(text: str) -> str | None:
    """Put the nearest words in the place of those that are in no time: "25 minuts".

    None where a word is like no other, or the whole is no time even then.
    """
    known = dict.fromkeys(chain(_UNITS, *map(str.split, _IN_WORDS)))
    better = with_nearest(_single_spaced(text), known)
    return better if better and is_time(better) else None


def minutes_left_of(text: str, exercise: str) -> int:
    """Read the time that an exercise still takes.

    Raises:
        WrongValue: No time, more than 1000 hours, or none left: then it is finished.
    """
    if is_time(text) and set(text) & set("0123456789") == {"0"}:
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
    word = _single_spaced(text)
    if clock := re.fullmatch(_CLOCK, word):
        return int(clock[1]) * 60 + int(clock[2])
    minutes = _IN_WORDS.get(word, 0)
    if found := re.fullmatch(_TIME, word):
        hours, rest = (found[1] or "0").replace(",", "."), found[2]
        # Of 1.5h30 nobody knows what is meant.
        if rest is None or "." not in hours:
            minutes = round(float(hours) * 60) + int(rest or 0)
    return minutes


def _single_spaced(text: str) -> str:
    # A half has a sign of its own, and 45 min. a full stop.
    return " ".join(text.lower().replace("½", ".5").rstrip(".").split())


def hours_per_week_of(text: str) -> float:
    """Read hours a week, more than 0 and at most 80.

    Raises:
        WrongValue: Anything else.
    """
    found = re.fullmatch(_HOURS, _single_spaced(text))
    hours = float(found[1].replace(",", ".")) if found else 0.0
    if 0 < hours <= MOST_HOURS_PER_WEEK:
        return hours
    wanted = f"hours a week, more than 0 and at most {MOST_HOURS_PER_WEEK}"
    raise WrongValue("--hours-per-week", text, wanted)


def hours_of(text: str, option: str = "--hours") -> float:
    """Read how long something took, in hours: 14, 1.5, 90 min.

    Raises:
        WrongValue: No time, none at all, or more than 1000 hours.
    """
    word = _single_spaced(text)
    found = re.fullmatch(_HOURS, word)
    hours = float(found[1].replace(",", ".")) if found else round(_minutes_in(word) / 60, 2)
    if 0 < hours <= MOST_HOURS:
        return hours
    raise WrongValue(option, text, "hours like 14, 1.5 or 90 min")


def past_weeks_of(text: str) -> int:
    """Read in how many of the last 26 weeks there was study.

    Raises:
        WrongValue: No whole number, or more than 26.
    """
    word = text.strip()
    if re.fullmatch(_NOUGHT_TOO, word) and int(word) <= HALF_A_YEAR_OF_WEEKS:
        return int(word)
    wanted = f"a number of weeks from 0 to {HALF_A_YEAR_OF_WEEKS}"
    raise WrongValue("--past-weeks", text, wanted)


def level_of(text: str, option: str = "LEVEL") -> int:
    """Read a level, 0 to 5.

    Raises:
        WrongValue: Anything else.
    """
    if not re.fullmatch(_LEVEL, text.strip()):
        raise WrongValue(option, text, "a level from 0 to 5")
    return int(text)


def count_of(text: str, option: str) -> int:
    """Read how many, at least one.

    Raises:
        WrongValue: Anything else.
    """
    word = text.strip()
    if not re.fullmatch(_COUNT, word):
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
    raise WrongValue(option, text, one_of(word, known))


def one_of(word: str, known: Collection[str], otherwise: str = "") -> str:
    """Say what can be meant, and ask whether the nearest was: the end of a wrong value."""
    asked = did_you_mean(word, known)
    return f"one of: {', '.join(known)}{otherwise}{asked and '. '}{asked}"


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
