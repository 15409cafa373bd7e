"""How long commands take, against a program that does nothing with the same libraries.

    VENV/bin/python benchmarks/startup.py            medians, ratios, limits; exits with 1 when a limit is passed
    VENV/bin/python benchmarks/startup.py --runs 41  for a quieter machine's answer
    VENV/bin/python benchmarks/startup.py --peers    Watson, todoman and jrnl beside it, installed for the moment

VENV has pmcareer installed from a wheel, and needs nothing else: an editable one is found by another way and starts later.
Runs alternate, so that a busy minute hits all of them, and count user and system time of the process, not the clock on the
wall. What is over its limit is measured again beside the floor, twice and with twice the runs: the best of three counts, for
a program that has become slower is so each time, and a neighbour's minute is not.
"""

import argparse
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import tomli_w

CHECKOUT = Path(__file__).resolve().parents[1]
FLOOR = Path(__file__).with_name("floor.py")
SHIPPED = CHECKOUT / "data" / "curriculum.toml"
TODAY = date(2026, 11, 21)
YEAR_DAYS = 365
MANY = 10_000
BARE = ("skill", "title", "level", "hours")
ROUTE = ("plan", "--from", "programmer", "--target", "portfolio-pmo")
# What distorts start-up by a tenth of a second and more, and what would bring in somebody's own files.
UNSET = ("PMCAREER_", "PYTHON", "XDG_", "WATSON_")
REACHED: Mapping[str, float] = {
    "next, a year": 1.30,
    "next, ten years": 1.69,
    "next, 10,000 exercises": 3.23,
    "plan, three years": 2.05,
    "log, a year": 1.75,
    "review, a year": 1.59,
    "status, a year": 1.56,
    "history, ten years": 1.62,
}
"""How many times the floor each took when this was written; what is not named here has no limit."""
MARGIN = 1.15
"""How many times that each may take: other machines, other versions of the libraries."""
CHANCES = 2


def _nothing() -> None:
    """Leave everything as it is."""


@dataclass(frozen=True)
class Case:
    """A command, and what is put back before each run of it."""

    command: Sequence[str]
    before: Callable[[], None] = _nothing


def main() -> int:
    """Measure, print, and tell by the exit code whether every limit holds."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cases = _cases(folder)
        if options.peers:
            cases |= _peers(folder)
        spent = _medians(cases, options.runs, folder)
        _print(spent)
        for _ in range(CHANCES):
            over = _over(spent)
            if not over:
                return 0
            print(f"\nOver the limit, measured again: {'; '.join(over)}.")
            spent = _medians(
                {name: cases[name] for name in ("floor", *over)}, 2 * options.runs, folder
            )
            _print(spent)
    return 1 if _over(spent) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure start-up against the floor.")
    parser.add_argument("--runs", type=int, default=21, help="how often each is run (21)")
    parser.add_argument("--peers", action="store_true", help="other programs of the kind, too")
    return parser.parse_args()


def _cases(folder: Path) -> dict[str, Case]:
    """Give every case its command; homes and curricula are made in the folder."""
    pmcareer = shutil.which("pmcareer", path=str(Path(sys.executable).parent))
    program = [pmcareer] if pmcareer else [sys.executable, "-m", "pmcareer"]
    program += ["--today", TODAY.isoformat(), "--home"]
    one, three, ten = (_home(folder, years) for years in (1, 3, 10))
    logged = folder / "logged"
    many = _many(folder)
    return {
        "floor": Case([sys.executable, str(FLOOR), "next"]),
        "--help": Case([*program, one, "--help"]),
        "next, the first day": Case([*program, str(folder / "nobody"), "next"]),
        "next, a year": Case([*program, one, "next"]),
        "next, ten years": Case([*program, ten, "next"]),
        "next, 10,000 exercises": Case([*program, one, "--curriculum", many, "next"]),
        "plan, three years": Case([*program, three, *ROUTE]),
        "plan, thirty years": Case([*program, _home(folder, 30), *ROUTE]),
        "log, a year": Case(
            [*program, str(logged), "log", "rsk-01", "30", "--partial"],
            before=lambda: _again(Path(one), logged, state=folder / ".local"),
        ),
        "review, a year": Case([*program, one, "review"]),
        "status, a year": Case([*program, one, "status"]),
        "history, ten years": Case([*program, ten, "history", "--all"]),
    }


def _home(folder: Path, years: int) -> str:
    """Make a home with an entry a day, ending yesterday: work on the exercises in turn, each finished once."""
    home = folder / f"home-{years}"
    home.mkdir()
    names = [item["id"] for item in tomllib.loads(SHIPPED.read_text(encoding="utf-8"))["exercises"]]
    days = years * YEAR_DAYS
    rows = (_row(number, TODAY - timedelta(days=days - number), names) for number in range(days))
    (home / "logbook.toml").write_text("format = 1\n" + "".join(rows), encoding="utf-8")
    return str(home)


def _row(number: int, day: date, names: list[str]) -> str:
    """Write an entry as pmcareer does: every seventh finishes an exercise until half of them are done."""
    turn, weekday = divmod(number, 7)
    finishes = weekday == 0 and turn < len(names) // 2
    name = names[turn % len(names)]
    what = (
        f'kind = "{"finished" if finishes else "worked"}"\non = {day}\nat = {day}T19:14:03+01:00\n'
    )
    return f'\n[[entries]]\n{what}exercise = "{name}"\nminutes = {20 + number % 60}\nid = "{number:010d}"\n'


def _again(home: Path, copy: Path, *, state: Path) -> None:
    """Put a home back as it was before something was logged, and forget that anything was."""
    shutil.rmtree(state, ignore_errors=True)
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(home, copy)


def _many(folder: Path) -> str:
    """Write the shipped curriculum with bare copies of its exercises, up to 10,000: a file has 2 MB at most."""
    curriculum = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    apart = SHIPPED.with_name("certifications.toml")
    curriculum |= tomllib.loads(apart.read_text(encoding="utf-8"))
    exercises = curriculum["exercises"]
    copies = range(1, MANY // len(exercises) + 1)
    more = [
        {"id": f"{item['id']}-{copy}", **{key: item[key] for key in BARE}}
        for copy in copies
        for item in exercises
    ]
    curriculum["exercises"] = [*exercises, *more][:MANY]
    file = folder / "many.toml"
    file.write_text(tomli_w.dumps(curriculum), encoding="utf-8")
    return str(file)


def _peers(folder: Path) -> dict[str, Case]:
    """Install other programs that are asked every day, each in an environment of its own, with a little data."""
    watson = _installed(folder, "td-watson", "watson")
    todo = _installed(folder, "todoman", "todo")
    jrnl = _installed(folder, "jrnl", "jrnl")
    (folder / "tasks").mkdir()
    settings = folder / "todoman.py"
    settings.write_text(f'path = "{folder}/tasks"\n', encoding="utf-8")
    journal = folder / "jrnl.yaml"
    journal.write_text(f"journals:\n  default: {folder}/journal.txt\n", encoding="utf-8")
    (folder / "journal.txt").write_text("[2026-11-20 09:00] A day.\n", encoding="utf-8")
    return {
        "watson status": Case([watson, "status"]),
        "todo list": Case([todo, "--config", str(settings), "list"]),
        "jrnl -n 3": Case([jrnl, "--config-file", str(journal), "-n", "3"]),
    }


def _installed(folder: Path, package: str, program: str) -> str:
    place = folder / package
    venv.create(place, with_pip=True)
    binaries = place / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([binaries / "python", "-m", "pip", "install", "--quiet", package], check=True)
    return str(binaries / program)


def _medians(cases: Mapping[str, Case], runs: int, folder: Path) -> dict[str, float]:
    """Run all cases in turn, once to warm up; give the median of user and system time of each, in milliseconds."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(UNSET)}
    # Nobody's settings: what others' programs keep there would be made in the runner's home.
    environment["HOME"] = str(folder)
    seen: dict[str, list[float]] = {name: [] for name in cases}
    for turn in range(runs + 1):
        for name, case in cases.items():
            case.before()
            spent = _milliseconds(case.command, environment)
            seen[name].extend([spent] if turn else [])
    return {name: statistics.median(spent) for name, spent in seen.items()}


def _milliseconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Run a command with its output thrown away, and count what it used of the processor."""
    silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    child = os.posix_spawn(command[0], command, environment, file_actions=silent)
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"exit code {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return 1000 * (used.ru_utime + used.ru_stime)


def _over(milliseconds: Mapping[str, float]) -> list[str]:
    """Name what took more than it may."""
    floor = milliseconds["floor"]
    return [name for name, spent in milliseconds.items() if spent / floor > _limit(name)]


def _limit(name: str) -> float:
    return MARGIN * REACHED.get(name, math.inf)


def _print(milliseconds: Mapping[str, float]) -> None:
    over = _over(milliseconds)
    for name, spent in milliseconds.items():
        limit = f", limit {_limit(name):.2f}" if name in REACHED else ""
        told = ": over it" if name in over else ""
        print(f"{name:<24}{spent:7.0f} ms {spent / milliseconds['floor']:6.2f} x{limit}{told}")


if __name__ == "__main__":
    sys.exit(main())
