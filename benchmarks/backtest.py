"""How good the dates are: our pace model on learners it was not fitted on, beside simpler ways to forecast.

    python benchmarks/backtest.py [--learners DIR]

Needs numpy and the folder of learners, as `fit_pace.py` does; takes some three minutes, most of them the bootstrap's.
Every constant is fitted anew without the learners it is tried on. logpin: mean pinball loss of ln(days) over P50, P80
and P95, lower is better; coverage: the share of questions answered by that date, among those that could be seen.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import ModuleType
from typing import Any

import numpy as np
from fit_pace import COMMON, Learner, fit, imported, learners_folder

from pmcareer.domain.forecast.pace import Weights, day_after, pace_of

FOLDS = 9
FAR = (80, 160)
SHORT_ITEMS = (3, 15)
PAUSES = ((0, 1), (2, 4), (5, 8), (9, 14), (15, 30))
PAUSE_ITEMS = (10, 40)
PAUSES_SAY = "Each cell: mean of true / P50 of those who got there, P50/P80 coverage, people"
REGULAR_DAYS, LAST_DAYS = 20, 90
QUANTILES = [0.5, 0.8, 0.95]

Forecast = Callable[[Any, date, float, Sequence[float]], Sequence[date]]
Fit = Callable[[Sequence[Learner]], Forecast]
Rows = list[tuple[Any, Any]]


def main() -> None:
    """Print the tables."""
    folder = learners_folder(__doc__ or "")
    bench = imported(folder, "backtest")
    learners = bench.load(str(folder))
    methods = _methods(bench, imported(folder, "smart"))
    print(
        f"{len(learners)} learners, {FOLDS} folds by person; G: if you keep going, S: those who stop count too\n"
    )
    print(
        "| method | G logpin | P50/P80/P95 | S logpin | P50/P80/P95 | P80, 80 items | 160 items | G, daily people |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for name, (going, stopping) in methods.items():
        print(f"| {name} | {' | '.join(_cells(bench, learners, going, stopping))} |", flush=True)
    print(
        f"\nPauses, if you keep going; regular: {REGULAR_DAYS} active days in the last {LAST_DAYS}. {PAUSES_SAY}:\n"
    )
    ours = methods["pmcareer"][0]
    _print_pauses(
        list(_rows(bench, learners, ours, lambda learner: bench.cases(learner, PAUSE_ITEMS)))
    )
    print(f"\nShort histories, {SHORT_ITEMS[0]} to {SHORT_ITEMS[1] - 1} items, asked every week:\n")
    print("| method | G logpin | G P50/P80/P95 |\n|---|---|---|")
    for name in ("log-linear reference", "pmcareer"):
        rows = list(
            _rows(bench, learners, methods[name][0], lambda learner: _short_cases(bench, learner))
        )
        print(f"| {name} | {' | '.join(_scored(bench, rows, 'going'))} |", flush=True)


def _methods(bench: ModuleType, smart: ModuleType) -> Mapping[str, tuple[Fit, Fit]]:
    """Name → how it is fitted for going on, and with those who stop."""
    return {
        "pace of the last 8 weeks": (_unfitted(bench.naive_8w), _unfitted(bench.naive_8w)),
        "bootstrap of weeks": (_unfitted(bench.boot_ew8), _unfitted(bench.boot_ew8)),
        "gamma-Poisson": (bench.GammaPoisson().fit, bench.GammaPoisson().fit),
        "log-linear reference": (smart.LogLinear("going").fit, smart.LogLinear("all").fit),
        "log-linear + own record": (smart.LogLinearOwn("going").fit, smart.LogLinearOwn("all").fit),
        "pmcareer": (_ours(stopping=False), _ours(stopping=True)),
    }


def _unfitted(forecast: Forecast) -> Fit:
    return lambda _: forecast


def _ours(*, stopping: bool) -> Fit:
    def fitted(learners: Sequence[Learner]) -> Forecast:
        weights: Weights = fit(learners)

        def forecast(
            history: Any,  # noqa: ANN401 -- as the learners' harness gives it
            today: date,
            remaining: float,
            quantiles: Sequence[float],
        ) -> list[date]:
            pace = pace_of(history, today, stopping=stopping, weights=weights)
            return [day_after(today, days) for days in pace.days_for(remaining, quantiles)]

        return forecast

    return fitted


def _cells(
    bench: ModuleType, learners: Sequence[Learner], going: Fit, stopping: Fit
) -> Iterator[str]:
    rows = list(
        _rows(bench, learners, going, lambda learner: bench.cases(learner, (*COMMON, *FAR)))
    )
    near = [row for row in rows if row[0].K in COMMON]
    yield from _scored(bench, near, "going")
    yield from _scored(bench, list(_rows(bench, learners, stopping, bench.cases)), "live")
    for items in FAR:
        far = [row for row in rows if items == row[0].K]
        yield f"{_score(bench, far, 'going')['S_cov80']:.2f}"
    daily = {learner.id for learner in learners if learner.rhythm == "daily"}
    yield f"{_score(bench, [row for row in near if row[0].lid in daily], 'going')['S_logpin']:.3f}"


def _rows(
    bench: ModuleType,
    learners: Sequence[Learner],
    fitted: Fit,
    asked: Callable[[Learner], Iterable[Any]],
) -> Iterator[tuple[Any, Any]]:
    """Ask everybody by a model fitted on the others; as `backtest.run` does, with any questions."""
    for fold in range(FOLDS):
        forecast = fitted([learner for at, learner in enumerate(learners) if at % FOLDS != fold])
        for learner in learners[fold::FOLDS]:
            for case in asked(learner):
                if case.live:
                    days = forecast(learner.hist[: case.idx], case.today, case.K, QUANTILES)
                    yield (
                        case,
                        np.array(
                            [min(bench.CAP, max(1, (day - case.today).days)) for day in days], float
                        ),
                    )


def _print_pauses(rows: Rows) -> None:
    print(
        f"| | {' | '.join(f'idle {first}-{last}' for first, last in PAUSES)} |\n|---{'|---' * len(PAUSES)}|"
    )
    going = [(case, days) for case, days in rows if case.T is not None or not case.hist.stopped]
    for name, asked in (("all", going), ("regular", [row for row in going if _is_regular(row[0])])):
        for items in PAUSE_ITEMS:
            of_items = [row for row in asked if items == row[0].K]
            cells = [
                _pause_cell([row for row in of_items if a <= _idle(row[0]) <= b]) for a, b in PAUSES
            ]
            print(f"| {name}, {items} items | {' | '.join(cells)} |", flush=True)


def _pause_cell(rows: Rows) -> str:
    """Everybody counts alike; coverage among the questions that could be seen."""
    reached = [(case.lid, np.log(case.T / days[0])) for case, days in rows if case.T is not None]
    ratio = np.exp(_mean(reached))
    covered = [
        _mean(
            [
                (case.lid, case.T is not None and days[at] >= case.T)
                for case, days in rows
                if days[at] <= case.C
            ]
        )
        for at in (0, 1)
    ]
    return f"{ratio:.2f}, {'/'.join(f'{share:.2f}' for share in covered)}, {len({lid for lid, _ in reached})}"


def _mean(values: Sequence[tuple[str, float]]) -> float:
    people = [lid for lid, _ in values]
    return float(
        np.average(
            [value for _, value in values], weights=[1 / people.count(lid) for lid in people]
        )
    )


def _idle(case: Any) -> int:  # noqa: ANN401
    return int((case.today - case.hist.hist[case.idx - 1][0]).days)


def _is_regular(case: Any) -> bool:  # noqa: ANN401
    since: date = case.today - timedelta(days=LAST_DAYS)
    recent: list[date] = [day for day, _ in case.hist.hist[: case.idx] if day > since]
    return len(recent) >= REGULAR_DAYS


def _short_cases(bench: ModuleType, learner: Learner) -> list[Any]:
    least, enough = SHORT_ITEMS
    return [
        case for case in bench.cases(learner, first=7, step=7, min_items=least) if case.n < enough
    ]


def _scored(bench: ModuleType, rows: Rows, only: str) -> Iterator[str]:
    score = _score(bench, rows, only)
    yield f"{score['S_logpin']:.3f}"
    yield "/".join(f"{score[f'S_cov{percent}']:.2f}"[1:] for percent in (50, 80, 95))


def _score(bench: ModuleType, rows: Rows, only: str) -> Mapping[str, float]:
    scores: Mapping[str, float] = bench.score(rows, QUANTILES, only)
    return scores


if __name__ == "__main__":
    main()
