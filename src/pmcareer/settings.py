"""What is decided once, at the edge: files, the user's day, the clock and new ids."""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

from pmcareer import errors

LOGBOOK = "logbook.toml"
CURRICULUM = "curriculum.toml"
ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
ID_LENGTH = 10
MOST_OFFSET = 23 * 60 + 59
"""Minutes between local time and UTC."""
NOBODYS = "a path that is there: nobody has that home folder"
UNREADABLE_CLOCK = "the clock stands beyond the year 2261"
SET_THE_CLOCK = "Set the clock."
Writing = Callable[[], tuple[str, ...]]
"""Writes to a file, and returns the ids of the entries that are stored by that."""
Write = Callable[[Writing], None]
"""Does what writes to a file, now or when it is time."""
Hold = Callable[[], None]
"""Called just before a file is swapped: from here to the answer nothing may interrupt."""


def say_nothing(_: str) -> None:
    """Wait without a word."""


def at_once(write: Writing) -> None:
    """Write without waiting for anything."""
    write()


def never_alone() -> bool:
    """Hold no lock."""
    return False


def hold_nothing() -> None:
    """Let whoever interrupts interrupt."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Settings:
    """Where things lie and what day it is, for one run of one command."""

    home: Path
    """Folder of the logbook and of the user's own curriculum."""
    state: Path
    """Folder of locks, snapshots and damaged tails; never synced."""
    curriculum: Path | None
    """The curriculum to read; None is the one that is shipped."""
    today: date
    """The user's civil day."""
    now: Callable[[], datetime]
    """The real clock on the user's day, its offset in whole minutes; only for an entry's `at`."""
    new_id: Callable[[], str]
    """A fresh random id for an entry."""
    say: Callable[[str], None] = say_nothing
    """Tells the user, while a command runs, what it is waiting for."""
    write: Write = at_once
    """Writes to the logbook, at once or when the answer is drawn and nothing can fail any more."""
    put: Write = at_once
    """The same for a file that is no logbook, and for which nobody has to wait."""
    watch: Hold = hold_nothing
    """Lets signals end the command tidily from here on; for one that ran somebody's editor."""
    hold: Hold = hold_nothing
    """Keeps signals waiting until the answer is out."""
    is_alone: Callable[[], bool] = never_alone
    """Tells whether the logbook is locked already, by whoever had to work it out too often."""
    is_day_named: bool = False
    """Somebody said which day it is; the time of day is the clock's all the same."""
    odd_clock: "errors.WrongClock | None" = None
    """Why the clock's day can't be, where nobody named one; `today` is then another."""
    clock_is_right: bool = False
    """Somebody says so: no moment is refused, and none is warned of."""

    @property
    def logbook(self) -> Path:
        """Path of the one file that pmcareer writes."""
        return self.home / LOGBOOK

    def on_day(self, day: date) -> "Settings":
        """Return the settings of another day."""
        return replace(self, today=day, now=partial(_now, day))


def settings_of(
    environment: Mapping[str, str],
    *,
    home: Path | None = None,
    curriculum: Path | None = None,
    today: date | None = None,
    say: Callable[[str], None] = say_nothing,
    write: Write = at_once,
    put: Write = at_once,
    watch: Hold = hold_nothing,
    hold: Hold = hold_nothing,
    is_alone: Callable[[], bool] = never_alone,
) -> Settings:
    """Decide the settings: an option beats the environment, which beats the platform's default.

    A clock that can't be read leaves the last day of the calendar.

    Raises:
        ValueError: PMCAREER_TODAY is no ISO date.
        WrongValue: a path begins with the folder of nobody.
        NoHome: no folder was named, and the system has none for this user.
    """
    named_home = home or _path("PMCAREER_HOME", environment)
    chosen_home = (named_home or _platform_folder("data")).absolute()
    chosen = curriculum or _path("PMCAREER_CURRICULUM", environment)
    # A curriculum beside the logbook is meant without a word; a file that is named goes before it.
    # A link that leads nowhere is meant, too: to use another in its place would be a silent change.
    if chosen is None and os.path.lexists(chosen_home / CURRICULUM):
        chosen = chosen_home / CURRICULUM
    named_day = today or _day(environment.get("PMCAREER_TODAY"))
    day = named_day or day_of_the_clock() or date.max
    return Settings(
        home=chosen_home,
        state=_state_of(chosen_home),
        curriculum=chosen,
        today=day,
        now=partial(_now, day),
        is_day_named=named_day is not None,
        new_id=_new_id,
        say=say,
        write=write,
        put=put,
        watch=watch,
        hold=hold,
        is_alone=is_alone,
    )


def day_of_the_clock() -> date | None:
    """Return the local day; None where the clock stands so far off that it can't be read."""
    try:
        # What a calendar on the wall says, without a time zone.
        return date.today()  # noqa: DTZ011
    except (OverflowError, OSError, ValueError):
        return None


def typed_path(option: str, text: str) -> Path:
    """Read a path; `~` is the user's own folder, `~ada` that of Ada.

    Raises:
        WrongValue: nobody here has that folder.
    """
    try:
        return Path(text).expanduser()
    except RuntimeError:
        # Left as it is, it would become a folder of that name in whatever folder one is in.
        raise errors.WrongValue(option, text, NOBODYS) from None


def _path(name: str, environment: Mapping[str, str]) -> Path | None:
    text = environment.get(name)
    return typed_path(name, text) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _state_of(home: Path) -> Path:
    try:
        return _platform_folder("state")
    except errors.NoHome:
        # A container's user may have no folder: what is named decides where the rest lies.
        return home.parent / f"{home.name or 'pmcareer'}-state"


def _platform_folder(kind: str) -> Path:
    try:
        data, state = _platform_folders()
    except RuntimeError:
        raise errors.NoHome from None
    # What starts from wherever one stands is another folder every day.
    if not (data.is_absolute() and state.is_absolute()):
        raise errors.NoHome
    if kind == "data":
        return data
    # macOS and Windows have one folder for both; what is synced must not hold locks and snapshots.
    return state if state != data else data.with_name("pmcareer-state")


def _platform_folders() -> tuple[Path, Path]:
    from platformdirs import PlatformDirs  # noqa: PLC0415 -- only when no folder was named

    folders = PlatformDirs("pmcareer", appauthor=False)
    return Path(folders.user_data_dir), Path(folders.user_state_dir)


def _now(today: date) -> datetime:
    """Return the local time to the second on the user's day, its offset in whole minutes.

    Raises:
        WrongClock: it stands where no library of the system can read it.
    """
    try:
        # Much of what writes asks for these seconds, and not every clock has them.
        time.time()
        local = datetime.now(_zone())
    except (OverflowError, OSError, ValueError):
        raise errors.WrongClock(UNREADABLE_CLOCK, SET_THE_CLOCK) from None
    # Whoever writes as of another day is believed about the day: by it entries are late or not.
    return datetime.combine(today, local.timetz().replace(microsecond=0))


def _zone() -> timezone:
    # TOML knows no offset with seconds, nor one of a day and more; TZ can name both.
    minutes = round(time.localtime().tm_gmtoff / 60)
    return timezone(timedelta(minutes=max(-MOST_OFFSET, min(minutes, MOST_OFFSET))))


def _new_id() -> str:
    """Draw 50 random bits as ten letters of Crockford's base 32."""
    import secrets  # noqa: PLC0415 -- only when something is written

    return "".join(secrets.choice(ID_LETTERS) for _ in range(ID_LENGTH))
