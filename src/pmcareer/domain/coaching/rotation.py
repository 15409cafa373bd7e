"""Practices in turn: one that was not kept for a fortnight makes room for another that fits.

All of it follows from the logbook and the day, so that two looks on one day see the same.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from operator import itemgetter

from pmcareer.domain.ground.calendar import DAYS_PER_WEEK, Calendar
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person

FORTNIGHT_DAYS = 14
"""Days, those off left out, after which a practice that was not kept is given up for another."""
MONTHLY_DAYS = 45
"""The same for a monthly one: a fortnight is less than one occasion."""
MONTH_DAYS = 28
"""Days before the same practice is asked about again, where it still is not kept."""

KeptDays = Mapping[str, Sequence[date]]
"""The days on which practices were kept, ascending."""


@frozen
class Dropped:
    """A practice that was not kept for a fortnight, and the day on which that was so."""

    practice: str
    day: date


@frozen
class Turns:
    """Whose turn it is, and what was dropped to get there, earliest first."""

    active: tuple[str, ...]
    waiting: tuple[str, ...]
    """Those that come next."""
    dropped: tuple[Dropped, ...]


def turns_of(person: Person, fitting: Iterable[str], slots: int, kept: KeptDays) -> Turns:
    """Go through the fortnights since the first use, and replace what was not kept."""
    waiting = deque(fitting)
    start = person.first_use or person.today
    names = [waiting.popleft() for _ in range(min(slots, len(waiting)))]
    active = [(_dropped_on(person, name, start, kept), name) for name in names]
    dropped: list[Dropped] = []
    # Three fit, two at a time, and nothing is kept: a and b, after a fortnight c and a, then b
    # and c. What goes waits behind all others.
    while waiting and active:
        day, name = first = min(active, key=itemgetter(0))
        if day > person.today:
            break
        dropped.append(Dropped(practice=name, day=day))
        follower = waiting.popleft()
        active[active.index(first)] = _dropped_on(person, follower, day, kept), follower
        waiting.append(name)
    return Turns(
        active=tuple(map(itemgetter(1), active)), waiting=tuple(waiting), dropped=tuple(dropped)
    )


def dropped_since(
    person: Person, names: Iterable[str], since: date, kept: KeptDays
) -> Iterable[Dropped]:
    """Tell which practices that were picked on a day have gone unkept for a fortnight by today."""
    for name in names:
        day = _fortnight_after(person, name, max([since, *kept.get(name, ())]))
        if day <= person.today:
            yield Dropped(practice=name, day=day)


def _dropped_on(person: Person, name: str, mark: date, kept: KeptDays) -> date:
    """Find the first day since its turn began on which a practice was unkept for a fortnight."""
    days = kept.get(name, ())
    while days:
        end = _fortnight_after(person, name, mark)
        place = bisect_left(days, mark + timedelta(days=1))
        if place == len(days) or days[place] >= end:
            return end
        mark = days[place]
    return _fortnight_after(person, name, mark)


def _fortnight_after(person: Person, name: str, mark: date) -> date:
    """Find the day on which a fortnight without days off is over."""
    practice = person.curriculum.practice[name]
    is_monthly = practice.rhythm == "monthly"
    return _after(person.calendar, mark, MONTHLY_DAYS if is_monthly else FORTNIGHT_DAYS)


def _after(calendar: Calendar, mark: date, count: int) -> date:
    day = mark + timedelta(days=count)
    if not calendar.days_off:
        return day
    day = mark
    while count:
        day += timedelta(days=1)
        count -= not calendar.is_off(day)
    return day


def every_month(dropped: Iterable[Dropped], today: date) -> Iterable[tuple[date, Dropped]]:
    """Let those that were picked, and so stay, be asked about again every four weeks."""
    questions = []
    for each in dropped:
        day = each.day
        while day <= today:
            questions.append((day, each))
            day += timedelta(days=MONTH_DAYS)
    return sorted(questions, key=itemgetter(0))


def asked_about(
    person: Person, questions: Iterable[tuple[date, Dropped]], kept: KeptDays
) -> Dropped | None:
    """Choose the practice that is asked about today: each on one day, a week apart.

    `questions` are the days from which one may ask, ascending. Reading writes nothing, so nobody
    knows who has seen a question: it is put once, and where a practice goes again, put again. Never
    of one that was kept on some day: whoever knows a practice can say themselves that it rests.
    """
    # Two go on 15 March: one is asked about on the 15th, the other on the 22nd. Those that are
    # muted by now keep their days, so that nobody's question moves.
    asked: dict[str, date] = {}
    free = date.min
    for start, each in questions:
        day = max(start, free)
        if day > person.today:
            return None
        if (day - asked.get(each.practice, date.min)).days < MONTH_DAYS:
            continue
        asked[each.practice] = day
        free = day + timedelta(days=DAYS_PER_WEEK)
        if day == person.today and each.practice not in person.muted:
            return None if kept.get(each.practice) else each
    return None
