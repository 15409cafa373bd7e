"""Advice: which of the curriculum's sentences apply to a person, and which is the day's."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property, partial
from operator import attrgetter, itemgetter

from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.as_written import as_written
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.facts import fact_named, holds_for, value_of

MUTED = "advice"
NEW_FOR_DAYS = 14
"""So far back entries are looked at for what they made apply."""
MOST_NEW = 7
"""So many pieces, a day each, an entry can bring; twice this is looked back, so that what was told
as new is not told again within a week."""
CYCLE_DAYS = 8
"""Every so many days a sentence has its day: a week and a day, so that it falls on all weekdays."""
A_DAY = timedelta(days=1)

Rules = Sequence[Advice]


@frozen
class Said:
    """A piece of advice with its blanks filled in."""

    advice: Advice
    text: str
    is_new: bool = False
    """What was written lately made it apply, and today is the day on which it is told so."""


def advice_for(person: Person) -> tuple[Said, ...]:
    """List the advice that applies and is not muted, by priority."""
    return tuple(map(partial(_said, person), _applying(person)))


def first_advice(person: Person) -> Said | None:
    """Return the most important piece of advice."""
    return next(iter(advice_for(person)), None)


def advice_of_the_day(person: Person) -> Said | None:
    """Choose the day's piece of advice; None on a day on which all that applies rests.

    What an entry made apply is said on the day after it, on the first day at once; then, and
    before, a sentence has one day in eight. So no sentence comes twice within a week, and all of
    it follows from what was written up to the day before.
    """
    look = _Look(person)
    told = _told_as_new(look)
    for rule in look.rules:
        if told.get(rule.id) == person.today:
            return replace(_said(person, rule), is_new=True)
    due = _due(look, told)
    cycle = person.today.toordinal() // CYCLE_DAYS
    return _said(person, due[cycle % len(due)]) if due else None


def _due(look: "_Look", told: Mapping[str, date]) -> Rules:
    """List the rules whose day of the cycle it is, and that were or will not be told near it."""
    today = look.person.today
    due = []
    for rule in _of_the_day(look.person.curriculum.advice, today):
        rests = _is_near(told.get(rule.id), today)
        if rule in look.rules and not rests and look.held_before(rule):
            due.append(rule)
    return due


def _of_the_day(rules: Rules, today: date) -> Rules:
    """Give each rule its day of the cycle: its own, whatever else applies."""
    return rules[today.toordinal() % CYCLE_DAYS :: CYCLE_DAYS]


def _told_as_new(look: "_Look") -> dict[str, date]:
    """Give each rule that is new a day of its own: the first that is free from its turn on."""
    turns = []
    for rule in look.rules:
        turn = look.turn_of(rule)
        if turn is not None:
            turns.append((turn, rule.id))
    told: dict[str, date] = {}
    free = date.min
    for turn, name in sorted(turns, key=itemgetter(0)):
        told[name] = max(turn, free)
        free = told[name] + A_DAY
    return told


def _is_near(told: date | None, today: date) -> bool:
    return told is not None and abs((told - today).days) < CYCLE_DAYS


class _Look:
    """What applies to somebody on a day, and when entries of the last fortnight made it apply."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.rules = _applying(person)
        self.first_use = person.first_use or date.max
        self._known: dict[tuple[date, date], Person] = {}

    @cached_property
    def _days(self) -> Sequence[date]:
        """The days of the last fortnight on which something was written, today's left out.

        Advice stays the same all day; the first day alone has no day before.
        """
        today, days = self.person.today, set()
        for day in self.person.entries.written_on:
            if self._start < day < today or day == self.first_use == today:
                days.add(day)
        return sorted(days)

    @property
    def _start(self) -> date:
        return self.person.today - NEW_FOR_DAYS * A_DAY

    def turn_of(self, rule: Advice) -> date | None:
        """Find the day from which a rule is told as new; None where it is not new."""
        if self.first_use <= self._start and self._holds(rule, self._start, self._start):
            return None
        for day in self._days:
            if self._begins(rule, day):
                return self._turn(rule, day)
        return None

    def held_before(self, rule: Advice) -> bool:
        """Tell whether a rule holds without what was written today, which is new tomorrow."""
        return self._holds(rule, self.person.today - A_DAY, self.person.today)

    def _begins(self, rule: Advice, day: date) -> bool:
        """Tell whether the entries of a day made a rule hold; time passing makes nothing new."""
        if not self._holds(rule, day, day):
            return False
        return day == self.first_use or not self._holds(rule, day - A_DAY, day)

    def _turn(self, rule: Advice, day: date) -> date | None:
        """Find the day for one of several that are new by the same day's entries, by priority."""
        # What has ceased to hold since keeps its place, so that nobody's turn moves.
        turn = day if day == self.first_use else day + A_DAY
        for other in _by_priority(self.person):
            if other.id == rule.id:
                return turn if (turn - day).days <= MOST_NEW else None
            if self._begins(other, day):
                turn += A_DAY
        return None

    def _holds(self, rule: Advice, until: date, today: date) -> bool:
        """Tell whether a rule held on a day, by what was written up to another."""
        key = (until, today)
        if key not in self._known:
            self._known[key] = as_written(self.person, until, today)
        then = self._known[key]
        return rule.id in then.given.listed("advice") or holds_for(then, rule.conditions)


def _applying(person: Person) -> Rules:
    """List the rules that hold, or that an answer calls for, and are not muted, by priority."""
    muted = person.muted
    if MUTED in muted:
        return ()
    rules = []
    called_for = person.given.listed("advice")
    for rule in _by_priority(person):
        is_silent = rule.id in muted
        if not is_silent and (rule.id in called_for or holds_for(person, rule.conditions)):
            rules.append(rule)
    return rules


def _by_priority(person: Person) -> Rules:
    living = [rule for rule in person.curriculum.advice if not rule.retired]
    return sorted(living, key=attrgetter("priority"))


def _said(person: Person, rule: Advice) -> Said:
    return Said(advice=rule, text=_filled(rule, person))


def _filled(rule: Advice, person: Person) -> str:
    """Put values into {months} and the like; each means what the rule's own condition asks."""
    text = rule.text
    # Most texts have no blanks: the facts need not be worked out again for them.
    if "{" not in text:
        return text
    for condition in rule.conditions:
        named = fact_named(condition.fact)
        value = value_of(person, condition.fact)
        if named and value is not None:
            for blank, words in named[0].blanks.items():
                text = text.replace(f"{{{blank}}}", words(person, value))
    return text
