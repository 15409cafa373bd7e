"""What an entry is answered with: how far the dates have moved since the entry before.

The state after the entry before, on its day, is what was said then; today's is what is said now. So
what is told over a year adds up to how far the dates moved in it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pmcareer.domain.forecast.critical_path import drivers_of
from pmcareer.domain.forecast.outlook import EFFORT, MOVE, Dates, RouteDates
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import DRIFT_CAUSES, DriftCause, EntryKind
from pmcareer.domain.logbook.entries import (
    KEYS_OF_ALL,
    Baseline,
    Entry,
    Lesson,
    Practised,
    Profile,
    Story,
    Void,
)
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.person.person import CALENDAR_KEYS, person_of
from pmcareer.domain.plan.drift import Cause
from pmcareer.domain.plan.planner import Planner
from pmcareer.errors import DetourTarget, UnknownWord

MOVES_NOTHING = (Practised, Lesson, Story, Baseline)
CAUSES: Mapping[EntryKind, DriftCause] = {
    "finished": "pace",
    "worked": "pace",
    "deferred": "calendar",
    "assessed": "scope",
    "answered": "scope",
    "experience": "gates",
    "closed": "gates",
    "certified": "gates",
    "did": "gates",
}
"""Why a date moves when an entry of this kind is written; of others it depends on what they say."""
PACE_KEYS = ("hours_per_week", "past_weeks")
FURTHEST_FIRST: tuple[DriftCause, ...] = ("scope", "calendar", "gates", "pace")

Said = tuple[date | None, str | None, bool]
"""A date, or why there is none, and whether others decide it."""


@frozen
class Move:
    """How far one date has moved since it was last told, and why; days, later is positive."""

    before: date | None
    after: date | None
    passed: int
    """The part that the days since then moved it, without what is written now."""
    because: tuple[Cause, ...]
    """Every cause in a fixed order, adding up; all 0 where a date is missing."""
    reason_before: str | None
    """Why there was no date."""
    reason_after: str | None
    by_others: bool
    """Others decide it: there is no day to name."""

    @property
    def moved_days(self) -> int | None:
        """Days from one date to the other; None where one of them is missing."""
        if self.before is None or self.after is None:
            return None
        return (self.after - self.before).days


@frozen
class Told:
    """How far the dates that screens show have moved since the entry before."""

    since: date
    """The day on which it was written."""
    study: Move
    finish: Move


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What is about to be written into a logbook, and the plan without it and with it."""

    logbook: Logbook
    added: tuple[Entry, ...]
    without: Planner
    """The plan as of today, without what is added."""

    @cached_property
    def after(self) -> Planner:
        """The plan with it."""
        # A habit or a story moves no date: to plan once more would take as long again, and say the
        # same.
        if all(isinstance(entry, MOVES_NOTHING) for entry in self.added):
            return self.without
        return self._plan(self.logbook.add(*self.added), self._today)

    @cached_property
    def told(self) -> Told | None:
        """How far the dates move; None where nothing was written before."""
        newest = newest_written(self.logbook.entries, self._today)
        if newest is None:
            return None
        return _told(self, newest.written_on)

    def before(self, day: date) -> Planner:
        """Plan as it was on the day of the entry before, after it."""
        return self.without if day == self._today else self._plan(self.logbook, day)

    @property
    def _today(self) -> date:
        return self.without.person.today

    def _plan(self, logbook: Logbook, day: date) -> Planner:
        person = person_of(self.without.person.curriculum, logbook, day)
        return Planner(person=person, looks=self.without.looks)


def newest_written(entries: Iterable[Entry], today: date) -> Entry | None:
    """Find the entry that was written last, of one second the later in the file.

    What is dated after today was not there yet for somebody who asks as of an earlier day.
    """
    newest: Entry | None = None
    for entry in entries:
        if entry.written_on <= today and (newest is None or _written(entry) >= _written(newest)):
            newest = entry
    return newest


def _written(entry: Entry) -> tuple[date, float]:
    return entry.written_on, entry.at.timestamp() if entry.at else 0.0


def _told(telling: Telling, since: date) -> Told:
    planners = (telling.before(since), telling.without, telling.after)
    shown = list(map(_shown, planners))
    study, finish = ([_said(each, name) for each in shown] for name in ("study", "finish"))
    writing = _cause_of_writing(telling)
    return Told(
        since=since,
        study=_move(study, "calendar", writing),
        finish=_move(finish, _cause_of_waiting(telling.without, finish), writing),
    )


def _shown(planner: Planner) -> RouteDates | str:
    """Look at the dates; where there is no plan, at the sentence that says why."""
    try:
        return planner.shown
    except (DetourTarget, UnknownWord) as error:
        return error.message


def _said(shown: RouteDates | str, name: str) -> Said:
    if isinstance(shown, str):
        return None, shown, False
    dates: Dates = getattr(shown, name)
    return dates.likely, None if dates.likely else dates.reason, dates.by_others


def _move(said: Sequence[Said], waiting: DriftCause, writing: DriftCause) -> Move:
    # Told was 12 May. Five days on and without a new entry it would be 17 May; with it, it is
    # 14 May: 5 days of calendar, -3 of pace.
    (before, reason_before, _), (without, *_), (after, reason_after, by_others) = said
    passed = written = 0
    if before and after:
        middle = without or after
        passed, written = (middle - before).days, (after - middle).days
    parts = dict.fromkeys(DRIFT_CAUSES, 0)
    # Time alone makes no date earlier: with a week begins to show what was done in the last one.
    parts[waiting if passed > 0 else "pace"] += passed
    parts[writing] += written
    return Move(
        before=before,
        after=after,
        passed=passed,
        because=tuple(Cause(cause=cause, days=days) for cause, days in parts.items()),
        reason_before=reason_before,
        reason_after=reason_after,
        by_others=by_others,
    )


def _cause_of_waiting(planner: Planner, said: Sequence[Said]) -> DriftCause:
    """Name what days without an entry are lost for, if any date moved in them."""
    (before, *_), (without, *_), _ = said
    if before is None or without is None or without <= before:
        return "calendar"
    driver = next(iter(drivers_of(planner.recommended.trials)))
    if driver == EFFORT:
        return "calendar"
    return "moves" if driver.startswith(MOVE) else "gates"


def _cause_of_writing(telling: Telling) -> DriftCause:
    cause = cause_of(telling.added, telling.logbook)
    # What was done makes a date later only where it took longer than it was estimated to.
    if cause == "pace" and telling.after.person.bias[0] > telling.without.person.bias[0]:
        return "bias" if _is_later(telling) else cause
    return cause


def _is_later(telling: Telling) -> bool:
    without, after = telling.without.study_p50, telling.after.study_p50
    return after is None or (without is not None and after > without)


def cause_of(added: Iterable[Entry], logbook: Logbook) -> DriftCause:
    """Name why dates move when these are written; of several causes the furthest-reaching."""
    causes = {_cause_of(_taken_back_by(entry, logbook)) for entry in added}
    return next((cause for cause in FURTHEST_FIRST if cause in causes), "remainder")


def _taken_back_by(entry: Entry, logbook: Logbook) -> Entry:
    """Follow what takes something back to what counts or not by it; a ring is followed once."""
    known = {each.id: each for each in logbook.entries}
    seen: set[str] = set()
    while isinstance(entry, Void) and entry.of in known and entry.of not in seen:
        seen.add(entry.of)
        entry = known[entry.of]
    return entry


def _cause_of(entry: Entry) -> DriftCause:
    if not isinstance(entry, Profile):
        return CAUSES.get(entry.kind, "remainder")
    said = entry.as_row().keys() - KEYS_OF_ALL
    if said - {*PACE_KEYS, *CALENDAR_KEYS}:
        return "scope"
    return "pace" if said.isdisjoint(CALENDAR_KEYS) else "calendar"
