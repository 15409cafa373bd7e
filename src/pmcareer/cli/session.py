"""What the options before the command decide, for the one command that runs."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from typer import Context

from pmcareer import settings
from pmcareer.cli import streams
from pmcareer.cli.streams import Environment
from pmcareer.errors import WrongValue
from pmcareer.settings import Settings, Write, Writing, at_once

YEARS = (2000, 2199)
"""First and last year that a day may have: forecasts need room before the calendar ends."""
Waiting = list[Writing]
"""What is to be written once the answer is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Settings, and how the answer is to look."""

    settings: Settings
    environment: Environment
    color: str
    """auto, always or never."""
    plain: bool
    waiting: Waiting

    def write(self) -> tuple[str, ...]:
        """Write what was computed, and return the ids of the entries that are stored now.

        An answer that can't be drawn leaves every file as it was.
        """
        stored: tuple[str, ...] = ()
        while self.waiting:
            stored += self.waiting.pop(0)()
        return stored


def session_of(context: Context) -> Session:
    """Return the session that the options before the command opened."""
    session = context.find_root().obj
    assert isinstance(session, Session)  # noqa: S101 -- the root callback runs before any command
    return session


def settings_of(context: Context) -> Settings:
    """Return the settings that a command works with."""
    return session_of(context).settings


def settings_from(
    environment: Environment,
    *,
    home: str | None,
    curriculum: str | None,
    today: str | None,
    write: Write = at_once,
) -> Settings:
    """Decide the settings from what was typed and from the environment.

    Raises:
        WrongValue: A value is empty, or the day is no ISO date.
    """
    return settings.settings_of(
        environment,
        home=_path("--home", home, "a folder"),
        curriculum=_path("--curriculum", curriculum, "a file"),
        today=_day("--today", today) or _day_set(environment),
        say=streams.note,
        write=write,
    )


def _path(option: str, text: str | None, wanted: str) -> Path | None:
    if text is None:
        return None
    if not text.strip() or "\0" in text:
        raise WrongValue(option, text, wanted)
    return Path(text).expanduser()


def _day_set(environment: Environment) -> date | None:
    # An empty variable is one that is not set, as everywhere in a shell.
    return _day("PMCAREER_TODAY", environment.get("PMCAREER_TODAY") or None)


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    day = _iso_day(text)
    if day is None or not YEARS[0] <= day.year <= YEARS[1]:
        raise WrongValue(option, text, f"a day like 2026-11-21, from {YEARS[0]} to {YEARS[1]}")
    return day


def _iso_day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    # fromisoformat reads 20261121 and 2026-W47-6, too; a day is written in one way here.
    return day if day.isoformat() == text else None
