"""How those came to be slow who took several times as long as their first weeks promised.

    python benchmarks/pauses.py [--learners DIR]

Takes the first four weeks of each learner's log for the promise, as the prior of somebody who has
logged nothing does, and looks at how long the next 20, 40, 60 and 80 items took. Of those who took
over four times as long as promised it prints how many there are, and how many of them had a pause
of a month, of three, of six.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from fit_pace import FOUR_WEEKS, Learner, days_to, imported, learners_folder

ITEMS = (20, 40, 60, 80)
TIMES = 4
PAUSES = (30, 91, 182)
"""Days of a month, of three, of six."""


class Stretch(NamedTuple):
    """The time that so many items took after the first four weeks of a log."""

    times: float
    """How many times as long as the first four weeks promised."""
    longest: int
    """Days of the longest pause."""


def main() -> None:
    """Print a row for each number of items and each limit."""
    folder = learners_folder(__doc__ or "")
    learners = imported(folder, "backtest").load(str(folder))
    print("| items | people | over four times as long | paused a month | three | six |")
    print("|---|---|---|---|---|---|")
    for items in ITEMS:
        stretches = list(_stretches(learners, items))
        slow = [each for each in stretches if each.times > TIMES]
        counts = [sum(each.longest >= days for each in slow) for days in PAUSES]
        print("|", " | ".join(map(str, (items, len(stretches), len(slow), *counts))), "|")


def _stretches(learners: Sequence[Learner], items: int) -> Iterator[Stretch]:
    for learner in learners:
        begun = int(learner.ords[0])
        after = begun + FOUR_WEEKS - 1
        done = int(learner.cnt[learner.ords <= after].sum())
        length = days_to(learner, after, done + items)
        if length is not None:
            yield _stretch(learner, after, length, FOUR_WEEKS * items / done)


def _stretch(learner: Learner, after: int, length: int, promised: float) -> Stretch:
    days = [day for day in learner.ords.tolist() if after < day <= after + length]
    gaps = [later - earlier for earlier, later in pairwise([after, *days])]
    return Stretch(length / promised, max(gaps))


if __name__ == "__main__":
    main()
