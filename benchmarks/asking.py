"""Asking the program itself: a home written as a user's would be, and what `plan --json` says of it.

In this process, through the command line's own entry point, or in a process of its own.
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from pmcareer.cli.main import run  # noqa: E402
from pmcareer.commands import home as commands_home  # noqa: E402

Hours = tuple[float, float, float]
HEAD = """format = 1
title = "Equal exercises"
version = "1"
default_role = "starter"

[[skills]]
id = "done"
title = "What was done"
side = "ways-of-working"

[[roles]]
id = "starter"
title = "Where it begins"
needs = {}
"""


def write_curriculum(file: Path, done: int, left: Iterable[int], hours: Hours) -> None:
    """Write a curriculum of equal exercises: `done` to have been done, and a role per number left.

    To become `left-40` one needs forty exercises of a skill of their own, each as large as those
    done: optimistic, likely and pessimistic `hours`.
    """
    parts = [HEAD, *_exercises("done", done, hours)]
    for count in left:
        parts += _goal(f"left-{count}", count, hours)
    file.write_text("\n".join(parts), encoding="utf-8")


def _goal(name: str, count: int, hours: Hours) -> Iterator[str]:
    yield f'[[skills]]\nid = "{name}"\ntitle = "{count} to go"\nside = "ways-of-working"\n'
    yield f'[[roles]]\nid = "{name}"\ntitle = "{count} done"\nneeds = {{ {name} = 2 }}\n'
    yield from _exercises(name, count, hours)


def _exercises(skill: str, count: int, hours: Hours) -> Iterator[str]:
    for number in range(count):
        yield (
            f'[[exercises]]\nid = "{skill}-{number}"\nskill = "{skill}"\n'
            f'title = "One of {count}"\nlevel = 2\nhours = {list(hours)}\ncore = true\n'
        )


def write_logbook(file: Path, history: Sequence[tuple[date, int]], target: str) -> None:
    """Write a logbook in which so many exercises were finished on each day, entered on that day.

    The target was said on the first of them.
    """
    first = history[0][0]
    said = f'on = {first}\nat = {first}T07:00:00+01:00\ntarget = "{target}"\nid = "profile"\n'
    parts = ["format = 1\n", f'[[entries]]\nkind = "profile"\n{said}']
    number = 0
    for day, count in history:
        for _ in range(count):
            parts.append(
                f'[[entries]]\nkind = "finished"\non = {day}\nat = {day}T19:14:03+01:00\n'
                f'exercise = "done-{number}"\nid = "{number:010d}"\n'
            )
            number += 1
    file.write_text("\n".join(parts), encoding="utf-8")


def write_sessions(
    file: Path, days: Iterable[date], skill: str, sessions: int, minutes: int
) -> None:
    """Write a logbook in which each exercise of a skill takes so many sessions, one a day."""
    parts = ["format = 1\n"]
    for number, day in enumerate(days):
        exercise, session = divmod(number, sessions)
        kind = "finished" if session == sessions - 1 else "worked"
        parts.append(
            f'[[entries]]\nkind = "{kind}"\non = {day}\nat = {day}T19:14:03+01:00\n'
            f'exercise = "{skill}-{exercise}"\nminutes = {minutes}\nid = "{number:010d}"\n'
        )
    file.write_text("\n".join(parts), encoding="utf-8")


def printed(home: Path, today: date, *arguments: str) -> bytes:
    """Run a command line in this process; what it prints."""
    said = io.BytesIO()
    with redirect_stdout(io.TextIOWrapper(said, encoding="utf-8", write_through=True)) as stream:
        code = run(arguments, _environment(home, today))
        stream.detach()
    if code:
        sys.exit(f"exit code {code}: {' '.join(arguments)}")
    return said.getvalue()


def printed_by_process(home: Path, today: date, *arguments: str) -> bytes:
    """Run it in a process of its own; what it prints."""
    command = [sys.executable, "-m", "pmcareer", *arguments]
    environment = {**_environment(home, today), "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(command, check=True, capture_output=True, env=environment).stdout


def answered(home: Path, today: date, *arguments: str) -> dict[str, Any]:
    """Run a command line in this process; the JSON that it prints."""
    found: dict[str, Any] = json.loads(printed(home, today, *arguments, "--json"))
    return found


def _environment(home: Path, today: date) -> Mapping[str, str]:
    return {**os.environ, "PMCAREER_HOME": str(home), "PMCAREER_TODAY": today.isoformat()}


def read_curricula_once() -> None:
    """Keep every curriculum that is read, as long as this process lasts."""
    commands_home.read_curriculum = cache(commands_home.read_curriculum)
