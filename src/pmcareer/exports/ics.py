"""iCalendar: blocks of study, looks back, days of gates and of asking again; their names last."""

from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

from pmcareer.domain.coaching.agenda import Agenda, Ask, GateDay, StudyBlock
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.gates.wording import so_far_words
from pmcareer.errors import MissingExtra
from pmcareer.exports.format import Format
from pmcareer.exports.plain import on_one_line

PRODUCT = "-//pmcareer//pmcareer//EN"
REVIEW_MINUTES = 15
WHAT, LIBRARY = "export ics", "icalendar"
Component: TypeAlias = Any
"""A calendar or an event; the library is an extra, and its types with it."""


def ics_of(agenda: Agenda) -> str:
    """Write the agenda, each block beginning at its time of the user's day, wherever that is.

    Raises:
        MissingExtra: the library that writes calendars is not installed.
    """
    calendar = _new("Calendar")
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for block in agenda.blocks:
        calendar.add_component(_study(block, agenda))
    for day in agenda.reviews:
        calendar.add_component(_review(day, agenda))
    for gate in agenda.gates:
        calendar.add_component(_gate(gate, agenda.as_of))
    for number, ask in enumerate(agenda.asks):
        calendar.add_component(_ask(ask, number, agenda.as_of))
    written: bytes = calendar.to_ical()
    return written.decode()


def _new(component: str) -> Component:
    try:
        import icalendar  # noqa: PLC0415 -- an extra
    except ImportError:
        raise MissingExtra(WHAT, LIBRARY, "ics") from None
    return getattr(icalendar, component)()


def _study(block: StudyBlock, agenda: Agenda) -> Component:
    names = [f"{item.title} ({item.id})" for item in block.items]
    description = f"{', then '.join(names)}. pmcareer next"
    # What is done with people is no study, though it stands in a block of it.
    summary = f"Study: {names[0]}" if isinstance(block.items[0], Exercise) else names[0]
    event = _event(f"study-{block.day}", agenda.as_of, summary, description)
    # Without a time zone: half past six is half past six, wherever one travels.
    start = datetime.combine(block.day, agenda.at)
    return _lasting(event, start, timedelta(minutes=block.minutes))


def _event(name: str, as_of: datetime, summary: str, description: str = "") -> Component:
    event = _new("Event")
    # The same event keeps its uid from export to export: a calendar updates it, and adds no second.
    event.add("uid", f"{name}@pmcareer")
    event.add("dtstamp", as_of)
    event.add("summary", on_one_line(summary))
    if description:
        event.add("description", on_one_line(description))
    return event


def _lasting(event: Component, start: date, length: timedelta) -> Component:
    event.add("dtstart", start)
    event.add("dtend", start + length)
    return event


def _review(day: date, agenda: Agenda) -> Component:
    """Put the look back behind the day's block."""
    monday = day - timedelta(days=day.weekday())
    event = _event(f"review-{monday}", agenda.as_of, "Look back on the week", "pmcareer review")
    start = datetime.combine(day, agenda.at)
    for block in agenda.blocks:
        if block.day == day:
            start += timedelta(minutes=block.minutes)
    return _lasting(event, start, timedelta(minutes=REVIEW_MINUTES))


def _gate(day: GateDay, as_of: datetime) -> Component:
    gate, status = day.forecast.gate, day.forecast.status
    name, what = f"gate-{day.role}-{gate.id}", status.words
    if day.opens:
        event = _event(name, as_of, f"Likely met: {what}", f"{so_far_words(status)} so far")
    else:
        event = _event(f"{name}-lost", as_of, f"Months fall out of the window: {what}")
    # The end of a whole day is the next one, and it is not part of the event.
    _lasting(event, day.day, timedelta(days=1))
    # Such a day is no appointment: it must not make one look busy.
    event.add("transp", "TRANSPARENT")
    return event


def _ask(ask: Ask, number: int, as_of: datetime) -> Component:
    """Put the day on which to ask again; several people may have been asked on one day."""
    awaited = ask.awaited
    whom = awaited.whom or "for the answer"
    name = f"ask-{awaited.step}-{awaited.since}-{number}"
    text = f"{ask.title}; asked on {awaited.since}. pmcareer log {awaited.step}"
    event = _event(name, as_of, f"Ask again: {whom}", text)
    _lasting(event, awaited.ask_again_on, timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


FORMAT = Format(name="ics", rests_on=Agenda, write=ics_of, options=("--weeks", "--at"))
