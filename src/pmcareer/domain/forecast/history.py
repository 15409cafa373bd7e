"""From the logbook to the history that the pace model reads: items per day of work."""

from collections.abc import Iterator
from datetime import date
from itertools import dropwhile

from pmcareer.domain.person.credit import by_day
from pmcareer.domain.person.person import Person


def history_of(person: Person, item_hours: float) -> list[tuple[date, float]]:
    """List the items per day of work since first use; 0 for work that earned nothing.

    An item is `item_hours` of credited hours. What was entered for days before first use is work
    that is done, and tells no rhythm: nobody remembers the days between. No day is moved: days off
    and study days are the calendar's, which the pace model is given too.
    """
    since, earned = person.first_use or person.today, earned_by_day(person)
    days = [day for day in person.ledger.study_days if day >= since]
    # A pace of study begins with study, not with steps of a search before it.
    studied = {entry.on for entry in person.ledger.study}
    begun = dropwhile(lambda day: day not in studied, days)
    return [(day, earned.get(day, 0.0) / item_hours) for day in begun]


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
