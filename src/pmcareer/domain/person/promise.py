"""A promise: what it was on each day, the hours spent on it, and how a new one fades in."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from math import exp, log

from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, days_between
from pmcareer.domain.logbook.entries import Learned, Practised
from pmcareer.domain.logbook.logbook import newest_first, of_kind, oldest_first
from pmcareer.domain.person.person import DEFAULT_HOURS_PER_WEEK, Person

DECIDED_AFTER_DAYS = 28
Stretch = tuple[float, int]
"""A promise in hours a week, and for how many days it stood."""


def promise_by_day(person: Person) -> Callable[[date], float]:
    """Return what tells the hours a week that were promised on a day: the newest promise by then.

    Before the first one that one counts: nobody is held to a promise that was never made.
    """
    # 6 hours from 1 March and 12 from 29 March: 6 on 28 March, and on 28 February.
    said = newest_first(person.sayings)[::-1]
    made = [entry for entry in said if entry.hours_per_week is not None]
    if not made:
        return lambda _: person.hours_per_week
    days = [entry.on for entry in made]
    promises = [entry.hours_per_week or 0.0 for entry in made]
    return lambda day: promises[max(0, bisect_right(days, day) - 1)]


def hours_spent(person: Person, first: date) -> float:
    """Add up the hours of work on exercises and steps since a day: they are what was promised.

    As logged; an exercise finished without minutes counts its estimate. Courses count, too: they
    earn nothing of the plan, but nobody who sat in one broke a promise.
    """
    ledger = person.ledger
    since = person.entries.work_since(first)
    work = (entry for entry in since if not isinstance(entry, Practised))
    return sum(map(ledger.minutes_of, work)) / 60 + _in_courses(person, first)


def _in_courses(person: Person, first: date) -> float:
    courses = of_kind(person.entries, Learned)
    return sum(entry.hours for entry in courses if entry.on >= first)


def promised_in_week(person: Person, monday: date) -> float:
    """Tell the hours that were promised for the week from a Monday on, its days off left out."""
    week = days_between(monday, monday + timedelta(days=DAYS_PER_WEEK - 1))
    asked = (day for day in week if not person.calendar.is_off(day))
    return sum(map(promise_by_day(person), asked)) / DAYS_PER_WEEK


def promised_so_far(person: Person, begun: date | None) -> float:
    """Average in ln the promise of the last four weeks, in hours a week: a new one fades in.

    Of days before the log was begun there is nothing to tell but the present promise.
    """
    # 8 hours, and for a fortnight now 12: 12 x (8/12)^(14/28) = 9.8.
    present = person.hours_per_week
    if begun is None:
        return present
    faded = sum(days * log(hours / present) for hours, days in _stretches(person, begun))
    return present * exp(faded / DECIDED_AFTER_DAYS)


def promised_before(person: Person, begun: date | None) -> float | None:
    """Find what was promised while the pace was learnt; None where that is promised still."""
    for hours, days in _stretches(person, begun) if begun else ():
        if days:
            return hours if hours != person.hours_per_week else None
    return None


def _stretches(person: Person, begun: date) -> Iterator[Stretch]:
    """List the promises of the last four weeks, the earliest first, since the log was begun."""
    first = max(begun, person.today - timedelta(days=DECIDED_AFTER_DAYS))
    hours = DEFAULT_HOURS_PER_WEEK
    for entry in oldest_first(person.sayings):
        if entry.hours_per_week is not None:
            yield hours, max(0, (entry.on - first).days)
            first, hours = max(first, entry.on), entry.hours_per_week
    yield hours, (person.today - first).days
