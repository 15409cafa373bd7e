"""`pmcareer learned`: a course, for the units that a certificate asks for."""

from typing import Any

from pmcareer.commands.entry import entry_for, stored
from pmcareer.commands.home import Home, home_of
from pmcareer.domain.gates.units import sides_of
from pmcareer.domain.logbook.entries import Learned
from pmcareer.domain.logbook.logbook import of_kind, oldest_first
from pmcareer.domain.words.amounts import hours_of, word_of
from pmcareer.domain.words.lookup import certification_named
from pmcareer.domain.words.optional import Typed
from pmcareer.settings import Settings
from pmcareer.views.learned import Courses
from pmcareer.views.parts.stored import Stored


def run(
    settings: Settings,
    title: str,
    *,
    hours: str,
    side: Typed = None,
    provider: Typed = None,
    certification: Typed = None,
    on: Typed = None,
    note: Typed = None,
    dry_run: bool = False,
) -> Stored:
    """Keep a course on the day it ended."""
    home = home_of(settings)
    keys: dict[str, Any] = {
        "title": title,
        "hours": hours_of(hours),
        "side": _side(home, side),
        "provider": provider,
        "certification": _certification(home, certification),
        "note": note,
    }
    return stored(settings, home, entry_for(settings, Learned, on=on, **keys), dry_run=dry_run)


def _side(home: Home, typed: Typed) -> str | None:
    if typed is None:
        return None
    return word_of(typed, sides_of(home.curriculum), "--side")


def _certification(home: Home, typed: Typed) -> str | None:
    if typed is None:
        return None
    return certification_named(home.curriculum, typed).id


def every(settings: Settings) -> Courses:
    """List what was kept."""
    home = home_of(settings)
    return Courses(
        courses=_kept(home), today=home.today, titles=home.titles, problems=home.problems
    )


def _kept(home: Home) -> tuple[Learned, ...]:
    return tuple(oldest_first(of_kind(home.person.entries, Learned)))
