"""`pmcareer story`: STAR stories for interviews, and what they cover."""

from collections.abc import Sequence
from typing import Any

from pmcareer.commands.entry import entry_for, stored
from pmcareer.commands.home import Home, home_of
from pmcareer.domain.coaching.stories import (
    Source,
    bank_of,
    project_named,
    remarks_on,
    source_named,
)
from pmcareer.domain.logbook.entries import Story
from pmcareer.domain.words.lookup import skill_ids
from pmcareer.settings import Settings
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
    home = home_of(settings)

    origin = _origin(home, source=source, project=project)
    shown = skill_ids(home.curriculum, skills)
    keys: dict[str, Any] = {key: told.get(key) or "" for key in ANSWERS}
    if origin:
        keys["entries"] = (origin.entry.id,)
        shown = tuple(dict.fromkeys((*shown, *origin.skills)))
        if told.get("title") is None:
            keys["title"] = origin.title
    story = entry_for(settings, Story, **keys, skills=shown, note=note)

    remarks = remarks_on(story)
    return stored(settings, home.curriculum, story, dry_run=dry_run, remarks=remarks)


def _origin(home: Home, *, source: str | None, project: str | None) -> Source | None:
    """Find what a story grows from, if anything was named."""
    if project is not None:
        return project_named(home.curriculum, home.logbook, project)
    if source is not None:
        return source_named(home.curriculum, home.logbook, source)
    return None


def origin_title(settings: Settings, *, source: str | None, project: str | None) -> str | None:
    """Say what the story is about before the first question is asked."""
    origin = _origin(home_of(settings), source=source, project=project)
    return origin.title if origin else None


def every(settings: Settings, *, as_matrix: bool = False) -> Stories:
    """List the stories, or what they cover."""
    home = home_of(settings)
    bank = bank_of(home.person)
    return Stories(bank=bank, titles=home.titles, as_matrix=as_matrix, problems=home.problems)
