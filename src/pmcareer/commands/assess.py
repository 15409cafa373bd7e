"""`pmcareer assess`: prior learning, or somebody's rating, of a skill or a trait."""

from typing import Any

from pmcareer.commands.entry import entry_for, stored
from pmcareer.commands.home import Home, home_of
from pmcareer.domain.curriculum.catalogue import Trait
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Skill
from pmcareer.domain.curriculum.samples import Sample
from pmcareer.domain.ground.vocabulary import RATERS
from pmcareer.domain.logbook.entries import Assessed, Rated
from pmcareer.domain.person.earned import SELF_RATED_AT_MOST
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.next_level import NextLevel, next_level_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.words.amounts import level_of, word_of
from pmcareer.domain.words.lookup import skill_or_trait_named
from pmcareer.domain.words.optional import Typed
from pmcareer.settings import Settings
from pmcareer.storage.curriculum.samples import samples_of
from pmcareer.views.assess import Descriptors
from pmcareer.views.parts.stored import Stored

CAPPED = f"Your own word counts up to {SELF_RATED_AT_MOST}; for more, somebody else's."


def run(
    settings: Settings,
    skill: str,
    level: str,
    *,
    by: str = "self",
    evidence: Typed = None,
    on: Typed = None,
    note: Typed = None,
    dry_run: bool = False,
) -> Stored:
    """Record a level of a skill, or the rating of a trait."""
    home = home_of(settings)

    meant = skill_or_trait_named(home.curriculum, skill)
    keys: dict[str, Any] = {
        "level": level_of(level),
        "by": word_of(by, RATERS, "--by"),
        "note": note,
    }
    # A trait has no level to be capped: its ratings stand side by side, each with who gave it.
    if isinstance(meant, Trait):
        rating = entry_for(settings, Rated, trait=meant.id, on=on, **keys)
        return stored(settings, home, rating, dry_run=dry_run)
    entry = entry_for(settings, Assessed, skill=meant.id, evidence=evidence, on=on, **keys)

    return stored(settings, home, entry, dry_run=dry_run, remarks=_remarks(entry))


def _remarks(entry: Assessed) -> tuple[str, ...]:
    if entry.by == "self" and entry.level > SELF_RATED_AT_MOST:
        return (CAPPED,)
    return ()


def descriptors(settings: Settings, skill: Typed) -> Descriptors:
    """Describe the levels of one skill or trait, or of all, and say where one stands."""
    home = home_of(settings)

    person = home.person
    shown = _shown(home.curriculum, skill)
    skills = tuple(item for item in shown if isinstance(item, Skill))

    return Descriptors(
        skills=skills,
        traits=tuple(item for item in shown if isinstance(item, Trait)),
        levels=levels_of(person),
        following=_following(person, skills),
        ratings=person.ratings,
        role=person.held,
        alone=skill is not None,
        samples=_samples(home, skills) if skill is not None else (),
        problems=home.problems,
    )


def _samples(home: Home, skills: tuple[Skill, ...]) -> tuple[Sample, ...]:
    """Read the samples of the one skill that was asked for."""
    found: tuple[Sample, ...] = ()
    for skill in skills:
        found += samples_of(skill, home.curriculum, home.settings.curriculum)
    return found


def _shown(curriculum: Curriculum, skill: Typed) -> list[Skill | Trait]:
    items: list[Skill | Trait] = [*curriculum.skills, *curriculum.traits]
    if skill is not None:
        items = [skill_or_trait_named(curriculum, skill)]
    return [item for item in items if not item.retired]


def _following(person: Person, skills: tuple[Skill, ...]) -> dict[str, NextLevel | None]:
    levels, exercises = levels_of(person), person.curriculum.asked_by_skill
    following = {}
    for skill in skills:
        own = exercises.get(skill.id, ())
        following[skill.id] = next_level_of(person, skill, own, levels[skill.id].level)
    return following
