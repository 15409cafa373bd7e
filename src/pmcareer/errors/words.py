"""What is typed or said and names nothing, or more than one thing."""

from collections.abc import Iterable

from pmcareer.errors.base import SHOWN_MATCHES, USAGE, PmcareerError, either, nearest


class UnknownWord(PmcareerError):
    """Say that an id names nothing, and offer the nearest ids that do."""

    def __init__(
        self, what: str, word: str, known: Iterable[str], near: Iterable[str] = ()
    ) -> None:
        """`near` are ids that fit in another way, such as by their titles."""
        # Sorted, so that words that are equally near come in the same order every time.
        likely = nearest(word, sorted(known)) or list(near)
        hint = f"See: pmcareer list {_plural(what)}".rstrip()
        if likely:
            hint = f"Did you mean {either(likely)}?"
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


class AmbiguousWord(PmcareerError):
    """Say which ids a shortened word could mean."""

    code = "ambiguous"

    def __init__(self, what: str, word: str, matches: Iterable[str]) -> None:
        fitting = sorted(matches)
        shown = ", ".join(fitting[:SHOWN_MATCHES])
        if len(fitting) > SHOWN_MATCHES:
            shown += f" and {len(fitting) - SHOWN_MATCHES} more"
        super().__init__(f"'{word}' fits more than one {what}.", f"Type one of: {shown}.")


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


class AmbiguousDay(PmcareerError):
    """Ask back which of two days is meant; each is written so that it can be typed."""

    code = "ambiguous-day"
    exit_code = USAGE

    def __init__(self, option: str, text: str, days: Iterable[str]) -> None:
        named = " or ".join(days)
        super().__init__(f"{option}: is '{text}' {named}?", f"Type {named}.")


class TitleOrTime(PmcareerError):
    """Ask back whether a number is the end of a title or how long it took."""

    code = "ambiguous"

    def __init__(self, whole: str, time: str, item: str) -> None:
        super().__init__(
            f"'{whole}' can be a title, of {item}, or another one that took '{time}'.",
            f'Type the title in quotes, "{whole}", or the time as --minutes "{time}".',
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


def _plural(what: str) -> str:
    """Name what `pmcareer list` can list; an item of any kind may be anything."""
    irregular = {"advice": "advice", "item": ""}
    return irregular.get(what, f"{what}s")
