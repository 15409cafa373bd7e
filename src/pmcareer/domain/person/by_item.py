"""Entries sorted by what they are about."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import inf

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.grouping import grouped
from pmcareer.domain.logbook.as_filed import Entries, OnExercise, earliest_first
from pmcareer.domain.logbook.entries import Deferred, Entry
from pmcareer.domain.logbook.logbook import newest_first, of_kind


def by_exercise(
    curriculum: Curriculum, entries: Entries, kind: type[OnExercise]
) -> Mapping[str, tuple[OnExercise, ...]]:
    """Sort entries by the exercise that they are about, by its id of today; earliest first."""
    named = entries.by_exercise(kind)
    if curriculum.heirs("exercises").keys().isdisjoint(named):
        return named
    now = {name: curriculum.now_called("exercises", name) for name in named}
    if len(set(now.values())) == len(now):
        return {now[name]: times for name, times in named.items()}
    # One exercise under two ids: their entries mix, those of one day as in the file.
    times = grouped(entries.of_kind(kind), lambda entry: now[entry.exercise])
    return {name: earliest_first(each) for name, each in times.items()}


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
