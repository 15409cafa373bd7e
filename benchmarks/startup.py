"""How long `next` and `plan` take, against a program that does nothing with the same libraries.

    python benchmarks/startup.py            medians, ratios and limits; exits with 1 when a limit is passed
    python benchmarks/startup.py --runs 41  for a quieter machine's answer

Runs alternate, so that a busy minute hits all of them, and count user and system time of the process, not the clock on
the wall. The floor is `../shared/bench/floor.py`; where that is not to be had, name another with --floor.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import tomli_w

CHECKOUT = Path(__file__).resolve().parents[1]
FLOOR = CHECKOUT.parent / "shared" / "bench" / "floor.py"
SHIPPED = CHECKOUT / "data" / "curriculum.toml"
TODAY = date(2026, 11, 21)
YEAR_DAYS = 365
ROUTE = ("plan", "--from", "programmer", "--target", "portfolio-pmo")
# What distorts start-up by a tenth of a second and more, and what would bring in somebody's own files.
UNSET = ("PMCAREER_", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONDEVMODE", "XDG_")


def main() -> int:
    """Measure, print, and tell by the exit code whether every limit holds."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        cases, limits = _cases(Path(folder), options.floor), _limits()
        milliseconds = _medians(cases, options.runs)
    return _report(milliseconds, limits)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure start-up against the floor.")
    parser.add_argument("--runs", type=int, default=21, help="how often each is run (21)")
    parser.add_argument("--floor", type=Path, default=FLOOR, help="the program that does nothing")
    return parser.parse_args()


def _cases(folder: Path, floor: Path) -> dict[str, list[str]]:
    """Give every case its command; homes and curricula are made in the folder."""
    pmcareer = shutil.which("pmcareer", path=str(Path(sys.executable).parent))
    program = [pmcareer] if pmcareer else [sys.executable, "-m", "pmcareer"]
    program += ["--today", TODAY.isoformat()]
    one, three, ten = (_home(folder, years) for years in (1, 3, 10))
    tenfold = _tenfold(folder)
    return {
        "floor": [sys.executable, str(floor), "next"],
        "next, a year": [*program, "--home", one, "next"],
        "next, ten years": [*program, "--home", ten, "next"],
        "next, ten times the exercises": [*program, "--home", one, "--curriculum", tenfold, "next"],
        "plan, three years": [*program, "--home", three, *ROUTE],
        "plan, thirty years": [*program, "--home", _home(folder, 30), *ROUTE],
        "plan, ten times the exercises": [
            *program,
            "--home",
            three,
            "--curriculum",
            tenfold,
            *ROUTE,
        ],
    }


def _limits() -> Mapping[str, tuple[str, float | None]]:
    """Say what each case is compared with, and how many times that it may take; None is only shown."""
    return {
        "next, a year": ("floor", 1.35),
        "next, ten years": ("floor", 2.0),
        "next, ten times the exercises": ("next, a year", None),
        "plan, three years": ("floor", 2.2),
        "plan, thirty years": ("plan, three years", None),
        "plan, ten times the exercises": ("plan, three years", None),
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


def _tenfold(folder: Path) -> str:
    """Write the shipped curriculum with nine more of every exercise, which nothing requires."""
    curriculum = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    apart = SHIPPED.with_name("certifications.toml")
    curriculum |= tomllib.loads(apart.read_text(encoding="utf-8"))
    exercises = curriculum["exercises"]
    more = (
        {**item, "id": f"{item['id']}-{copy}", "replaces": []}
        for copy in range(9)
        for item in exercises
    )
    curriculum["exercises"] = [*exercises, *more]
    file = folder / "tenfold.toml"
    file.write_text(tomli_w.dumps(curriculum), encoding="utf-8")
    return str(file)


def _medians(cases: Mapping[str, list[str]], runs: int) -> dict[str, float]:
    """Run all cases in turn, once to warm up; give the median of user and system time of each, in milliseconds."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(UNSET)}
    seen: dict[str, list[float]] = {name: [] for name in cases}
    for turn in range(runs + 1):
        for name, command in cases.items():
            spent = _milliseconds(command, environment)
            seen[name].extend([spent] if turn else [])
    return {name: statistics.median(spent) for name, spent in seen.items()}


def _milliseconds(command: list[str], environment: Mapping[str, str]) -> float:
    """Run a command with its output thrown away, and count what it used of the processor."""
    silent = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    child = os.posix_spawn(command[0], command, environment, file_actions=[silent])
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"exit code {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return 1000 * (used.ru_utime + used.ru_stime)


def _report(
    milliseconds: Mapping[str, float], limits: Mapping[str, tuple[str, float | None]]
) -> int:
    lines = [f"{'floor':<31}{milliseconds['floor']:7.0f} ms"]
    passed = True
    for name, (base, limit) in limits.items():
        ratio = milliseconds[name] / milliseconds[base]
        passed = passed and (limit is None or ratio <= limit)
        judged = (
            ""
            if limit is None
            else f", limit {limit}" + ("" if ratio <= limit else ": PASSED OVER")
        )
        lines.append(f"{name:<31}{milliseconds[name]:7.0f} ms {ratio:6.2f} times {base}{judged}")
    print("\n".join(lines))
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
