"""Instructions of whole commands, which neighbours on the same machine do not move, beside those of the floor.

    VENV/bin/python benchmarks/instructions.py                          millions, and how many times the floor
    VENV/bin/python benchmarks/instructions.py --only "a year"          of the cases whose name holds these words
    VENV/bin/python benchmarks/instructions.py --before OTHER/bin/python    and those of another version

VENV and OTHER have pmcareer installed from a wheel. Valgrind's callgrind counts; the clock may say otherwise by some
hundredths, for instructions differ in how long they take. A case takes some ten seconds for each version.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from daily import Case, cases_in, environment_of, floor_of, refuse_what_nobody_installs

COLLECTED = re.compile(rb"Collected : (\d+)")
COUNTING = ("valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null")


def main() -> None:
    """Count and print."""
    options = _options()
    if not shutil.which("valgrind"):
        print("There is no valgrind here, which counts the instructions.", file=sys.stderr)
        sys.exit(2)
    refuse_what_nobody_installs()
    with tempfile.TemporaryDirectory() as name:
        counts = [
            _counted(Path(name) / str(number), python, options)
            for number, python in enumerate([sys.executable, *options.before])
        ]
    _print(counts)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Count the instructions of commands.")
    parser.add_argument("--only", default="", metavar="WORDS", help="cases whose name holds these")
    parser.add_argument("--before", nargs=1, default=[], metavar="PYTHON", help="another version")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time (2)")
    return parser.parse_args()


def _counted(folder: Path, python: str, options: argparse.Namespace) -> Mapping[str, int]:
    """Count the floor and each case, in a HOME of its own."""
    folder.mkdir()
    found = cases_in(folder, python).items()
    cases = {"floor": floor_of(python)} | {
        name: case for name, case in found if options.only in name
    }
    with ThreadPoolExecutor(options.jobs) as pool:
        counts = pool.map(lambda case: _instructions(case, folder), cases.values())
        return dict(zip(cases, counts, strict=True))


def _instructions(case: Case, folder: Path) -> int:
    with tempfile.TemporaryDirectory(dir=folder) as user:
        environment = environment_of(Path(user)) | {"PYTHONHASHSEED": "0"}
        case.before(Path(user))
        run = [*COUNTING, *case.line]
        done = subprocess.run(run, check=False, env=environment, capture_output=True)
    if done.returncode:
        sys.exit(f"exit code {done.returncode}: {' '.join(run)}")
    case.refuse_other(done.stdout)
    found = COLLECTED.search(done.stderr)
    if not found:
        sys.exit(f"valgrind counted nothing: {' '.join(run)}")
    return int(found[1])


def _print(counts: list[Mapping[str, int]]) -> None:
    now, *before = counts
    print("| | million instructions | floors |" + " before | change |" * len(before))
    print("|---|---|---|" + "---|---|" * len(before))
    for name, count in now.items():
        cells = [name, f"{count / 1e6:.0f}", f"{count / now['floor']:.2f}"]
        for earlier in before:
            cells += [f"{earlier[name] / 1e6:.0f}", f"{count / earlier[name] - 1:+.1%}"]
        print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
