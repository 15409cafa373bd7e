"""Words that belong together though nobody put them in quotes: stakeholder map 45, last friday."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import takewhile
from typing import Any

_THREE_PARTS = r"\d+([-.])\d+\1(\d+)?"
"""20.11.2026, 2026-11-20 and 31.10. are days; 1.5 may be hours."""
_A_NUMBER_BACK = r"-\d"
"""-3d, and -90 too."""
_SHIELD = r"\A (?=-\d)"
RANGE, DAY, TIME = "FROM..TO", "DATE", "TIME"
"""What the values of options are called that may have several words."""
TEXTS = ("TEXT", "NAME", "WHOM")
"""Texts of one's own, which may have several words."""
DASHES = "-\u2013\u2014"
"""A word processor makes the last of two of the first."""
YEAR_DIGITS = 4
MOST_OF_A_DAY = 4
MOST_OF_A_RANGE = 9
MOST_OF_A_TIME = 5
Words = Sequence[str]
Value = Any
"""Of an argument: a text, several, or None."""
Sorting = Callable[[Words], Sequence[str | None]]
"""Sorts all words that no option takes into the arguments of a command."""


def title(words: Words) -> Sequence[str | None]:
    """Read all words as one title, or as one time."""
    return [" ".join(words) if words else None]


def title_time_and_day(words: Words) -> Sequence[str | None]:
    """Take the day and the time, in either order, from behind a title: stakeholder map 90 monday.

    A time alone has no title, and a day alone is a title.
    """
    from pmcareer.domain.words.amounts import is_time

    if both := _time_before_day(words):
        return both
    rest, day = parted(words, _is_said_day, MOST_OF_A_DAY, ("on",))
    if not rest:
        return [*title(words), None, None]
    rest, time = parted(rest, is_time, MOST_OF_A_TIME, ("for", "in"))
    if time and day is None:
        rest, day = parted(rest, _is_day_before_time, MOST_OF_A_DAY, ("on",))
    return [*title(rest), time, day]


def _time_before_day(words: Words) -> Sequence[str | None]:
    """Take both where a time stands before the day: then 21.11 is one, and so is nov 20."""
    from pmcareer.domain.words.amounts import is_time
    from pmcareer.domain.words.day_spellings import is_day

    rest, day = parted(words, is_day, MOST_OF_A_DAY, ("on",))
    rest, time = parted(rest, is_time, MOST_OF_A_TIME, ("for", "in"))
    return [*title(rest), time, day] if time and day else ()


def _is_said_day(text: str) -> bool:
    """Tell whether a text can be nothing but a day: 1.5 may be hours, and may 5 five minutes."""
    from pmcareer.domain.words.day_spellings import is_day

    last = text.rpartition(" ")[2]
    is_bare_number = last.isdecimal() and len(last) < YEAR_DIGITS
    is_no_amount = any(map(str.isalpha, text)) or "/" in text or re.fullmatch(_THREE_PARTS, text)
    return not is_bare_number and bool(is_no_amount) and is_day(text)


def _is_day_before_time(text: str) -> bool:
    """Tell whether a text is a day where a time stands behind it: then nov 20 is no 20 minutes."""
    from pmcareer.domain.words.day_spellings import is_day

    return _is_said_day(text) or (any(map(str.isalpha, text)) and is_day(text))


def title_and_day(words: Words) -> Sequence[str | None]:
    """Take the day from behind a title: stakeholder map until next friday."""
    rest, day = parted(words, _is_day, MOST_OF_A_DAY, ("until", "till", "for", "to"))
    return [*title(rest), day]


def title_and_level(words: Words) -> Sequence[str | None]:
    """Take a number from behind a title: stakeholder management 3."""
    if len(words) < 2:  # noqa: PLR2004 -- a number alone is no level of anything
        return [*title(words), None]
    rest, level = parted(words, _is_number, 1)
    return [*title(rest), level]


def _is_number(word: str) -> bool:
    # 2.5 is no level, and that is what has to be said of it.
    return word.replace(".", "", 1).replace(",", "", 1).isdecimal()


def parted(
    words: Words, is_last: Callable[[str], bool], most: int, joints: Collection[str] = ()
) -> tuple[Words, str | None]:
    """Part the longest end that is what a command takes last from the words before it.

    A joint is a word between both that says nothing else: for 45 minutes, until friday.
    """
    for begin in range(max(len(words) - most, 0), len(words)):
        last = " ".join(words[begin:])
        is_joint = words[begin].lower() in joints
        if all(words[begin:]) and is_last(last) and not is_joint:
            is_joined = begin > 0 and words[begin - 1].lower() in joints
            return words[: begin - is_joined], last
    # An empty word is a wrong value, and no part of a title.
    if len(words) > 1 and not words[-1]:
        return words[:-1], ""
    return words, None


def with_whole_values(words: Words, called: Mapping[str, str]) -> list[str]:
    """Join the words of a day or a time behind an option that takes one: --on last friday.

    `called` says what the value of an option is called. What stands behind -- is left alone.
    """
    said: list[str] = []
    left = list(words)
    while left:
        word = left.pop(0)
        said.append(word)
        if word == "--":
            return [*said, *left]
        if count := _count_behind(called.get(word, ""), left):
            said.append(" ".join(left[:count]))
            del left[:count]
    return said


def quoted(words: Words, called: Mapping[str, str]) -> str:
    """Write the first option whose text seems to have lost its quotes as it was meant; "" if none.

    For instance `--note good work` as `--note "good work"`.
    """
    for place, word in enumerate(words):
        behind = list(takewhile(_is_no_option, words[place + 1 :]))
        if called.get(word) in TEXTS and _is_one_text(behind):
            return f'{word} "{" ".join(behind)}"'
    return ""


def _is_one_text(words: Words) -> bool:
    """Tell whether words behind an option are its text: Good 45 yesterday are a text and more."""
    if len(words) < 2 or " " in words[0]:  # noqa: PLR2004 -- the second is too many
        return False
    return title_time_and_day(words)[0] != words[0]


def _is_no_option(word: str) -> bool:
    return not word.startswith("-")


def misdashed(words: Words, called: Collection[str]) -> str:
    """Find a word that is an option but for its dashes, -on or one with a long dash; "" if none."""
    for word in takewhile("--".__ne__, words):
        is_other = word.startswith(tuple(DASHES)) and not word.startswith("--")
        if is_other and with_dashes(word) in called:
            return word
    return ""


def with_dashes(word: str) -> str:
    """Write an option with the two dashes that it has."""
    return f"--{word.lstrip(DASHES)}"


def shielded(words: Words, called: Mapping[str, str]) -> list[str]:
    """Put a space before -3d, which the parser takes for an option: none of ours is a number.

    `called` says what the value of an option is called; a value is left as it is.
    """
    said: list[str] = []
    before = ""
    for place, word in enumerate(words):
        if word == "--":
            return [*said, *words[place:]]
        is_value = bool(called.get(before))
        said.append(f" {word}" if not is_value and re.match(_A_NUMBER_BACK, word) else word)
        # Of `--note --on` the second is what the first says.
        before = "" if is_value else word
    return said


def unshielded(value: Value) -> Value:
    """Take the space away again, of a word or of each of several."""
    if isinstance(value, str):
        return re.sub(_SHIELD, "", value)
    return value and list(map(unshielded, value))


def _count_behind(called: str, words: Words) -> int:
    """Count the words of the value, two at least; none where the first stands alone."""
    if called == RANGE:
        return _length_of(words, MOST_OF_A_RANGE, _is_range)
    if called == TIME:
        from pmcareer.domain.words.amounts import is_time

        return _length_of(words, MOST_OF_A_TIME, is_time)
    if DAY in called:
        return _length_of(words, MOST_OF_A_DAY, _is_day) or _almost(words)
    return 0


def _almost(words: Words) -> int:
    """Count the words of a day that is mistyped, last fryday: it is refused in one piece."""
    from pmcareer.domain.words.day_spellings import mended

    if not words or _is_day(words[0]):
        return 0
    return _length_of(words, MOST_OF_A_DAY, lambda text: mended(text) is not None)


def _length_of(words: Words, most: int, is_meant: Callable[[str], bool]) -> int:
    """Count the words, two at least, that are one value; none where the first stands alone."""
    for count in range(min(most, len(words)), 1, -1):
        is_clear = not any(word.startswith("--") for word in words[:count])
        if is_clear and is_meant(" ".join(words[:count])):
            return count
    return 0


def _is_day(text: str) -> bool:
    from pmcareer.domain.words.day_spellings import is_spelling

    return is_spelling(text)


def _is_range(text: str) -> bool:
    from pmcareer.domain.words.days import is_range

    return is_range(text)
