"""iCalendar: study blocks, a look back a week, and the days of gates, under names that stay the same."""

from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias

from pmcareer.domain.coaching.agenda import Agenda, GateDay, StudyBlock
from pmcareer.errors import MissingExtra
from pmcareer.exports.plain import gate_words, number, on_one_line

PRODUCT = "-//pmcareer//pmcareer//EN"
REVIEW_MINUTES = 15
WHAT, LIBRARY = "export ics", "icalendar"
Component: TypeAlias = Any
"""A calendar or an event; the library is an extra, and its types with it."""


def ics_of(agenda: Agenda, at: time) -> str:
    """Write the agenda, each block beginning at this time of the user's day, wherever that is.

    Raises:
        MissingExtra: the library that writes calendars is not installed.
    """
    calendar = _new("Calendar")
    for key, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN")):
        calendar.add(key, value)
    for block in agenda.blocks:
        calendar.add_component(_study(block, at, agenda.as_of))
    for day in agenda.reviews:
        calendar.add_component(_review(day, at, agenda))
    for gate in agenda.gates:
        calendar.add_component(_gate(gate, agenda.as_of))
    written: bytes = calendar.to_ical()
    return written.decode()


def _new(component: str) -> Component:
    try:
        import icalendar  # noqa: PLC0415 -- an extra
    except ImportError:
        raise MissingExtra(WHAT, LIBRARY, "ics") from None
    return getattr(icalendar, component)()


def _event(name: str, as_of: datetime, summary: str, description: str = "") -> Component:
    event = _new("Event")
    event.add("uid", f"{name}@pmcareer")
    event.add("dtstamp", as_of)
    event.add("summary", on_one_line(summary))
    if description:
        event.add("description", on_one_line(description))
    return event


def _study(block: StudyBlock, at: time, as_of: datetime) -> Component:
    names = [f"{exercise.title} ({exercise.id})" for exercise in block.exercises]
    event = _event(
        f"study-{block.day}", as_of, f"Study: {names[0]}", f"{', then '.join(names)}. pmcareer next"
    )
    start = datetime.combine(block.day, at)
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=block.minutes))
    return event


def _review(day: date, at: time, agenda: Agenda) -> Component:
    """Put the look back behind the day's block."""
    monday = day - timedelta(days=day.weekday())
    minutes = next((block.minutes for block in agenda.blocks if block.day == day), 0)
    event = _event(f"review-{monday}", agenda.as_of, "Look back on the week", "pmcareer review")
    start = datetime.combine(day, at) + timedelta(minutes=minutes)
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=REVIEW_MINUTES))
    return event


def _gate(day: GateDay, as_of: datetime) -> Component:
    gate, status = day.forecast.gate, day.forecast.status
    what = gate_words(gate)
    summary = f"Likely open: {what}" if day.opens else f"Months fall out of the window: {what}"
    so_far = f"{number(status.have)} of {number(status.needed)} so far" if day.opens else ""
    event = _event(
        f"gate-{day.role}-{gate.id}{'' if day.opens else '-lost'}", as_of, summary, so_far
    )
    event.add("dtstart", day.day)
    event.add("dtend", day.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event
