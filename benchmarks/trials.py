"""How far a thousand trials are from a hundred thousand.

    python benchmarks/trials.py    P50 and P80 of the finish, both ways, and the difference; exits with 1 above 1 %

A thousand trials on a lattice are what the product shows. The claim is that P50 and P80 then differ from 100,000 by
less than one week in a hundred.
"""

import sys
from dataclasses import replace
from datetime import date, timedelta

from pmcareer.domain.forecast.dates import at_quantile
from pmcareer.domain.forecast.simulation import TRIALS
from pmcareer.domain.logbook.entries import Entry, Experience, Finished
from pmcareer.domain.logbook.logbook import logbook_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.storage.curriculum.reading import read_curriculum

TODAY = date(2026, 11, 21)
MANY = 100_003
LIMIT = 0.01


def main() -> int:
    """Compare, print, and tell by the exit code whether the claim holds."""
    worst = 0.0
    print(f"{'person and route':<74}{TRIALS:>9}{MANY:>9}   off by")
    for name, planner in _people().items():
        for planned in planner.ranked[:3]:
            shown = _quantiles(planner, planned.route, planned.stages, TRIALS)
            many = _quantiles(planner, planned.route, planned.stages, MANY)
            for label, few, true in zip(("P50", "P80"), shown, many, strict=True):
                off = abs(few - true) / true
                worst = max(worst, off)
                print(
                    f"{name}, {planned.route.id[:48]:<48} {label:<6}{few:>9.1f}{true:>9.1f}   {off:.2%}"
                )
    print(f"worst {worst:.2%}, limit {LIMIT:.0%}: {'holds' if worst < LIMIT else 'PASSED OVER'}")
    return int(worst >= LIMIT)


def _people() -> dict[str, Planner]:
    """Give the persons of the product: a newcomer, a newcomer far from home, a PMO manager, somebody with a log."""
    curriculum = read_curriculum(None)
    office = Experience.model_validate(
        {
            "on": TODAY,
            "work": "pmo",
            "role": "pmo-manager",
            "from": date(2021, 11, 21),
            "id": "office",
        }
    )
    done: list[Entry] = [
        Finished(on=TODAY - timedelta(days=6 * number), exercise=exercise.id, id=exercise.id)
        for number, exercise in enumerate(curriculum.exercises[:20])
    ]
    people = {
        "newcomer to tech PM": ([], {}),
        "newcomer to portfolio PMO": ([], {"target": "portfolio-pmo"}),
        "PMO manager": (
            [office],
            {"role": "pmo-manager", "target": "portfolio-pmo", "hours_per_week": 4.0},
        ),
        "twenty done": (done, {"hours_per_week": 5.0}),
    }
    return {
        name: Planner(person=person_of(curriculum, logbook_of(entries), TODAY).saying(**says))
        for name, (entries, says) in people.items()
    }


def _quantiles(planner: Planner, route: object, stages: object, trials: int) -> tuple[float, float]:
    forecaster = replace(planner.forecaster, trials=trials)
    days = sorted(forecaster.walked(route, stages)[-1].finish)
    return at_quantile(days, 0.5), at_quantile(days, 0.8)


if __name__ == "__main__":
    sys.exit(main())
