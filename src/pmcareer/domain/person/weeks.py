"""Hours week by week, and of this month, beside what was promised for them."""

from collections.abc import Iterable
from datetime import date, timedelta

from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, days_between
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Practised
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.promise import hours_spent, promise_by_day
from pmcareer.domain.person.rhythm import HEAT_WEEKS, monday_of

A_WEEK = timedelta(days=DAYS_PER_WEEK)


@frozen
class WeekOfWork:
    """The hours of one week, Monday to Sunday, and its promise."""

    week: date
    """Its Monday."""
    hours: float
    """On exercises and steps, as logged; an exercise without minutes counts its estimate."""
    promised: float
    """For all of the week, its days off left out; 0 before the first work."""
    is_over: bool

    @property
    def is_kept(self) -> bool:
        """Tell whether what was promised was done; of a week off nothing is asked."""
        # What is shown as 6 of 6 h is kept.
        return round(self.hours, 1) >= round(self.promised, 1)


@frozen
class Month:
    """The calendar month of today against its promise, days off left out.

    In the month in which the work began it counts from the day of the first work on.
    """

    first: date
    last: date
    spent_hours: float
    """On exercises and steps, as logged; an exercise without minutes counts its estimate."""
    promised_hours: float
    """From its first to its last day."""
    promised_so_far: float
    """From its first day to today."""


def weeks_in(person: Person) -> int:
    """Count the weeks since the first entry was written, the first and the present one too."""
    # Begun on a Sunday and looked at on the Monday after: it is the second week.
    if person.first_use is None:
        return 0
    return (monday_of(person.today) - monday_of(person.first_use)) // A_WEEK + 1


def weeks_of(person: Person) -> tuple[WeekOfWork, ...]:
    """List the weeks since the first work up to this one, the newest 26 of them at most."""
    hours = _hours_by_week(person)
    if not hours:
        return ()
    this_week = monday_of(person.today)
    week = max(min(hours), this_week - (HEAT_WEEKS - 1) * A_WEEK)
    begun = _begun(person) or person.today
    weeks = []
    while week <= this_week:
        days = days_between(max(week, begun), week + A_WEEK - timedelta(days=1))
        weeks.append(
            WeekOfWork(
                week=week,
                hours=hours.get(week, 0.0),
                promised=_promised(person, days),
                is_over=week < this_week,
            )
        )
        week += A_WEEK
    return tuple(weeks)


def _hours_by_week(person: Person) -> dict[date, float]:
    hours: dict[date, float] = {}
    for entry in person.ledger.work:
        if not isinstance(entry, Practised):
            week = monday_of(entry.on)
            hours[week] = hours.get(week, 0.0) + person.ledger.minutes_of(entry) / 60
    return hours


def _begun(person: Person) -> date | None:
    """Find the day from which on a promise counts: of the first work in the logbook's time."""
    first_use = person.first_use or person.today
    return next((day for day in person.ledger.study_days if day >= first_use), None)


def _promised(person: Person, days: Iterable[date]) -> float:
    asked = (day for day in days if not person.calendar.is_off(day))
    return sum(map(promise_by_day(person), asked)) / DAYS_PER_WEEK


def month_of(person: Person) -> Month | None:
    """Set the hours of this month against its promise; None in the first week of work."""
    # 6 hours a week, on 10 June: 25.7 promised in its 30 days, and 8.6 of them up to today.
    begun = _begun(person)
    if begun is None or (person.today - begun).days < DAYS_PER_WEEK:
        return None
    first = max(begun, person.today.replace(day=1))
    last = _last_day(person.today)
    return Month(
        first=first,
        last=last,
        spent_hours=hours_spent(person, first),
        promised_hours=_promised(person, days_between(first, last)),
        promised_so_far=_promised(person, days_between(first, person.today)),
    )


def _last_day(day: date) -> date:
    following = day.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)
