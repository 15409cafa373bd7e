"""The dates that screens show: held through a week, and changed only where they no longer fit.

P50 moves with every session, for one day more or less on the logbook says little about a year. What
is shown is the P50 of the week's Monday until it leaves the middle fifth of a day's trials.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile
from math import inf
from typing import Protocol

from pmcareer.domain.forecast.dates import at_quantile, day_of
from pmcareer.domain.forecast.outlook import BEYOND, Dates, RouteDates
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import CALENDAR_KEYS, Person
from pmcareer.domain.person.rhythm import monday_of

LEAST, MOST = 0.4, 0.6
"""Quantiles of a day's trials between which a date that was shown before still fits."""


class Seen(Protocol):
    """A route as it stood on another day."""

    @property
    def study_days(self) -> Sequence[float]:
        """Find the days from then to the end of its study, per trial, ascending."""

    @property
    def finish_days(self) -> Sequence[float]:
        """Find the days from then to its end."""

    @property
    def ready_days(self) -> Sequence[float]:
        """Find the days from then until one may apply for its last role."""


@frozen
class State:
    """What the trials of a day say of an end: its likely and its safe day, and what fits them."""

    likely: date | None
    safe: date | None
    earliest: float
    """Ordinal of the earliest day that fits; infinite beyond twenty years."""
    latest: float

    def fits(self, day: date | None) -> bool:
        """Tell whether a day that was shown before may be shown still."""
        return self.earliest <= _ordinal(day) <= self.latest


def damped(dates: RouteDates, person: Person, see: Callable[[Person], Seen]) -> RouteDates:
    """Give a route the dates that screens show.

    `see` looks at the same route as of another day. Study goes through the week day by day; of the
    finish, which takes longer to work out, only the first day and today are compared.
    """
    # Monday said 12 May. Tuesday's trials have 9 May to 20 May in their middle fifth: it is still
    # 12 May. Thursday's have 14 May to 28 May: from then on it is Thursday's P50, 20 May.
    *earlier, _ = week_of(person)
    looks = [(each, see(each)) for each in earlier]
    # What goes along the whole way finds the end of its study, too: it comes first.
    finished = [state_of(each, seen.finish_days) for each, seen in looks[:1]]
    ready = [state_of(each, seen.ready_days) for each, seen in looks[:1]]
    studied = [state_of(each, seen.study_days) for each, seen in looks]
    studied.append(state_of(person, dates.study_days))
    finished.append(state_of(person, dates.finish_days))
    ready.append(state_of(person, dates.ready_days))
    done = _shown(dates.study, held_of(studied))
    there = _not_before(_shown(dates.finish, held_of(finished)), done)
    may_apply = _not_after(_shown(dates.ready, held_of(ready)), there)
    return replace(dates, study=done, ready=may_apply, finish=there)


def week_of(person: Person) -> list[Person]:
    """Read the person as of this week's Monday, of each evening of writing since, and of today.

    It begins later for who began later, and with the last announcement: what somebody announces
    takes at once. Days off and study days are today's on each of these days, so that they take at
    once and leave the rest as it was held.
    """
    # Held is 12 May. Fifteen days off announced on Tuesday make it 27 May, whatever Tuesday's own
    # P50 is.
    earlier = (_with_calendar_of(person, each) for each in _earlier_this_week(person))
    people = [*earlier, person]
    now = announced(person)
    latest_first = takewhile(lambda each: announced(each) == now, reversed(people))
    return list(latest_first)[::-1]


def _earlier_this_week(person: Person) -> Iterator[Person]:
    monday, first_use = monday_of(person.today), person.first_use
    if first_use is None:
        return
    entries = person.entries
    if first_use < monday:
        before = entries.written_by(monday - timedelta(days=1))
        yield person.as_of(monday, before)
    since = max(monday, first_use)
    days = {day for day in entries.written_on if day >= since}
    for day in sorted(days - {person.today}):
        if day < person.today:
            yield person.as_of(day, entries.written_by(day))


def _with_calendar_of(person: Person, then: Person) -> Person:
    """Give a person of another day the days off and study days of today."""
    before, now = _calendar_said(then), _calendar_said(person)
    if before == now:
        return then
    rest = {key: value for key, value in then.says.items() if key not in before}
    return replace(then, says={**rest, **now})


def _calendar_said(person: Person) -> dict[str, object]:
    return {key: person.says[key] for key in CALENDAR_KEYS if key in person.says}


def announced(person: Person) -> tuple[object, ...]:
    """List what makes it another plan."""
    says = person.says
    routes = (says.get("route"), says.get("without"))
    # What somebody answers is to be seen at once: so they are told that it changes the date.
    answers = tuple((each.asked.id, each.answer.id) for each in person.given.answers)
    # Who goes on a detour holds the role still, and has another way ahead.
    post = (person.role, person.detour and person.detour.id)
    return (person.target, *post, person.hours_per_week, answers, *routes)


def state_of(person: Person, days: Sequence[float]) -> State:
    """Read ascending days of the trials."""
    likely, safe, earliest, latest = (
        day_of(person, at_quantile(days, quantile)) for quantile in (0.5, 0.8, LEAST, MOST)
    )
    return State(likely=likely, safe=safe, earliest=_ordinal(earliest), latest=_ordinal(latest))


def held_of(states: Iterable[State]) -> State:
    """Go through days in order, holding on to what fits."""
    first, *later = states
    held = first
    for state in later:
        if not state.fits(held.likely):
            held = state
    return held


def _ordinal(day: date | None) -> float:
    return inf if day is None else day.toordinal()


def _shown(dates: Dates, state: State) -> Dates:
    reason = dates.reason
    if state.safe is None:
        reason = reason or BEYOND
    kept = min(dates.kept, state.likely, key=_ordinal)
    return replace(dates, kept=kept, likely=state.likely, safe=state.safe, reason=reason)


def _not_before(finish: Dates, study: Dates) -> Dates:
    """Let nobody be in the role before the study is done."""
    return replace(
        finish,
        likely=_later(finish.likely, study.likely),
        safe=_later(finish.safe, study.safe),
    )


def _later(one: date | None, other: date | None) -> date | None:
    return max(one, other, key=_ordinal)


def _not_after(ready: Dates, finish: Dates) -> Dates:
    """Let nobody be in the role before they may apply."""
    return replace(
        ready,
        likely=_earlier(ready.likely, finish.likely),
        safe=_earlier(ready.safe, finish.safe),
    )


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other, key=_ordinal)
