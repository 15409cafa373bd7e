"""The forecast's own track record: how often its dates held for this person."""

from datetime import date, timedelta
from math import ceil

from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.forecast.pace import History, pace_of
from pmcareer.domain.ground.calendar import Calendar
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person

QUESTION_ITEMS = 10.0
QUESTION_CHANCE = 0.8
EVERY_DAYS = 28
FIRST_AFTER_DAYS = 56
QUESTIONS = 12
ENOUGH = 3
"""Fewer questions than this say nothing."""


@frozen
class TrackRecord:
    """Of the P80 dates that came due, how many held."""

    held: int
    due: int


def track_record_of(forecaster: Forecaster) -> TrackRecord | None:
    """Ask on earlier days when ten more items would be done; None for too short a log.

    Nothing is stored: the model is run again over the log as it stood every four weeks, twelve
    times at most.
    """
    person, history = forecaster.person, forecaster.history
    if not history:
        return None
    origins = _origins(history[0][0], person.today)
    held = [_held(history, origin, person) for origin in origins]
    due = len(held) - held.count(None)
    if due < ENOUGH:
        return None
    return TrackRecord(held=held.count(True), due=due)


def _origins(first: date, now: date) -> list[date]:
    earliest = first + timedelta(days=FIRST_AFTER_DAYS)
    count = min((now - earliest).days // EVERY_DAYS, QUESTIONS)
    return [now - timedelta(days=EVERY_DAYS * number) for number in range(1, count + 1)]


def _held(history: History, origin: date, person: Person) -> bool | None:
    """Tell whether the P80 date held; None while it is neither reached nor passed."""
    known = [(day, items) for day, items in history if day <= origin]
    pace = pace_of(known, origin, calendar=person.calendar)
    promised = ceil(pace.days(QUESTION_ITEMS, QUESTION_CHANCE))
    total = 0.0
    for day, items in history:
        if day > origin:
            total += items
            if total >= QUESTION_ITEMS:
                return _working_days(person.calendar, origin, day) <= promised
    is_past = _working_days(person.calendar, origin, person.today) > promised
    return False if is_past else None


def _working_days(calendar: Calendar, start: date, end: date) -> int:
    return calendar.working_days_before(end) - calendar.working_days_before(start)
