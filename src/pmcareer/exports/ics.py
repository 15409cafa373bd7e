"""iCalendar: blocks of study, looks back, days of gates and of asking again.

An event keeps its uid from export to export, so that a calendar brings up to date what it has, and
adds no second; with `SEQUENCE` it knows which of two is newer.
"""

from datetime import date, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from pmcareer.domain.coaching.agenda import Agenda, Ask, GateDay, StudyBlock
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.gates.wording import so_far_words
from pmcareer.exports.format import Format
from pmcareer.exports.plain import on_one_line

PRODUCT = "-//pmcareer//pmcareer//EN"
REVIEW_MINUTES = 15
DIGITS = 12


def ics_of(agenda: Agenda) -> str:
    """Write the agenda, each block beginning at its time of the user's day, wherever that is."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for block in agenda.blocks:
        calendar.add_component(_study(block, agenda))
    for day in agenda.reviews:
        calendar.add_component(_review(day, agenda))
    for gate in agenda.gates:
        calendar.add_component(_gate(gate, agenda))
    for ask in agenda.asks:
        calendar.add_component(_ask(ask, agenda))
    written: bytes = calendar.to_ical()
    return written.decode()


def _study(block: StudyBlock, agenda: Agenda) -> Event:
    names = [f"{item.title} ({item.id})" for item in block.items]
    description = f"{', then '.join(names)}. pmcareer next"
    # What is done with people is no study, though it stands in a block of it.
    summary = names[0] if isinstance(block.items[0], Step) else f"Study: {names[0]}"
    event = _event(f"study-{block.day}", agenda, summary, description)
    # Without a time zone: half past six is half past six, wherever one travels.
    start = datetime.combine(block.day, agenda.at)
    return _lasting(event, start, timedelta(minutes=block.minutes))


def _event(name: str, agenda: Agenda, summary: str, description: str = "") -> Event:
    event = Event()
    event.add("uid", f"{name}@pmcareer")
    # Of the data, not the moment of the export: the same files give the same bytes.
    event.add("dtstamp", agenda.as_of)
    event.add("last-modified", agenda.as_of)
    event.add("sequence", agenda.revision)
    event.add("summary", on_one_line(summary))
    if description:
        event.add("description", on_one_line(description))
    return event


def _lasting(event: Event, start: date, length: timedelta) -> Event:
    event.add("dtstart", start)
    event.add("dtend", start + length)
    return event


def _review(day: date, agenda: Agenda) -> Event:
    """Put the look back behind the day's block."""
    monday = day - timedelta(days=day.weekday())
    event = _event(f"review-{monday}", agenda, "Look back on the week", "pmcareer review")
    start = datetime.combine(day, agenda.at)
    for block in agenda.blocks:
        if block.day == day:
            start += timedelta(minutes=block.minutes)
    return _lasting(event, start, timedelta(minutes=REVIEW_MINUTES))


def _gate(day: GateDay, agenda: Agenda) -> Event:
    gate, status = day.forecast.gate, day.forecast.status
    name, what = f"gate-{day.role}-{gate.id}", status.words
    if day.opens:
        event = _event(name, agenda, f"Likely met: {what}", f"{so_far_words(status)} so far")
    else:
        event = _event(f"{name}-lost", agenda, f"Months fall out of the window: {what}")
    # The end of a whole day is the next one, and it is not part of the event.
    _lasting(event, day.day, timedelta(days=1))
    # Such a day is no appointment: it must not make one look busy.
    event.add("transp", "TRANSPARENT")
    return event


def _ask(ask: Ask, agenda: Agenda) -> Event:
    """Put the day on which to ask again: one event for each person who owes an answer."""
    awaited = ask.awaited
    whom = awaited.whom or "for the answer"
    # Asked anew, the same person has the same event, on another day. A name may hold anything, and
    # a uid is passed on by programs: so it has no more than what tells one name from another.
    person = sha256(ask.who.encode()).hexdigest()
    name = f"ask-{awaited.step}-{person[:DIGITS]}"
    text = f"{ask.title}; asked on {awaited.since}. pmcareer log {awaited.step}"
    event = _event(name, agenda, f"Ask again: {whom}", text)
    _lasting(event, awaited.ask_again_on, timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


FORMAT = Format(name="ics", rests_on=Agenda, write=ics_of, options=("--weeks", "--at"))
