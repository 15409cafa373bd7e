"""Advice: which of the curriculum's sentences apply to a person, the most important first."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmcareer.domain.conditions import BadCondition, all_hold, facts_in
from pmcareer.domain.facts import NINE_MONTHS_IN_WEEKS, PersonFacts
from pmcareer.domain.guidance import Advice
from pmcareer.domain.months import plus_months
from pmcareer.domain.person import Person

PROFILE_FACTS = {"role", "target", "background", "projects", "pmo_type", "education"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A piece of advice with its blanks filled in."""

    advice: Advice
    text: str


def advice_for(facts: PersonFacts) -> tuple[Said, ...]:
    """List the advice that applies and is not muted, by priority."""
    return tuple(_applying(facts))


def first_advice(facts: PersonFacts) -> Said | None:
    """Give the most important piece of advice, and look no further."""
    return next(_applying(facts), None)


def _applying(facts: PersonFacts) -> Iterator[Said]:
    person = facts.person
    muted = person.says.get("muted", ())
    if "advice" in muted:
        return
    for rule in sorted(person.curriculum.advice, key=_priority):
        if not rule.retired and rule.id not in muted and _applies(rule, facts):
            yield Said(advice=rule, text=_filled(rule, facts))


def _priority(rule: Advice) -> int:
    return rule.priority


def _applies(rule: Advice, facts: PersonFacts) -> bool:
    try:
        return all_hold(rule.when, facts)
    except BadCondition:
        return False


def _filled(rule: Advice, facts: PersonFacts) -> str:
    """Put numbers into {months}, {hours}, {count} and {date}; each means what the rule's own condition is about."""
    if "{" not in rule.text:
        return rule.text
    blanks: dict[str, str] = {}
    about = [facts_in(condition) for condition in rule.when]
    if "tech_months" in about and facts.tech_months and facts.tech_hours:
        blanks |= {"months": f"{facts.tech_months:.0f}", "hours": f"{facts.tech_hours / NINE_MONTHS_IN_WEEKS:.1f}"}
    if "months_to_pmp" in about and facts.months_to_pmp is not None:
        opens = plus_months(facts.person.today, facts.months_to_pmp)
        blanks["date"] = opens.isoformat()
    counted = next(
        (name for name in about if name in ("services_practised", "closed_projects", "only_study_weeks")), ""
    )
    if counted:
        blanks["count"] = f"{facts(counted)}"
    text = rule.text
    for name, value in blanks.items():
        text = text.replace(f"{{{name}}}", value)
    return text


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
