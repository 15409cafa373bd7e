"""What can be seen at each level of a skill."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pmcareer.domain.catalogue import Trait
from pmcareer.domain.curriculum import Skill
from pmcareer.domain.levels import SkillLevel
from pmcareer.domain.problem import Problem
from pmcareer.views.text import one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pmcareer.views.layout import Page

LEVELS = ("none", "aware", "practised", "competent", "proficient", "expert")


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptors:
    """What can be seen at each level of these skills and traits, and where one stands."""

    skills: tuple[Skill, ...]
    traits: tuple[Trait, ...]
    levels: Mapping[str, SkillLevel]
    problems: tuple[Problem, ...] = ()


def render(answer: Descriptors, page: "Page") -> Iterator["RenderableType"]:
    """Show the descriptors of each skill, then the anchors of the traits."""
    for skill in answer.skills:
        yield page.heading(one_line(skill.title), f"{skill.id}, you: level {answer.levels[skill.id].level}")
        yield page.facts((str(level), text) for level, text in enumerate(skill.levels or LEVELS))
    if answer.traits:
        yield page.heading("Traits", "rated by others, never part of a skill")
        yield page.facts(
            (item.id, [one_line(item.title), ": " if _anchor(item) else "", _anchor(item)]) for item in answer.traits
        )
    yield page.line(("Example: pmcareer assess risk 3 --by manager", "quiet"))


def _anchor(item: Trait) -> str:
    return one_line(item.anchor or item.summary or "")


def as_dict(answer: Descriptors) -> dict[str, Any]:
    """Give the descriptors from level 0 on, and where one stands."""
    return {
        "entry": None,
        "skills": [
            {"id": item.id, "title": item.title, "level": answer.levels[item.id].level, "levels": list(item.levels)}
            for item in answer.skills
        ],
        "traits": [{"id": item.id, "title": item.title, "anchor": item.anchor} for item in answer.traits],
    }
