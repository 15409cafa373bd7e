"""Weights of skills that the curriculum's rules call for, by what the profile says."""

from collections.abc import Iterator

from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.ground.conditions import BadCondition, all_hold, facts_in
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.facts import PersonFacts

PROFILE_FACTS = {"role", "target", "background", "projects", "pmo_type", "education"}


def _applies(rule: Advice, facts: PersonFacts) -> bool:
    try:
        return all_hold(rule.when, facts)
    except BadCondition:
        return False


def background_weights(person: Person) -> dict[str, float]:
    """Multiply the weights of skills that the profile's background and projects call for; only the profile decides."""
    weights: dict[str, float] = {}
    for rule in profile_rules(person):
        for skill, weight in rule.weights.items():
            weights[skill] = weights.get(skill, 1.0) * weight
    return weights


def profile_rules(person: Person) -> Iterator[Advice]:
    """Go through the rules that apply for what the profile says alone, and so hold until it says something else."""
    facts = PersonFacts(person=person)
    for rule in person.curriculum.advice:
        about = {facts_in(condition) for condition in rule.when}
        if (rule.weights or rule.practices) and about <= PROFILE_FACTS and _applies(rule, facts):
            yield rule
