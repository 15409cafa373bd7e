"""What the time of commands goes into, in floors: shares of samples of the stack of what they take in all.

    VENV/bin/python benchmarks/parts.py                     the daily commands
    VENV/bin/python benchmarks/parts.py --only "a year"     the cases whose name holds these words
    VENV/bin/python benchmarks/parts.py --runs 15           fewer samples are less sure

VENV has pmcareer installed from a wheel. Each command runs as often with samples as without: what it takes is the median of
those without, each run after a floor, and Python's own start, which is not sampled, is shared out with the rest.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from daily import Case, cases_in, environment_of, refuse_what_nobody_installs
from startup import FLOOR, medians

SAMPLED = Path(__file__).with_name("sampled.py")
PARTS = (
    "libraries",
    "our modules",
    "curriculum",
    "logbook",
    "drawing",
    "computing, and the rest",
)


def main() -> None:
    """Measure and print."""
    options = _options()
    refuse_what_nobody_installs()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        print(f"| command | floors | {' | '.join(PARTS)} |\n|---|---|{'---|' * len(PARTS)}")
        for name, case in cases_in(folder, sys.executable).items():
            if options.only in name:
                took = medians({name: case}, options.runs, folder)
                spent = took[name] / took[FLOOR]
                seen = _samples(case, options.runs, folder)
                shares = (f"{spent * seen[part] / seen.total():.2f}" for part in PARTS)
                print(f"| {name} | {spent:.2f} | {' | '.join(shares)} |", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Tell what the time of commands goes into.")
    parser.add_argument("--only", default="", metavar="WORDS", help="cases whose name holds these")
    parser.add_argument("--runs", type=int, default=9, help="how often each is run (9)")
    return parser.parse_args()


def _samples(case: Case, runs: int, user: Path) -> Counter[str]:
    sampled = replace(case, program=[sys.executable, str(SAMPLED), *case.program[1:]])
    seen: Counter[str] = Counter()
    for _ in range(runs):
        case.before(user)
        done = subprocess.run(
            sampled.line, check=True, env=environment_of(user), capture_output=True
        )
        case.refuse_other(done.stdout)
        seen.update(json.loads(done.stderr.splitlines()[-1]))
    return seen


if __name__ == "__main__":
    main()
