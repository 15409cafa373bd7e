"""What exercises took beside what they were estimated to take, since a plan was saved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from pmcareer.domain.forecast.history import earned_by_day
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.ledger import Study
from pmcareer.domain.person.person import Person


@frozen
class Overrun:
    """An exercise that took longer or shorter than what it earned; hours since the plan."""

    exercise: str
    spent_hours: float
    earned_hours: float

    @property
    def over_hours(self) -> float:
        """Hours beyond the estimate; below 0 where it took less."""
        return self.spent_hours - self.earned_hours


@frozen
class Spent:
    """What was spent since a plan was saved, and earned less or more than it took."""

    more_by_day: Mapping[date, float]
    """Hours that a day would have earned beyond those it did, had each hour spent earned one."""
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
    # have earned 16, and 14 more would have been done of something else.
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


@dataclass(slots=True, kw_only=True)
class _Account:
    now: Person
    then: Person
    spent: dict[str, float] = field(default_factory=dict)
    """Hours by exercise since the plan."""
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
            self.by_day[entry.on] = self.by_day.get(entry.on, 0.0) + hours

    def overruns(self) -> Iterator[Overrun]:
        for name, hours in self.spent.items():
            earned = self.then.hours_left(name) - self.now.hours_left(name)
            if abs(hours - earned) > LEAST_OFF_HOURS:
                yield Overrun(exercise=name, spent_hours=hours, earned_hours=earned)

    def more_by_day(self) -> dict[date, float]:
        earned = earned_by_day(self.now)
        days = self.by_day.keys() - self.late
        return {day: self.by_day[day] - earned.get(day, 0.0) for day in days}
