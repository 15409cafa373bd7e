"""How long commands take, against a program that does nothing with the same libraries.

    VENV/bin/python benchmarks/startup.py            medians, ratios, limits; exits with 1 when a limit is passed
    VENV/bin/python benchmarks/startup.py --runs 41  for a quieter machine's answer
    VENV/bin/python benchmarks/startup.py --peers    Watson, todoman and jrnl beside it, installed for the moment

VENV has pmcareer installed from a wheel, and needs nothing else: an editable one is found by another way and starts later,
and is refused. The cases are in `daily.py`, their homes in `homes.py`.
Cases take turns, so that a busy minute hits all of them, and the floor runs before each; what counts is user and system time
of the process, not the clock on the wall. What is over its limit is measured again beside the floor, twice and with twice the
runs: the best of three counts, for a program that has become slower is so each time, and a neighbour's minute is not.
"""

import argparse
import math
import os
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping
from pathlib import Path

from daily import Case, cases_in, environment_of, floor_of, refuse_what_nobody_installs

REACHED: Mapping[str, float] = {
    "--help": 0.33,
    "next, the first day": 1.14,
    "next, a year": 1.16,
    "next, a full year": 1.82,
    "next, ten years": 1.44,
    "next, ten full years": 2.65,
    "next, 10,000 exercises": 3.30,
    "next, 10,000 like ours": 9.55,
    "plan, three years": 1.70,
    "plan, three full years": 2.78,
    "plan, thirty years": 2.39,
    "log, a year": 1.55,
    "log, the first on a device": 1.60,
    "log, a full year": 2.67,
    "review, a year": 1.46,
    "review, a full year": 2.61,
    "status, a year": 1.37,
    "status, a full year": 2.26,
    "history, ten years": 1.38,
    "history, ten full years": 1.74,
    "history, in colours": 1.44,
}
"""How many times the floor each took when this was written; what is not named here has no limit."""
MARGIN = 1.15
"""How many times that each may take: other machines, other versions of the libraries."""
CHANCES = 2
FLOOR = "floor"


def main() -> int:
    """Measure, print, and tell by the exit code whether every limit holds."""
    options = _options()
    refuse_what_nobody_installs()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cases = cases_in(folder, sys.executable)
        if options.peers:
            cases |= _peers(folder)
        spent = medians(cases, options.runs, folder)
        _print(spent)
        for _ in range(CHANCES):
            over = _over(spent)
            if not over:
                return 0
            print(f"\nOver the limit, measured again: {'; '.join(over)}.")
            spent = medians({name: cases[name] for name in over}, 2 * options.runs, folder)
            _print(spent)
    return 1 if _over(spent) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure start-up against the floor.")
    parser.add_argument("--runs", type=int, default=21, help="how often each is run (21)")
    parser.add_argument("--peers", action="store_true", help="other programs of the kind, too")
    return parser.parse_args()


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
        "watson status": Case(program=[watson], arguments=["status"], says="No project"),
        "todo list": Case(program=[todo], arguments=["--config", str(settings), "list"], says=""),
        "jrnl -n 3": Case(
            program=[jrnl], arguments=["--config-file", str(journal), "-n", "3"], says="A day."
        ),
    }


def _installed(folder: Path, package: str, program: str) -> str:
    place = folder / package
    venv.create(place, with_pip=True)
    binaries = place / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([binaries / "python", "-m", "pip", "install", "--quiet", package], check=True)
    return str(binaries / program)


def medians(cases: Mapping[str, Case], runs: int, folder: Path) -> dict[str, float]:
    """Run all cases in turn, each after the floor, and once more at first to warm up.

    Return the median of user and system time of each and of every floor, in milliseconds. All are
    divided by that of the floor, so it is the one that must not be off by chance.
    """
    floor = floor_of(sys.executable)
    seen: dict[str, list[float]] = {name: [] for name in (FLOOR, *cases)}
    for turn in range(runs + 1):
        for name, case in cases.items():
            beside = milliseconds(floor, folder)
            case.before(folder)
            spent = milliseconds(case, folder)
            if turn:
                seen[FLOOR].append(beside)
                seen[name].append(spent)
    return {name: statistics.median(spent) for name, spent in seen.items()}


def milliseconds(case: Case, user: Path) -> float:
    """Run a command, look at what it printed, and count what it used of the processor."""
    file = user / "stdout"
    silent = (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
    kept = (os.POSIX_SPAWN_OPEN, 1, str(file), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    line = case.line
    child = os.posix_spawn(line[0], line, environment_of(user), file_actions=[kept, silent])
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"exit code {os.waitstatus_to_exitcode(status)}: {' '.join(line)}")
    case.refuse_other(file.read_bytes())
    return 1000 * (used.ru_utime + used.ru_stime)


def _over(milliseconds: Mapping[str, float]) -> list[str]:
    """Name what took more than it may."""
    floor = milliseconds[FLOOR]
    return [name for name, spent in milliseconds.items() if spent / floor > _limit(name)]


def _limit(name: str) -> float:
    return MARGIN * REACHED.get(name, math.inf)


def _print(milliseconds: Mapping[str, float]) -> None:
    over = _over(milliseconds)
    for name, spent in milliseconds.items():
        limit = f", limit {_limit(name):.2f}" if name in REACHED else ""
        told = ": over it" if name in over else ""
        print(f"{name:<26}{spent:7.0f} ms {spent / milliseconds['floor']:6.2f} x{limit}{told}")


if __name__ == "__main__":
    sys.exit(main())
