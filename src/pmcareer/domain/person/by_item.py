"""Entries sorted by what they are about."""

from collections.abc import Iterable, Iterator
from datetime import date
from math import inf
from operator import attrgetter
from typing import TypeVar

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.logbook.entries import Deferred, Entry, Finished, Worked
from pmcareer.domain.logbook.logbook import newest_first, of_kind

OnExercise = TypeVar("OnExercise", Finished, Worked)


def by_exercise(
    curriculum: Curriculum, entries: Iterable[OnExercise]
) -> dict[str, tuple[OnExercise, ...]]:
    """Sort entries by the exercise that they are about, by its id of today; earliest first."""
    heirs = curriculum.heirs("exercises")
    found: dict[str, list[OnExercise]] = {}
    for entry in entries:
        found.setdefault(heirs.get(entry.exercise, entry.exercise), []).append(entry)
    by_day = attrgetter("on")
    return {name: tuple(sorted(times, key=by_day)) for name, times in found.items()}


def written(entry: Entry) -> tuple[date, float]:
    """Tell when an entry was written, to sort by."""
    return entry.written_on, entry.at.timestamp() if entry.at else -inf


def put_off(curriculum: Curriculum, entries: Iterable[Entry], today: date) -> dict[str, date]:
    """Find the exercises that are put off, and until when; only days to come."""
    until: dict[str, date] = {}
    for entry in newest_first(_of_exercises(entries)):
        until.setdefault(curriculum.now_called("exercises", entry.thing), entry.until)
    return {thing: day for thing, day in until.items() if day > today}


def _of_exercises(entries: Iterable[Entry]) -> Iterator[Deferred]:
    return (entry for entry in of_kind(entries, Deferred) if entry.exercise)
