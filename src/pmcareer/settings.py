"""What is decided once, at the edge: files, the user's day, the clock and new ids."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

LOGBOOK = "logbook.toml"
CURRICULUM = "curriculum.toml"
ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
ID_LENGTH = 10
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


def hold_nothing() -> None:
    """Let whoever interrupts interrupt."""


@dataclass(frozen=True, slots=True, kw_only=True)
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
    hold: Hold = hold_nothing
    """Keeps signals waiting until the answer is out."""

    @property
    def logbook(self) -> Path:
        """Path of the one file that pmcareer writes."""
        return self.home / LOGBOOK


def settings_of(
    environment: Mapping[str, str],
    *,
    home: Path | None = None,
    curriculum: Path | None = None,
    today: date | None = None,
    say: Callable[[str], None] = say_nothing,
    write: Write = at_once,
    put: Write = at_once,
    hold: Hold = hold_nothing,
) -> Settings:
    """Decide the settings: an option beats the environment, which beats the platform's default.

    Raises:
        ValueError: PMCAREER_TODAY is no ISO date.
    """
    named_home = home or _path(environment.get("PMCAREER_HOME"))
    chosen_home = (named_home or _platform_folder("data")).absolute()
    chosen = curriculum or _path(environment.get("PMCAREER_CURRICULUM"))
    # A curriculum beside the logbook is meant without a word; a file that is named goes before it.
    if chosen is None and (chosen_home / CURRICULUM).is_file():
        chosen = chosen_home / CURRICULUM
    # The user's civil day: what a calendar on the wall says, without a time zone.
    day = today or _day(environment.get("PMCAREER_TODAY")) or date.today()  # noqa: DTZ011
    return Settings(
        home=chosen_home,
        state=_platform_folder("state"),
        curriculum=chosen,
        today=day,
        now=partial(_now, day),
        new_id=_new_id,
        say=say,
        write=write,
        put=put,
        hold=hold,
    )


def _path(text: str | None) -> Path | None:
    return Path(text).expanduser() if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _platform_folder(kind: str) -> Path:
    from platformdirs import PlatformDirs  # noqa: PLC0415 -- only when no folder was named

    folders = PlatformDirs("pmcareer", appauthor=False)
    data, state = Path(folders.user_data_dir), Path(folders.user_state_dir)
    if kind == "data":
        return data
    # macOS and Windows have one folder for both; what is synced must not hold locks and snapshots.
    return state if state != data else data.with_name("pmcareer-state")


def _now(today: date) -> datetime:
    """Return the local time to the second on the user's day, its offset in whole minutes."""
    # TOML knows no other offset, and TZ can name one with seconds.
    local = datetime.now().astimezone().replace(microsecond=0)
    offset = local.utcoffset() or timedelta(0)
    minutes = round(offset.total_seconds() / 60)
    # Whoever writes as of another day is believed about the day: by it entries are late or not.
    time = local.astimezone(timezone(timedelta(minutes=minutes))).timetz()
    return datetime.combine(today, time)


def _new_id() -> str:
    """Draw 50 random bits as ten letters of Crockford's base 32."""
    import secrets  # noqa: PLC0415 -- only when something is written

    return "".join(secrets.choice(ID_LETTERS) for _ in range(ID_LENGTH))
