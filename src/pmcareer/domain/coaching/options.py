"""Ways in and choices weighed: which of them fit a person, by the curriculum's own conditions."""

from collections.abc import Iterable

from pmcareer.domain.curriculum.catalogue import Option
from pmcareer.domain.ground.conditions import BadCondition, all_hold
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.facts import PersonFacts


def fitting_options(person: Person, options: Iterable[Option]) -> tuple[str, ...]:
    """Name the options whose every condition holds for this person, those with the most conditions first."""
    facts = PersonFacts(person=person)
    fitting = [option for option in options if option.when and _fits(option, facts)]
    return tuple(option.id for option in sorted(fitting, key=lambda option: -len(option.when)))


def _fits(option: Option, facts: PersonFacts) -> bool:
    try:
        return all_hold(option.when, facts)
    except BadCondition:
        return False
