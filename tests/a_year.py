"""A year in the life of a project coordinator, as lines that she types, and what every month's end answers.

She studies most weeks, is away over New Year, stops for five weeks in spring, gets a curriculum of her company in June,
becomes a junior project manager in August, earns a certificate and closes two projects.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from running import Result, run_cli, run_process

FIRST_MONDAY = date(2026, 11, 23)
LAST_DAY = date(2027, 11, 30)
FIRST_MONTH_END = date(2026, 12, 31)
HOLIDAY = (date(2026, 12, 24), date(2027, 1, 3))
BREAK = (date(2027, 4, 5), date(2027, 5, 9))
READERS = (
    ("next", "--json"),
    ("plan", "--all", "--json"),
    ("status", "--json"),
    ("gap", "--json"),
    ("review", "--json"),
    ("certificate", "--json"),
    ("profile", "--json"),
    ("experience", "--json"),
    ("project", "--json"),
    ("story", "--json"),
    ("assess", "--json"),
    ("list", "exercises", "--json"),
    ("history", "--json"),
    ("history", "--all", "--json"),
    ("doctor", "--json"),
    ("export", "json"),
)
QUARTER_READERS = (("next", "--json"), ("plan", "--all", "--json"), ("status", "--json"))
QUARTERS = (3, 6, 9, 12)
"""Month ends, counted from the first, at which real processes answer as well."""

COMPANY_CURRICULUM = """#:schema curriculum.schema.json
format = 1
title = "Ours"
version = "2027.06"
extends = "shipped"

[[exercises]]
id = "our-02"
skill = "technical-literacy"
title = "How our systems hang together"
level = 2
hours = [3, 5, 8]
core = true
replaces = ["tec-01"]

[[exercises]]
id = "tls-03"
skill = "tools"
title = "No longer done here"
level = 2
hours = [2, 4, 6]
retired = true

[[exercises]]
id = "our-01"
skill = "risk"
title = "A risk game with our own cards"
level = 2
hours = [1, 2, 3]
core = true
"""

STORY = {
    "--title": "The vendor who went silent",
    "--situation": "Our payment vendor stopped answering two weeks before a release that 40 shops waited for.",
    "--task": "I had to keep the date or say early that it would not hold.",
    "--action": "I rang their support lead, I set a day to decide by, and I prepared a release without them.",
    "--result": "We released on the day; 38 of 40 shops were live in a week, and I wrote the fallback down.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A line that was typed, and what it did to the file."""

    day: date
    arguments: tuple[str, ...]
    result: Result
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthEnd:
    """What every reader says on the last day of a month."""

    day: date
    answers: dict[tuple[str, ...], Result]
    processes: dict[tuple[str, ...], Result]
    """The same lines in processes of their own; at quarters' ends only."""
    stored: frozenset[str]
    """Ids of all entries that any line has said to be stored until then."""
    before: tuple[bytes, int]
    after: tuple[bytes, int]
    """The file and the time of its last change, before and after the readers."""

    def json(self, *arguments: str) -> dict:
        """Give what a reader answered."""
        return self.answers[arguments].json


@dataclass
class Year:
    """Somebody's year at the keyboard."""

    home: Path
    steps: list[Step] = field(default_factory=list)
    months: list[MonthEnd] = field(default_factory=list)
    day: date = date(2026, 11, 21)

    @property
    def logbook(self) -> Path:
        """The file."""
        return self.home / "logbook.toml"

    def type(self, *arguments: str) -> Result:
        """Run a line on the year's day."""
        before = self._bytes()
        result = run_cli(*arguments, today=self.day.isoformat())
        self.steps.append(
            Step(
                day=self.day, arguments=arguments, result=result, before=before, after=self._bytes()
            )
        )
        return result

    def _bytes(self) -> bytes:
        return self.logbook.read_bytes() if self.logbook.exists() else b""

    def task(self) -> dict:
        """Ask what is next."""
        return self.type("next", "--json").json["task"]

    def end_month(self) -> None:
        """Let every reader answer."""
        before = self._bytes(), self.logbook.stat().st_mtime_ns
        today = self.day.isoformat()
        answers = {line: run_cli(*line, today=today) for line in READERS}
        is_quarter = len(self.months) + 1 in QUARTERS
        processes = {
            line: run_process(*line, today=today) for line in QUARTER_READERS if is_quarter
        }
        after = self._bytes(), self.logbook.stat().st_mtime_ns
        self.months.append(
            MonthEnd(
                day=self.day,
                answers=answers,
                processes=processes,
                stored=frozenset(name for step in self.steps for name in _stored_ids(step)),
                before=before,
                after=after,
            )
        )


def _stored_ids(step: Step) -> list[str]:
    """Read the ids off the new lines of the file, which is how a user would."""
    new = step.after[len(step.before) :].decode()
    return [line.split('"')[1] for line in new.splitlines() if line.startswith("id = ")]


def a_year(home: Path) -> Year:
    """Type the whole year."""
    year = Year(home=home)
    year.type(
        "start", "--role", "project-coordinator", "--since", "2026-03", "--target", "tech-pm", "--hours-per-week", "6",
        "--no-input",
    )  # fmt: skip
    year.type("profile", "--practices", "h02,h25,h05", "--education", "bachelor")
    year.type("profile", "--days-off", f"{HOLIDAY[0]}..{HOLIDAY[1]}")
    year.type(
        "experience",
        "technical",
        "--from",
        "2023-09-01",
        "--to",
        "2026-02-28",
        "--organisation",
        "Ärzte & Söhne",
    )
    year.type("assess", "technical-literacy", "1")
    year.type("plan", "--save")
    day = FIRST_MONDAY
    while day <= LAST_DAY:
        year.day = day
        _live(year, day)
        if (day + timedelta(days=1)).month != day.month and day >= FIRST_MONTH_END:
            year.end_month()
        day += timedelta(days=1)
    return year


def _live(year: Year, day: date) -> None:
    away = any(start <= day <= end for start, end in (HOLIDAY, BREAK))
    if not away and day.weekday() in WEEKDAYS:
        WEEKDAYS[day.weekday()](year, (day - FIRST_MONDAY).days // 7)
    for arguments in EVENTS.get(day.isoformat(), ()):
        year.type(*arguments)
    if day == date(2027, 6, 1):
        (year.home / "curriculum.toml").write_text(COMPANY_CURRICULUM, encoding="utf-8")


def _monday(year: Year, week: int) -> None:
    """Keep a habit, each way to name one; not in every week."""
    if week % 4 == 3:
        return
    year.type(
        "log",
        ("h02", "clear the oldest blocker", "blocker")[week % 4],
        "--on",
        ("today", "-1d")[week % 2],
    )


def _tuesday(year: Year, week: int) -> None:
    """Work on what is next; finish it every third week, each way to name it."""
    if week % 3:
        year.type("log", "--partial", "--minutes", ("45", "1h", "1.5h")[week % 3])
        return
    task = year.task()
    named = ((), (task["id"],), (task["title"],), (task["id"].upper(),))[week // 3 % 4]
    year.type(
        "log",
        *named,
        "--minutes",
        str(task["minutes_left"]),
        "--note",
        f'Week {week}: fertig – 100 % "done"',
    )


def _thursday(year: Year, week: int) -> None:
    """Do something beside the first task: as it came at work, and not always on real work or alone."""
    way = (
        ("--supported",),
        ("--simulated",),
        ("--shadowed", "--reviewed-by", "Mona"),
        ("--led", "--evidence", EVIDENCE),
    )
    if week % 4 == 1:
        then = year.type("next", "--count", "6", "--json").json["then"]
        year.type(
            "log", then[week % len(then)]["id"], "--on", "yesterday", *way[week // 4 % 4], "--json"
        )
    elif week % 4 != 3:
        year.type("log", ASIDE[week % len(ASIDE)], "--partial", "--minutes", "30", "--on", "-2d")


def _friday(year: Year, week: int) -> None:
    """Close the week: a word, a question, a step of the job search."""
    lines = (
        ("lesson", f"Ask for the budget before the date, {week}", "--for", "new leads"),
        ("answer", "q14", f"The vendor, in week {week}"),
        ("log", "j3", "--note", "Coffee with somebody who leads projects"),
        ("log", "a little every day", "--minutes", "15"),
    )
    year.type(*lines[week % 4])


def _sunday(year: Year, week: int) -> None:
    """Keep a habit every third week, late."""
    if week % 3 == 0:
        year.type("log", "h25", "--on", "sat")


ASIDE = ("rsk-01", "met-01", "stk-04", "pln-03", "tld-01")
EVIDENCE = "https://example.org/a?b=1&c=[x]"
WEEKDAYS: dict[int, Callable[[Year, int], None]] = {
    0: _monday,
    1: _tuesday,
    3: _thursday,
    4: _friday,
    6: _sunday,
}
EVENTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "2026-11-28": (("log", "h05"), ("undo",), ("undo",), ("undo",)),
    "2026-12-05": (("defer", "tld-02", "--until", "2027-01-15"),),
    "2027-01-16": (("assess", "risk", "2", "--by", "manager"), ("assess", "stakeholders", "3")),
    "2027-02-06": (
        ("log", "h05", "--on", "2027-02-01"),
        ("log", "h05", "--on", "2027-02-01", "--again"),
        ("undo",),
    ),
    "2027-02-20": (
        (
            "project",
            "Office move",
            "--outcome",
            "On the day, 4 % under budget",
            "--skills",
            "planning,risk",
        ),
    ),
    "2027-03-13": (("plan", "--save"), ("profile", "--hours-per-week", "5")),
    "2027-05-15": (("defer", "pmf-04", "--until", "+30d"), ("profile", "--mute", "r16")),
    "2027-06-12": (("certificate", "capm", "--on", "2027-06-11", "--expires", "2030-06-11"),),
    "2027-07-03": (("story", "add", *(word for pair in STORY.items() for word in pair)),),
    "2027-07-31": (
        (
            "experience",
            "hands-on",
            "--from",
            "2026-03-01",
            "--role",
            "project-coordinator",
            "--to",
            "2027-07-31",
        ),
    ),
    "2027-08-02": (
        ("profile", "--role", "junior-pm", "--target", "senior-pm", "--mentor", "Mona"),
        ("experience", "leading", "--from", "2027-08-01", "--role", "junior-pm"),
        ("plan", "--save"),
    ),
    "2027-09-11": (("assess", "gravitas", "3", "--by", "peer"),),
    "2027-10-16": (
        (
            "project",
            "New CRM",
            "--outcome",
            "Live in October; 12 of 12 teams use it",
            "--size",
            "9 people",
        ),
    ),
    "2027-11-06": (("profile", "--study-days", "tue,thu,sat"), ("plan", "--by", "2028-12-01")),
}


def live_as(person: Path, monkeypatch) -> Path:
    """Give a person folders of their own for as long as the patch holds, and give their home."""
    for name in [
        name
        for name in os.environ
        if name.startswith("PMCAREER_") or name in {"COLUMNS", "NO_COLOR"}
    ]:
        monkeypatch.delenv(name)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(person / name.lower()))
    monkeypatch.setenv("PMCAREER_HOME", str(person / "pmcareer"))
    return person / "pmcareer"
