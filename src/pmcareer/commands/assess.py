"""`pmcareer assess`: prior learning, or somebody's rating, of a skill or a trait."""

from pmcareer.commands.entry import entry_for, stored
from pmcareer.domain.curriculum.catalogue import Trait
from pmcareer.domain.logbook.entries import Assessed, Rated
from pmcareer.domain.person.levels import SELF_RATED_AT_MOST, exercises_by_skill, levels_of
from pmcareer.domain.person.next_level import next_level_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.gap import ratings_of
from pmcareer.domain.words.amounts import level_of, word_of
from pmcareer.domain.words.days import past_day
from pmcareer.domain.words.lookup import skill_or_trait_named
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook
from pmcareer.views.assess import Descriptors
from pmcareer.views.parts.stored import Stored

SOURCES = ("self", "manager", "peer")


def run(
    settings: Settings,
    skill: str,
    level: str,
    *,
    by: str = "self",
    evidence: str | None = None,
    on: str | None = None,
    note: str | None = None,
    dry_run: bool = False,
) -> Stored:
    """Record a level of a skill, or the rating of a trait."""
    curriculum = read_curriculum(settings.curriculum)

    meant = skill_or_trait_named(curriculum, skill)
    rated = level_of(level)
    said = {
        "level": rated,
        "by": word_of(by, SOURCES, "--by"),
        "on": past_day(on, settings.today),
        "note": note,
    }
    entry = (
        entry_for(settings, Rated, trait=meant.id, **said)
        if isinstance(meant, Trait)
        else entry_for(settings, Assessed, skill=meant.id, evidence=evidence, **said)
    )
    capped = isinstance(entry, Assessed) and entry.by == "self" and rated > SELF_RATED_AT_MOST
    remarks = (
        (f"Your own word counts up to {SELF_RATED_AT_MOST}; for more, somebody else's.",)
        if capped
        else ()
    )

    return stored(settings, curriculum, entry, dry_run=dry_run, remarks=remarks)


def descriptors(settings: Settings, skill: str | None) -> Descriptors:
    """Describe the levels of one skill or trait, or of all, and say where one stands."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    person = person_of(curriculum, logbook, settings.today)
    wanted = skill_or_trait_named(curriculum, skill) if skill is not None else None
    skills = tuple(
        item for item in curriculum.skills if wanted in (None, item) and not item.retired
    )
    traits = tuple(
        item for item in curriculum.traits if wanted in (None, item) and not item.retired
    )
    levels, exercises = levels_of(person), exercises_by_skill(curriculum)

    return Descriptors(
        skills=skills,
        traits=traits,
        levels=levels,
        following={
            each.id: next_level_of(person, each, exercises.get(each.id, ()), levels[each.id].level)
            for each in skills
        },
        ratings=ratings_of(person),
        role=curriculum.role.get(person.role or ""),
        alone=wanted is not None,
        problems=logbook.problems,
    )
