"""Fit the pace model's constants on real learners' logs, print them as `pace_constants.py`.

    python benchmarks/fit_pace.py [--learners DIR] > src/pmcareer/domain/forecast/pace_constants.py

Needs numpy and the folder of learners (`learner-NN.csv`, `META.csv`, `backtest.py`), by default
../shared/learners beside this repository. Takes some ten seconds.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from pmcareer.domain.forecast import pace, signs  # noqa: E402

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
JUST_LOGGED = 0.5
"""Share of a learner's weight on days on which something was logged, by cross-validation."""
LOGGED_DAYS = 60
"""At most so many of them are asked, evenly over the log."""
SIGNS_OF_TERMS = (0, 0, 0, -1, -1, 0, 0, 0, 0, 1, 1, 1, 1)
"""Which weights may not be below (1) or above (-1) zero.

With another sign finishing something today would make dates later.
"""
LASTING = 2
"""Of the terms so many, the last, are for those who may stop: for the others a pause fades."""
LEAST_GAIN = 1e-8
FOUR_WEEKS = 28
KEPT_WEEKS = 26
HALF_A_YEAR = 7 * KEPT_WEEKS
PAST_WEEKS = (8, 17, 26)
"""Up to so many weeks with study of the last 26: thirds of the answers that can be given."""
NEXT_LINE = ",\n    "
SHRUNK = 0.5
"""How far a group's prior is drawn to everybody's."""


def main() -> None:
    """Fit on everybody, print the module."""
    folder = learners_folder(__doc__ or "")
    everybody = imported(folder, "backtest").load(str(folder))
    weights = fit(everybody)
    start = fit_start(everybody)
    print(module_text(weights, start, len(everybody)), end="")


def learners_folder(description: str) -> Path:
    """Return the folder named on the command line, or the one beside the repository.

    Without it, say so and stop.
    """
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=description, formatter_class=raw)
    parser.add_argument("--learners", type=Path, default=ROOT.parent / "shared" / "learners")
    folder: Path = parser.parse_args().learners
    if not (folder / "backtest.py").is_file():
        sys.exit(
            f"No learners' logs in {folder}: they are not part of this repository; "
            "--learners says where they are."
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


class Question(NamedTuple):
    """One of them, in days."""

    terms: signs.Row
    answer: int
    horizon: int
    share: float


def questions(learners: Iterable[Learner], *, stopping: bool) -> Questions:
    """Ask every ten days of an active stretch, and on days on which something was logged.

    Without `stopping`, leave out what ended because somebody gave up.
    """
    asked: list[Question] = []
    weights: list[float] = []
    for learner in learners:
        kinds = ((_every_ten_days(learner), 1 - JUST_LOGGED), (days_logged(learner), JUST_LOGGED))
        for days, share in kinds:
            found = [ask for day in days for ask in _questions_on(learner, day, stopping=stopping)]
            total = sum(ask.share for ask in found)
            weights += [share * ask.share / total for ask in found]
            asked += found
    weight = np.array(weights)
    return Questions(
        terms=np.array([ask.terms for ask in asked]),
        answer=np.log([ask.answer for ask in asked]),
        horizon=np.log([ask.horizon for ask in asked]),
        weight=weight / weight.sum(),
    )


def _every_ten_days(learner: Learner) -> list[int]:
    """Days of asking, ordinals, in the active stretches."""
    first, last = learner.first.toordinal(), learner.last.toordinal()
    end = min(learner.until.toordinal() - 1, last + LIVE_DAYS)
    days = range(first + EVERY_DAYS, end + 1, EVERY_DAYS)
    return [day for day in days if day - learner.ords[_known(learner, day) - 1] <= LIVE_DAYS]


def days_logged(learner: Learner) -> list[int]:
    """Days of asking, ordinals, on which something was logged."""
    since, until = learner.first.toordinal() + EVERY_DAYS, learner.until.toordinal()
    days = [day for day in learner.ords.tolist() if since <= day < until]
    step = max(1, -(-len(days) // LOGGED_DAYS))
    return days[step // 2 :: step]


def _questions_on(learner: Learner, day: int, *, stopping: bool) -> Iterable[Question]:
    read = signs_on(learner, day)
    left = max(1, learner.until.toordinal() - day)
    done = _done(learner, day)
    for items in HORIZONS:
        days = days_to(learner, day, done + items)
        if days is None and learner.stopped and not stopping:
            continue
        terms = signs.terms(read, float(np.log(items)))
        share = 1.5 if items in COMMON else 0.7
        yield Question(terms, max(1, min(left, days or left)), left, share)


@cache
def signs_on(learner: Learner, day: int) -> signs.Signs:
    """Read the signs of a learner's log as it stood on a day, an ordinal."""
    known = _known(learner, day)
    days, items = learner.ords[:known].tolist(), learner.cnt[:known].tolist()
    return signs.reading_of(list(zip(days, items, strict=True)), day).signs


def _done(learner: Learner, day: int) -> int:
    """Items up to a day."""
    known = _known(learner, day)
    return int(learner.cum[known - 1]) if known else 0


def _known(learner: Learner, day: int) -> int:
    """Days of work up to a day."""
    return int(np.searchsorted(learner.ords, day, side="right"))


def days_to(learner: Learner, day: int, items: int) -> int | None:
    """Days from `day` to the learner's `items`-th item; None when it is not in the record."""
    at = int(np.searchsorted(learner.cum, items, side="left"))
    return int(learner.ords[at]) - day if at < len(learner.cum) else None


def _regressions(asked: Questions, without: int) -> tuple[tuple[float, ...], ...]:
    """One censored quantile regression (Powell 1986) per chance, on standardised terms.

    Rows are the terms; the last, which are left out, are zero.
    """
    used = asked.terms.shape[1] - without
    middle, scale = asked.terms[:, :used].mean(0), asked.terms[:, :used].std(0)
    middle[0], scale[0] = 0.0, 1.0
    standard = (asked.terms[:, :used] - middle) / scale
    columns = [_signed_regression(standard, asked, chance) for chance in CHANCES]
    fitted = np.stack(columns, 1) / scale[:, None]
    fitted[0] -= middle @ fitted
    rows = [*fitted, *np.zeros((without, len(CHANCES)))]
    return tuple(tuple(round(float(value), 4) for value in row) for row in rows)


def _signed_regression(terms: Array, asked: Questions, chance: float) -> Array:
    """Leave out, the worst first, what has a sign against `SIGNS_OF_TERMS`."""
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
    """Minimise the pinball loss of min(terms·b, horizon), smoothed ever less.

    With a ridge on all but the constant.
    """
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
    """Pinball loss, its corner rounded over `width` (logistic kernel), and its derivatives."""

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
class Kept:
    """What becomes of a promise: the pace of the first four weeks against what follows."""

    share: float
    """Median of (pace of weeks 5-30) / (pace of the first four weeks); a learner counts once."""
    log_spread: float
    """Standard deviation of its logarithm."""
    spread: tuple[float, ...]
    """Per chance, ln(days / days at the kept pace), every horizon counted alike."""
    people: int


class Begun(NamedTuple):
    """A learner who begins, or begins again, on a day."""

    learner: Learner
    day: int
    past_weeks: int
    """Weeks with work among the 26 before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What is expected of somebody who has logged nothing."""

    everybody: Kept
    """From the first day of each log."""
    by_past: tuple[Kept, ...]
    """From half-yearly beginnings, by `PAST_WEEKS`, not shrunk yet."""
    starter: signs.Signs
    """Median signs after four weeks."""


def fit_start(learners: Sequence[Learner]) -> Start:
    """Take the first four weeks for the promise."""
    again = [begun for learner in learners for begun in _half_yearly(learner)]
    lowest = (0, *(most + 1 for most in PAST_WEEKS))
    bounds = tuple(zip(lowest, PAST_WEEKS, strict=False))
    groups = [[begun for begun in again if a <= begun.past_weeks <= b] for a, b in bounds]
    return Start(
        everybody=kept_by([Begun(learner, int(learner.ords[0]), 0) for learner in learners]),
        by_past=tuple(kept_by(group) for group in groups),
        starter=_starter(learners),
    )


def _half_yearly(learner: Learner) -> Iterable[Begun]:
    """Find the first day of work in each half year after the first, with four weeks to follow."""
    first, last = int(learner.ords[0]), int(learner.ords[-1])
    for since in range(first + HALF_A_YEAR, last + 1, HALF_A_YEAR):
        day = int(learner.ords[np.searchsorted(learner.ords, since)])
        if day < since + HALF_A_YEAR and _weeks_after(learner, day) >= FOUR_WEEKS / 7:
            yield Begun(learner, day, _weeks_with_work(learner, day))


def _weeks_with_work(learner: Learner, day: int) -> int:
    """Count the weeks with work among the 26 before a day."""
    ago = day - 1 - learner.ords
    return len(set((ago[(ago >= 0) & (ago < HALF_A_YEAR)] // 7).tolist()))


def _weeks_after(learner: Learner, day: int) -> float:
    """Weeks observed of the 26 that follow the first four."""
    return min(float(KEPT_WEEKS), (learner.until.toordinal() - day + 1 - FOUR_WEEKS) / 7)


def kept_by(group: Sequence[Begun]) -> Kept:
    """Say what people keep; whoever begins more than once counts once in all."""
    people = [begun.learner.id for begun in group]
    weights = np.array([1 / people.count(name) for name in people])
    logs = np.log([kept_share(begun.learner, begun.day) for begun in group])
    share = float(np.exp(_median(logs, weights)))
    variance = np.cov(logs, aweights=weights)
    return Kept(
        share=share,
        log_spread=float(np.sqrt(variance)),
        spread=_start_spread(group, weights, share),
        people=len(set(people)),
    )


def _median(values: Array, weights: Array) -> float:
    """Weighted median: the mean of two values where half the weight lies on each side."""
    order = np.argsort(values)
    below = np.cumsum(weights[order]) / weights.sum()
    first, last = np.searchsorted(below, [0.5 - 1e-9, 0.5 + 1e-9])
    return float(values[order][[first, last]].mean())


def kept_share(learner: Learner, begun: int) -> float:
    """(Items a week in weeks 5-30, or what there is of them) / (items a week in weeks 1-4).

    Weeks without an item count as zero; somebody observed for less than 30 weeks counts with the
    weeks there are; half an item is added to what was kept, so that nothing kept has a logarithm.
    """
    day = learner.ords - begun
    weeks = _weeks_after(learner, begun)
    kept = learner.cnt[(day >= FOUR_WEEKS) & (day < FOUR_WEEKS + 7 * weeks)].sum() + 0.5
    return float(kept / weeks / (learner.cnt[(day >= 0) & (day < FOUR_WEEKS)].sum() / 4))


def _starter(learners: Iterable[Learner]) -> signs.Signs:
    read = [signs_on(learner, int(learner.ords[0]) + FOUR_WEEKS - 1) for learner in learners]
    middle = {name: float(np.median([getattr(one, name) for one in read])) for name in SIGNS}
    return signs.Signs(**middle)


def _start_spread(group: Sequence[Begun], each: Array, share: float) -> tuple[float, ...]:
    ratios, horizons, weights = [], [], []
    for (learner, begun, _), weight in zip(group, each, strict=True):
        day = begun + FOUR_WEEKS - 1
        known = _done(learner, day)
        promised = known - _done(learner, begun - 1)
        left = max(1, learner.until.toordinal() - day)
        for items in HORIZONS:
            days = days_to(learner, day, known + items)
            if days is None and learner.stopped:
                continue
            at_kept_pace = np.log(items * FOUR_WEEKS / promised / share)
            ratios.append(np.log(max(1, min(left, days or left))) - at_kept_pace)
            horizons.append(np.log(left) - at_kept_pace)
            weights.append(weight)
    answer, horizon, weight = np.array(ratios), np.array(horizons), np.array(weights)
    asked = Questions(
        terms=np.ones((len(answer), 1)),
        answer=answer,
        horizon=horizon,
        weight=weight / weight.sum(),
    )
    return tuple(float(_regression(asked.terms, asked, chance)[0]) for chance in CHANCES)


def shrunk(group: Kept, everybody: Kept) -> tuple[float, tuple[float, ...]]:
    """Draw a group's share (its logarithm) and spread half-way to everybody's."""
    share = group.share ** (1 - SHRUNK) * everybody.share**SHRUNK
    pairs = zip(group.spread, everybody.spread, strict=True)
    return round(share, 2), tuple(round((1 - SHRUNK) * a + SHRUNK * b, 2) for a, b in pairs)


def module_text(weights: pace.Weights, start: Start, learners: int) -> str:
    """Write the constants as the module that the product imports."""
    everybody = start.everybody
    starter = ", ".join(f'"{name}": {getattr(start.starter, name):.3f}' for name in SIGNS)
    groups = zip(PAST_WEEKS, start.by_past, strict=True)
    by_past = [(most, *shrunk(group, everybody)) for most, group in groups]
    deviation = f"{everybody.log_spread:.2f}"
    raw = ", ".join(f"{group.share:.2f} ({group.people} people)" for group in start.by_past)
    return f'''"""Constants of the pace model, printed by `benchmarks/fit_pace.py`, {learners} logs.

Rows of `GOING` and `STOPPING` belong to `signs.terms`, columns to `CHANCES`; they give ln(days).
"""

from typing import Final

CHANCES: Final = {CHANCES}
"""Probabilities of being done."""

GOING: Final = {_rows(weights.going)}
"""Fitted on those who kept going."""

STOPPING: Final = {_rows(weights.stopping)}
"""Fitted on everybody, those who gave up included."""

KEPT_SHARE: Final = {everybody.share:.2f}
"""Median of (pace of weeks 5-30) / (pace of weeks 1-4); its ln deviates by {deviation}."""

KEPT_SPREAD: Final = {tuple(round(value, 2) for value in everybody.spread)}
"""ln(days / days at the kept pace) per chance, with a promise and nothing logged."""

KEPT_BY_PAST: Final = {_rows(by_past)}
"""By weeks with study among the last 26, up to: share kept, spread; drawn half-way to everybody's.

Shares before: {raw}.
"""

STARTER: Final = {{
{starter.replace(", ", NEXT_LINE).join(("    ", ","))}
}}
"""Median signs after four weeks."""

PROMISE_WEEKS: Final = {PROMISE_WEEKS}
"""Weeks of history that weigh as much as a promise, by cross-validated loss."""

GUESS_WEEKS: Final = {GUESS_WEEKS}
"""The same where nothing was promised."""
'''


def _rows(table: Iterable[tuple[Any, ...]]) -> str:
    return "(\n" + "".join(f"    {row},\n" for row in table) + ")"


if __name__ == "__main__":
    main()
