"""`pmcareer project`: a project led to its end, or all of them."""

from collections.abc import Sequence

from pmcareer.commands.entry import entry_for, stored
from pmcareer.domain.logbook.entries import Closed
from pmcareer.domain.person.person import person_of
from pmcareer.domain.words.amounts import parts_of
from pmcareer.domain.words.days import past_day
from pmcareer.domain.words.lookup import skill_named, titles_of
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook
from pmcareer.views.parts.stored import Stored
from pmcareer.views.project import Projects


def run(
    settings: Settings,
    title: str,
    *,
    outcome: str,
    size: str | None = None,
    skills: Sequence[str] = (),
    on: str | None = None,
    note: str | None = None,
    dry_run: bool = False,
) -> Stored:
    """Record a project on the day it ended."""
    curriculum = read_curriculum(settings.curriculum)

    words = parts_of(skills, "--skills") if skills else ()
    keys = {
        "project": title,
        "outcome": outcome,
        "size": size,
        "skills": tuple(dict.fromkeys(skill_named(curriculum, word).id for word in words)),
        "on": past_day(on, settings.today),
        "note": note,
    }
    entry = entry_for(settings, Closed, {"project": "TITLE"}, **keys)

    return stored(settings, curriculum, entry, dry_run=dry_run)


def every(settings: Settings) -> Projects:
    """List the projects."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    closed = person_of(curriculum, logbook, settings.today).closed_projects
    projects = tuple(sorted(closed, key=lambda entry: (entry.on, entry.id)))

    return Projects(projects=projects, titles=titles_of(curriculum), problems=logbook.problems)
