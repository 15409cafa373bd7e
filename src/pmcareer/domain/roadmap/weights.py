"""Weights of skills that the curriculum's rules call for, by what the profile says."""

from collections.abc import Iterator

from pmcareer.domain.curriculum.guidance import Advice
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


def profile_rules(person: Person) -> Iterator[Advice]:
    """Go through the rules that apply for what the profile says, and so until it says otherwise."""
    for rule in person.curriculum.advice:
        about = {condition.fact for condition in rule.conditions}
        points_ahead = rule.weights or rule.practices
        if points_ahead and about <= PROFILE_FACTS and holds_for(person, rule.conditions):
            yield rule
