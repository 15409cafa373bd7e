"""Earned value of one exercise: what the work on it has earned, and how much is left.

Finishing earns the PERT mean, whatever it took; under way an exercise has earned the part of it
that its hours are of all that it is expected to take.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import chain

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.grouping import added_up
from pmcareer.domain.logbook.entries import Finished, Worked

TO_FINISH = 0.25
"""Hours still to work on what is not finished, at the least."""
LEAST_LEFT = 0.25
"""What an exercise far past its estimate takes yet, as a part of the hours that it has taken.

Were the estimates of the shipped exercises log-normal, and did two of three keep within optimistic
and pessimistic, .29 of the hours taken would be left at one and a half times the mean, .23 at twice
and .17 at three times.
"""


HoursOfDays = Iterable[tuple[date, float]]


@frozen
class Credit:
    """What the work on an exercise has taken and earned so far, in hours."""

    mean: float
    """PERT mean."""
    spent: tuple[tuple[date, float], ...]
    """Hours taken on each day up to the finish, oldest first; of some days several."""
    effort_left: float
    """Hours still to work; 0 once it is finished."""

    @cached_property
    def taken(self) -> float:
        """All hours taken so far."""
        return sum(hours for _, hours in self.spent)

    @property
    def last_hours(self) -> float:
        """Hours of the last entry: of the finish, where there is one."""
        return self.spent[-1][1]

    @cached_property
    def expected(self) -> float:
        """All hours that it is expected to take in the end."""
        return self.taken + self.effort_left

    @property
    def left(self) -> float:
        """Credited hours still to earn."""
        # 8 hours in the mean, 12 taken and 3 still to work: a fifth of all the work, so 1.6 hours.
        return self.mean * self.effort_left / self.expected

    @property
    def earned(self) -> float:
        """Credited hours earned so far."""
        return self.mean - self.left

    @property
    def by_day(self) -> Iterator[tuple[date, float]]:
        """Spread what is earned over the days of work, in proportion to their hours."""
        expected = self.expected
        for day, hours in self.spent:
            yield day, self.mean * hours / expected


def by_day(parts: Iterable[HoursOfDays]) -> dict[date, float]:
    """Add hours up by day, oldest first."""
    return dict(sorted(added_up(chain.from_iterable(parts)).items()))


def credit_of(mean: float, worked: Iterable[Worked], finished: Finished | None) -> Credit:
    """Credit the work on an exercise; what is logged after it was finished earns nothing.

    A finish without minutes takes what was left before it.
    """
    times = [entry for entry in worked if finished is None or _is_before(entry, finished)]
    spent = [(entry.on, entry.minutes / 60) for entry in times]
    left = effort_left(mean, times)
    if finished:
        spent.append((finished.on, left if finished.minutes is None else finished.minutes / 60))
        left = 0.0
    return Credit(mean=mean, spent=tuple(spent), effort_left=left)


def _is_before(entry: Worked, finished: Finished) -> bool:
    """Tell whether work was on the way to the finish."""
    # What was there when somebody wrote "finished last May" was on the way to it all the same.
    if entry.at is None:
        return entry.on <= finished.written_on
    is_written_before = finished.at is not None and entry.at <= finished.at
    return is_written_before or entry.on < finished.on


def effort_left(mean: float, times: Sequence[Worked]) -> float:
    """Tell how many hours are still to be worked: what was said last, or estimated, less the work.

    Past that it is as much as it has run over, up to `LEAST_LEFT` of the work.
    """
    # An exercise of 16 hours: 10 after 6 hours, a quarter of one after 16, 2 after 18, 10 after 40.
    # Who then says that 3 hours are left has 2 to do after one of them, and a quarter of one after
    # two more.
    left, since = mean, 0.0
    for entry in times:
        since += entry.minutes / 60
        if entry.left is not None:
            left, since = entry.left / 60, 0.0
    over = min(since - left, LEAST_LEFT * since)
    return max(left - since, over, TO_FINISH if since else 0.0)
