"""Where words go that a command has no use for: behind an option, or into quotes."""

from collections.abc import Mapping, Sequence

from pmcareer.cli.unquoted import DAY, MOST_OF_A_DAY, TEXTS, parted

Words = Sequence[str]
Valued = Mapping[str, str]
"""Options, or arguments, to what their values are called."""
COUNT, OWN_WORDS = "N", (*TEXTS, "TITLE")


def place_of(path: str, words: Words, options: Valued, arguments: Valued) -> str:
    """Say where words go that are too many behind a command; `path` is what it is called."""
    from pmcareer.domain.words.day_spellings import is_spelling

    first, days = words[0].lower(), _taking(options, DAY)
    if options.get(f"--{first}"):
        return f"Did you mean '--{first}'?"
    if days and is_spelling(" ".join(words)):
        return f"A day goes behind its option: {path} {days[0]} {' '.join(words)}"
    if first.lstrip("-").isdecimal() and (counts := _taking(options, COUNT)):
        return f"A number goes behind its option: {path} {counts[0]} {first.lstrip('-')}"
    if days and any(map(str.isdecimal, words)):
        return f"A day goes behind its option: {', '.join(days)}. See: {path} --help"
    if any(name in OWN_WORDS for name in (*options.values(), *arguments.values())):
        return f"A text of several words goes in quotes. See: {path} --help"
    return f"See: {path} --help"


def place_of_day(path: str, words: Words, options: Valued) -> str:
    """Say where the day goes that stands behind a title; "" where none does, or none is taken."""
    from pmcareer.domain.words.day_spellings import is_day

    rest, day = parted(words, is_day, MOST_OF_A_DAY, ("on", "by"))
    days = _taking(options, DAY)
    if not (rest and day and days):
        return ""
    return f"A day goes behind its option: {path} {' '.join(rest)} {days[0]} {day}"


def _taking(options: Valued, value: str) -> Words:
    """List the options that take this, `[DATE]` as well as `DATE`."""
    return [name for name, called in options.items() if called.strip("[]") == value]
