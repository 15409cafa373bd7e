"""Advice: which of the curriculum's sentences apply to a person, the most important first."""

from collections.abc import Iterator
from operator import attrgetter

from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.facts import fact_named, holds_for, value_of

MUTED = "advice"


@frozen
class Said:
    """A piece of advice with its blanks filled in."""

    advice: Advice
    text: str


def advice_for(person: Person) -> tuple[Said, ...]:
    """List the advice that applies and is not muted, by priority."""
    return tuple(_applying(person))


def first_advice(person: Person) -> Said | None:
    """Return the most important piece of advice, and look no further."""
    return next(_applying(person), None)


def _applying(person: Person) -> Iterator[Said]:
    muted = person.muted
    if MUTED in muted:
        return
    for rule in sorted(person.curriculum.advice, key=attrgetter("priority")):
        is_silent = rule.retired or rule.id in muted
        if not is_silent and holds_for(person, rule.conditions):
            yield Said(advice=rule, text=_filled(rule, person))


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
