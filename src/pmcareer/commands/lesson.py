"""`pmcareer lesson`: what was learnt, and whom it may help."""

from pmcareer.commands.entry import entry_for, stored
from pmcareer.commands.home import home_of
from pmcareer.domain.logbook.entries import Lesson
from pmcareer.domain.logbook.logbook import of_kind, oldest_first
from pmcareer.domain.words.optional import Typed
from pmcareer.settings import Settings
from pmcareer.views.lessons import Lessons
from pmcareer.views.parts.stored import Stored


def run(
    settings: Settings,
    text: str,
    *,
    whom: Typed = None,
    on: Typed = None,
    note: Typed = None,
    dry_run: bool = False,
) -> Stored:
    """Keep a lesson."""
    return stored(
        settings,
        home_of(settings),
        entry_for(settings, Lesson, on=on, text=text, note=note, **{"for": whom}),
        dry_run=dry_run,
    )


def every(settings: Settings) -> Lessons:
    """List what was kept."""
    home = home_of(settings)
    kept = oldest_first(of_kind(home.person.entries, Lesson))
    return Lessons(lessons=tuple(kept), today=home.today, problems=home.problems)
