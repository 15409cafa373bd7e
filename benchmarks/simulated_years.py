"""A year each of five made-up people, lived through the program, to see how steady its dates are.

    python benchmarks/simulated_years.py [--svg docs/simulated-years.svg]

Every session is typed as `pmcareer log ID --minutes M`, on its day, against the shipped curriculum;
every evening `plan --json` is read: the date that screens show for the study (`likely`), and the
P50 behind it. Whoever was not done within the year goes on in the same way, without the program,
to know when that would be. Needs nothing but this repository; takes some minutes with two
processes.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from asking import ROOT, answered, printed, read_curricula_once
from years_drawn import Panel, drawn

sys.path.insert(0, str(ROOT / "tests"))
from years import DAYS, FIRST_DAY, PEOPLE, Sessions

LONGEST_DAYS = 6 * 365
"""Whoever has not finished by then is said not to finish."""
JOBS = 2
SEED = 9
SPREAD = 0.25
"""How far an exercise takes longer or shorter than estimated: deviation of the logarithm."""
PROMISED = {
    "clock-regular": 6,
    "three random days": 6,
    "weekend": 5,
    "stop-restart": 6,
    "fading": 7,
}
"""Hours a week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """What was to be read in the evening of a day; None is beyond twenty years."""

    day: date
    shown: date | None
    computed: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A lived year."""

    name: str
    evenings: Sequence[Evening]
    told_days: int
    """All moves told by receipts."""
    moved_days: int
    """From the date shown before the first session to that after the last."""
    finished: date | None
    """When all was done, or would have been."""
    entries: int

    def weekly_moves(self, which: Callable[[Evening], date | None]) -> list[int]:
        """Days between the earliest and the latest date within each week."""
        weeks = [self.evenings[at : at + 7] for at in range(0, len(self.evenings), 7)]
        moves = []
        for week in weeks:
            dates = [day for day in map(which, week) if day]
            moves.append((max(dates) - min(dates)).days if dates else 0)
        return moves


def main() -> None:
    """Live the years, print what was shown, draw it."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--svg", type=Path, help="where to draw them")
    chosen: Path | None = parser.parse_args().svg
    with ProcessPoolExecutor(JOBS, get_context("fork")) as pool:
        years = list(pool.map(live, PEOPLE))
    print("| | sessions | shown, largest move in a week | computed | told | true move | done on |")
    print("|---|---|---|---|---|---|---|")
    for year in years:
        print(f"| {' | '.join(_cells(year))} |")
    if chosen:
        chosen.write_text(drawn([_panel(year) for year in years]), encoding="utf-8")


def _cells(year: Year) -> Iterable[str]:
    yield year.name
    yield f"{year.entries}"
    for which in (lambda evening: evening.shown, lambda evening: evening.computed):
        moves = year.weekly_moves(which)
        yield f"{max(moves)}, in the median week {median(moves):.0f}"
    yield f"{year.told_days:+}"
    yield f"{year.moved_days:+}"
    yield f"{year.finished}" if year.finished else "never"


def _panel(year: Year) -> Panel:
    return Panel(
        title=year.name,
        days=[evening.day for evening in year.evenings],
        shown=[evening.shown for evening in year.evenings],
        computed=[evening.computed for evening in year.evenings],
        finished=year.finished,
        note=f"at most {max(year.weekly_moves(lambda evening: evening.shown))} days in a week",
    )


def live(name: str) -> Year:
    """Live one year."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = str(Path(folder) / "state")
        life = _Life(Path(folder) / "home", PEOPLE[name](LONGEST_DAYS))
        return life.lived(name)


class _Life:
    """Somebody at the keyboard."""

    def __init__(self, home: Path, sessions: Sessions) -> None:
        self.home = home
        self.sessions = sessions
        self.random = Random(SEED)  # noqa: S311
        self.left: dict[str, int] = {}
        """Minutes that each exercise will still take, in the order of the plan."""
        self.told = 0
        self.entries = 0
        self.finished: date | None = None

    def lived(self, name: str) -> Year:
        """Go through the year, and after it count on."""
        read_curricula_once()
        said = ("--hours-per-week", f"{PROMISED[name]}", "--target", "tech-pm")
        printed(self.home, FIRST_DAY, "profile", *said)
        begun = self._evening(FIRST_DAY)
        self._plan_all()
        days = [FIRST_DAY + timedelta(days=number) for number in range(DAYS)]
        evenings = []
        for day in days:
            if self.finished:
                break
            for line in self._lines(day, self.sessions.get(day, 0)):
                self._type(day, line)
            evenings.append(self._evening(day))
        for day, spent in self.sessions.items():
            if day > days[-1]:
                list(self._lines(day, spent))
        logged = [begun, *(evening for evening in evenings if evening.day in self.sessions)]
        return Year(
            name=name,
            evenings=evenings,
            told_days=self.told,
            moved_days=_moved(logged),
            finished=self.finished,
            entries=self.entries,
        )

    def _plan_all(self) -> None:
        """Take the exercises in the plan's order; each turns out to be longer or shorter."""
        route = answered(self.home, FIRST_DAY, "plan", "--all")["routes"][0]
        for stage in route["steps"]:
            for exercise in stage["exercises"]:
                factor = self.random.lognormvariate(0, SPREAD)
                hours = exercise["hours"]["mean"] * factor
                self.left.setdefault(exercise["id"], max(5, round(60 * hours)))

    def _lines(self, day: date, minutes: int) -> Iterator[tuple[str, ...]]:
        """Yield what is typed after a session; count down what is left."""
        while minutes and self.left:
            exercise, left = next(iter(self.left.items()))
            spent = min(minutes, left)
            minutes -= spent
            line = ("log", exercise, "--minutes", f"{spent}")
            if spent < left:
                self.left[exercise] = left - spent
                yield (*line, "--partial")
            else:
                del self.left[exercise]
                if not self.left:
                    self.finished = day
                yield line

    def _type(self, day: date, line: tuple[str, ...]) -> None:
        receipt = answered(self.home, day, *line)
        self.entries += 1
        study = (receipt.get("told") or {}).get("study") or {}
        self.told += study.get("moved_days") or 0

    def _evening(self, day: date) -> Evening:
        study: dict[str, Any] = answered(self.home, day, "plan")["routes"][0]["study"]
        shown = study["likely"]
        return Evening(day=day, shown=_date(shown), computed=_date(study["p50"]))


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _moved(evenings: Sequence[Evening]) -> int:
    shown = [evening.shown for evening in evenings if evening.shown]
    return (shown[-1] - shown[0]).days


if __name__ == "__main__":
    main()
