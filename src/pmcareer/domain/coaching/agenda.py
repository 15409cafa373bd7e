"""What the coming weeks hold: blocks of study, a look back a week, days on which gates change."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from pmcareer.domain.curriculum.items import Item
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.steps import Awaited, awaited_of, plain_name
from pmcareer.domain.plan.aim import Aim, aim_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import minutes_of_day
from pmcareer.domain.roadmap.workplan import Task

BELIEVED_YEARS = range(1900, 2200)
REVISIONS_SINCE = date(2000, 1, 1)


@frozen
class StudyBlock:
    """Some minutes of study on a day, and what they are for, in the plan's order."""

    day: date
    minutes: int
    items: tuple[Item, ...]
    """Exercises, the certificate aimed at from the day that its time comes, and on the first day
    the step that comes before them."""


@frozen
class GateDay:
    """The day on which a gate of the recommended route likely opens, or closes again."""

    day: date
    role: str
    forecast: GateForecast
    opens: bool


@frozen
class Ask:
    """An answer that is awaited, and the day on which to ask for it again."""

    awaited: Awaited
    title: str
    """Of the step."""
    who: str
    """Whoever was asked, written alike however it was typed; "" where nobody was named."""


@frozen
class Agenda:
    """Everything with a day of its own."""

    blocks: tuple[StudyBlock, ...]
    at: time
    """When a block begins, by the user's clock."""
    reviews: tuple[date, ...]
    gates: tuple[GateDay, ...]
    asks: tuple[Ask, ...]
    """Days on which to ask again."""
    as_of: datetime
    """Since when it is so, in UTC: the start of the user's day, or a later entry."""
    revision: int
    """Grows with every day and every entry: of two agendas the one with more is newer."""


def agenda_of(planner: Planner, weeks: int, at: time, entries: Collection[Entry]) -> Agenda:
    """Lay the plan's next exercises over the study days of so many weeks from tomorrow.

    `entries` is the whole logbook: what was taken back has changed the agenda, too.
    """
    days = tuple(_study_days(planner.person, DAYS_PER_WEEK * weeks))
    return Agenda(
        blocks=tuple(_blocks(planner, days)),
        at=at,
        reviews=tuple({day - timedelta(days=day.weekday()): day for day in days}.values()),
        gates=tuple(_gate_days(planner)),
        asks=tuple(_asks(planner.person)),
        as_of=as_of(planner.person.today, entries),
        revision=_revision(planner.person.today, entries),
    )


def _revision(today: date, entries: Collection[Entry]) -> int:
    # Nothing is ever taken out of a logbook, so neither part shrinks; a plan moves with the day,
    # though nothing is logged. On 21 November 2026, with 12 entries: 9821 + 12.
    return (today - REVISIONS_SINCE).days + len(entries)


def _asks(person: Person) -> Iterator[Ask]:
    """List the answers to ask for on a day to come, or today."""
    for awaited in awaited_of(person):
        if awaited.ask_again_on >= person.today:
            title, who = person.curriculum.step[awaited.step].title, plain_name(awaited.whom)
            yield Ask(awaited=awaited, title=title, who=who)


def as_of(today: date, entries: Iterable[Entry]) -> datetime:
    """Tell since when things are as they are, in UTC: the start of today, or a later entry."""
    start = datetime.combine(today, time(), tzinfo=UTC)
    moments = (entry.at for entry in entries if entry.at and entry.at.year in BELIEVED_YEARS)
    return max([start, *(moment.astimezone(UTC) for moment in moments)])


def _study_days(person: Person, count: int) -> Iterator[date]:
    day = person.today
    for _ in range(count):
        day += timedelta(days=1)
        if person.calendar.is_study_day(day):
            yield day


def _blocks(planner: Planner, days: Iterable[date]) -> Iterator[StudyBlock]:
    """Fill each day's minutes with what is next; without anything left to do there is no block."""
    a_day = minutes_of_day(planner.person)
    waiting: deque[tuple[Item, float]] = deque()
    first = planner.for_today.first_step
    if first:
        waiting.append((first.step, float(first.minutes_left)))
    for task in planner.recommended.active:
        waiting.append((task.exercise, 60 * task.effort_left))
    aim = aim_of(planner)
    for day in days:
        if aim and aim.begin_on and aim.begin_on <= day:
            waiting = deque(_beside_each_other(waiting, aim))
            aim = None
        taken = tuple(_taken(waiting, a_day))
        if taken:
            yield StudyBlock(day=day, minutes=a_day, items=taken)


def _beside_each_other(
    waiting: Iterable[tuple[Item, float]], aim: Aim
) -> Iterator[tuple[Item, float]]:
    """Give each exercise its minutes, and as many to the certificate whose time has come."""
    # 90 minutes of an exercise, 90 of the certificate, 60 of the next exercise, 60 of it again.
    left = 60 * aim.clock.study_left
    for item, minutes in waiting:
        yield item, minutes
        # A step before the study is asked of others; it takes no turn with the certificate.
        share = 0.0 if isinstance(item, Step) else min(left, minutes)
        if share:
            yield aim.certification, share
            left -= share
    if left:
        yield aim.certification, left


def _taken(waiting: deque[tuple[Item, float]], room: float) -> Iterator[Item]:
    """Take what fits into so many minutes; of the last exercise the rest keeps waiting."""
    # Of 90 and 60 minutes, 120 take all of the first and half of the second.
    while waiting and room > 0:
        item, left = waiting.popleft()
        if left > room:
            waiting.appendleft((item, left - room))
        room -= left
        yield item


def _gate_days(planner: Planner) -> Iterator[GateDay]:
    for stage in planner.best.stage_forecasts:
        for gate in stage.gates:
            for day, opens in ((gate.open_on, True), (gate.lost_on, False)):
                if day and day > planner.person.today:
                    yield GateDay(day=day, role=stage.role, forecast=gate, opens=opens)


def tasks_ahead(planner: Planner, count: int) -> tuple[Task, ...]:
    """List the next tasks of the recommended route, in its order."""
    return tuple(planner.recommended.active[:count])
