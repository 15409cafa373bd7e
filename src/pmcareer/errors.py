"""Every expected failure: its sentence, its hint, its exit code."""

from collections.abc import Iterable
from typing import ClassVar

FAILED = 1
USAGE = 2
NEEDS_REPAIR = 3
SHOWN_PROBLEMS = 20
SHOWN_MATCHES = 5


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


class WrongValue(PmcareerError):
    """Refuse an argument or option whose value can't be meant."""

    code = "wrong-value"
    exit_code = USAGE

    def __init__(self, option: str, value: object, wanted: str) -> None:
        # What is wanted may end with a question: "… Did you mean 'exercises'?"
        end = "" if wanted.endswith("?") else "."
        super().__init__(f"{option} can't be '{value}'.", f"It takes {wanted}{end}")


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
            hint = f"Did you mean {_either(likely)}?"
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


class AlreadyLogged(PmcareerError):
    """Take the same exercise or step twice on one day for a slip."""

    code = "already-logged"

    def __init__(self, thing: str, day: object, done: str = "finished") -> None:
        super().__init__(
            f"{thing} is already logged as {done} on {day}; nothing was logged.",
            f"If you did it twice: pmcareer log {thing} --again",
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
        article = "an" if kind[0] in "aeiou" else "a"
        super().__init__(
            f"{thing} is {article} {kind}, which can't be put off; nothing was changed.",
            "Exercises and steps can: pmcareer defer ID --until DATE",
        )


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

    def __init__(self, day: object, today: object) -> None:
        super().__init__(
            f"{day} is in the future (today is {today}); nothing was logged.",
            "Log it once it is done.",
        )


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
        hint = f"Did you mean {_either(near)}?" if near else "See their ids: pmcareer history"
        super().__init__(f"There is no entry '{word}'; nothing was changed.", hint)


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


class DataFileBroken(PmcareerError):
    """Name what is wrong in a data file: place, problem and mend, every one at once.

    `problems` are values of `domain.ground.problem`, which the errors know no more of than their
    sentence.
    """

    code = "needs-repair"
    exit_code = NEEDS_REPAIR

    def __init__(self, file: object, problems: Iterable[object], then: str) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        counted = f"{count} problem" if count == 1 else f"{count} problems"
        lines = [f"{file} needs repair ({counted})."]
        lines += [f"  {problem}" for problem in self.problems[:SHOWN_PROBLEMS]]
        if count > SHOWN_PROBLEMS:
            lines.append(f"… and {count - SHOWN_PROBLEMS} more")
        super().__init__("\n".join(lines), then)


class NewerFormat(PmcareerError):
    """Refuse to write a file that a newer pmcareer wrote."""

    code = "newer-format"
    why: ClassVar[str] = "a newer pmcareer wrote; nothing was changed"

    def __init__(self, file: object, found: object) -> None:
        super().__init__(
            f"{file} has format {found}, which {self.why}.",
            "Update first: python -m pip install --upgrade pmcareer",
        )


class NewerCurriculum(NewerFormat):
    """Say that a curriculum was written for a newer pmcareer."""

    why = "only a newer pmcareer can read"


class NoSuchFile(PmcareerError):
    """Say that a file somebody named is not there."""

    code = "no-such-file"

    def __init__(self, file: object) -> None:
        super().__init__(f"There is no file {file}.", "Check the path.")


class NotReadable(PmcareerError):
    """Say that a file is there and the system does not let us read it."""

    code = "not-readable"

    def __init__(self, file: object, reason: str) -> None:
        super().__init__(f"{file} can't be read: {reason}.", "Check the path and its permissions.")


class NotStored(PmcareerError):
    """Say that the disk, the lock or the medium refused, and that nothing was changed."""

    code = "not-stored"


class NotConfirmed(PmcareerError):
    """Say that an entry is in the file, and that the disk did not promise to keep it."""

    code = "not-confirmed"

    def __init__(self, file: object, reason: str) -> None:
        super().__init__(
            f"{file} was changed, but the disk did not confirm it: {reason}.",
            "It is there now. Back the file up and check the disk before you rely on it.",
        )


class MissingExtra(PmcareerError):
    """Say that a library which only some people need is missing, and how it gets there."""

    code = "missing-extra"

    def __init__(self, what: str, library: str, extra: str) -> None:
        super().__init__(
            f"{what} needs the library {library}, which is not installed.",
            f"Install it: python -m pip install 'pmcareer[{extra}]'",
        )


class FileThere(PmcareerError):
    """Refuse to write over a file that nobody said may go."""

    code = "file-there"

    def __init__(self, file: object) -> None:
        super().__init__(f"{file} is there already; nothing was written.", "Write over it: --force")


class SheetThere(PmcareerError):
    """Refuse to write over a sheet that somebody may be working on."""

    code = "file-there"

    def __init__(self, file: object) -> None:
        super().__init__(
            f"{file} is there already; nothing was written.",
            "Go on in it, or name another file: --output FILE",
        )


class BadSheet(PmcareerError):
    """Refuse a sheet that a curriculum names and that is no text below its folder."""

    code = "bad-sheet"
    exit_code = NEEDS_REPAIR

    def __init__(self, name: str, why: str) -> None:
        self.why = why
        self.mend = f"Take `sheet` out, or put a UTF-8 text there: {name}"
        super().__init__(f"The sheet '{name}' can't be used: {why}.", "See: pmcareer check")


class NoExample(PmcareerError):
    """Say that an item comes without a good and a poor example."""

    code = "no-example"

    def __init__(self, item: str) -> None:
        super().__init__(
            f"There is no example for {item}.", f"Its sheet all the same: pmcareer work {item}"
        )


class NothingToWorkOn(PmcareerError):
    """Say that there is no task today, so a bare `work` has nothing to make a sheet of."""

    code = "nothing-to-work-on"

    def __init__(self) -> None:
        super().__init__(
            "There is no open task today, so no sheet was written.", "Name one: pmcareer work ID"
        )


class NoEditor(PmcareerError):
    """Say that no editor could be started."""

    code = "no-editor"

    def __init__(self, command: str) -> None:
        super().__init__(
            f"The editor '{command}' can't be started.", "Name yours: export EDITOR=nano"
        )


class NoTerminal(PmcareerError):
    """Say that the editor every system has needs a terminal, and that none is there."""

    code = "no-editor"

    def __init__(self) -> None:
        super().__init__(
            "There is no terminal to edit in; nothing was changed.",
            "Set $VISUAL or $EDITOR to an editor that needs none.",
        )


class EditorFailed(PmcareerError):
    """Say that the editor ended with an error, so what it left is not taken for finished."""

    code = "editor-failed"

    def __init__(self, exit_code: int, copy: object) -> None:
        super().__init__(
            f"The editor ended with an error ({exit_code}); nothing was changed.",
            f"What it left is kept in {copy}",
        )


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Find up to three known words that look like this one, nearest first."""
    from difflib import get_close_matches  # noqa: PLC0415 -- only when something was mistyped

    # 0.55 lets "pmf-2" find "pmf-02" and "tech-mp" find "tech-pm"; any lower, and words that nobody
    # meant are offered.
    return get_close_matches(word.lower(), list(known), n=3, cutoff=0.55)


def _either(words: list[str]) -> str:
    quoted = [f"'{word}'" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _plural(what: str) -> str:
    """Name what `pmcareer list` can list; an item of any kind may be anything."""
    irregular = {"advice": "advice", "item": ""}
    return irregular.get(what, f"{what}s")
