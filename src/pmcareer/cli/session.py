"""What the options before the command decide, for the one command that runs."""

from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

from typer import Context

from pmcareer import errors, settings
from pmcareer.cli import streams
from pmcareer.cli.look import Look
from pmcareer.cli.outcome import Outcome
from pmcareer.cli.streams import Environment
from pmcareer.domain.ground.frozen import frozen
from pmcareer.errors import WrongValue
from pmcareer.settings import (
    SET_THE_CLOCK,
    UNREADABLE_CLOCK,
    Settings,
    Writing,
    at_once,
    day_of_the_clock,
    hold_nothing,
    never_alone,
    typed_path,
)

YEARS = (2000, 2199)
"""First and last year that a day may have: forecasts need room before the calendar ends."""

SAY_THE_DAY = "Set the clock, or say the day: --today DATE"


class Waiting:
    """What is to be written once the answer is drawn."""

    def __init__(self) -> None:
        self.logbook: list[Writing] = []
        self.files: list[Writing] = []
        self.has_lock = False
        """True where the logbook is locked before the answer is worked out."""
        self.is_asked = False
        """True where the answer asks for that: what it writes does not wait for the lock then."""

    def is_alone(self) -> bool:
        """Tell whether nobody else can write the logbook now."""
        self.is_asked = True
        return self.has_lock

    def take(self) -> tuple[Writing, ...]:
        """Hand over what waits, and wait for nothing more."""
        waiting = (*self.files, *self.logbook)
        self.files, self.logbook = [], []
        return waiting

    def write(self, writing: Writing) -> None:
        """Let what writes to the logbook wait."""
        self.logbook.append(writing)

    def put(self, writing: Writing) -> None:
        """Let what writes another file wait."""
        self.files.append(writing)


@frozen
class Session:
    """Settings, and how the answer is to look."""

    settings: Settings
    look: Look
    waiting: Waiting
    outcome: Outcome
    may_ask: bool = True
    """Nobody said --no-input."""

    @property
    def can_ask(self) -> bool:
        """Tell whether somebody sits at a terminal who may be asked."""
        return self.may_ask and streams.can_ask()

    def stand_in(self, line: ExitStack) -> None:
        """Wait for those who want to write the logbook too, where something is to be written.

        The place is kept until `line` is closed.
        """
        if self.waiting.logbook:
            from pmcareer.storage.disk.line import in_line

            self.outcome.watch()
            settings = self.settings
            line.enter_context(in_line(settings.logbook, settings.state, say=settings.say))

    def stand_alone(self, line: ExitStack) -> None:
        """Let nobody write the logbook until `line` is closed, where it has a folder to be locked.

        For those who were too slow time after time: writers of other state folders, in a container
        or under another name, do not stand in our line.
        """
        from pmcareer.storage.disk.files import DISK
        from pmcareer.storage.disk.lock import alone
        from pmcareer.storage.paths import real_path

        settings = self.settings
        real = real_path(settings.logbook)
        if self.waiting.is_asked and real.parent.is_dir():
            line.enter_context(alone(real, settings.state, files=DISK, say=settings.say))
            self.waiting.has_lock = True

    def write(self) -> None:
        """Write what was computed; an answer that can't be drawn leaves every file as it was.

        Raises:
            Stale: the logbook is no longer what it was computed from; nothing is written.
        """
        for writing in self.waiting.take():
            self.outcome.watch()
            self.outcome.keep(writing())


def session_of(context: Context) -> Session:
    """Return the session that the options before the command opened."""
    session = context.find_root().obj
    assert isinstance(session, Session)  # noqa: S101 -- the root callback runs before any command
    return session


def settings_of(context: Context, *, clock_is_right: bool = False) -> Settings:
    """Return the settings that a command works with; a clock may be said to be right.

    Raises:
        WrongClock: it is said to be right, and stands where no logbook can follow.
    """
    if clock_is_right:
        session = session_of(context)
        # The answer has the day that the command had.
        context.find_root().obj = replace(session, settings=_believing(session.settings))
    return session_of(context).settings


def _believing(found: Settings) -> Settings:
    day = _believed_day(found)
    return replace(found.on_day(day), odd_clock=None, clock_is_right=True)


def _believed_day(found: Settings) -> date:
    if found.odd_clock is None:
        return found.today
    if not found.odd_clock.may_be_right:
        raise found.odd_clock
    return day_of_the_clock() or found.today


def day_warning(found: Settings) -> str:
    """Say which day it is taken to be where the clock's can't be; nothing where it can."""
    if found.odd_clock is None:
        return ""
    what = found.odd_clock.what
    return f"{what}; today is taken to be {found.today}. {SAY_THE_DAY}"


def settings_from(
    environment: Environment,
    *,
    home: str | None,
    curriculum: str | None,
    today: str | None,
    waiting: Waiting | None = None,
    outcome: Outcome | None = None,
) -> Settings:
    """Decide the settings from what was typed and from the environment.

    Raises:
        WrongValue: A value is empty, or the day is no ISO date.
    """
    named = _day("--today", today) or _day_set(environment)
    found = settings.settings_of(
        environment,
        home=_path("--home", home, "a folder"),
        curriculum=_path("--curriculum", curriculum, "a file"),
        today=named,
        say=outcome.say if outcome else streams.note,
        write=waiting.write if waiting else at_once,
        put=waiting.put if waiting else at_once,
        watch=outcome.watch if outcome else hold_nothing,
        hold=outcome.hold if outcome else hold_nothing,
        is_alone=waiting.is_alone if waiting else never_alone,
    )
    if named or YEARS[0] <= found.today.year <= YEARS[1]:
        return found
    return _by_the_logbook(found)


def _by_the_logbook(found: Settings) -> Settings:
    """Take the day of the newest entry where the clock's can't be, else the nearest that can."""
    from pmcareer.storage.logbook.newest import newest_day

    day = newest_day(found.logbook) or _nearest(found.today)
    return replace(found.on_day(day), odd_clock=_odd(found.today))


def _nearest(day: date) -> date:
    if day.year > YEARS[1]:
        return date(YEARS[1], 12, 31)
    return date(YEARS[0], 1, 1)


def _odd(day: date) -> "errors.WrongClock":
    if day == date.max:
        return errors.WrongClock(UNREADABLE_CLOCK, SET_THE_CLOCK)
    # No logbook has a day after the last year, whoever says that it is right.
    late = SAY_THE_DAY if day.year > YEARS[1] else ""
    return errors.WrongClock(f"the clock says {day}", late)


def _path(option: str, text: str | None, wanted: str) -> Path | None:
    if text is None:
        return None
    if not _is_path(text):
        raise WrongValue(option, text, wanted)
    return typed_path(option, text)


def _is_path(text: str) -> bool:
    return bool(text.strip()) and "\0" not in text


def _day_set(environment: Environment) -> date | None:
    # An empty variable is one that is not set, as everywhere in a shell.
    return _day("PMCAREER_TODAY", environment.get("PMCAREER_TODAY") or None)


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    day = _iso_day(text)
    if day is None or not YEARS[0] <= day.year <= YEARS[1]:
        return _day_in_words(option, text)
    return day


def _day_in_words(option: str, text: str) -> date:
    """Read a day that counts from the clock's, such as yesterday.

    Raises:
        AmbiguousDay, WrongValue: It is none, or can be two; or there is no clock to count from.
    """
    # Most name no day, or write it out: they need not wait for what reads words.
    from pmcareer.domain.words.days import day_named

    clock = day_of_the_clock()
    if clock is None or not YEARS[0] <= clock.year <= YEARS[1]:
        raise WrongValue(option, text, f"a day like 2026-11-21, from {YEARS[0]} to {YEARS[1]}")
    return day_named(text, clock, option)


def _iso_day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    # fromisoformat reads 20261121 and 2026-W47-6, too; a day is written in one way here.
    return day if day.isoformat() == text else None
