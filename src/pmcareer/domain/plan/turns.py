"""Whether steps or study come first: judged once a week by what decides the date.

Study comes first until less than two fifths of the trials end with it; steps do then, until more
than three fifths do. Judged on Mondays, and on the day of an announcement, from the logbook as it
stood: what is written in between changes nothing, so that nobody is sent to and fro.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from pmcareer.domain.forecast.outlook import EFFORT
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.logbook import oldest_first
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import monday_of
from pmcareer.domain.plan.alternating import settled_on

TO_STEPS, TO_STUDY = 0.4, 0.6
"""Study's share of the trials below which steps come first, and above which study does again."""
WEEKS_BACK = 12
"""So many Mondays are looked back on while the share stays between; before, study came first."""
ANNOUNCED = ("target", "role", "hours_per_week", "route", "without")
"""What makes it another plan, which is judged at once."""

Drivers = Mapping[str, float]
"""What decides a date, to its share of the trials."""


@frozen
class Turn:
    """Whose turn it is, steps or study, and what that was judged by."""

    is_for_steps: bool
    judged_on: date
    drivers: Drivers

    @property
    def effort_share(self) -> float:
        """Study's share of the trials."""
        return self.drivers.get(EFFORT, 0.0)

    @property
    def deciding(self) -> list[str]:
        """What else decides, most often first."""
        return [row for row in self.drivers if row not in (EFFORT, "")]


def turn_of(person: Person, drivers_then: Callable[[Person], Drivers]) -> Turn:
    """Judge whose turn it is; `drivers_then` says what decided on a day of judgement."""
    # Shares of 35 %, 50 % and 58 % on three Mondays: steps since the first of them. With 45, 50
    # and 58 % it is study: nothing turned it to steps.
    days = judgements(person)
    newest = next(days)
    drivers = drivers_then(newest)
    share = drivers.get(EFFORT, 0.0)
    for before in days:
        if not TO_STEPS <= share <= TO_STUDY:
            break
        share = drivers_then(before).get(EFFORT, 0.0)
    return Turn(is_for_steps=share < TO_STEPS, judged_on=newest.today, drivers=drivers)


def turned_on(person: Person, drivers_then: Callable[[Person], Drivers]) -> date:
    """Find the day of judgement since which it has been the same turn, twelve weeks back at most.

    That takes a look at each of them: for those who ask why.
    """
    is_for_steps, since = False, person.today
    for place, then in enumerate(reversed(list(judgements(person)))):
        share = drivers_then(then).get(EFFORT, 0.0)
        now = share < TO_STEPS or (is_for_steps and share <= TO_STUDY)
        if now != is_for_steps or not place:
            is_for_steps, since = now, then.today
    return since


def judgements(person: Person) -> Iterator[Person]:
    """Go through the days of judgement, latest first, each with the logbook as it stood then.

    The last of them is the day of the newest announcement: there nothing is remembered of what
    came first before. What is only tried out is judged on this day. A new week begins with the
    first study or step that is logged in it: what was said to be next holds until then.
    """
    announced = _announced_on(person)
    monday = monday_of(settled_on(person))
    for _ in range(WEEKS_BACK):
        if monday <= announced:
            break
        yield _as_of(person, monday, monday - timedelta(days=1))
        monday -= timedelta(days=DAYS_PER_WEEK)
    else:
        return
    if announced == person.today:
        yield person
        return
    yield _as_of(person, announced, announced)


def _as_of(person: Person, day: date, written_until: date) -> Person:
    return person.as_of(day, person.entries.written_by(written_until))


def _announced_on(person: Person) -> date:
    """Find the day of the newest announcement: another target, role, route or promise."""
    said: dict[str, object] = {}
    day = person.first_use or person.today
    for entry in oldest_first(person.sayings):
        for key in ANNOUNCED:
            value = getattr(entry, key)
            if value is not None and value != said.get(key):
                said[key] = value
                day = max(day, entry.written_on)
    for key in ANNOUNCED:
        if person.says.get(key) != said.get(key):
            return person.today
    return min(day, person.today)
