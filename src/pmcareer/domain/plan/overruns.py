"""What exercises took beside what they were estimated to take, since a plan was saved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from pmcareer.domain.forecast.history import earned_by_day, earned_per_hour
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.as_filed import Study
from pmcareer.domain.person.person import Person


@frozen
class Overrun:
    """An exercise that took longer or shorter than what it earned; hours since the plan."""

    exercise: str
    expected_hours: float
    """What the hours spent were to earn by what was expected of it when the plan was saved."""
    earned_hours: float
    whole_spent_hours: float
    """On the whole exercise so far, before the plan too."""
    whole_earned_hours: float
    is_finished: bool

    @property
    def over_hours(self) -> float:
        """Hours that would have been earned beyond those that were; below 0 where it took less."""
        return self.expected_hours - self.earned_hours

    def explains(self, days: int) -> bool:
        """Tell whether it ran over where a date is later, and was quick where it is earlier."""
        whole = self.whole_spent_hours - self.whole_earned_hours
        return self.over_hours * days > 0 and whole * days > 0


@frozen
class Spent:
    """What was spent since a plan was saved, and earned less or more than it took."""

    more_by_day: Mapping[date, float]
    """Hours that a day would have earned beyond those it did, had all gone as was expected."""
    hours_ahead: float
    """Hours of the plan that would be done beyond those that are."""
    hours_elsewhere: float
    """Hours spent on what the plan does not ask for."""
    overruns: tuple[Overrun, ...]
    """The furthest off first."""

    @property
    def is_off(self) -> bool:
        """Tell whether anything took longer or shorter than estimated."""
        return bool(self.overruns)


LEAST_OFF_HOURS = 0.02
"""About a minute: what is nearer to the estimate was on it."""


def spent_since(now: Person, then: Person, planned: frozenset[str]) -> Spent:
    """Compare what was spent since a plan was saved for `then` with what it earned.

    `planned` are the exercises of the plan; others are pace without being progress.
    """
    # 20 hours in the mean, 4 of them done before and 30 since: all 20 are earned, so 30 hours
    # have earned 16, and 14 more would have been done of something else. Had 30 been done before,
    # and were 10 more expected, these 10 were to earn 5: what had run over then is no news.
    account = _Account(now=now, then=then)
    account.read()
    found = sorted(account.overruns(), key=lambda each: -abs(each.over_hours))
    ahead = (each.over_hours for each in found if each.exercise in planned)
    elsewhere = sorted(account.spent.keys() - planned)
    return Spent(
        more_by_day=account.more_by_day(),
        hours_ahead=sum(ahead),
        hours_elsewhere=sum(map(account.spent.__getitem__, elsewhere)),
        overruns=tuple(found),
    )


@dataclass(kw_only=True, eq=False, repr=False)
class _Account:
    now: Person
    then: Person
    spent: dict[str, float] = field(default_factory=dict)
    """Hours by exercise since the plan."""
    expected: dict[str, float] = field(default_factory=dict)
    """What these hours were to earn."""
    by_day: dict[date, float] = field(default_factory=dict)
    late: set[date] = field(default_factory=set)
    """Days before the plan for which something was entered since: they stay as they are."""

    def read(self) -> None:
        self.by_day.update(earned_by_day(self.then))
        old = {entry.id for entry in self.then.entries}
        for entry in self.now.ledger.study:
            if entry.id not in old:
                self._add(entry)

    def _add(self, entry: Study) -> None:
        name = self.now.curriculum.now_called("exercises", entry.exercise)
        if entry.on < self.then.today:
            self.late.add(entry.on)
        elif name in self.now.curriculum.exercise:
            hours = self.now.ledger.minutes_of(entry) / 60
            self.spent[name] = self.spent.get(name, 0.0) + hours
            self.expected[name] = self._expected(name)
            paced = hours * self._rate(name)
            self.by_day[entry.on] = self.by_day.get(entry.on, 0.0) + paced

    def _rate(self, name: str) -> float:
        """Tell what an hour was taken to earn when the plan was saved; see `earned_by_day`."""
        if name in self.now.finished and name not in self.now.hours_known:
            return 1.0
        return self._rate_then

    @cached_property
    def _rate_then(self) -> float:
        return earned_per_hour(self.then)

    def _expected(self, name: str) -> float:
        """Tell what the hours spent on an exercise were to earn; beyond all it was to take, 1:1."""
        spent, credit = self.spent[name], self.then.credit_of(name)
        if spent >= credit.effort_left:
            return credit.left + spent - credit.effort_left
        return credit.left * spent / credit.effort_left

    def overruns(self) -> Iterator[Overrun]:
        for name, expected in self.expected.items():
            earned = self.then.hours_left(name) - self.now.hours_left(name)
            if abs(expected - earned) > LEAST_OFF_HOURS:
                credit = self.now.credit_of(name)
                yield Overrun(
                    exercise=name,
                    expected_hours=expected,
                    earned_hours=earned,
                    whole_spent_hours=credit.taken,
                    whole_earned_hours=credit.earned,
                    is_finished=name in self.now.finished,
                )

    def more_by_day(self) -> dict[date, float]:
        earned = earned_by_day(self.now)
        days = self.by_day.keys() - self.late
        return {day: self.by_day[day] - earned.get(day, 0.0) for day in days}
