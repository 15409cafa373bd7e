"""Words that belong together though nobody put them in quotes: stakeholder map 45, last friday."""

from collections.abc import Callable, Collection, Sequence

RANGE = "FROM..TO"
DAY = "DATE"
"""What the value of an option is called that takes a day."""
MOST_OF_A_DAY = 4
MOST_OF_A_RANGE = 9
MOST_OF_A_TIME = 4
Words = Sequence[str]
Sorting = Callable[[Words], Sequence[str | None]]
"""Sorts all words that no option takes into the arguments of a command."""


def title(words: Words) -> Sequence[str | None]:
    """Read all words as one title, or as one time."""
    return [" ".join(words) if words else None]


def title_and_time(words: Words) -> Sequence[str | None]:
    """Take the time from behind a title: stakeholder map 1 h 30; a time alone has no title."""
    from pmcareer.domain.words.amounts import is_time

    return _parted(words, is_time, MOST_OF_A_TIME)


def title_and_day(words: Words) -> Sequence[str | None]:
    """Take the day from behind a title: stakeholder map next friday."""
    from pmcareer.domain.words.day_spellings import is_spelling

    return _parted(words, is_spelling, MOST_OF_A_DAY)


def title_and_level(words: Words) -> Sequence[str | None]:
    """Take a number from behind a title: stakeholder management 3."""
    if len(words) > 1:
        return _parted(words, str.isdecimal, 1)
    return [*title(words), None]


def _parted(words: Words, is_last: Callable[[str], bool], most: int) -> Sequence[str | None]:
    """Part the longest end that is what a command takes last from the title before it."""
    for begin in range(max(len(words) - most, 0), len(words)):
        last = " ".join(words[begin:])
        if all(words[begin:]) and is_last(last):
            return [*title(words[:begin]), last]
    # An empty word is a wrong value, and no part of a title.
    if len(words) > 1 and not words[-1]:
        return [*title(words[:-1]), ""]
    return [*title(words), None]


def with_whole_days(words: Words, days: Collection[str], ranges: Collection[str]) -> list[str]:
    """Join the words of a day behind an option that takes one: --on last friday.

    What stands behind -- is left alone.
    """
    said: list[str] = []
    left = list(words)
    while left:
        word = left.pop(0)
        said.append(word)
        if word == "--":
            return [*said, *left]
        count = 0
        if word in days:
            count = _length_of(left, MOST_OF_A_DAY, _is_day) or _almost(left)
        elif word in ranges:
            count = _length_of(left, MOST_OF_A_RANGE, _is_range)
        if count:
            said.append(" ".join(left[:count]))
            del left[:count]
    return said


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
