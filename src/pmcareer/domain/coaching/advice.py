"""Advice: which of the curriculum's sentences apply to a person, the most important first."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmcareer.domain.curriculum.guidance import Advice
from pmcareer.domain.ground.calendar import plus_months
from pmcareer.domain.ground.conditions import facts_in
from pmcareer.domain.roadmap.facts import NINE_MONTHS_IN_WEEKS, PersonFacts
from pmcareer.domain.roadmap.weights import _applies


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


def _filled(rule: Advice, facts: PersonFacts) -> str:
    """Put numbers into {months}, {hours}, {count} and {date}; each means what the rule's own condition is about."""
    if "{" not in rule.text:
        return rule.text
    blanks: dict[str, str] = {}
    about = [facts_in(condition) for condition in rule.when]
    if "tech_months" in about and facts.tech_months and facts.tech_hours:
        blanks |= {
            "months": f"{facts.tech_months:.0f}",
            "hours": f"{facts.tech_hours / NINE_MONTHS_IN_WEEKS:.1f}",
        }
    if "months_to_pmp" in about and facts.months_to_pmp is not None:
        opens = plus_months(facts.person.today, facts.months_to_pmp)
        blanks["date"] = opens.isoformat()
    counted = next(
        (
            name
            for name in about
            if name in ("services_practised", "closed_projects", "only_study_weeks")
        ),
        "",
    )
    if counted:
        blanks["count"] = f"{facts(counted)}"
    text = rule.text
    for name, value in blanks.items():
        text = text.replace(f"{{{name}}}", value)
    return text
