"""Weights of skills that the curriculum's rules call for, by what the profile says."""

from collections.abc import Iterator, Mapping
from itertools import product

from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.ground.vocabulary import LEAST_WEIGHT, MOST_WEIGHT
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.facts import holds_for

PROFILE_FACTS = {"role", "target", "background", "projects", "pmo_type", "education"}


def background_weights(person: Person) -> dict[str, float]:
    """Multiply the weights of skills that background and projects call for."""
    weights: dict[str, float] = {}
    for rule in profile_rules(person):
        for skill, weight in rule.weights.items():
            weights[skill] = weights.get(skill, 1.0) * weight
    return weights


def answer_weights(person: Person) -> dict[str, float]:
    """Multiply the weights of skills that answers call for.

    A rule of advice that weighs a skill by what the profile says has said it already: where both
    speak of one key and one skill the rule counts.
    """
    if not person.given.answers:
        return {}
    spoken = set(_spoken_by_rules(person))
    weights: dict[str, float] = {}
    for each in person.given.answers:
        key = getattr(each.asked, "key", "")
        for skill, weight in each.effects.weights.items():
            if (key, skill) not in spoken:
                weights[skill] = weights.get(skill, 1.0) * weight
    return weights


def _spoken_by_rules(person: Person) -> Iterator[tuple[str, str]]:
    """Go through what rules say of skills, each with the keys of the profile it goes by."""
    for rule in profile_rules(person):
        for condition, skill in product(rule.conditions, rule.weights):
            yield condition.fact, skill


def together(some: Mapping[str, float], others: Mapping[str, float]) -> dict[str, float]:
    """Multiply weights with others."""
    weights = dict(some)
    for skill, weight in others.items():
        weights[skill] = weights.get(skill, 1.0) * weight
    return weights


def capped(weight: float, answered: float) -> float:
    """Move a weight by what answers call for, between 0.5 and 1.5.

    What role and rules have put beyond these bounds stays there.
    """
    # A rule's 0.4 and an answer's 0.9: 0.4. A role's 1.2 and an answer's 1.4: 1.5, and not 1.68.
    least, most = min(LEAST_WEIGHT, weight), max(MOST_WEIGHT, weight)
    return max(least, min(most, weight * answered))


def profile_rules(person: Person) -> Iterator[Advice]:
    """Go through the rules that apply for what the profile says, and so until it says otherwise."""
    for rule in person.curriculum.advice:
        about = {condition.fact for condition in rule.conditions}
        points_ahead = rule.weights or rule.practices
        if points_ahead and about <= PROFILE_FACTS and holds_for(person, rule.conditions):
            yield rule
