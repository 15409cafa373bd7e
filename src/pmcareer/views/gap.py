"""The gap to a role: only the difference, with its price, and readiness in its parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.plan.gap import Gap, SkillGap, TraitGap
from pmcareer.domain.roadmap.readiness import Part
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.gates import gate_dict
from pmcareer.views.parts.text import day, hours, number, one_line, plural, share, weeks
from pmcareer.views.plan.keys import pace_keys

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pmcareer.views.parts.layout import Page, Piece

APPLY_AT = "60 to 70 %"
"""As the source has it (S1-93)."""
BEYOND_EXERCISES = 4
"""From this level on exercises alone do not carry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapAnswer:
    """The difference to a role, on a day."""

    gap: Gap
    today: date
    problems: tuple[Problem, ...] = ()


def render(answer: GapAnswer, page: "Page") -> Iterator["RenderableType"]:
    """Draw readiness and its parts, then what is missing: skills, gates, traits."""
    gap = answer.gap
    yield page.heading(
        one_line(gap.target.title), f"from {one_line(gap.source.title)}" if gap.source else ""
    )
    if gap.target is gap.source:
        yield page.line("You have this role; its gates are behind you.")
    yield from _readiness(gap, page)
    yield page.blank()
    yield from _skills(gap, page)
    missing = [gate for gate in gap.gates if gate.status.missing]
    if missing:
        yield page.blank()
        yield page.heading("Gates", "what study hours can't buy")
        yield page.bullets(_gate(gate, answer.today) for gate in missing)
    if any(_is_open(trait) for trait in gap.traits):
        yield page.blank()
        yield page.heading(
            "Traits", "as others rate them, beside the skills and never part of them"
        )
        yield from _traits(gap.traits, page)
    yield page.blank()
    yield page.line(
        ("Exercises in their order, with dates: ", "quiet"),
        (f"pmcareer plan --target {gap.target.id}", "item"),
    )


def _readiness(gap: Gap, page: "Page") -> Iterator["RenderableType"]:
    yield page.line(
        "Readiness ",
        (share(gap.readiness), "strong"),
        (": evidence, not permission. It is made of", "quiet"),
    )
    yield page.facts((part.title, _part(part, page)) for part in gap.parts)
    if gap.apply_rule:
        yield page.line(
            f"Apply at {APPLY_AT}, not at 100: those who made it did not wait until they knew everything.",
            (f"  {gap.apply_rule.id}", "quiet"),
        )


def _part(part: Part, page: "Page") -> "list[Piece]":
    bar = [] if page.plain else [page.bar(part.value, 12)]
    return [
        *bar,
        f" {share(part.value):>5}  {part.text}",
        (f", weighs {share(part.weight)}", "quiet"),
    ]


def _skills(gap: Gap, page: "Page") -> Iterator["RenderableType"]:
    if not gap.skills:
        yield page.line("No skill is missing anything.")
        return
    columns = (
        page.column("Missing", wraps=True, key=True),
        page.column("level"),
        page.column("exercises", right=True),
        page.column("h", right=True),
        page.column("weeks", right=True),
        page.column("first", "item"),
    )
    yield page.table(columns, (_skill_row(skill, page) for skill in gap.skills))
    count = sum(len(skill.missing) for skill in gap.skills)
    total = sum(skill.hours for skill in gap.skills)
    pace = gap.pace.hours_per_week
    promised = "your own pace" if gap.pace.basis == "history" else "as promised"
    if count:
        yield page.line(
            (f"{plural(count, 'exercise')}, {hours(total)}: ", ""),
            (weeks(sum(skill.weeks for skill in gap.skills)), "strong"),
            f" at {number(pace, 2)} h a week, {promised}.",
        )
    if gap.enough:
        yield page.line((f"{plural(gap.enough, 'more skill')} needed, and there already.", "quiet"))
    if any(skill.need >= BEYOND_EXERCISES for skill in gap.skills):
        yield page.line(
            (
                "Level 4 asks for 12 months of the work too, level 5 for 24 and somebody else's word.",
                "quiet",
            )
        )


def _skill_row(skill: SkillGap, page: "Page") -> tuple[str, ...]:
    level = (
        f"{skill.have.level} {page.glyph('arrow')} {skill.need}"
        if skill.need > skill.have.level
        else f"{skill.have.level}"
    )
    if not skill.missing:
        return one_line(skill.skill.title), level, "", "", "", ""
    return (
        one_line(skill.skill.title),
        level,
        str(len(skill.missing)),
        number(skill.hours),
        number(skill.weeks),
        skill.missing[0].id,
    )


def _gate(gate: GateForecast, today: date) -> str:
    """Say what a gate asks for, what there is of it, and when it opens if the present work goes on."""
    status, words = gate.status, one_line(gate.status.words)
    lost = f"; months fall out of the window on {day(gate.lost_on)}" if gate.lost_on else ""
    if gate.gate.unit == "months":
        opens = (
            f"likely {about(gate.open_on, today)}"
            if gate.open_on
            else "your present work adds none"
        )
        return (
            f"{words}: {number(status.have)} of {number(status.needed)} months, {opens}{lost}"
        )
    if gate.gate.unit == "count":
        return f"{words}: {number(status.have, 0)} of {number(status.needed, 0)}"
    return f"{words}: not yet"


def _is_open(trait: TraitGap) -> bool:
    return trait.rated is None or trait.rated < trait.need


def _traits(traits: tuple[TraitGap, ...], page: "Page") -> Iterator["RenderableType"]:
    unrated = [trait for trait in traits if trait.rated is None]
    yield page.bullets(
        f"{one_line(trait.trait.title)}: {trait.rated} of {trait.need}"
        for trait in traits
        if trait.rated is not None and trait.rated < trait.need
    )
    if unrated:
        names = ", ".join(f"{one_line(trait.trait.title)} {trait.need}" for trait in unrated)
        yield page.line(f"Needed, and rated by nobody yet: {names}", indent=2)
        yield page.line(
            (f"Ask somebody, then: pmcareer assess {unrated[0].trait.id} 4 --by peer", "quiet"),
            indent=2,
        )


def as_dict(answer: GapAnswer) -> dict[str, Any]:
    """Give the keys of the contract, traits and pace beside them."""
    gap = answer.gap
    return {
        "target": gap.target.id,
        "from": gap.source.id if gap.source else None,
        "pace": pace_keys(gap.pace),
        "skills": [_skill_keys(skill) for skill in gap.skills],
        "gates": [gate_dict(gate) for gate in gap.gates],
        "traits": [_trait_keys(trait) for trait in gap.traits],
        "readiness": {
            "value": round(gap.readiness, 4),
            "parts": [
                {
                    "id": part.id,
                    "title": part.title,
                    "value": round(part.value, 4),
                    "weight": round(part.weight, 4),
                    "text": part.text,
                }
                for part in gap.parts
            ],
        },
    }


def _skill_keys(skill: SkillGap) -> dict[str, Any]:
    return {
        "id": skill.skill.id,
        "title": skill.skill.title,
        "have": skill.have.level,
        "need": skill.need,
        "missing_exercises": [exercise.id for exercise in skill.missing],
        "hours": round(skill.hours, 2),
        "weeks": round(skill.weeks, 2),
    }


def _trait_keys(trait: TraitGap) -> dict[str, Any]:
    return {
        "id": trait.trait.id,
        "title": trait.trait.title,
        "need": trait.need,
        "have": trait.rated,
        "self": trait.self_rated,
    }
