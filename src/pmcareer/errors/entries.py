"""What can't be an entry of the logbook, and what can't be taken back."""

from collections.abc import Mapping

from pmcareer.errors.base import USAGE, Ambiguous, PmcareerError, either

INSTEAD_OF_LOG = {
    "role": "Are you in it? pmcareer profile --role {}",
    "certification": "Did you pass? pmcareer certificate {}",
    "trait": "How is it with you? pmcareer assess {} LEVEL",
    "prompt": 'It is answered: pmcareer answer {} "TEXT"',
}
"""What is said of a thing that is not logged, by its kind."""


class AlreadyLogged(PmcareerError):
    """Take the same exercise or step twice on one day for a slip."""

    code = "already-logged"

    def __init__(self, thing: str, when: str, done: str = "finished") -> None:
        """Take the day in words, as "today" or "on 20 Nov 2026"."""
        super().__init__(
            f"{thing} is already logged as {done} {when}; nothing was logged.",
            f"If you did it twice: pmcareer log {thing} --again",
        )


class WrongClock(PmcareerError):
    """Refuse to write by a clock that can't be right."""

    code = "clock"

    def __init__(self, what: str, hint: str = "") -> None:
        """Take a sentence without its full stop; without a hint the clock may be right."""
        self.what = what
        self.may_be_right = not hint
        mend = hint or "Set the clock. If it is right, the same again with: --clock-is-right"
        super().__init__(f"{what[:1].upper()}{what[1:]}; nothing was logged.", mend)


class IdTaken(PmcareerError):
    """Say that the id that a script chose is that of an entry which says something else."""

    code = "id-taken"

    def __init__(self, name: str, key: str, there: object, typed: object) -> None:
        super().__init__(
            f"{name} is the id of another entry: its `{key}` is {there}, not {typed}; "
            "nothing was logged.",
            "Give every entry an id of its own; what was stored: pmcareer history --json",
        )


class NobodyNamed(PmcareerError):
    """Ask who confirmed a gate: it is met because somebody says so."""

    code = "nobody-named"
    exit_code = USAGE

    def __init__(self, gate: str) -> None:
        super().__init__(
            f"{gate} is for others to confirm: say who did; nothing was logged.",
            f'With their name: pmcareer log {gate} --with "NAME"',
        )


class NotForOthers(PmcareerError):
    """Say that nobody can confirm a gate, and what opens it."""

    code = "not-for-others"

    def __init__(self, gate: str, opener: str) -> None:
        super().__init__(
            f"{gate} is no gate that others confirm; nothing was logged.",
            f"What opens it is on record with: {opener}",
        )


class NotPutOff(PmcareerError):
    """Say that something is neither an exercise nor a step, and so can't be put off."""

    code = "not-put-off"

    def __init__(self, thing: str, kind: str) -> None:
        super().__init__(
            f"{thing} is {_a(kind)}, which can't be put off; nothing was changed.",
            "Exercises and steps can: pmcareer defer ID --until DATE",
        )


class HasNoSheet(PmcareerError):
    """Say that something is neither an exercise nor a step, and so has nothing to fill in."""

    code = "no-sheet"

    def __init__(self, thing: str, kind: str) -> None:
        super().__init__(
            f"{thing} is {_a(kind)}, which has no sheet to work on.",
            f"Exercises and steps have one. What it is: pmcareer show {thing}",
        )


class NotLogged(PmcareerError):
    """Say that something is no work that is logged, and what is said of it instead."""

    code = "not-logged"

    def __init__(self, thing: str, kind: str) -> None:
        super().__init__(
            f"{thing} is {_a(kind)}, which is not logged; nothing was stored.",
            INSTEAD_OF_LOG.get(kind, "See: pmcareer show {}").format(thing),
        )


class OnlyASkill(Ambiguous):
    """Ask back which of its exercises was done where a skill is named."""

    code = "not-logged"

    def __init__(self, word: str, skill: str, exercises: Mapping[str, str]) -> None:
        super().__init__(
            f"{skill} is a skill, of which an exercise is logged; nothing was stored.",
            f"Say which one: pmcareer list exercises --skill {skill}",
        )
        self.word, self.titles = word, exercises
        self.question = f"'{word}' is a skill. Which exercise of it?"


class NothingToLog(PmcareerError):
    """Say that there is no task today, so a bare `log` has no exercise."""

    code = "nothing-to-log"

    def __init__(self) -> None:
        super().__init__(
            "There is no open task today, so nothing was logged.", "Name one: pmcareer log ID"
        )


class FutureDay(PmcareerError):
    """Refuse to record what has not happened yet."""

    code = "future-day"

    def __init__(self, day: str, today: str, *, is_done_then: bool = True) -> None:
        """Take both days in words; on some nothing is done, but something is so since then."""
        told = f"{day} is in the future (today is {today})"
        if is_done_then:
            super().__init__(f"{told}; nothing was logged.", "Log it once it is done.")
        else:
            super().__init__(f"{told}.", "Say a day up to today.")
        self.day, self.today = day, today

    def as_answer(self) -> str:
        """Say it where nothing was to be logged."""
        return f"{self.day} is still to come: today is {self.today}."


class NothingToUndo(PmcareerError):
    """Say that the logbook holds nothing that could be taken back."""

    code = "nothing-to-undo"


class AlreadyUndone(PmcareerError):
    """Say that an entry is taken back already, and how it comes back."""

    code = "already-undone"

    def __init__(self, entry: str, by: str) -> None:
        super().__init__(
            f"{entry} is taken back already; nothing was changed.",
            f"Bring it back: pmcareer undo {by}",
        )


class UnknownEntry(PmcareerError):
    """Say that no entry has this id."""

    code = "unknown-entry"

    def __init__(self, word: str, near: list[str]) -> None:
        hint = f"Did you mean {either(near)}?" if near else "See their ids: pmcareer history"
        if word.lower() == "last":
            hint = "The last one: pmcareer undo"
        super().__init__(f"There is no entry '{word}'; nothing was changed.", hint)


def _a(kind: str) -> str:
    """Put the article before a kind of thing."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
