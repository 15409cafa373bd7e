"""What every expected failure is: a sentence, a hint, a code for scripts, an exit code."""

from collections.abc import Collection, Iterable, Mapping
from typing import ClassVar

FAILED = 1
USAGE = 2
NEEDS_REPAIR = 3
SHOWN_PROBLEMS = 20
SHOWN_MATCHES = 5
MOST_NEAR = 3
LEAST_START = 3
"""Letters that a word must have to be taken for the start of a longer one."""


class PmcareerError(Exception):
    """Explain one expected failure in a sentence, and say what to do about it."""

    code: ClassVar[str] = "failed"
    exit_code: ClassVar[int] = FAILED
    stored: tuple[str, ...] = ()
    """Ids of entries that were written all the same."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def as_answer(self) -> str:
        """Say it to somebody who answered a question, and typed no option."""
        return f"{self.message} {self.hint}".rstrip()


class Ambiguous(PmcareerError):
    """Ask back which of several things a word means."""

    code = "ambiguous"
    word: str
    """As it was typed."""
    question: str
    """What to ask whoever can answer."""
    titles: Mapping[str, str]
    """What would be clear, each with its title; none where it is clear what it is."""


class WrongValue(PmcareerError):
    """Refuse an argument or option whose value can't be meant."""

    code = "wrong-value"
    exit_code = USAGE

    def __init__(self, option: str, value: object, wanted: str) -> None:
        # What is wanted may end with a question: "… Did you mean 'exercises'?"
        end = "" if wanted.endswith("?") else "."
        super().__init__(f"{option} can't be '{value}'.", f"It takes {wanted}{end}")
        self.value = value

    def as_answer(self) -> str:
        """Say it without the name of an option."""
        return f"'{self.value}' is no answer to that. {self.hint}"


def nearest(word: str, known: Iterable[str], *, least: float = 0.55) -> list[str]:
    """Find up to three known words that look like this one, nearest first.

    `least` is the share of letters that two words have in common, from 0 to 1.
    """
    from difflib import get_close_matches  # noqa: PLC0415 -- only when something was mistyped

    # 0.55 lets "pmf-2" find "pmf-02" and "tech-mp" find "tech-pm"; any lower, and words that nobody
    # meant are offered. "larg" has too few letters of "large-complex" for that, and is its start.
    typed, among = word.lower(), list(known)
    near = get_close_matches(typed, among, n=MOST_NEAR, cutoff=least)
    begun = [each for each in among if len(typed) >= LEAST_START and each.startswith(typed)]
    return list(dict.fromkeys([*near, *begun]))[:MOST_NEAR]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Ask whether the nearest of some words was meant; "" where none is near."""
    # Sorted, so that of words that are equally near it is the same every time.
    near = nearest(word, sorted(known))
    return f"Did you mean '{near[0]}'?" if near else ""


def with_nearest(text: str, known: Collection[str], *, but: Collection[str] = ()) -> str | None:
    """Put the nearest known words in the place of others, except for some; None where all stay."""
    from difflib import get_close_matches  # noqa: PLC0415 -- as above

    words = text.split()
    for place, word in enumerate(words):
        if word.isalpha() and word not in known and word not in but:
            # 0.75 lets "fryday" find "friday", and "soon" nothing.
            near = get_close_matches(word, known, n=1, cutoff=0.75)
            words[place] = near[0] if near else word
    better = " ".join(words)
    return better if better != text else None


def offering(better: str | None, wanted: str) -> str:
    """Offer what was probably meant behind what is wanted."""
    return f"{wanted}. Did you mean '{better}'?" if better else wanted


def either(words: list[str]) -> str:
    """Put words that may have been meant side by side: "'a', 'b' or 'c'"."""
    quoted = [f"'{word}'" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
