"""`pmcareer assess`: prior learning, or somebody's rating, of a skill or a trait."""

from pmcareer.commands.entry import entry_for, stored
from pmcareer.domain.curriculum.catalogue import Trait
from pmcareer.domain.curriculum.items import Item, Skill
from pmcareer.domain.ground.vocabulary import RATERS
from pmcareer.domain.logbook.entries import Assessed, Entry, Rated
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

CAPPED = f"Your own word counts up to {SELF_RATED_AT_MOST}; for more, somebody else's."


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
    keys = {
        "level": rated,
        "by": word_of(by, RATERS, "--by"),
        "on": past_day(on, settings.today),
        "note": note,
    }
    remarks: tuple[str, ...] = ()
    entry: Entry
    if isinstance(meant, Trait):
        entry = entry_for(settings, Rated, trait=meant.id, **keys)
    else:
        entry = entry_for(settings, Assessed, skill=meant.id, evidence=evidence, **keys)
        if entry.by == "self" and rated > SELF_RATED_AT_MOST:
            remarks = (CAPPED,)

    return stored(settings, curriculum, entry, dry_run=dry_run, remarks=remarks)


def descriptors(settings: Settings, skill: str | None) -> Descriptors:
    """Describe the levels of one skill or trait, or of all, and say where one stands."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    person = person_of(curriculum, logbook, settings.today)
    shown: list[Item] = [*curriculum.skills, *curriculum.traits]
    if skill is not None:
        shown = [skill_or_trait_named(curriculum, skill)]
    living = [item for item in shown if not item.retired]
    skills = tuple(item for item in living if isinstance(item, Skill))
    levels, exercises = levels_of(person), exercises_by_skill(curriculum)
    following = {}
    for each in skills:
        own = exercises.get(each.id, ())
        following[each.id] = next_level_of(person, each, own, levels[each.id].level)

    return Descriptors(
        skills=skills,
        traits=tuple(item for item in living if isinstance(item, Trait)),
        levels=levels,
        following=following,
        ratings=ratings_of(person),
        role=curriculum.role.get(person.role or ""),
        alone=skill is not None,
        problems=logbook.problems,
    )
