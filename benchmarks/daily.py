"""The commands that are measured, in homes made for them, by pmcareer as people install it.

Shared by `startup.py`, `instructions.py` and `parts.py`.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import distributions
from pathlib import Path

from homes import TODAY, full_home, many_bare, many_like_ours, plain_home

FLOOR = Path(__file__).with_name("floor.py")
ROUTE = ("plan", "--from", "programmer", "--target", "portfolio-pmo")
LOG = ("log", "rsk-01", "30", "--partial")
FIRST_LOG = ("log", "rsk-01", "25", "--partial")
# What distorts start-up by a tenth of a second and more, and what would bring in somebody's own files.
UNSET = ("PMCAREER_", "PYTHON", "XDG_", "WATSON_")
NO_WHEEL = "pmcareer is not installed from a wheel beside {}: {}. See benchmarks/README.md."


def _nothing(user: Path) -> None:
    """Leave everything as it is."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A command."""

    program: Sequence[str]
    arguments: Sequence[str]
    says: str
    """A word of its stdout; a command that does not say it was not measured."""
    before: Callable[[Path], None] = field(default=_nothing)
    """What is put back before each run of it, given the user's own folder, HOME."""

    @property
    def line(self) -> Sequence[str]:
        """The whole command line."""
        return (*self.program, *self.arguments)

    def refuse_other(self, stdout: bytes) -> None:
        """End the measuring where something else was printed."""
        if self.says not in stdout.decode("utf-8", "replace"):
            sys.exit(f"'{self.says}' is not in what this printed: {' '.join(self.line)}")


def refuse_what_nobody_installs() -> None:
    """End with 2 where this Python has no pmcareer from a wheel: other ones start by another way, and later."""
    place = Path(sysconfig.get_path("purelib"))
    found = next(iter(distributions(name="pmcareer", path=[str(place)])), None)
    if found is None:
        reason = "there is none"
    elif '"editable": true' in (found.read_text("direct_url.json") or ""):
        reason = "this one is editable"
    elif not (place / "pmcareer" / "data" / "curriculum.pack").is_file():
        reason = "this one has no packed tables"
    else:
        return
    print(NO_WHEEL.format(sys.executable, reason), file=sys.stderr)
    sys.exit(2)


def environment_of(user: Path) -> Mapping[str, str]:
    """Nobody's settings: what others' programs keep there would be made in the runner's home."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(UNSET)}
    return kept | {"HOME": str(user)}


def floor_of(python: str) -> Case:
    """Give the program that does nothing."""
    return Case(program=[python, str(FLOOR)], arguments=["next"], says="A plan that somebody else")


def cases_in(folder: Path, python: str) -> dict[str, Case]:
    """Give every case its command, by the pmcareer of that Python; homes and curricula are made in the folder."""
    program = [str(Path(python).with_name("pmcareer")), "--today", TODAY.isoformat()]

    def case(home: str, says: str, *arguments: str) -> Case:
        return Case(program=program, arguments=["--home", home, *arguments], says=says)

    def logging(home: str, copied: str, put_back: Callable[[Path, Path, Path], None]) -> Case:
        copy = f"{home}-{copied}"
        return Case(
            program=program,
            arguments=["--home", copy, *LOG],
            says="Wrong?",
            before=partial(put_back, Path(home), Path(copy)),
        )

    one, three, ten, thirty = (plain_home(folder, years) for years in (1, 3, 10, 30))
    full_one, full_three, full_ten = (full_home(folder, years) for years in (1, 3, 10))
    task, month, again = "Log it", "This month", partial(_as_after_one, program)
    return {
        "--help": case(one, "Usage: pmcareer", "--help"),
        "next, the first day": case(str(folder / "nobody"), task, "next"),
        "next, a year": case(one, task, "next"),
        "next, a full year": case(full_one, task, "next"),
        "next, ten years": case(ten, task, "next"),
        "next, ten full years": case(full_ten, task, "next"),
        "next, 10,000 exercises": case(one, task, "--curriculum", many_bare(folder), "next"),
        "next, 10,000 like ours": case(
            full_one, task, "--curriculum", many_like_ours(folder), "next"
        ),
        "plan, three years": case(three, "Decides the date", *ROUTE),
        "plan, three full years": case(full_three, "Decides the date", "plan"),
        "plan, thirty years": case(thirty, "Decides the date", *ROUTE),
        "log, a year": logging(one, "logged", again),
        "log, the first on a device": logging(one, "logged-first", _as_nothing_was),
        "log, a full year": logging(full_one, "logged", again),
        "review, a year": case(one, "Since", "review"),
        "review, a full year": case(full_one, "Since", "review"),
        "status, a year": case(one, month, "status"),
        "status, a full year": case(full_one, month, "status"),
        "history, ten years": case(ten, "Worked on", "history", "--all"),
        "history, ten full years": case(full_ten, "Took back", "history", "--all"),
        "history, in colours": case(
            ten, "\x1b[", "--color", "always", "--no-pager", "history", "--all"
        ),
    }


def _as_nothing_was(home: Path, copy: Path, user: Path) -> None:
    """Put a copy of a home, and the user's state, to what they were before anything was logged on this device."""
    for place in (user / ".local", copy):
        shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(home, copy)


def _as_after_one(program: Sequence[str], home: Path, copy: Path, user: Path) -> None:
    """Put a copy of a home, and the user's state, to what they were after the first entry that was logged there.

    The first one leaves a receipt for each entry before it, and no later one does.
    """
    kept, state = Path(f"{copy}-kept"), user / ".local"
    if not kept.exists():
        _as_nothing_was(home, copy, user)
        first = [*program, "--home", str(copy), *FIRST_LOG]
        subprocess.run(first, env=environment_of(user), check=True, stdout=subprocess.DEVNULL)
        shutil.copytree(copy, kept / "home")
        shutil.copytree(state, kept / "state")
    for place, earlier in ((copy, kept / "home"), (state, kept / "state")):
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(earlier, place)
