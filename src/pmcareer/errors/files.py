"""What the disk refuses, and files that can't be used as they are."""

from collections.abc import Iterable
from typing import ClassVar

from pmcareer.errors.base import NEEDS_REPAIR, SHOWN_PROBLEMS, PmcareerError


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


class NoHome(PmcareerError):
    """Say that the system knows no folder in which this user's files could lie."""

    code = "no-home"

    def __init__(self) -> None:
        super().__init__(
            "There is no folder for your logbook: HOME is not set, or is no absolute path.",
            "Name one: --home DIR, or set HOME.",
        )


class NoSuchFile(PmcareerError):
    """Say that a file somebody named is not there."""

    code = "no-such-file"

    def __init__(self, file: object) -> None:
        super().__init__(f"There is no file {file}.", "Check the path.")


class NotReadable(PmcareerError):
    """Say that a file is there and the system does not let us read it."""

    code = "not-readable"

    def __init__(self, file: object, reason: str) -> None:
        self.reason = reason
        super().__init__(f"{file} can't be read: {reason}.", "Check the path and its permissions.")


class NotStored(PmcareerError):
    """Say that the disk, the lock or the medium refused, and that nothing was changed."""

    code = "not-stored"


class NotConfirmed(PmcareerError):
    """Say that an entry is in the file, and that the disk did not promise to keep it."""

    code = "not-confirmed"

    def __init__(self, file: object, reason: str, stored: Iterable[str] = ()) -> None:
        super().__init__(
            f"{file} was changed, but the disk did not confirm it: {reason}.",
            "It is there now. Back the file up and check the disk before you rely on it.",
        )
        self.stored = tuple(stored)


class FileThere(PmcareerError):
    """Refuse to write over a file that nobody said may go."""

    code = "file-there"

    def __init__(self, file: object) -> None:
        super().__init__(f"{file} is there already; nothing was written.", "Write over it: --force")


class Stale(NotStored):
    """Say that a file is no longer as it was when the answer was worked out from it.

    Whoever catches it works the answer out anew; who reads it does so after several tries.
    """

    def __init__(self, file: object) -> None:
        super().__init__(
            f"{file} is changed by another program all the time; nothing was logged.",
            "Close the editor or wait for the sync, then try again.",
        )
