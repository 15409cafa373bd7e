"""Fit the constants of `pmcareer.domain.pace` on real learners' logs and print them as `pace_constants.py`.

    python benchmarks/fit_pace.py [--learners DIR] > src/pmcareer/domain/pace_constants.py

Needs numpy and the folder of learners (`learner-NN.csv`, `META.csv`, `backtest.py`), by default ../shared/learners
beside this repository. Takes some ten seconds.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from pmcareer.domain.forecast import pace  # noqa: E402

Learner = Any
Array = np.ndarray[Any, np.dtype[Any]]

CHANCES = (0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95)
HORIZONS = (1, 2, 3, 5, 8, 10, 20, 40, 80, 160)
COMMON = (5, 10, 20, 40)
EVERY_DAYS = 10
LIVE_DAYS = 30
RIDGE = 3e-4
WIDTHS = (0.4, 0.15, 0.08)
SIGNS = ("pace", "pause", "gap", "newness", "unevenness")
PROMISE_WEEKS = 1.0
GUESS_WEEKS = 0.15
SIGNS_OF_TERMS = (0, 0, 0, -1, -1, 0, 0, 0, 0, 1, 1, 1, 1)
"""Which weights may not be below (1) or above (-1) zero: finishing something today must not make dates later."""
LASTING = 2
"""How many terms, the last ones, belong to those who may stop alone: for the others a pause fades."""
LEAST_GAIN = 1e-8
FOUR_WEEKS = 28


def main() -> None:
    """Fit on everybody, print the module."""
    folder = learners_folder(__doc__ or "")
    everybody = imported(folder, "backtest").load(str(folder))
    weights = fit(everybody)
    start = fit_start(everybody)
    print(module_text(weights, start, len(everybody)), end="")


def learners_folder(description: str) -> Path:
    """Return the folder named on the command line, or the one beside the repository; without it, say so and stop."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--learners", type=Path, default=ROOT.parent / "shared" / "learners")
    folder: Path = parser.parse_args().learners
    if not (folder / "backtest.py").is_file():
        sys.exit(
            f"No learners' logs in {folder}: they are not part of this repository; --learners says where they are."
        )
    return folder


def imported(folder: Path, name: str) -> ModuleType:
    """Import a module of the learners' folder under its own name; its neighbours find it there."""
    loader = SourceFileLoader(name, str(folder / f"{name}.py"))
    module = ModuleType(name)
    module.__file__ = loader.path
    sys.modules[name] = module
    loader.exec_module(module)
    return module


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """Rows: when are K more items done? All in ln(days); a learner's rows weigh 1 together."""

    terms: Array
    answer: Array
    """ln(days) to the K-th item, or to the end of observation."""
    horizon: Array
    """ln(days) to the end of observation."""
    weight: Array


def fit(learners: Sequence[Learner]) -> pace.Weights:
    """Fit both tables of weights."""
    return pace.Weights(
        going=_regressions(questions(learners, stopping=False), LASTING),
        stopping=_regressions(questions(learners, stopping=True), 0),
    )


def questions(learners: Iterable[Learner], *, stopping: bool) -> Questions:
    """Ask every ten days of an active stretch; without `stopping`, leave out what ended because somebody gave up."""
    rows, horizons, answers = [], [], list[int]()
    weights: list[float] = []
    for learner in learners:
        before = len(answers)
        shares = []
        for day, seen, known in _origins(learner):
            signs = pace.signs_of(seen)
            left = max(1, learner.until.toordinal() - day)
            for items in HORIZONS:
                days = days_to(learner, day, known + items)
                if days is None and learner.stopped and not stopping:
                    continue
                rows.append(pace.terms(signs, float(np.log(items))))
                answers.append(max(1, min(left, days or left)))
                horizons.append(left)
                shares.append(1.5 if items in COMMON else 0.7)
        weights.extend(np.array(shares) / max(sum(shares), 1) if len(answers) > before else [])
    weight = np.array(weights)
    return Questions(
        terms=np.array(rows),
        answer=np.log(answers),
        horizon=np.log(horizons),
        weight=weight / weight.sum(),
    )


def _origins(learner: Learner) -> Iterable[tuple[int, list[tuple[int, float]], int]]:
    """Days of asking, with (days ago, items) and the items known by then."""
    first, last = learner.first.toordinal(), learner.last.toordinal()
    for day in range(
        first + EVERY_DAYS, min(learner.until.toordinal() - 1, last + LIVE_DAYS) + 1, EVERY_DAYS
    ):
        known = int(np.searchsorted(learner.ords, day, side="right"))
        if day - learner.ords[known - 1] <= LIVE_DAYS:
            ago = (day - learner.ords[:known]).tolist()
            yield (
                day,
                list(zip(ago, learner.cnt[:known].tolist(), strict=True)),
                int(learner.cum[known - 1]),
            )


def days_to(learner: Learner, day: int, items: int) -> int | None:
    """Days from `day` to the learner's `items`-th item; None when it is not in the record."""
    at = int(np.searchsorted(learner.cum, items, side="left"))
    return int(learner.ords[at]) - day if at < len(learner.cum) else None


def _regressions(asked: Questions, without: int) -> tuple[tuple[float, ...], ...]:
    """One censored quantile regression (Powell 1986) per chance, on standardised terms; rows = terms, the last zero."""
    used = asked.terms.shape[1] - without
    middle, scale = asked.terms[:, :used].mean(0), asked.terms[:, :used].std(0)
    middle[0], scale[0] = 0.0, 1.0
    standard = (asked.terms[:, :used] - middle) / scale
    fitted = (
        np.stack([_signed_regression(standard, asked, chance) for chance in CHANCES], 1)
        / scale[:, None]
    )
    fitted[0] -= middle @ fitted
    rows = [*fitted, *np.zeros((without, len(CHANCES)))]
    return tuple(tuple(round(float(value), 4) for value in row) for row in rows)


def _signed_regression(terms: Array, asked: Questions, chance: float) -> Array:
    """Leave out, the worst first, what has a sign by which finishing something today would make dates later."""
    signs = np.array(SIGNS_OF_TERMS[: terms.shape[1]])
    kept = np.arange(terms.shape[1])
    while True:
        fitted = _regression(terms[:, kept], asked, chance)
        wrong = fitted * signs[kept]
        if wrong.min() >= 0:
            break
        kept = np.delete(kept, wrong.argmin())
    everything = np.zeros(terms.shape[1])
    everything[kept] = fitted
    return everything


def _regression(terms: Array, asked: Questions, chance: float) -> Array:
    """Minimise the pinball loss of min(terms·b, horizon), smoothed ever less, with a ridge on all but the constant."""
    ridge = np.full(terms.shape[1], RIDGE)
    ridge[0] = 1e-8
    fitted = np.zeros(terms.shape[1])
    fitted[0] = np.average(asked.answer, weights=asked.weight)
    for width in WIDTHS:
        smoothed = Smoothed(terms=terms, asked=asked, chance=chance, width=width / 2, ridge=ridge)
        fitted = _newton(smoothed, fitted)
    return fitted


@dataclass(frozen=True, slots=True, kw_only=True)
class Smoothed:
    """A pinball loss whose corner is rounded over `width` (logistic kernel), and its derivatives."""

    terms: Array
    asked: Questions
    chance: float
    width: float
    ridge: Array

    def loss(self, b: Array) -> float:
        """Weighted mean loss at `b`."""
        error = self.asked.answer - np.minimum(self.terms @ b, self.asked.horizon)
        pinball = (self.chance - 1) * error + self.width * np.logaddexp(0, error / self.width)
        return float(self.asked.weight @ pinball + (self.ridge * b * b).sum() / 2)

    def derivatives(self, b: Array) -> tuple[Array, Array]:
        """Gradient and Hessian; what lies beyond the end of observation pulls no more."""
        line = self.terms @ b
        below = 1 / (1 + np.exp(-np.clip((self.asked.answer - line) / self.width, -40, 40)))
        counted = self.asked.weight * (line < self.asked.horizon)
        slope = self.terms.T @ (counted * (1 - self.chance - below)) + self.ridge * b
        bend = counted * below * (1 - below) / self.width
        return slope, (self.terms * bend[:, None]).T @ self.terms + np.diag(self.ridge)


def _newton(smoothed: Smoothed, start: Array) -> Array:
    """Go down by damped Newton steps until nothing is gained."""
    b: Array = start
    best, damping = smoothed.loss(start), 1e-6
    for _ in range(40):
        slope, curve = smoothed.derivatives(b)
        for _ in range(8):
            step = np.linalg.solve(curve + damping * np.diag(np.diag(curve) + 1e-6), -slope)
            if (new := smoothed.loss(b + step)) < best:
                break
            damping = max(damping * 8, 1e-5)
        else:
            return b
        b, gain, best, damping = b + step, best - new, new, max(damping / 4, 1e-7)
        if gain < LEAST_GAIN:
            return b
    return b


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What becomes of a promise: the pace of the first four weeks against what follows."""

    kept: float
    """Median over the learners of (pace of weeks 5-30) / (pace of the first four weeks)."""
    log_spread: float
    """Standard deviation of its logarithm."""
    starter: pace.Signs
    """Median signs after four weeks."""
    spread: tuple[float, ...]
    """Per chance, ln(days / days at the kept pace), everybody's every horizon counted alike."""


def fit_start(learners: Sequence[Learner]) -> Start:
    """Take the first four weeks for the promise."""
    shares = np.array([kept_share(learner) for learner in learners])
    kept = float(np.median(shares))
    return Start(
        kept=kept,
        log_spread=float(np.log(shares).std(ddof=1)),
        starter=_starter(learners),
        spread=_start_spread(learners, kept),
    )


def kept_share(learner: Learner) -> float:
    """(Items a week in weeks 5-30, or what there is of them) / (items a week in weeks 1-4).

    Weeks without an item count as zero; somebody observed for less than 30 weeks counts with the weeks there are; half
    an item is added to what was kept, so that nothing kept has a logarithm.
    """
    day = learner.ords - learner.ords[0]
    weeks = min(26.0, (learner.until.toordinal() - int(learner.ords[0]) + 1 - FOUR_WEEKS) / 7)
    kept = learner.cnt[(day >= FOUR_WEEKS) & (day < FOUR_WEEKS + 7 * weeks)].sum() + 0.5
    return float(kept / weeks / (learner.cnt[day < FOUR_WEEKS].sum() / 4))


def _starter(learners: Iterable[Learner]) -> pace.Signs:
    read = []
    for learner in learners:
        known = int(np.searchsorted(learner.ords, learner.ords[0] + FOUR_WEEKS - 1, side="right"))
        ago = (learner.ords[0] + FOUR_WEEKS - 1 - learner.ords[:known]).tolist()
        read.append(pace.signs_of(list(zip(ago, learner.cnt[:known].tolist(), strict=True))))
    middle = {name: float(np.median([getattr(signs, name) for signs in read])) for name in SIGNS}
    return pace.Signs(**middle)


def _start_spread(learners: Iterable[Learner], kept: float) -> tuple[float, ...]:
    ratios, horizons, weights = [], [], []
    for learner in learners:
        day = int(learner.ords[0]) + FOUR_WEEKS - 1
        done = int(learner.cum[np.searchsorted(learner.ords, day, side="right") - 1])
        left = max(1, learner.until.toordinal() - day)
        for items in HORIZONS:
            days = days_to(learner, day, done + items)
            if days is None and learner.stopped:
                continue
            at_kept_pace = np.log(items * FOUR_WEEKS / done / kept)
            ratios.append(np.log(max(1, min(left, days or left))) - at_kept_pace)
            horizons.append(np.log(left) - at_kept_pace)
            weights.append(1.0)
    answer, horizon, weight = np.array(ratios), np.array(horizons), np.array(weights)
    asked = Questions(
        terms=np.ones((len(answer), 1)),
        answer=answer,
        horizon=horizon,
        weight=weight / weight.sum(),
    )
    return tuple(round(float(_regression(asked.terms, asked, chance)[0]), 2) for chance in CHANCES)


def module_text(weights: pace.Weights, start: Start, learners: int) -> str:
    """Write the constants as the module that the product imports."""
    starter = ", ".join(f'"{name}": {getattr(start.starter, name):.3f}' for name in SIGNS)
    return f'''"""Constants of the pace model, printed by `benchmarks/fit_pace.py` from {learners} learners' logs.

Rows of `GOING` and `STOPPING` belong to `pace.terms`, columns to `CHANCES`; what comes out is
ln(days).
"""

from typing import Final

CHANCES: Final = {CHANCES}
"""Probabilities of being done."""

GOING: Final = {_rows(weights.going)}
"""Fitted on those who kept going."""

STOPPING: Final = {_rows(weights.stopping)}
"""Fitted on everybody, those who gave up included."""

KEPT_SHARE: Final = {start.kept:.2f}
"""Median of (pace of weeks 5-30) / (pace of weeks 1-4); its logarithm deviates by {start.log_spread:.2f}."""

KEPT_SPREAD: Final = {start.spread}
"""ln(days / days at the kept pace) per chance, with a promise and nothing logged.

It hardly depends on the items.
"""

STARTER: Final = {{{starter}}}
"""Median signs after four weeks."""

PROMISE_WEEKS: Final = {PROMISE_WEEKS}
"""Weeks of history that weigh as much as a promise, by cross-validated loss."""

GUESS_WEEKS: Final = {GUESS_WEEKS}
"""The same where nothing was promised."""
'''


def _rows(table: Iterable[tuple[float, ...]]) -> str:
    return "(\n" + "".join(f"    {row},\n" for row in table) + ")"


if __name__ == "__main__":
    main()
