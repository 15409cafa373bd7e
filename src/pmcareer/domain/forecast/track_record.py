"""The forecast's own track record: how often its dates held for this person."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from pmcareer.domain.forecast.dates import day_of
from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person

EVERY_DAYS = 28
QUESTION_ITEMS = (20.0, 10.0, 5.0, 3.0, 2.0, 1.0)
"""What is asked for: as many items as have their P80 within four weeks, and one at least."""
MARKS = 12
"""Replays at most: the newest so many four-week marks."""
ENOUGH = 3
"""Fewer dates than this say nothing."""
ROUNDING = 1e-9


@frozen
class TrackRecord:
    """Of the dates that came due, how many held."""

    n: int
    p50_held: int
    p80_held: int


@frozen
class _Question:
    """When so many more hours were to be credited, as the logbook let it say on a day."""

    then: Person
    hours: float
    """All that is to be credited by then, what was credited already included."""
    p50: date
    p80: date


def track_record_of(forecaster: Forecaster, hours_left: float) -> TrackRecord | None:
    """Replay what the dates of the next items were on earlier days; None before three came due.

    Nothing is stored: on every fourth week since the first work the model is run again over what
    the logbook held by then, twelve times at most. A date came due when its P80 lies in the past,
    whatever was done: to count what was done early and leave out what is still open would make the
    record too good. The next question is asked at the first mark after that, so that no stretch of
    time counts twice. `hours_left` are the credited hours that today's plan still asks for: nobody
    is asked for more than there was to do.
    """
    questions = list(_came_due(forecaster, hours_left))
    if len(questions) < ENOUGH:
        return None
    person = forecaster.person
    return TrackRecord(
        n=len(questions),
        p50_held=sum(_held(person, each, each.p50) for each in questions),
        p80_held=sum(_held(person, each, each.p80) for each in questions),
    )


def _came_due(forecaster: Forecaster, hours_left: float) -> Iterator[_Question]:
    """Ask at each mark that no question before it reaches to."""
    person = forecaster.person
    all_hours = hours_left + _credited(person)
    due = date.min
    for mark in _marks(person):
        if mark >= due:
            then = replace(forecaster, person=_as_of(person, mark), hours_per_week=None)
            question = _asked(then, all_hours)
            if question is None or question.p80 >= person.today:
                return
            due = question.p80
            yield question


def _marks(person: Person) -> list[date]:
    """List every fourth week from the fourth since the first work, the newest twelve."""
    begun = person.first_use or person.today
    first = min((day for day in person.credited_by_day if day >= begun), default=person.today)
    count = (person.today - first).days // EVERY_DAYS
    marks = [first + timedelta(days=EVERY_DAYS * number) for number in range(1, count + 1)]
    return marks[-MARKS:]


def _as_of(person: Person, day: date) -> Person:
    """Return who somebody was by what had been written down on a day."""
    return person.as_of(day, person.entries.written_by(day))


def _asked(forecaster: Forecaster, all_hours: float) -> _Question | None:
    """Date the next items; None where fewer hours are there to do, and beyond twenty years."""
    then, pace, item = forecaster.person, forecaster.pace, forecaster.item_hours
    known = _credited(then)
    fitting = [items for items in QUESTION_ITEMS if known + items * item <= all_hours]
    if not fitting:
        return None
    near = (items for items in fitting if pace.days(items, 0.8) <= EVERY_DAYS)
    items = next(near, fitting[-1])
    worked = then.calendar.stretch(then.today, pace.days_for(items, (0.5, 0.8)))
    p50, p80 = (day_of(then, each) for each in then.calendar.settled(then.today, worked))
    if p50 is None or p80 is None:
        return None
    return _Question(then=then, hours=known + items * item, p50=p50, p80=p80)


def _held(person: Person, question: _Question, day: date) -> bool:
    """Tell whether the hours were credited by a day.

    What is entered later for a day counts on that day, but not what was done before the logbook
    was begun: that is no work of this time.
    """
    begun = person.first_use or date.min
    known = {entry.id for entry in question.then.entries}
    counting = (entry for entry in person.entries if entry.id in known or entry.on >= begun)
    credited = _credited(person.as_of(day, counting))
    return credited >= question.hours - ROUNDING


def _credited(person: Person) -> float:
    return sum(person.credited_by_day.values())
