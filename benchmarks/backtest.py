"""How good the dates are: our pace model on learners it was not fitted on, beside simpler ways.

    python benchmarks/backtest.py [--learners DIR]

Needs numpy and the folder of learners, as `fit_pace.py` does; takes some five minutes. Every
constant is fitted anew without the learners it is tried on. Asked every 30 days of the calendar,
and on days on which something was just logged. logpin: mean pinball loss of ln(days) over P50, P80
and P95, lower is better; coverage: the share of questions answered by that date, among those that
could be seen; beside it people and questions. What `plan --json` says to the same people:
`backtest_plan.py`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import ModuleType
from typing import Any

import numpy as np
from fit_pace import COMMON, Learner, days_logged, days_to, fit, imported, learners_folder

from pmcareer.domain.forecast.pace import Weights, day_after, pace_of

FOLDS = 9
FAR = (80, 160)
SHORT_ITEMS = (3, 15)
FIRST_DAYS, MIN_ITEMS = 60, 15
PAUSES = ((0, 0), (1, 1), (2, 4), (5, 8), (9, 14), (15, 30))
PAUSE_ITEMS = (10, 40)
PAUSES_SAY = "Each cell: mean of true / P50 of those who got there, P50/P80 coverage, people"
REGULAR_DAYS, LAST_DAYS = 20, 90
QUANTILES = [0.5, 0.8, 0.95]
REFERENCE, OURS = "log-linear reference", "pmcareer"
FITTED = (REFERENCE, OURS)
CALENDAR, LOGGED = "days of the calendar", "days just logged"
RESAMPLED = 4000
LEAST_QUESTIONS = 4
LAST = 3650
"""Days after which a date is not looked at."""

Forecast = Callable[[Any, date, float, Sequence[float]], Sequence[date]]
Fit = Callable[[Sequence[Learner]], Forecast]
Rows = list[tuple[Any, Any]]
Asked = Callable[[Learner], list[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Answers of one method, by what was asked."""

    going: Mapping[str, Rows]
    stopping: Mapping[str, Rows]


def main() -> None:
    """Print the tables."""
    folder = learners_folder(__doc__ or "")
    bench = imported(folder, "backtest")
    learners = bench.load(str(folder))
    asked = questions_of(bench)
    methods = _methods(bench, imported(folder, "smart"))
    print(f"{len(learners)} learners, {FOLDS} folds by person.")
    print("G: if you keep going, S: those who stop count too.")
    often = {kind: asked[kind] for kind in (CALENDAR, LOGGED)}
    runs = {
        name: _run(learners, asked if name in FITTED else often, *both)
        for name, both in methods.items()
    }
    groups = groups_of(learners)
    for kind in (CALENDAR, LOGGED):
        _print_methods(bench, runs, kind, groups)
    _print_intervals(runs, groups)
    _print_kinds(bench, runs, learners)
    _print_pauses(runs[OURS].going["pauses"])
    _print_short(bench, runs)


def groups_of(learners: Sequence[Learner]) -> Mapping[str, set[str]]:
    """All of them, and those of each of the two collections."""
    second = {learner.id for learner in learners if learner.id.startswith("M")}
    first = {learner.id for learner in learners} - second
    return {f"all {len(learners)}": first | second, f"first {len(first)}": first}


def _methods(bench: ModuleType, smart: ModuleType) -> Mapping[str, tuple[Fit, Fit]]:
    """Name → how it is fitted for going on, and with those who stop."""
    last_weeks, bootstrap = _unfitted(bench.naive_8w), _unfitted(bench.boot_ew8)
    return {
        "pace of the last 8 weeks": (last_weeks, last_weeks),
        "bootstrap of weeks": (bootstrap, bootstrap),
        REFERENCE: (smart.LogLinear("going").fit, smart.LogLinear("all").fit),
        OURS: (our_model(stopping=False), our_model(stopping=True)),
    }


def _unfitted(forecast: Forecast) -> Fit:
    return lambda _: forecast


@cache
def fitted_on(learners: tuple[Learner, ...]) -> Weights:
    """Fit once for going and stopping."""
    return fit(learners)


def our_model(*, stopping: bool) -> Fit:
    """Return how our model is fitted."""

    def fitted(learners: Sequence[Learner]) -> Forecast:
        weights = fitted_on(tuple(learners))

        def forecast(
            history: Any,  # noqa: ANN401
            today: date,
            remaining: float,
            quantiles: Sequence[float],
        ) -> list[date]:
            pace = pace_of(history, today, stopping=stopping, weights=weights)
            return [day_after(today, days) for days in pace.days_for(remaining, quantiles)]

        return forecast

    return fitted


def questions_of(bench: ModuleType) -> Mapping[str, Asked]:
    """Name → what is asked of one learner."""
    horizons = (*COMMON, *FAR)
    return {
        CALENDAR: lambda learner: bench.cases(learner, horizons),
        LOGGED: lambda learner: _cases_on(bench, learner, days_logged(learner), horizons),
        "pauses": lambda learner: _cases_on(bench, learner, _pause_days(learner), PAUSE_ITEMS),
        "short": lambda learner: _short_cases(bench, learner),
    }


def _cases_on(
    bench: ModuleType, learner: Learner, days: Iterable[int], horizons: Iterable[int]
) -> list[Any]:
    """Ask on given days, ordinals, as `backtest.cases` asks every 30 days."""
    return [
        _case(bench, learner, day, items)
        for day in days
        if day >= learner.first.toordinal() + FIRST_DAYS
        for items in horizons
        if _done(learner, day) >= MIN_ITEMS
    ]


def _case(bench: ModuleType, learner: Learner, day: int, items: int) -> Any:  # noqa: ANN401
    case = bench.Case()
    case.lid, case.hist, case.today, case.K = learner.id, learner, date.fromordinal(day), items
    case.idx = int(np.searchsorted(learner.ords, day, side="right"))
    case.n = _done(learner, day)
    case.T = days_to(learner, day, case.n + items)
    case.C = learner.until.toordinal() - day
    case.live = day - int(learner.ords[case.idx - 1]) <= bench.LIVE
    return case


def _done(learner: Learner, day: int) -> int:
    return int(learner.cum[int(np.searchsorted(learner.ords, day, side="right")) - 1])


def _pause_days(learner: Learner) -> list[int]:
    """Days so long after a day of work, while nothing was logged: the middles of `PAUSES`."""
    ends = [*learner.ords.tolist()[1:], learner.until.toordinal()]
    found = []
    for middle in sorted({(first + last) // 2 for first, last in PAUSES}):
        pairs = zip(learner.ords.tolist(), ends, strict=True)
        days = [day + middle for day, end in pairs if day + middle < end]
        found += days[:: max(1, len(days) // 25)]
    return found


def _short_cases(bench: ModuleType, learner: Learner) -> list[Any]:
    least, enough = SHORT_ITEMS
    cases = bench.cases(learner, first=7, step=7, min_items=least)
    return [case for case in cases if case.n < enough]


def _run(learners: Sequence[Learner], asked: Mapping[str, Asked], going: Fit, stopping: Fit) -> Run:
    answers = answers_of(learners, asked, going)
    if going is stopping:
        return Run(going=answers, stopping=answers)
    return Run(going=answers, stopping=answers_of(learners, asked, stopping))


def answers_of(
    learners: Sequence[Learner], asked: Mapping[str, Asked], fitted: Fit
) -> Mapping[str, Rows]:
    """Ask everybody by a model fitted on the others."""
    answers: dict[str, Rows] = {kind: [] for kind in asked}
    for fold in range(FOLDS):
        others = [learner for at, learner in enumerate(learners) if at % FOLDS != fold]
        forecast = fitted(others)
        for learner in learners[fold::FOLDS]:
            for kind, cases_of in asked.items():
                live = [case for case in cases_of(learner) if case.live]
                answers[kind] += [(case, days_of(forecast, case)) for case in live]
    return answers


def days_of(forecast: Forecast, case: Any) -> Any:  # noqa: ANN401
    """Days to P50, P80 and P95."""
    dates = forecast(case.hist.hist[: case.idx], case.today, case.K, QUANTILES)
    return np.array([min(LAST, max(1, (day - case.today).days)) for day in dates], float)


def _print_methods(
    bench: ModuleType, runs: Mapping[str, Run], kind: str, groups: Mapping[str, set[str]]
) -> None:
    print(f"\nAsked on {kind}; coverage of P50/P80/P95, people, questions:\n")
    columns = ("method, people", "G logpin", "G coverage", "S logpin", "S coverage")
    print(f"| {' | '.join(columns)} | {' | '.join(f'K {items}, P80' for items in FAR)} |")
    print(f"|---{'|---' * (len(columns) + 1)}|")
    for group, ids in groups.items():
        for name, run in runs.items():
            going, stopping = of_people(run.going[kind], ids), of_people(run.stopping[kind], ids)
            cells = [*scored(bench, near(going), "going")]
            cells += scored(bench, near(stopping), "live")
            cells += [far_cell(bench, going, items) for items in FAR]
            print(f"| {name}, {group} | {' | '.join(cells)} |", flush=True)


def of_people(rows: Rows, ids: set[str]) -> Rows:
    """Answers to these people."""
    return [row for row in rows if row[0].lid in ids]


def near(rows: Rows) -> Rows:
    """Answers to what is in all tables: 5 to 40 items."""
    return [row for row in rows if row[0].K in COMMON]


def scored(bench: ModuleType, rows: Rows, only: str) -> Iterator[str]:
    """Loss; coverage, people and questions."""
    score = _score(bench, rows, only)
    yield f"{score['S_logpin']:.3f}"
    coverage = "/".join(_share(score[f"S_cov{percent}"]) for percent in (50, 80, 95))
    people, questions = _counted(rows, only)
    yield f"{coverage}, {people}, {questions}"


def _share(value: float) -> str:
    return f"{value:.2f}".removeprefix("0")


def far_cell(bench: ModuleType, rows: Rows, items: int) -> str:
    """Coverage of P80, people and questions for so many items."""
    far = [row for row in rows if items == row[0].K]
    people, questions = _counted(far, "going")
    return f"{_share(_score(bench, far, 'going')['S_cov80'])}, {people}, {questions}"


def _score(bench: ModuleType, rows: Rows, only: str) -> Mapping[str, float]:
    scores: Mapping[str, float] = bench.score(rows, QUANTILES, only)
    return scores


def _counted(rows: Rows, only: str) -> tuple[int, int]:
    """People with four questions or more, who alone are scored, and their questions."""
    asked = [case.lid for case, _ in (_going(rows) if only == "going" else rows)]
    people, questions = np.unique(asked, return_counts=True)
    enough = questions >= LEAST_QUESTIONS
    return len(people[enough]), int(questions[enough].sum())


def _going(rows: Rows) -> Rows:
    return [row for row in rows if row[0].T is not None or not row[0].hist.stopped]


def _print_intervals(runs: Mapping[str, Run], groups: Mapping[str, set[str]]) -> None:
    print(f"\nMean loss of {OURS} less that of the {REFERENCE}, 90 % by resampling people:\n")
    print("| asked on | people | G | S |\n|---|---|---|---|")
    for kind in (CALENDAR, LOGGED):
        for group, ids in groups.items():
            both = [runs[name] for name in (OURS, REFERENCE)]
            going = [losses(near(of_people(run.going[kind], ids)), "going") for run in both]
            stopping = [losses(near(of_people(run.stopping[kind], ids)), "live") for run in both]
            print(f"| {kind} | {group} | {interval(*going)} | {interval(*stopping)} |")


def losses(rows: Rows, only: str) -> Mapping[str, float]:
    """Person → mean loss."""
    lost: dict[str, list[float]] = {}
    for case, days in _going(rows) if only == "going" else rows:
        lost.setdefault(case.lid, []).append(_loss(case, days))
    return {lid: float(np.mean(own)) for lid, own in lost.items() if len(own) >= LEAST_QUESTIONS}


def _loss(case: Any, days: Any) -> float:  # noqa: ANN401
    """Mean pinball loss of ln(days), answer and forecast cut at the end of observation."""
    horizon = max(1, case.C)
    answer = min(case.T or horizon, horizon)
    error = np.log(max(1, answer)) - np.log(np.minimum(days, horizon))
    chances = np.array(QUANTILES)
    return float(np.maximum(chances * error, (chances - 1) * error).mean())


def interval(ours: Mapping[str, float], others: Mapping[str, float]) -> str:
    """Mean difference over people, 90 % of it by resampling them, and for how many it is better."""
    difference = np.array([ours[lid] - others[lid] for lid in ours])
    drawn = np.random.default_rng(1).integers(0, len(difference), (RESAMPLED, len(difference)))
    low, high = np.quantile(difference[drawn].mean(1), [0.05, 0.95])
    better = float((difference < 0).mean())
    return f"{difference.mean():+.4f} ({low:+.4f} to {high:+.4f}), better for {better:.0%}"


def _print_kinds(bench: ModuleType, runs: Mapping[str, Run], learners: Sequence[Learner]) -> None:
    print("\nBy kind of person, G: logpin, coverage, people, questions:\n")
    columns = [f"{name}, {kind}" for kind in (CALENDAR, LOGGED) for name in runs]
    print(f"| rhythm | {' | '.join(columns)} |\n|---{'|---' * len(columns)}|")
    for rhythm in sorted({learner.rhythm for learner in learners}):
        ids = {learner.id for learner in learners if learner.rhythm == rhythm}
        cells = [
            ", ".join(scored(bench, near(of_people(run.going[kind], ids)), "going"))
            for kind in (CALENDAR, LOGGED)
            for run in runs.values()
        ]
        print(f"| {rhythm} | {' | '.join(cells)} |", flush=True)


def _print_pauses(rows: Rows) -> None:
    print(f"\nPauses, G; regular: {REGULAR_DAYS} days in the last {LAST_DAYS}. {PAUSES_SAY}:\n")
    print(f"| | {' | '.join(f'idle {first}-{last}' for first, last in PAUSES)} |")
    print(f"|---{'|---' * len(PAUSES)}|")
    going = _going(rows)
    regular = [row for row in going if _is_regular(row[0])]
    for name, asked in (("all", going), ("regular", regular)):
        for items in PAUSE_ITEMS:
            of_items = [row for row in asked if items == row[0].K]
            by_pause = [[row for row in of_items if a <= _idle(row[0]) <= b] for a, b in PAUSES]
            cells = [_pause_cell(some) for some in by_pause]
            print(f"| {name}, {items} items | {' | '.join(cells)} |", flush=True)


def _pause_cell(rows: Rows) -> str:
    """Everybody counts alike; coverage among the questions that could be seen."""
    reached = [(case.lid, np.log(case.T / days[0])) for case, days in rows if case.T is not None]
    coverage = "/".join(f"{_covered(rows, at):.2f}" for at in (0, 1))
    return f"{np.exp(_mean(reached)):.2f}, {coverage}, {len({lid for lid, _ in reached})}"


def _covered(rows: Rows, at: int) -> float:
    seen = [(case, days[at]) for case, days in rows if days[at] <= case.C]
    return _mean([(case.lid, case.T is not None and days >= case.T) for case, days in seen])


def _mean(values: Sequence[tuple[str, float]]) -> float:
    people = [lid for lid, _ in values]
    weights = [1 / people.count(lid) for lid in people]
    return float(np.average([value for _, value in values], weights=weights))


def _idle(case: Any) -> int:  # noqa: ANN401
    return int((case.today - case.hist.hist[case.idx - 1][0]).days)


def _is_regular(case: Any) -> bool:  # noqa: ANN401
    last: date = case.hist.hist[case.idx - 1][0]
    since = last - timedelta(days=LAST_DAYS)
    recent: list[date] = [day for day, _ in case.hist.hist[: case.idx] if day > since]
    return len(recent) >= REGULAR_DAYS


def _print_short(bench: ModuleType, runs: Mapping[str, Run]) -> None:
    print(f"\nShort histories, {SHORT_ITEMS[0]} to {SHORT_ITEMS[1] - 1} items, every week:\n")
    print("| method | G logpin | G coverage, people, questions |\n|---|---|---|")
    for name in FITTED:
        cells = scored(bench, runs[name].going["short"], "going")
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
