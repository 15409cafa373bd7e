"""Advice: which of the curriculum's sentences apply to a person, and which is the day's."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property, partial
from operator import attrgetter
from types import MappingProxyType

from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.as_written import as_written
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.facts import fact_named, holds_for, value_of

MUTED = "advice"
NEW_FOR_DAYS = 14
"""So long a sentence is new whose condition became true by an entry."""
A_DAY = timedelta(days=1)
YES = True

Rules = Sequence[Advice]
NOTHING_KNOWN: Mapping[str, date] = MappingProxyType({})


@frozen
class Said:
    """A piece of advice with its blanks filled in."""

    advice: Advice
    text: str


def advice_for(person: Person) -> tuple[Said, ...]:
    """List the advice that applies and is not muted, by priority."""
    return tuple(map(partial(_said, person), _applying(person)))


def first_advice(person: Person) -> Said | None:
    """Return the most important piece of advice."""
    return next(iter(advice_for(person)), None)


def advice_of_the_day(person: Person) -> Said | None:
    """Choose the day's piece of advice: what is new first, then all that apply in turn.

    Never the same on two days running where there are several: a day's look counts what was
    written up to it, so that it follows from logbook and day.
    """
    look = _Look(person)
    chosen = look.chosen
    # What is said on its own is said again.
    if chosen is None or len(look.rules) == 1:
        return _said(person, chosen) if chosen else None
    today = person.today
    if chosen is _Look(look.written(today - A_DAY, today - A_DAY), look.since).chosen:
        tomorrow = _Look(look.written(today, today + A_DAY), look.since).chosen
        others = [rule for rule in look.rules if rule not in (chosen, tomorrow)]
        if not others:
            return None
        chosen = others[today.toordinal() % len(others)]
    return _said(person, chosen)


class _Look:
    """What applies to somebody on a day, and which of it is chosen without a look at other days."""

    def __init__(self, person: Person, since: Mapping[str, date] = NOTHING_KNOWN) -> None:
        self.person = person
        self.rules = _applying(person)
        self.since = dict(since)
        """Days by whose entries rules began to hold, as far as they were found out."""
        self._known: dict[tuple[date, date], Person] = {}

    def written(self, until: date, today: date) -> Person:
        """See the person on a day, by what was written up to another."""
        key = (until, today)
        if key not in self._known:
            self._known[key] = as_written(self.person, until, today)
        return self._known[key]

    @cached_property
    def chosen(self) -> Advice | None:
        """What is new, and what is not, day by day; where nothing is new, all in turn."""
        rules, today = self.rules, self.person.today
        if not rules:
            return None
        new = self._new()
        if not new:
            return rules[today.toordinal() % len(rules)]
        # New since Monday, with a and b old: new, a, new, b, new.
        days = (today - self.since[new[0].id]).days
        others = [rule for rule in rules if rule not in new]
        if not others:
            return new[days % len(new)]
        turn, is_for_others = divmod(days, 2)
        said = others if is_for_others else new
        return said[turn % len(said)]

    def _new(self) -> Rules:
        """List what applies by entries of the last fortnight alone, the latest first."""
        person = self.person
        before = person.today - NEW_FOR_DAYS * A_DAY
        days = sorted({entry.written_on for entry in person.entries if entry.written_on > before})
        if not days:
            return ()
        then = self.written(before, person.today)
        new = [rule for rule in self.rules if not holds_for(then, rule.conditions)]
        for rule in new:
            if self.since.get(rule.id, date.max) > person.today:
                first = bisect_left(days[:-1], YES, key=partial(self._holds, rule))
                self.since[rule.id] = days[first]
        return sorted(new, key=lambda rule: self.since[rule.id], reverse=True)

    def _holds(self, rule: Advice, until: date) -> bool:
        return holds_for(self.written(until, self.person.today), rule.conditions)


def _applying(person: Person) -> Rules:
    """List the rules that hold and are not muted, by priority."""
    muted = person.muted
    if MUTED in muted:
        return ()
    rules = []
    for rule in sorted(person.curriculum.advice, key=attrgetter("priority")):
        is_silent = rule.retired or rule.id in muted
        if not is_silent and holds_for(person, rule.conditions):
            rules.append(rule)
    return rules


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
