"""From the logbook to the history that the pace model reads: items per day of work."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import dropwhile

from pmcareer.domain.ground.grouping import added_up
from pmcareer.domain.logbook.entries import Did
from pmcareer.domain.person.credit import by_day
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import monday_of


def history_of(person: Person, item_hours: float) -> list[tuple[date, float]]:
    """List the items per day of work since first use; 0 for work that earned nothing.

    An item is `item_hours` of credited hours. What was entered for days before first use is work
    that is done, and tells no rhythm: nobody remembers the days between. No day is moved: days off
    and study days are the calendar's, which the pace model is given too.
    """
    if person.first_use is None:
        return []
    # Tonight's and tomorrow's, before anything is written: the entries tell, and not the day.
    make = partial(_history, person, person.first_use, item_hours)
    said = (item_hours, person.hours_per_week)
    return person.shared.once(make, "history", *said, of=(person.curriculum, *person.entries))


def _history(person: Person, since: date, item_hours: float) -> list[tuple[date, float]]:
    kept = kept_by_day(person)
    days = [day for day in person.ledger.study_days if day >= since]
    # A pace of study begins with study, not with steps of a search before it.
    studied = set(person.entries.study_days)
    begun = dropwhile(lambda day: day not in studied, days)
    return [(day, kept.get(day, 0.0) / item_hours) for day in begun]


def kept_by_day(person: Person) -> dict[date, float]:
    """Return credited hours per day, and beside them what the hours of steps would have earned.

    These are taken from that week's promise: what is kept of a promise is the same, whether an
    evening goes to study or to an ask, and an ask is not made again when it is answered. More than
    the promise of a week they are never.
    """
    # Four hours promised and kept, one of them in steps: three earn what they earn, and the fourth
    # counts as a fourth hour of study. Who asks for five hours and studies three has kept four.
    kept, steps = earned_by_day(person), _hours_of_steps(person)
    if not steps:
        return kept
    rate, by_week = earned_per_hour(person), _by_week(kept)
    for day, hours in steps.items():
        monday = monday_of(day)
        left = rate * person.hours_per_week - by_week.get(monday, 0.0)
        counted = max(0.0, min(rate * hours, left))
        by_week[monday] = by_week.get(monday, 0.0) + counted
        kept[day] = kept.get(day, 0.0) + counted
    return kept


def _hours_of_steps(person: Person) -> dict[date, float]:
    hours: dict[date, float] = {}
    for entry in person.entries.of_kind(Did):
        if entry.minutes is not None:
            hours[entry.on] = hours.get(entry.on, 0.0) + entry.minutes / 60
    return dict(sorted(hours.items()))


def _by_week(earned: Mapping[date, float]) -> dict[date, float]:
    """Add up by Mondays."""
    return added_up((monday_of(day), hours) for day, hours in earned.items())


def earned_by_day(person: Person) -> dict[date, float]:
    """Return credited hours per day, as if each hour had earned what hours earn on the whole.

    That one exercise is further off its estimate than others is no matter of when one works: weeks
    spent on it are no slow weeks, and what it says of those to come is said by the bias.
    """
    # Ten weeks of 8 hours earned 80, then three earn 10 of 16 on one exercise: an hour has earned
    # (20 + 90) / (20 + 104) = .89 all the time, and not 1 and then .4.
    rate = earned_per_hour(person)
    return by_day(_spread(person, exercise, rate) for exercise in person.begun)


def earned_per_hour(person: Person) -> float:
    """Tell what an hour earns where it is known; an overrun is doubted, what was earned is not."""
    taken, earned = person.taken_and_earned
    return max(1 / person.bias[0], earned / taken) if taken else 1.0


def _spread(person: Person, exercise: str, rate: float) -> Iterator[tuple[date, float]]:
    """Give each hour of an exercise that rate; a finish without minutes just earned its mean."""
    credit, known = person.credit_of(exercise), person.hours_known.get(exercise)
    if known is None and exercise in person.finished:
        return credit.by_day
    if not credit.taken:
        return iter(())
    share = rate * (known or credit.taken) / credit.taken
    return ((day, share * hours) for day, hours in credit.spent)
