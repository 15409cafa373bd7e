"""How good the dates of `pmcareer plan --json` are, on learners its model was not fitted on.

    python benchmarks/backtest_plan.py [--learners DIR]

Needs what `backtest.py` needs, and scores as it does; takes some ten minutes with two processes.
Each log becomes a home: a logbook with an exercise finished for each item, entered on its day, and
a curriculum of equal exercises of which K are left on the way to the role that the profile names.
The program answers through its command line, on one of six days of the calendar that `backtest.py`
asks on and one of twelve of those just logged; `finish_dates` answers exactly the same questions.
Both have weights fitted without the learner.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from multiprocessing import get_context
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from asking import (
    Hours,
    answered,
    printed,
    printed_by_process,
    read_curricula_once,
    write_curriculum,
    write_logbook,
)
from backtest import (
    CALENDAR,
    FAR,
    FOLDS,
    LAST,
    LOGGED,
    Rows,
    days_of,
    far_cell,
    fitted_on,
    groups_of,
    interval,
    losses,
    near,
    of_people,
    our_model,
    questions_of,
    scored,
)
from fit_pace import COMMON, Learner, imported, learners_folder

from pmcareer.domain.forecast import forecaster
from pmcareer.domain.forecast.pace import pace_of

EVERY = {CALENDAR: 6, LOGGED: 12}
"""Of the origins of each kind every so manieth is asked."""
ITEMS = (*COMMON, *FAR)
JOBS = 2
HOURS: Hours = (4, 6, 10)
MODEL = "finish_dates"
PLAN, SHOWN = "plan --json", "plan --json, likely and safe"
METHODS = (MODEL, PLAN, SHOWN)
PROCESSES = 8
"""Answers of real processes that are held against those of this one."""

Answers = Mapping[str, list[Any]]
"""Method → days to P50, P80 and P95, for each question in turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What all processes know."""

    learners: Sequence[Learner]
    bench: ModuleType

    def questions(self, kind: str, learner: Learner) -> list[Any]:
        """List the questions that are asked of one learner, origin by origin."""
        cases = [case for case in questions_of(self.bench)[kind](learner) if case.live]
        origins = [list(asked) for _, asked in groupby(cases, attrgetter("today"))]
        return [case for asked in origins[:: EVERY[kind]] for case in asked]

    def fold(self, number: int) -> Mapping[str, Answers]:
        """Ask everybody of a fold, by weights fitted on the others."""
        others = [one for at, one in enumerate(self.learners) if at % FOLDS != number]
        forecast = our_model(stopping=False)(others)
        weights = fitted_on(tuple(others))
        forecaster.pace_of = partial(pace_of, weights=weights)  # type: ignore[assignment]
        read_curricula_once()
        found: dict[str, dict[str, list[Any]]] = {}
        for kind in EVERY:
            asked = [case for one in self.fold_of(number) for case in self.questions(kind, one)]
            found[kind] = {MODEL: [days_of(forecast, case) for case in asked]}
            found[kind] |= _said(asked)
        return found

    def fold_of(self, number: int) -> Sequence[Learner]:
        """List the learners of a fold."""
        return self.learners[number::FOLDS]

    def rows(self, kind: str, folds: Sequence[Mapping[str, Answers]], method: str) -> Rows:
        """Put questions and answers together."""
        rows: Rows = []
        for number, answers in enumerate(folds):
            asked = [case for one in self.fold_of(number) for case in self.questions(kind, one)]
            rows += zip(asked, answers[kind][method], strict=True)
        return rows


_ALL: list[Asking] = []
"""What a forked process was given; it could not be sent."""


def _fold(number: int) -> Mapping[str, Answers]:
    return _ALL[0].fold(number)


def main() -> None:
    """Print the tables."""
    folder = learners_folder(__doc__ or "")
    bench = imported(folder, "backtest")
    asking = Asking(learners=bench.load(str(folder)), bench=bench)
    print(f"{_checked(asking)} answers of real processes: the same, byte for byte.")
    with get_context("fork").Pool(JOBS, _ALL.append, (asking,)) as pool:
        folds = pool.map(_fold, range(FOLDS), chunksize=1)
    groups = groups_of(asking.learners)
    for kind in EVERY:
        rows = {method: asking.rows(kind, folds, method) for method in METHODS}
        _print_scores(bench, kind, rows, groups)
        _print_differences(rows, groups)


def _checked(asking: Asking) -> int:
    """Hold answers of this process, which has changed nothing yet, against a real one's."""
    for learner in asking.learners[::FOLDS][:PROCESSES]:
        case = asking.questions(LOGGED, learner)[-1]
        with tempfile.TemporaryDirectory() as folder:
            home = _home(Path(folder), learner)
            write_logbook(home / "logbook.toml", learner.hist[: case.idx], f"left-{case.K}")
            line = ("plan", "--json")
            if printed(home, case.today, *line) != printed_by_process(home, case.today, *line):
                msg = f"another answer: {learner.id}, {case.today}, {case.K} left"
                raise AssertionError(msg)
    return len(asking.learners[::FOLDS][:PROCESSES])


def _home(folder: Path, learner: Learner) -> Path:
    write_curriculum(folder / "curriculum.toml", int(learner.cum[-1]), ITEMS, HOURS)
    return folder


def _said(asked: Sequence[Any]) -> dict[str, list[Any]]:
    """Let the program answer."""
    plans = list(_plans(asked))
    return {
        PLAN: [_days(study, today, "p50", "p80", "p95") for study, today in plans],
        SHOWN: [_days(study, today, "likely", "safe", "p95") for study, today in plans],
    }


def _plans(asked: Sequence[Any]) -> Iterator[tuple[Mapping[str, Any], date]]:
    """Yield `study` of every question, and its day; a home per learner."""
    for _, of_one in groupby(asked, attrgetter("lid")):
        cases = list(of_one)
        with tempfile.TemporaryDirectory() as folder:
            home = _home(Path(folder), cases[0].hist)
            for case in cases:
                known = case.hist.hist[: case.idx]
                write_logbook(home / "logbook.toml", known, f"left-{case.K}")
                plan = answered(home, case.today, "plan")
                yield plan["routes"][0]["study"], case.today


def _days(study: Mapping[str, Any], today: date, *names: str) -> Any:  # noqa: ANN401
    """Days to these dates; beyond twenty years there is none."""
    dates = [study[name] for name in names]
    days = [(date.fromisoformat(day) - today).days if day else LAST for day in dates]
    return np.array([min(LAST, max(1, ahead)) for ahead in days], float)


def _print_scores(
    bench: ModuleType, kind: str, rows: Mapping[str, Rows], groups: Mapping[str, set[str]]
) -> None:
    print(f"\nAsked on {kind}, one day of {EVERY[kind]}; G:\n")
    print("| method, people | logpin | coverage of P50/P80/P95, people, questions |", end="")
    print("".join(f" K {items}, P80 |" for items in FAR))
    print(f"|---|---|---{'|---' * len(FAR)}|")
    for group, ids in groups.items():
        for method, answers in rows.items():
            own = of_people(answers, ids)
            cells = [*scored(bench, near(own), "going")]
            cells += [far_cell(bench, own, items) for items in FAR]
            print(f"| {method}, {group} | {' | '.join(cells)} |", flush=True)


def _print_differences(rows: Mapping[str, Rows], groups: Mapping[str, set[str]]) -> None:
    print(f"\nLoss less that of {MODEL}, 90 % by resampling people; dates in times its dates:\n")
    print("| method, people | loss | P50, P80, P95 |\n|---|---|---|")
    for group, ids in groups.items():
        base = near(of_people(rows[MODEL], ids))
        for method in METHODS[1:]:
            own = near(of_people(rows[method], ids))
            difference = interval(losses(own, "going"), losses(base, "going"))
            pairs = zip(own, base, strict=True)
            ratios = [np.log(days / other) for (_, days), (_, other) in pairs]
            times = ", ".join(f"{ratio:.3f}" for ratio in np.exp(np.mean(ratios, axis=0)))
            print(f"| {method}, {group} | {difference} | {times} |", flush=True)


if __name__ == "__main__":
    main()
