"""What an entry is answered with: how far the dates have moved since the entry before.

The state after the entry before, on its day, is what was said then; today's is what is said now. So
what is told over a year adds up to how far the dates moved in it.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.critical_path import drivers_of
from pmcareer.domain.forecast.damping import announced
from pmcareer.domain.forecast.outlook import (
    EFFORT,
    MOVE,
    SEARCH,
    YOU_HOLD_IT,
    Dates,
    RouteDates,
)
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import DRIFT_CAUSES, DriftCause
from pmcareer.domain.logbook.entries import (
    Baseline,
    Did,
    Entry,
    Finished,
    Lesson,
    Practised,
    Story,
    Worked,
)
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.present_stage import searching_since
from pmcareer.domain.plan.cause import Cause
from pmcareer.domain.plan.entry_causes import STUDY_CAUSES, cause_of, taken_back_by
from pmcareer.domain.plan.planner import Planner
from pmcareer.errors import DetourTarget, UnknownWord

MOVES_NOTHING = (Practised, Lesson, Story, Baseline)
OTHER_EDITION = "another edition of the curriculum"
"""Why it is not known what was told before."""


@frozen
class Said:
    """What is said of a date: the day, or why there is none, and whether others decide it."""

    likely: date | None
    p50: date | None
    """The same, not held."""
    reason: str | None
    by_others: bool


@frozen
class Longer:
    """An exercise that was worked on last, and takes longer than estimated."""

    exercise: str
    is_finished: bool


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
    held: int = 0
    """The part that had been held back, and comes with an announcement; neither passed nor done."""
    is_held_again: bool = False
    """It goes with one that is taken back: then what was held before is held again."""
    over: int = 0
    """The part of what passed that work past its estimate is the reason of."""
    longer: Longer | None = None
    """What took longer, where that moved the date."""

    @property
    def written(self) -> int:
        """The part that what is written now moves it by."""
        return (self.moved_days or 0) - self.passed - self.held

    @property
    def is_lost(self) -> bool:
        """A day was told, and there is none now; who holds the role needs none."""
        is_gone = self.before is not None and self.after is None
        return is_gone and self.reason_after != YOU_HOLD_IT

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
    was_target: Role | None = None
    """The target until now, where there is another one: days of the two compare with nothing."""


@frozen
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
        without = self.without
        after = without.person.as_of(self._today, self.logbook.add(*self.added))
        return Planner(person=after, looks=without.looks)

    @cached_property
    def told(self) -> Told | None:
        """How far the dates move; None where nothing was written before."""
        newest = newest_written(self.logbook.entries, self._today)
        if newest is None:
            return None
        return _told(self, newest.written_on)

    def before(self, day: date) -> Planner:
        """Plan as it was on the day of the entry before, after it."""
        if day == self._today:
            return self.without
        return self.without.as_of(self.without.person.as_of(day, self.logbook))

    @property
    def _today(self) -> date:
        return self.without.person.today


def newest_written(entries: Sequence[Entry], today: date) -> Entry | None:
    """Find the entry that was written last, of one second the later in the file.

    What is dated after today was not there yet for somebody who asks as of an earlier day.
    """
    days = [entry.written_on for entry in entries]
    last = max((day for day in days if day <= today), default=None)
    of_last = [entry for day, entry in zip(days, entries, strict=True) if day == last]
    return max(reversed(of_last), key=_moment, default=None)


def _moment(entry: Entry) -> float:
    return entry.at.timestamp() if entry.at else 0.0


def _told(telling: Telling, since: date) -> Told:
    shown = (_shown_before(telling, since), _shown(telling.without), _shown(telling.after))
    study, finish = ([_said(each, name) for each in shown] for name in ("study", "finish"))
    longer = _longer_since(telling, since)
    over = _over_days(telling, since) if longer and _has_plan(telling.without) else (0, 0)
    ahead = _cause_of_waiting(telling.without, finish)
    is_free = announced(telling.without.person) != announced(telling.after.person)
    writing = [_cause_of_writing(telling, name) for name in ("study", "finish")]
    return Told(
        since=since,
        study=_move(study, "calendar", writing[0], is_free=is_free, over=over[0], longer=longer),
        finish=_move(finish, ahead, writing[1], is_free=is_free, over=over[1], longer=longer),
        was_target=_target_left(telling),
    )


def _target_left(telling: Telling) -> Role | None:
    """Find the target that there was until now; None where it is the same still."""
    before, after = telling.without.person, telling.after.person
    if before.target == after.target:
        return None
    return before.curriculum.role.get(before.target)


def _shown_before(telling: Telling, since: date) -> RouteDates | str:
    """Look at what was said then; under another edition that can't be worked out any more."""
    if _has_other_edition(telling):
        return OTHER_EDITION
    return _shown(telling.before(since))


def _has_other_edition(telling: Telling) -> bool:
    person = telling.without.person
    naming = [each for each in telling.logbook.entries if getattr(each, "curriculum", None)]
    newest = newest_written(naming, person.today)
    return newest is not None and getattr(newest, "curriculum", None) != person.curriculum.version


def _shown(planner: Planner) -> RouteDates | str:
    """Look at the dates; where there is no plan, at the sentence that says why."""
    try:
        return planner.shown
    except (DetourTarget, UnknownWord) as error:
        return error.message


def _said(shown: RouteDates | str, name: str) -> Said:
    if isinstance(shown, str):
        return Said(likely=None, p50=None, reason=shown, by_others=False)
    dates: Dates = getattr(shown, name)
    reason = None if dates.likely else dates.reason
    return Said(likely=dates.likely, p50=dates.p50, reason=reason, by_others=dates.by_others)


def _longer_since(telling: Telling, since: date) -> Longer | None:
    """Find work past its estimate on the day of the entry before, the newest first."""
    person = telling.without.person
    for entry in reversed(person.entries):
        if isinstance(entry, Finished | Worked) and entry.written_on == since:
            name = person.curriculum.now_called("exercises", entry.exercise)
            if _takes_longer(person, name):
                return Longer(exercise=name, is_finished=name in person.finished)
    return None


def _over_days(telling: Telling, since: date) -> tuple[int, int]:
    """Find how far work past its estimate has put off study and finish since a day's morning."""
    # Only what has run over asks for that.
    from pmcareer.domain.plan.replay import Replay  # noqa: PLC0415

    without = telling.without
    earlier = without.person.entries.written_by(since - timedelta(days=1))
    saved = without.as_of(without.person.as_of(since, earlier))
    return Replay(planner=without, saved=saved, route=without.recommended.route.id).overrun_days


def _takes_longer(person: Person, exercise: str) -> bool:
    if exercise not in person.hours_known:
        return False
    credit = person.credit_of(exercise)
    return credit.expected > credit.mean


def _move(
    said: Sequence[Said],
    waiting: DriftCause,
    writing: DriftCause,
    *,
    is_free: bool,
    over: int,
    longer: Longer | None,
) -> Move:
    # Told was 12 May. Five days on and without a new entry it would be 17 May; with it, it is
    # 14 May: 5 days of calendar, -3 of pace.
    before, _, after = said
    passed, held, written = _split(said, is_free=is_free)
    parts = dict.fromkeys(DRIFT_CAUSES, 0)
    # Time alone makes no date earlier: with a week begins to show what was done in the last one.
    ran_over = max(0, min(over, passed)) if waiting == "calendar" else 0
    parts["bias"] += ran_over
    parts[waiting if passed > 0 else "pace"] += passed - ran_over
    parts["pace"] += held
    parts[writing] += written
    return Move(
        before=before.likely,
        after=after.likely,
        passed=passed,
        held=held,
        is_held_again=bool(held) and after.likely != after.p50,
        because=tuple(Cause(cause=cause, days=days) for cause, days in parts.items()),
        reason_before=before.reason,
        reason_after=after.reason,
        by_others=after.by_others,
        over=ran_over,
        longer=longer if ran_over else None,
    )


def _split(said: Sequence[Said], *, is_free: bool) -> tuple[int, int, int]:
    """Take a move apart: what passed, what had been held back, what is written now."""
    before, without, after = said
    if before.likely is None or after.likely is None:
        return 0, 0, 0
    middle = without.likely or after.likely
    passed, written = (middle - before.likely).days, (after.likely - middle).days
    if not is_free or without.likely is None or without.p50 is None or after.p50 is None:
        return passed, 0, written
    # Held is 12 May, and P50 is 1 June by now. A promise of another hour a week makes P50 20 May,
    # and lets go of 12 May: 20 days had been held back, and -12 are the promise's.
    by_itself = (after.p50 - without.p50).days
    return passed, written - by_itself, by_itself


def _cause_of_waiting(planner: Planner, said: Sequence[Said]) -> DriftCause:
    """Name what days without an entry are lost for, if any date moved in them."""
    before, without = said[0].likely, said[1].likely
    if before is None or without is None or without <= before:
        return "calendar"
    driver = _driver(planner)
    if driver == EFFORT:
        return "calendar"
    return "moves" if driver.startswith((MOVE, SEARCH)) else "gates"


def _driver(planner: Planner) -> str:
    return next(iter(drivers_of(planner.recommended.trials)))


def _cause_of_writing(telling: Telling, name: str) -> DriftCause:
    cause = cause_of(telling.added, telling.logbook)
    if name == "finish" and _begins_a_search(telling):
        return "moves"
    if cause == "gates" and (name == "study" or _is_an_hour_of_study(telling)):
        cause = cause_of(telling.added, telling.logbook, STUDY_CAUSES)
    # What was done makes a date later only where it took longer than it was estimated to.
    if cause == "pace" and telling.after.person.bias[0] > telling.without.person.bias[0]:
        return "bias" if _is_later(telling) else cause
    return cause


def _begins_a_search(telling: Telling) -> bool:
    """Tell whether it begins the search for the next post, or takes that back, and no more."""
    without, after = telling.without.person, telling.after.person
    if announced(without) != announced(after):
        return False
    return searching_since(without) != searching_since(after)


def _is_an_hour_of_study(telling: Telling) -> bool:
    """Tell whether all that it takes is time from the study that decides: it opens no gate."""
    if _is_of_a_gate(telling):
        return False
    return _has_plan(telling.after) and _driver(telling.after) == EFFORT


def _is_of_a_gate(telling: Telling) -> bool:
    """Tell whether it says that others confirmed a gate, or takes that back."""
    for entry in telling.added:
        counted = taken_back_by(entry, telling.logbook)
        if isinstance(counted, Did) and counted.gate:
            return True
    return False


def _has_plan(planner: Planner) -> bool:
    return not isinstance(_shown(planner), str)


def _is_later(telling: Telling) -> bool:
    if not (_has_plan(telling.without) and _has_plan(telling.after)):
        return False
    without, after = telling.without.study_p50, telling.after.study_p50
    return after is None or (without is not None and after > without)
