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
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
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
    with (
        tempfile.TemporaryDirectory() as name,
        ThreadPoolExecutor(options.jobs) as pool,
    ):
        versions = [
            (Path(name) / str(number), python)
            for number, python in enumerate([sys.executable, *options.before])
        ]
        cases = [_cases(folder, python, options.only) for folder, python in versions]
        counts = {
            case: [
                pool.submit(_instructions, found[case], folder)
                for found, (folder, _) in zip(cases, versions, strict=True)
            ]
            for case in cases[0]
        }
        _print(counts)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Count the instructions of commands.")
    parser.add_argument("--only", default="", metavar="WORDS", help="cases whose name holds these")
    parser.add_argument("--before", nargs=1, default=[], metavar="PYTHON", help="another version")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time (2)")
    return parser.parse_args()


def _cases(folder: Path, python: str, words: str) -> Mapping[str, Case]:
    """Give the floor and each case, in a HOME of its own."""
    folder.mkdir()
    found = cases_in(folder, python).items()
    return {"floor": floor_of(python)} | {name: case for name, case in found if words in name}


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


def _print(counts: Mapping[str, Sequence[Future[int]]]) -> None:
    """Print each row as soon as it is counted."""
    floor, *others = [run.result() for run in counts["floor"]]
    print("| | million instructions | floors |" + " before | change |" * len(others))
    print("|---|---|---|" + "---|---|" * len(others))
    for name, runs in counts.items():
        now, *before = [run.result() for run in runs]
        cells = [name, f"{now / 1e6:.0f}", f"{now / floor:.2f}"]
        for earlier in before:
            cells += [f"{earlier / 1e6:.0f}", f"{now / earlier - 1:+z.1%}"]
        print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
