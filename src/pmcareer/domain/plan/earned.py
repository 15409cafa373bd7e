"""Own earned value: what was planned, earned and spent since the first entry or the baseline."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Literal

from pmcareer.domain.forecast.basis import NEAR
from pmcareer.domain.forecast.outlook import Dates, RouteDates
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, days_between
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Baseline, Did, Entry, Finished, Worked
from pmcareer.domain.logbook.logbook import newest_first, of_kind
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.person.promise import promise_by_day
from pmcareer.domain.person.rhythm import minutes_of, monday_of, study_entries

LEAST_DAYS = 28
"""Before four weeks a few long exercises would decide everything."""
TIMED_SHARE = 0.5
"""At least so much of what was spent has to be measured, or else it says nothing of estimates."""
HOURS = re.compile(r"=([0-9]{1,9}(?:\.[0-9]+)?)(?= |$)")
"""What is left of an exercise in a saved plan."""

Verdict = Literal["below", "near", "above"]


@frozen
class EarnedWeek:
    """Where it stood at the end of a week, or today: hours added up from the start."""

    week: date
    """Its Monday."""
    planned: float
    earned: float
    spent: float


@frozen
class EarnedValue:
    """Earned value management of one's own study; all in hours.

    PMBOK's three figures: planned value is the promise over the days that were not off, less the
    hours that steps took in their week, and never more than there was to do; earned value is
    credited hours, an exercise's PERT mean; actual cost is the time spent on exercises, the
    estimate where no minutes were said.
    """

    since: date
    baseline: Baseline | None
    """The saved plan that it is measured by; None where it is the promise since the first entry."""
    planned_hours: float
    earned_hours: float
    spent_hours: float
    estimated_hours: float
    """The part of the hours spent that nobody measured: exercises finished without minutes."""
    baseline_hours: float
    """What the saved plan had left to do; 0 without one."""
    steps_hours: float
    """What steps took of the hours that were promised, and what is so not planned for study."""
    total_hours: float
    """What is earned, and what is left on the route: where the curve will end."""
    weeks: tuple[EarnedWeek, ...]
    study: Dates
    """When the rest will be earned."""

    @property
    def spi(self) -> float | None:
        """Schedule performance index: earned over planned; None where nothing was planned."""
        return _ratio(self.earned_hours, self.planned_hours)

    @property
    def cpi(self) -> float | None:
        """Cost performance index: earned over spent; None where nothing was spent."""
        return _ratio(self.earned_hours, self.spent_hours)

    @property
    def schedule(self) -> Verdict | None:
        """Tell whether one is behind, as promised, or ahead."""
        return _verdict(self.spi)

    @property
    def cost(self) -> Verdict | None:
        """Tell whether exercises take longer than estimated, as long, or less.

        None where most of the time was not measured: an estimate confirms no estimate.
        """
        if self.estimated_hours > (1 - TIMED_SHARE) * self.spent_hours:
            return None
        return _verdict(self.cpi)


def _ratio(earned: float, by: float) -> float | None:
    return earned / by if by else None


def _verdict(index: float | None) -> Verdict | None:
    if index is None:
        return None
    # As it is shown, so that 0.90 is always said to be near one.
    if round(index, 2) < 1 - NEAR:
        return "below"
    return "above" if round(index, 2) > 1 + NEAR else "near"


def earned_of(person: Person, target: str, route: RouteDates) -> EarnedValue | None:
    """Measure what was done since the newest baseline for the target, or since the first entry.

    None in the first four weeks of that time. What was done before the logbook was begun is
    neither planned, earned nor spent.
    """
    baseline = _newest_baseline(person, target)
    begun = person.first_use or person.today
    since = max(baseline.on, begun) if baseline else begun
    # Six weeks off after a plan was saved ask for nothing, and say nothing either.
    off = person.calendar.off_between(since, person.today)
    if (person.today - since).days - len(off) < LEAST_DAYS:
        return None
    return _Account(person=person, since=since, baseline=baseline, route=route).value()


def _newest_baseline(person: Person, target: str) -> Baseline | None:
    for entry in newest_first(of_kind(person.entries, Baseline)):
        if entry.target == target:
            return entry
    return None


@frozen
class _Account:
    """The three figures, day by day from the start to today."""

    person: Person
    since: date
    baseline: Baseline | None
    route: RouteDates

    def value(self) -> EarnedValue:
        last = len(self._days) - 1
        return EarnedValue(
            since=self.since,
            baseline=self.baseline,
            planned_hours=self._planned[last],
            earned_hours=self._earned[last],
            spent_hours=self._spent[last],
            estimated_hours=sum(self._unmeasured(), 0.0),
            baseline_hours=self._baseline_hours,
            steps_hours=sum(map(self._taken_on, self._days)),
            total_hours=self._earned[last] + self.route.hours_left,
            weeks=tuple(self._weeks()),
            study=self.route.study,
        )

    @cached_property
    def _days(self) -> list[date]:
        return days_between(self.since, self.person.today)

    def _weeks(self) -> Iterator[EarnedWeek]:
        for number, day in enumerate(self._days):
            if day.weekday() == DAYS_PER_WEEK - 1 or day == self.person.today:
                yield EarnedWeek(
                    week=monday_of(day),
                    planned=self._planned[number],
                    earned=self._earned[number],
                    spent=self._spent[number],
                )

    @cached_property
    def _planned(self) -> list[float]:
        """Add up what the promise asks for on days that are not off, up to all there was to do."""
        # 8 hours a week, and 40 hours to do: 8 after a week, 16 after two, 16 after one off, and
        # 40 from the sixth on.
        there = self._earned[-1] + self.route.hours_left
        if self.baseline:
            there = self._baseline_hours
        return [min(hours, there) for hours in accumulate(map(self._asked_on, self._days))]

    def _asked_on(self, day: date) -> float:
        if self.person.calendar.is_off(day):
            return 0.0
        return self._promise_on(day) / DAYS_PER_WEEK - self._taken_on(day)

    def _taken_on(self, day: date) -> float:
        """Share the hours of a week's steps out among its days, as far as there was a promise."""
        if self.person.calendar.is_off(day):
            return 0.0
        # 8 hours a week, of which 2 went into steps of that week: 6 are left for study.
        of_week = self._hours_of_steps.get(monday_of(day), 0.0)
        return min(self._promise_on(day), of_week) / DAYS_PER_WEEK

    @cached_property
    def _hours_of_steps(self) -> Mapping[date, float]:
        """Add up the hours that steps took, by the Monday of their week."""
        hours: dict[date, float] = {}
        for entry in of_kind(self.person.entries, Did):
            if entry.on >= self.since and not self._is_before_baseline(entry):
                week = monday_of(entry.on)
                hours[week] = hours.get(week, 0.0) + (entry.minutes or 0) / 60
        return hours

    def _promise_on(self, day: date) -> float:
        """Return the hours a week that were promised: the baseline's, or the newest by a day."""
        if self.baseline:
            return self.baseline.hours_per_week
        return self._promised_on(day)

    @cached_property
    def _promised_on(self) -> Callable[[date], float]:
        return promise_by_day(self.person)

    @cached_property
    def _earned(self) -> list[float]:
        credited = dict(self.person.credited_by_day)
        for day, hours in self._credited_before.items():
            credited[day] = max(0.0, credited.get(day, 0.0) - hours)
        return list(accumulate(credited.get(day, 0.0) for day in self._days))

    @cached_property
    def _spent(self) -> list[float]:
        spent = dict.fromkeys(self._days, 0.0)
        for entry in self._fresh:
            spent[entry.on] += minutes_of(self.person, entry) / 60
        return list(accumulate(spent.values()))

    def _unmeasured(self) -> Iterator[float]:
        for entry in self._fresh:
            if entry.minutes is None:
                yield minutes_of(self.person, entry) / 60

    @cached_property
    def _fresh(self) -> list[Finished | Worked]:
        """List the entries of work since the start, on exercises that the curriculum knows."""
        known, now_called = self.person.curriculum.exercise, self.person.curriculum.now_called
        return [
            entry
            for entry in study_entries(self.person)
            if entry.on >= self.since
            and now_called("exercises", entry.exercise) in known
            and not self._is_before_baseline(entry)
        ]

    @cached_property
    def _credited_before(self) -> Mapping[date, float]:
        """Credited hours of the baseline's own day that were there when it was saved."""
        before = filter(self._is_before_baseline, self.person.entries)
        then = person_of(self.person.curriculum, before, self.since)
        return {day: hours for day, hours in then.credited_by_day.items() if day == self.since}

    def _is_before_baseline(self, entry: Entry) -> bool:
        """Tell whether an entry up to the baseline's day was written before it was saved."""
        saved = self.baseline
        if saved is None or entry.on > saved.on:
            return False
        if entry.at and saved.at and entry.at != saved.at:
            return entry.at < saved.at
        # Of one second the order in the file tells.
        written = [each.id for each in self.person.entries]
        return entry.on < saved.on or written.index(entry.id) < written.index(saved.id)

    @cached_property
    def _baseline_hours(self) -> float:
        """Add up what a saved plan had left: "rsk-01=4.00", "rsk-02=8.00" is 12."""
        if self.baseline is None:
            return 0.0
        return sum(float(hours) for hours in HOURS.findall(" ".join(self.baseline.exercises)))
