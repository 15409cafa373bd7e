"""`pmcareer story`: STAR stories for interviews, and what they cover."""

from collections.abc import Sequence
from typing import Any

from pmcareer.commands.entry import entry_for, stored
from pmcareer.commands.home import Home, home_of
from pmcareer.commands.kept import notes_kept
from pmcareer.commands.sheet_places import place_of
from pmcareer.domain.coaching.stories import (
    Source,
    bank_of,
    project_named,
    remarks_on,
    source_named,
)
from pmcareer.domain.ground.vocabulary import STORY_PARTS
from pmcareer.domain.logbook.entries import Finished, Story
from pmcareer.domain.words.lookup import skill_ids
from pmcareer.domain.words.optional import Typed
from pmcareer.settings import Settings
from pmcareer.views.parts.stored import Stored
from pmcareer.views.story import Stories

MOST_NOTES = 6
"""Headings of a sheet that are quoted."""


def run(
    settings: Settings,
    *,
    source: Typed = None,
    project: Typed = None,
    skills: Sequence[str] = (),
    note: Typed = None,
    dry_run: bool = False,
    **told: Typed,
) -> Stored:
    """Keep a story, and say what an interviewer would miss in it."""
    home = home_of(settings)

    origin = _origin(home, source=source, project=project)
    shown = skill_ids(home.curriculum, skills)
    # What was left out is an empty text, which the entry refuses by the name of its option.
    keys: dict[str, Any] = {key: told.get(key) or "" for key in ("title", *STORY_PARTS)}
    if origin:
        keys |= _taken_from(origin, shown, told.get("title"))
    story = entry_for(settings, Story, **{"skills": shown, "note": note, **keys})

    remarks = remarks_on(story)
    return stored(settings, home, story, dry_run=dry_run, remarks=remarks)


def _origin(home: Home, *, source: Typed, project: Typed) -> Source | None:
    """Find what a story grows from, if anything was named."""
    for find, word in ((project_named, project), (source_named, source)):
        if word is not None:
            return find(home.curriculum, home.logbook, word)
    return None


def _taken_from(origin: Source, shown: tuple[str, ...], title: Typed) -> dict[str, Any]:
    """Take over what a source says: skills after those that were typed, a title where none was."""
    return {
        "entries": (origin.entry.id,),
        "skills": tuple(dict.fromkeys((*shown, *origin.skills))),
        "title": title if title is not None else origin.title,
    }


def origin_title(settings: Settings, *, source: Typed, project: Typed) -> Typed:
    """Say what the story is about before the first question is asked."""
    origin = _origin(home_of(settings), source=source, project=project)
    return origin.title if origin else None


def origin_notes(settings: Settings, *, source: Typed) -> tuple[str, ...]:
    """Quote the sheet that is the evidence of the exercise that a story grows from."""
    if source is None:
        return ()
    home = home_of(settings)
    entry = source_named(home.curriculum, home.logbook, source).entry
    if not isinstance(entry, Finished) or entry.evidence != place_of(entry.exercise):
        return ()
    exercise = home.curriculum.exercise.get(entry.exercise)
    notes = notes_kept(home, exercise) if exercise else ()
    return tuple(f"{note.heading}: {note.text}" for note in notes[:MOST_NOTES])


def every(settings: Settings, *, as_matrix: bool = False) -> Stories:
    """List the stories, or what they cover."""
    home = home_of(settings)
    return Stories(
        bank=bank_of(home.person),
        titles=home.titles,
        as_matrix=as_matrix,
        problems=home.problems,
    )
