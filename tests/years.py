"""A year of somebody's study, lived in this process: days of work, the plan after each, what is told of it.

The people are made up; the curriculum is the one that is shipped. Every session is two hours, or the five of a
Saturday, on the exercise that is next, which is finished when its estimate is reached.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.logbook.logbook import Logbook, logbook_of
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import today_of
from pmcareer.domain.plan.told import Telling, Told
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import finished, worked

FIRST_DAY = date(2026, 3, 2)
DAYS = 364
Sessions = dict[date, int]
"""Minutes on each day of work, in order."""


def clock_regular(days: int = DAYS) -> Sessions:
    """Two hours on Mondays, Wednesdays and Fridays."""
    return {day: 120 for day in _days(days) if day.weekday() in {0, 2, 4}}


def three_random_days(days: int = DAYS, seed: int = 1) -> Sessions:
    """Two hours on three days of a week, other ones each week."""
    random = Random(seed)  # noqa: S311 -- a made-up life
    weeks = range(0, days, 7)
    drawn = sorted(week + day for week in weeks for day in random.sample(range(7), 3))
    return {FIRST_DAY + timedelta(days=each): 120 for each in drawn}


def weekend(days: int = DAYS) -> Sessions:
    """Five hours on Saturdays."""
    return {day: 300 for day in _days(days) if day.weekday() == 5}


def stop_restart(days: int = DAYS) -> Sessions:
    """Six weeks like clockwork, five weeks of nothing, and so on."""
    sessions = clock_regular(days)
    return {day: sessions[day] for day in sessions if (day - FIRST_DAY).days % 77 < 42}


def fading(days: int = DAYS) -> Sessions:
    """Two hours, and every time it takes a twelfth longer to come back."""
    sessions, ahead, wait = {}, 0.0, 2.0
    while ahead < days:
        sessions[FIRST_DAY + timedelta(days=int(ahead))] = 120
        ahead, wait = ahead + wait, wait * 1.083
    return sessions


PEOPLE: dict[str, Callable[[int], Sessions]] = {
    "clock-regular": clock_regular,
    "three random days": three_random_days,
    "weekend": weekend,
    "stop-restart": stop_restart,
    "fading": fading,
}


def _days(count: int) -> Iterator[date]:
    return (FIRST_DAY + timedelta(days=number) for number in range(count))


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of work: what was told of its entry, and the dates after it."""

    day: date
    told: Told | None
    study_p50: date | None
    likely: date | None
    """Of the study, as screens show it."""
    is_after_overrun: bool
    """The session before was on an exercise that had run past its estimate by then."""


@cache
def shipped() -> Curriculum:
    return read_curriculum(None)


def lived(sessions: Sessions, longer: float = 1.0) -> list[Day]:
    """Log every session on its day, as `log` does; exercises take so many times their estimate."""
    curriculum, logbook = shipped(), logbook_of(())
    days = []
    for day, minutes in sessions.items():
        planner = Planner(person=person_of(curriculum, logbook, day))
        entry = _entry(planner, minutes, longer)
        telling = Telling(logbook=logbook, added=(entry,), without=planner)
        after = telling.after
        seen = Day(
            day=day,
            told=telling.told,
            study_p50=after.study_p50,
            likely=after.shown.study.likely,
            is_after_overrun=_has_overrun(planner.person),
        )
        days.append(seen)
        logbook = logbook.add(entry)
    return days


def logged(sessions: Sessions) -> Logbook:
    """The logbook alone, for questions about other days."""
    curriculum, logbook = shipped(), logbook_of(())
    for day, minutes in sessions.items():
        planner = Planner(person=person_of(curriculum, logbook, day))
        logbook = logbook.add(_entry(planner, minutes))
    return logbook


def _has_overrun(person: Person) -> bool:
    if not person.entries:
        return False
    exercise = person.entries[-1].exercise
    return person.credit_of(exercise).taken > _mean_hours(exercise)


def _mean_hours(exercise: str) -> float:
    return shipped().exercise[exercise].mean_hours


def _entry(planner: Planner, minutes: int, longer: float = 1.0) -> Entry:
    today = today_of(planner)
    assert today is not None, "a year of theirs is not enough to finish it all"
    day, exercise = planner.person.today, today.task.exercise.id
    keys = {"on": day, "at": datetime.combine(day, time(19), UTC), "id": f"on-{day}"}
    # By the clock, not by what is left: partial work never earns the whole of an exercise.
    if today.minutes_logged + minutes >= 60 * longer * today.task.exercise.mean_hours:
        return finished(exercise, minutes=minutes, **keys)
    return worked(exercise, minutes, **keys)


def moves_within_weeks(sessions: Sessions, weeks: range) -> list[int]:
    """How far apart the dates shown within each of these weeks were, in days."""
    logbook = logged(sessions)
    moves = []
    for week in weeks:
        days = [FIRST_DAY + timedelta(days=7 * week + each) for each in range(7)]
        shown = [_shown(logbook, day).toordinal() for day in days]
        moves.append(max(shown) - min(shown))
    return moves


def _shown(logbook: Logbook, day: date) -> date:
    person = person_of(shipped(), (each for each in logbook if each.on <= day), day)
    likely = Planner(person=person).shown.study.likely
    assert likely is not None, f"on {day} it lies beyond twenty years"
    return likely
