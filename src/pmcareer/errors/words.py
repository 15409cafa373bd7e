"""What is typed or said and names nothing, or more than one thing."""

from collections.abc import Iterable, Mapping, Sequence

from pmcareer.errors.base import (
    SHOWN_MATCHES,
    USAGE,
    Ambiguous,
    PmcareerError,
    did_you_mean,
    either,
    nearest,
)


class UnknownWord(PmcareerError):
    """Say that an id names nothing, and offer the nearest ids that do."""

    def __init__(
        self,
        what: str,
        word: str,
        known: Iterable[str],
        near: Iterable[str] = (),
        ids: Sequence[str] = (),
    ) -> None:
        """Take what there is, under all its names.

        `near` are ids that fit in another way, such as by their titles; `ids` are named where
        nothing is near, of what is known by its id.
        """
        # Sorted, so that words that are equally near come in the same order every time.
        names = sorted(known)
        likely = nearest(word, names) or list(near)
        # "log rks-01 25 minuts": what follows the id was no time, so all of it is the name.
        if not likely and " " in word:
            likely = nearest(word.partition(" ")[0], names)
        hint = f"See: pmcareer {_where(what)}"
        if likely:
            hint = f"Did you mean {either(likely)}?"
        elif ids:
            hint = f"There are: {', '.join(ids)}. {hint}"
        super().__init__(f"There is no {what} '{word}'.", hint)
        # The kind is part of the code, unknown-role: a script need not read the sentence.
        self.code = f"unknown-{what.replace(' ', '-')}"  # type: ignore[misc]


class RoleOfAnother(UnknownWord):
    """Say that the logbook names a role that the curriculum in use does not have."""

    def __init__(self, role: str, known: Iterable[str]) -> None:
        super().__init__("role", role, known)
        # Nobody typed it just now: what helps is to say another, or to name the right curriculum.
        self.hint = (
            "The logbook says it. Say one that there is, pmcareer profile --role ROLE or --target "
            "ROLE, or name the curriculum that it is from: --curriculum FILE."
        )


class NoSuchAnswer(PmcareerError):
    """List the answers to a question, where a single word is none of them."""

    code = "unknown-answer"

    def __init__(self, prompt: str, word: str, known: Sequence[str]) -> None:
        super().__init__(
            f"'{word}' is none of the answers to {prompt}: {', '.join(known)}. Nothing was stored. "
            f"{did_you_mean(word, known)}".rstrip(),
            f"To keep it as a note: pmcareer answer {prompt} --note {word}",
        )


class NothingPicked(PmcareerError):
    """Say that no answer counts that could be taken back."""

    code = "nothing-picked"

    def __init__(self, prompt: str) -> None:
        super().__init__(
            f"No answer to {prompt} counts, so there is none to take back.",
            f"The answers: pmcareer answer {prompt}",
        )


class AmbiguousWord(Ambiguous):
    """Say which ids a shortened word could mean."""

    def __init__(self, what: str, word: str, matches: Mapping[str, str]) -> None:
        """Take ids with their titles, which may be empty."""
        super().__init__(
            f"'{word}' fits more than one {what}.", f"Type one of: {_first_of(sorted(matches))}."
        )
        self.word, self.titles = word, matches
        self.question = f"Which {what} is '{word}'?"


class OnlyAGuess(Ambiguous):
    """Ask back whether the one thing that a word fits is meant: one word of a long title."""

    def __init__(self, word: str, thing: str, title: str) -> None:
        super().__init__(
            f"'{word}' is one word of '{title}'; is it that? Nothing was changed.",
            f"If so, type {thing} instead.",
        )
        self.word, self.titles = word, {thing: title}
        self.question = f"Is '{word}' this?"


class NoSuchNumber(PmcareerError):
    """Say that no choice bears a number."""

    def __init__(self, number: str, last: int) -> None:
        super().__init__(f"There is no number {number}.", f"They go from 1 to {last}.")


class SeveralFit(PmcareerError):
    """Name the choices that a word fits, with their numbers."""

    def __init__(self, word: str, fitting: Iterable[str]) -> None:
        # Titles have commas of their own.
        named = _first_of(list(fitting), "; ")
        super().__init__(f"'{word}' can be {named}.", "Which number?")


class NotAmong(PmcareerError):
    """Say that a word is none of the choices, and name the nearest."""

    def __init__(self, word: str, near: Sequence[str], last: int) -> None:
        hint = f"Type a number from 1 to {last}, a word, or Enter."
        if near:
            hint = f"Did you mean {' or '.join(near)}?"
        super().__init__(f"'{word}' is none of these.", hint)


def _first_of(words: Sequence[str], comma: str = ", ") -> str:
    """List the first few, and how many more there are."""
    shown = comma.join(words[:SHOWN_MATCHES])
    if len(words) > SHOWN_MATCHES:
        shown += f" and {len(words) - SHOWN_MATCHES} more"
    return shown


class NotTogether(PmcareerError):
    """Refuse two words of a command line each of which makes sense without the other alone."""

    code = "wrong-value"
    exit_code = USAGE

    def __init__(self, one: str, other: str) -> None:
        """Take both as they are typed: "90", "--minutes 30"."""
        super().__init__(f"{one} and {other} can't be used together.", "Leave one out.")


class OfAnotherUse(PmcareerError):
    """Refuse an option that means nothing in this use of a command."""

    code = "wrong-value"
    exit_code = USAGE

    def __init__(self, option: str, used: str, owner: str) -> None:
        """Take the use that was typed and that which has the option: "export ics"."""
        super().__init__(f"{used} has no use for {option}.", f"Leave it out; it is for {owner}.")


class NotAlone(PmcareerError):
    """Refuse an option that means nothing without another."""

    code = "wrong-value"
    exit_code = USAGE

    def __init__(self, option: str, needed: str, both: str) -> None:
        """Take both as they are typed, last: "--partial --minutes 45"."""
        super().__init__(f"{option} needs {needed}.", f"Say both: {both}")


class AmbiguousDay(Ambiguous):
    """Ask back which of two days is meant; each is written so that it can be typed."""

    code = "ambiguous-day"
    exit_code = USAGE

    def __init__(self, option: str, text: str, days: Iterable[str]) -> None:
        self.titles = dict.fromkeys(days, "")
        self.word, self.question = text, f"Which day is '{text}'?"
        named = " or ".join(self.titles)
        super().__init__(f"{option}: is '{text}' {named}?", f"Type {named}.")

    def as_answer(self) -> str:
        """Ask back without the name of an option."""
        named = " or ".join(self.titles)
        return f"Is '{self.word}' {named}? Type the one."


class TitleOrMore(PmcareerError):
    """Ask back whether words are one title, or a title with a time or a day behind it."""

    code = "ambiguous"

    def __init__(self, whole: str, item: str) -> None:
        super().__init__(
            f"'{whole}' can be one title, of {item}, or another with a time or day behind it.",
            f'In quotes it is a title: "{whole}". A time is --minutes, a day is --on.',
        )


class NoDay(PmcareerError):
    """Say that what is put off needs a day."""

    code = "missing-value"
    exit_code = USAGE

    def __init__(self) -> None:
        super().__init__(
            "pmcareer defer needs a day.", "Say one behind it: in 2 weeks, monday, 5 Jan."
        )


class RetiredTarget(PmcareerError):
    """Say that a role is retired, and no role to head for."""

    code = "retired-target"

    def __init__(self, role: str) -> None:
        super().__init__(
            f"{role} is retired: nothing leads to it any more.", "See: pmcareer list roles"
        )


class DetourTarget(PmcareerError):
    """Say that a detour is no role to head for."""

    code = "detour-target"

    def __init__(self, role: str) -> None:
        super().__init__(
            f"{role} is a detour: one comes back from it.",
            "Aim at a role; plan puts detours in where they help.",
        )


def _where(what: str) -> str:
    """Name the command that lists things of a kind; an item of any kind may be anything."""
    other = {
        "advice": "list advice",
        "item": "list",
        "industry": "list industries",
        "entry": "history",
        "project": "project",
        "framework item": "list frameworks",
    }
    return other.get(what, f"list {what}s")
