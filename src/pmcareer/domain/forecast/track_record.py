"""The forecast's own track record: how often its dates held for this person."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.forecast.pace import History, pace_of

QUESTION_ITEMS = 10.0
QUESTION_CHANCE = 0.8
EVERY_DAYS = 28
FIRST_AFTER_DAYS = 56
QUESTIONS = 12
ENOUGH = 3
"""Fewer questions than this say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRecord:
    """Of the P80 dates that came due, how many held."""

    held: int
    due: int


def track_record_of(forecaster: Forecaster) -> TrackRecord | None:
    """Ask at earlier days when ten more items would be done, as if today were that day; None for too short a log.

    Nothing is stored: the model is run again over the log as it stood every four weeks, twelve times at most.
    """
    history = forecaster.history
    if not history:
        return None
    now = forecaster.person.today
    origins = _origins(history[0][0], now)
    answers = [held for origin in origins if (held := _held(history, origin, now)) is not None]
    return TrackRecord(held=sum(answers), due=len(answers)) if len(answers) >= ENOUGH else None


def _origins(first: date, now: date) -> list[date]:
    earliest = first + timedelta(days=FIRST_AFTER_DAYS)
    count = max(0, (now - earliest).days // EVERY_DAYS)
    return [
        now - timedelta(days=EVERY_DAYS * number) for number in range(1, min(count, QUESTIONS) + 1)
    ]


def _held(history: History, origin: date, now: date) -> bool | None:
    """Tell whether the P80 date held; None while it is neither reached nor passed."""
    known = [(day, items) for day, items in history if day <= origin]
    promised = ceil(pace_of(known, origin).days(QUESTION_ITEMS, QUESTION_CHANCE))
    total = 0.0
    for day, items in history:
        if day > origin:
            total += items
            if total >= QUESTION_ITEMS:
                return (day - origin).days <= promised
    return False if (now - origin).days > promised else None
