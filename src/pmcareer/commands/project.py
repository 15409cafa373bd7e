"""`pmcareer project`: a project led to its end, or all of them."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from pmcareer.commands.entry import entry_for, stored
from pmcareer.commands.home import home_of
from pmcareer.domain.coaching.unsaid import months_in_question
from pmcareer.domain.logbook.entries import Closed
from pmcareer.domain.words.lookup import skill_ids
from pmcareer.domain.words.optional import Typed
from pmcareer.settings import Settings
from pmcareer.views.parts.stored import Stored
from pmcareer.views.project import Projects


def run(
    settings: Settings,
    title: str,
    *,
    outcome: str,
    size: Typed = None,
    skills: Sequence[str] = (),
    on: Typed = None,
    note: Typed = None,
    dry_run: bool = False,
) -> Stored:
    """Record a project on the day it ended."""
    home = home_of(settings)

    shown = skill_ids(home.curriculum, skills)
    keys: dict[str, Any] = {
        "project": title,
        "outcome": outcome,
        "size": size,
        "skills": shown,
        "note": note,
    }
    entry = entry_for(settings, Closed, on=on, **keys)

    asked = months_in_question(home.person, entry)
    remarks = (asked,) if asked else ()
    return stored(settings, home, entry, dry_run=dry_run, remarks=remarks)


def every(settings: Settings) -> Projects:
    """List the projects."""
    home = home_of(settings)
    return Projects(
        projects=tuple(sorted(home.person.closed_projects, key=attrgetter("on", "id"))),
        today=home.today,
        titles=home.titles,
        problems=home.problems,
    )
