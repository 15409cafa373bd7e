"""What `log`, `next` and `plan` cost, in the floor's cost, against an earlier version.

    python benchmarks/cost.py EARLIER_CHECKOUT [--floor FILE]

The floor is a program that does nothing with the same libraries, see `startup.py`. Counts the
instructions of whole processes by `valgrind --tool=callgrind`, which a busy machine does not move;
the clock may say otherwise by a hundredth or two. Takes some five minutes with two processes.
Homes: nothing logged, 30 entries and 300 of them, one a day; every seventh finishes an exercise.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
FLOOR = CHECKOUT.parent / "shared" / "bench" / "floor.py"
TODAY = date(2026, 11, 21)
SIZES = (0, 30, 300)
COMMANDS = ("log", "next", "plan")
JOBS = 2
LIMIT = 0.15
"""Of the floor: how much more than before a command may cost."""
COLLECTED = re.compile(rb"Collected : (\d+)")
RUN = "from pmcareer.cli.main import main; main()"


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("earlier", type=Path, help="a checkout of an earlier version")
    parser.add_argument("--floor", type=Path, default=FLOOR, help="the program that does nothing")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("There is no valgrind here.")
    with tempfile.TemporaryDirectory() as folder:
        floor = instructions([str(options.floor), "next"], CHECKOUT, Path(folder))
        print(f"floor: {floor / 1e6:.0f} million instructions\n")
        print(f"| | before | now | more, in floors (limit {LIMIT}) |\n|---|---|---|---|")
        with ThreadPoolExecutor(JOBS) as pool:
            cases = [(size, command) for size in SIZES for command in COMMANDS]
            for row in pool.map(lambda case: _row(Path(folder), floor, options, *case), cases):
                print(row, flush=True)


def _row(folder: Path, floor: int, options: argparse.Namespace, size: int, command: str) -> str:
    counts = []
    for checkout in (options.earlier, CHECKOUT):
        with tempfile.TemporaryDirectory(dir=folder) as home:
            (Path(home) / "logbook.toml").write_text(_logbook(size), encoding="utf-8")
            line = ["-c", RUN, "--home", home, "--today", f"{TODAY}", *_words(command)]
            counts.append(instructions(line, checkout.resolve(), Path(home)) / floor)
    before, now = counts
    return f"| {command}, {size} entries | {before:.3f} | {now:.3f} | {now - before:+.3f} |"


def _words(command: str) -> Sequence[str]:
    return ("log", "--partial", "--minutes", "45") if command == "log" else (command,)


def _logbook(size: int) -> str:
    return "\n".join(["format = 1\n", *_entries(size)])


def _entries(size: int) -> Iterator[str]:
    """Yield work on the exercises in turn, the last of it yesterday."""
    text = (CHECKOUT / "data" / "curriculum.toml").read_text(encoding="utf-8")
    names = [exercise["id"] for exercise in tomllib.loads(text)["exercises"]]
    for number in range(size):
        day = TODAY - timedelta(days=size - number)
        turn, weekday = divmod(number, 7)
        kind = "finished" if weekday == 6 else "worked"  # noqa: PLR2004
        yield (
            f'[[entries]]\nkind = "{kind}"\non = {day}\nat = {day}T19:14:03+01:00\n'
            f'exercise = "{names[turn]}"\nminutes = {20 + number % 60}\nid = "{number:010d}"\n'
        )


def instructions(line: Sequence[str], checkout: Path, folder: Path) -> int:
    """Run Python on a line, warmed up on a copy of the folder, and count."""
    environment = {name: value for name, value in os.environ.items() if "PMCAREER" not in name}
    # Who uses the program has its bytecode: without, half of what is counted is compiling.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment |= {
        "PYTHONPATH": str(checkout / "src"),
        "PYTHONHASHSEED": "0",
        "XDG_STATE_HOME": str(folder / "state"),
    }
    kept = {file: file.read_bytes() for file in folder.glob("*.toml")}
    run = [sys.executable, *line]
    subprocess.run(run, check=True, env=environment, capture_output=True)
    for file, content in kept.items():
        file.write_bytes(content)
    counting = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    done = subprocess.run([*counting, *run], check=True, env=environment, capture_output=True)
    found = COLLECTED.search(done.stderr)
    if not found:
        sys.exit(f"valgrind counted nothing: {' '.join(run)}")
    return int(found[1])


if __name__ == "__main__":
    main()
