"""`pmcareer story`: STAR stories for interviews, and what they cover."""

from collections.abc import Sequence

from pmcareer.commands.entry import entry_for, stored
from pmcareer.domain.coaching.stories import (
    Source,
    bank_of,
    project_named,
    remarks_on,
    source_named,
)
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.logbook.entries import Story
from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.domain.person.person import person_of
from pmcareer.domain.words.amounts import parts_of
from pmcareer.domain.words.lookup import skill_named, titles_of
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook
from pmcareer.views.parts.stored import Stored
from pmcareer.views.story import Stories

ANSWERS = ("title", "situation", "task", "action", "result")


def run(
    settings: Settings,
    *,
    source: str | None = None,
    project: str | None = None,
    skills: Sequence[str] = (),
    note: str | None = None,
    dry_run: bool = False,
    **told: str | None,
) -> Stored:
    """Keep a story, and say what an interviewer would miss in it."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    origin = source_of(curriculum, logbook, source=source, project=project)
    words = parts_of(skills, "--skills") if skills else ()
    shown = [skill_named(curriculum, word).id for word in words]
    grown_from: tuple[str, ...] = ()
    if origin:
        grown_from = (origin.entry.id,)
        shown += origin.skills
        if told.get("title") is None:
            told["title"] = origin.title
    keys = {
        **{key: told.get(key) or "" for key in ANSWERS},
        "entries": grown_from,
        "skills": tuple(dict.fromkeys(shown)),
        "note": note,
    }
    story = entry_for(settings, Story, {}, **keys)

    return stored(settings, curriculum, story, dry_run=dry_run, remarks=remarks_on(story))


def source_of(
    curriculum: Curriculum, logbook: Logbook, *, source: str | None, project: str | None
) -> Source | None:
    """Find what a story grows from, if anything was named."""
    if project is not None:
        return project_named(curriculum, logbook, project)
    if source is not None:
        return source_named(curriculum, logbook, source)
    return None


def origin_title(settings: Settings, *, source: str | None, project: str | None) -> str | None:
    """Say what the story is about before the first question is asked."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    origin = source_of(curriculum, logbook, source=source, project=project)

    return origin.title if origin else None


def every(settings: Settings, *, as_matrix: bool = False) -> Stories:
    """List the stories, or what they cover."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    bank = bank_of(person_of(curriculum, logbook, settings.today))

    return Stories(
        bank=bank, titles=titles_of(curriculum), as_matrix=as_matrix, problems=logbook.problems
    )
