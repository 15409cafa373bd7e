"""Tell how many small mistakes in the code the tests notice.

    python benchmarks/mutants.py                     the sample, and the mistakes with a name
    python benchmarks/mutants.py replacing pace      of files whose path has one of these words
    python benchmarks/mutants.py --count 40          more of each file (else 12)
    python benchmarks/mutants.py --named             only those with a name

Each mutant is a copy of this checkout with one mistake in one file: an operator swapped, a limit
moved by one, a condition turned round, a call, a `raise` or a `return` left out. The tests that
belong to the file are run on it. It dies when one of them fails, or when they take ten times as
long as without it. The sample is the same on every machine, and a change in one line leaves the
choice among the others alone.

tests/mutants.toml says which tests belong to which file, which mistakes must be noticed whatever
the sample, and why those that survive may. Ends with 1 when fewer than 85 of 100 die, when one
survives that is not listed, when one with a name does, or when what is listed no longer fits.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import tomli_w

CHECKOUT = Path(__file__).resolve().parents[1]
PACKAGE = Path("src/pmcareer")
sys.path.insert(0, str(CHECKOUT / "tests"))

from mutating import (  # noqa: E402 -- tests are no package
    KEYS,
    Mutant,
    mutants_of,
    planted,
    sample,
)

Listed = dict[str, Any]
"""tests/mutants.toml: `tests`, `sample`, `named`, `survivors`."""
LEAST_SHARE = 0.85
SLOWER_TIMES, SLOWER_SECONDS = 10, 20
LONGEST_SECONDS = 900
"""Of a file's tests without any mistake: those that hang would hold up all others unheard."""
LEFT_BEHIND = shutil.ignore_patterns(".*", "__pycache__", "dist", "build", "*.egg-info")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A file that mistakes are made in, as it was when we began."""

    file: str
    source: str
    tests: tuple[str, ...]
    count: int


def main() -> int:
    """Make mutants, run the tests on each, and tell which survived."""
    options = _options()
    listed: Listed = tomllib.loads((CHECKOUT / "tests/mutants.toml").read_text(encoding="utf-8"))
    targets = _targets(listed, options)
    with tempfile.TemporaryDirectory() as folder:
        work = Workshop(Path(folder), options.jobs)
        complaints = work.measure(targets)
        if not complaints:
            complaints = _run_named(targets, listed["named"], work)
            complaints += _run_sample(targets, listed["survivors"], work)
    print("\n".join(["", *complaints]) if complaints else "\nAll is as tests/mutants.toml says.")
    return 1 if complaints else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Tell how many small mistakes the tests notice.")
    parser.add_argument("words", nargs="*", help="only files whose path has one of these words")
    parser.add_argument("--count", type=int, default=12, help="mutants of a file (else 12)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="at the same time")
    parser.add_argument("--named", action="store_true", help="only those with a name")
    return parser.parse_args()


def _targets(listed: Listed, options: argparse.Namespace) -> list[Target]:
    targets = []
    for file, its_tests in listed["tests"].items():
        if options.named and all(each["file"] != file for each in listed["named"]):
            continue
        if options.words and not any(word in file for word in options.words):
            continue
        source = (CHECKOUT / PACKAGE / file).read_text(encoding="utf-8")
        count = options.count
        if options.named or file not in listed["sample"]:
            count = 0
        targets.append(Target(file=file, source=source, tests=tuple(its_tests), count=count))
    return targets


class Workshop:
    """Copies of the checkout, one for each job, in which tests are run on mutants."""

    def __init__(self, folder: Path, jobs: int) -> None:
        """Make the copies."""
        self.jobs = jobs
        self.benches: SimpleQueue[Path] = SimpleQueue()
        self.seconds: dict[str, float] = {}
        for number in range(jobs):
            shutil.copytree(CHECKOUT, folder / f"{number}/checkout", ignore=LEFT_BEHIND)
            self.benches.put(folder / f"{number}/checkout")

    def measure(self, targets: Iterable[Target]) -> list[str]:
        """Run each target's tests without a mistake; complain of those that fail."""
        with ThreadPoolExecutor(self.jobs) as pool:
            failing = [*pool.map(self._fails_without, targets)]
        return [f"{file}: its tests fail without any mistake." for file in failing if file]

    def _fails_without(self, target: Target) -> str:
        begun = time.monotonic()
        fails = self._is_noticed(target, target.source, LONGEST_SECONDS)
        self.seconds[target.file] = time.monotonic() - begun
        return target.file if fails else ""

    def survivors(self, target: Target, mutants: Sequence[Mutant]) -> list[Mutant]:
        """Run the target's tests on each mutant, and return those on which all passed."""
        timeout = SLOWER_TIMES * self.seconds[target.file] + SLOWER_SECONDS
        with ThreadPoolExecutor(self.jobs) as pool:
            noticed = pool.map(lambda it: self._is_noticed(target, it.source, timeout), mutants)
            return [mutant for mutant, died in zip(mutants, noticed, strict=True) if not died]

    def _is_noticed(self, target: Target, source: str, timeout: float) -> bool:
        bench = self.benches.get()
        file = bench / PACKAGE / target.file
        original = file.read_bytes()
        try:
            _write_anew(file, source.encode())
            return _fails(bench, target.tests, timeout)
        finally:
            _write_anew(file, original)
            self.benches.put(bench)


def _write_anew(file: Path, content: bytes) -> None:
    """Write a file, and forget what was compiled of it.

    Python compares size and time in whole seconds, and two mutants can have both in common.
    """
    file.write_bytes(content)
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
        compiled.unlink()


def _fails(bench: Path, tests: Iterable[str], timeout: float) -> bool:
    """Tell whether one of the tests fails, or all together take too long."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    command += ["-n", "0", f"--basetemp={bench.parent / 'tmp'}", *tests]
    said = os.environ | {"PYTHONPATH": str(bench / "src")}
    # A session of its own, so that what a test has started can be ended with it.
    process = subprocess.Popen(
        command,
        cwd=bench,
        env=said,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        return process.wait(timeout) != 0
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True


def _run_named(
    targets: Iterable[Target], named: Sequence[dict[str, str]], work: Workshop
) -> list[str]:
    """Run those with a name, and complain of each that survives or can't be made any more."""
    complaints = []
    died = 0
    for target in targets:
        mutants = []
        for each in named:
            if each["file"] == target.file:
                try:
                    mutants.append(planted(**each, source=target.source))
                except ValueError as error:
                    complaints.append(str(error))
        survivors = work.survivors(target, mutants)
        died += len(mutants) - len(survivors)
        complaints += [f"Survived, and has a name: {each.function}" for each in survivors]
    print(f"{died} with a name died")
    return complaints


def _run_sample(
    targets: Iterable[Target], listed: Sequence[dict[str, str]], work: Workshop
) -> list[str]:
    """Run the sample, and complain of each survivor without a reason, and of too many."""
    reasons = {tuple(each[key] for key in KEYS): each["reason"] for each in listed}
    complaints = []
    made = survived = 0
    for target in targets:
        possible = mutants_of(target.file, target.source)
        names = {mutant.name for mutant in possible}
        gone = [name for name in reasons if name[0] == target.file and name not in names]
        complaints += [f"Listed, and can't be made any more: {name}" for name in gone]
        mutants = sample(possible, target.count)
        if not mutants:
            continue
        survivors = work.survivors(target, mutants)
        made += len(mutants)
        survived += len(survivors)
        print(f"{len(mutants) - len(survivors):3} of {len(mutants):3} died  {target.file}")
        for survivor in survivors:
            reason = reasons.get(survivor.name, "NOT LISTED")
            print(f"  - {survivor.was}\n  + {survivor.becomes}\n    {reason}", flush=True)
            if survivor.name not in reasons:
                row = dict(zip(KEYS, survivor.name, strict=True))
                complaints.append(f"[[survivors]]\n{tomli_w.dumps(row)}")
    if survived > made * (1 - LEAST_SHARE):
        complaints.append(f"Fewer than {LEAST_SHARE:.0%} died.")
    if made:
        print(f"\n{made - survived} of {made} died: {(made - survived) / made:.0%}")
    return complaints


if __name__ == "__main__":
    sys.exit(main())
