"""How good the dates are where an item takes several days of work, as exercises do.

    python benchmarks/several_days.py [--learners DIR]

The learners' items are small: on a day of work they did one or more. Here so many of them are one
item, of which a day of work earns a part, and the same questions are asked as in `backtest.py`,
cross-validated as there, one in five: with the unit that `unit_of` chooses, and without. Needs what
`backtest.py` needs; takes some five minutes.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from backtest import CALENDAR, LOGGED, answers_of, near, our_model, questions_of, scored
from fit_pace import Learner, imported, learners_folder

from pmcareer.domain.forecast import pace

TOGETHER = (1, 2, 4, 8)
"""Small items that are one."""
ONE_IN = 5
"""Of the questions, for time: no divisor of the number of horizons, so that all are asked."""
Forecast = Callable[[Any, date, float, Sequence[float]], Sequence[date]]


def main() -> None:
    """Print a row for each number of small items, with the unit and without."""
    folder = learners_folder(__doc__ or "")
    bench = imported(folder, "backtest")
    learners = bench.load(str(folder))
    asked = {kind: _some(questions_of(bench)[kind]) for kind in (CALENDAR, LOGGED)}
    print("small items an item | unit | asked on | G logpin | P50/P80/P95, people, questions")
    with_unit = pace.unit_of
    for together in TOGETHER:
        for name, unit in (("chosen", with_unit), ("1", _one)):
            pace.unit_of = unit
            answers = answers_of(learners, asked, _grouped(together))
            for kind, rows in answers.items():
                print(together, name, kind, *scored(bench, near(rows), "going"), sep=" | ")


def _some(questions: Callable[[Learner], list[Any]]) -> Callable[[Learner], list[Any]]:
    return lambda learner: questions(learner)[::ONE_IN]


def _one(_known: object, _now: int) -> float:
    return 1.0


def _grouped(together: int) -> Callable[[Sequence[Learner]], Forecast]:
    """Return how our model is fitted, to be asked about items of so many small ones."""
    fitted = our_model(stopping=False)

    def fit(learners: Sequence[Learner]) -> Forecast:
        forecast = fitted(learners)

        def of_parts(
            history: Any,  # noqa: ANN401
            today: date,
            remaining: float,
            quantiles: Sequence[float],
        ) -> Sequence[date]:
            parts = [(day, items / together) for day, items in history]
            return forecast(parts, today, remaining / together, quantiles)

        return of_parts

    return fit


if __name__ == "__main__":
    main()
