"""Whether two checkouts answer alike: every command, many people, byte for byte.

    python benchmarks/same_answers.py BEFORE AFTER    folders of checkouts; 1 if answers differ
    … --allow 'plan --compare' --allow doctor         where differences are expected and counted
    … --only '^plan' --home year --diff-lines 40      some of it, and more of each difference
    … --thorough                                      everybody is asked everything

Both are run by the interpreter that runs this script. Each in turn is copied to one and the same
folder, and so are the homes, so that no path differs; its `src` comes first on PYTHONPATH and its
`data` lies beside it, where the package looks for the curriculum in a checkout. The logbooks are
written here and not by either program, so that ids and instants are the same. What is asked:

- of every person commands that read, and some that write with --dry-run, as JSON and as a screen of
  80 and of 40 columns, in a fork of a process that has everything loaded;
- of one person all help, mistakes, looks at every item, and each command as a process of its own,
  because a circle of imports shows only there;
- of some a session in which entries are stored.

What lies in the homes afterwards counts as an answer, too. The day is 2026-11-21 unless a line says
another. Randomness has a seed; the present instant, which entries get as `at`, is masked. --allow
and --only are searched for in the words of a command, which stand in the report before the bracket.

The answers of BEFORE are kept in the folder for temporary files, and taken from there as long as
neither it nor this script has changed; --fresh asks again.
"""

import argparse
import difflib
import gc
import importlib
import json
import os
import pkgutil
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import tomllib
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from itertools import compress
from pathlib import Path
from typing import Any, NoReturn
from zlib import crc32

import tomli
import tomli_w

TODAY = date(2026, 11, 21)
ONE_DAY = timedelta(days=1)
PARTS = ("src", "data")
"""What is copied of a checkout."""
SERVING = "--serve"
CRASHED = 70
Row = dict[str, Any]


# Who is asked: a home is a folder with a logbook, and perhaps a curriculum.


@dataclass
class Diary:
    """The entries of one person, with ids and instants that never change."""

    letter: str
    rows: list[Row] = field(default_factory=list)

    def add(self, kind: str, on: date, /, **keys: object) -> str:
        """Add an entry and give its id; a key that is a word of Python's ends with a `_`."""
        name = f"{self.letter}{len(self.rows):09}"
        noted_at = datetime.combine(on, time(19, 30), tzinfo=UTC)
        said = {key.rstrip("_"): value for key, value in keys.items() if value is not None}
        self.rows.append({"kind": kind, "on": on, "at": noted_at, **said, "id": name})
        return name

    def text(self) -> str:
        """Write the logbook."""
        entries = [f"\n[[entries]]\n{tomli_w.dumps(row)}" for row in self.rows]
        return "# pmcareer logbook.\nformat = 1\n" + "".join(entries)


EXERCISES = """
app-03 app-05 pmf-01 pmf-02 tld-01 stk-01 pln-01 tec-01 ags-01 rsk-01 met-01 tls-01 app-01 app-09
pmf-03 stk-02 pln-02 tld-02 ags-02 rsk-02 met-02 tls-02 app-11 tec-02 tec-03 pmf-05 stk-03 pln-03
ags-03 rsk-03 met-03 tls-04 app-08 tld-04 stk-05 prd-01 prd-02 pmf-04 pln-04 rsk-04 stk-04 tld-03
gov-01 rep-01 biz-01 pri-01 erm-01 ben-01 inv-01 str-01 exi-01 mgs-01 thl-01 pmf-06 stk-06 rsk-05
""".split()  # noqa: SIM905 -- four lines and not sixty
HABITS = ("h02", "h05", "h25", "h02", "h14")
STORY = {
    "title": "The vendor who went silent",
    "situation": "Our payment vendor stopped answering two weeks before a release.",
    "task": "I had to keep the date or say early that it would not hold.",
    "action": "I rang their support lead and prepared a release without them.",
    "result": "We released on the day; 38 of 40 shops were live in a week.",
}
BASELINE: Row = {
    "target": "tech-pm",
    "route": "via-junior-pm",
    "study": date(2026, 12, 8),
    "finish": date(2028, 12, 4),
    "hours_per_week": 6.0,
    "pace": 3.72,
    "exercises": ["app-08=20.67", "pmf-04=7.33", "tld-02=5.17", "prd-01=16.67", "rsk-03=10.33"],
    "gates": ["tech-pm-closed=", "tech-pm-portfolio=", "tech-pm-leading=2028-03-23"],
    "curriculum": "2026.11",
}
OWN_CURRICULUM = """format = 1
title = "Ours"
version = "2027.06"
extends = "shipped"

[[skills]]
id = "cooking"
title = "Cooking for the team"
side = "power-skills"

[[exercises]]
id = "our-02"
skill = "technical-literacy"
title = "How our systems hang together"
level = 2
hours = [3, 5, 8]
core = true
replaces = ["tec-01"]

[[exercises]]
id = "tls-02"
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
requires = ["our-02"]

[[exercises]]
id = "our-03"
skill = "cooking"
title = "Soup for twenty"
level = 2
hours = [1, 2, 4]
span_days = 14
core = true

[[roles]]
id = "head-of-soup"
title = "Head of soup"
needs = { cooking = 2, risk = 2 }
gates = [
  { id = "soup-leading", kind = "experience", work = "leading", months = 6 },
  { id = "soup-served", kind = "closed", count = 3 },
]

[[moves]]
from = "project-coordinator"
to = "head-of-soup"
months = [2, 4, 8]
"""


def _newcomer() -> str:
    diary = Diary("n")
    diary.add("profile", date(2026, 11, 10), target="tech-pm", hours_per_week=7.0)
    diary.add("worked", date(2026, 11, 12), exercise="pmf-01", minutes=45)
    diary.add(
        "finished", date(2026, 11, 16), exercise="pmf-01", minutes=60, note="Überzeugt → „ja“"
    )
    diary.add("practised", date(2026, 11, 19), practice="h02")
    return diary.text()


def _coordinator_year() -> str:
    diary = Diary("y")
    begin = date(2025, 11, 22)
    diary.add("profile", begin, role="project-coordinator", target="tech-pm", hours_per_week=6.0)
    diary.add("profile", begin, practices=["h02", "h25", "h05"], education="bachelor")
    diary.add("profile", begin, days_off=["2025-12-24..2026-01-03", "2026-12-24..2027-01-03"])
    diary.add("experience", begin, work="technical", from_=date(2023, 9, 1), to=date(2025, 8, 31))
    diary.add(
        "experience", begin, work="hands-on", from_=date(2025, 9, 1), role="project-coordinator"
    )
    diary.add("baseline", date(2026, 1, 10), **BASELINE)
    for number in range((TODAY - begin).days):
        day = begin + number * ONE_DAY
        if not date(2026, 4, 5) <= day <= date(2026, 5, 9):
            _weekday_of_a_coordinator(diary, day, number)
    _events_of_a_coordinator(diary)
    return diary.text()


def _weekday_of_a_coordinator(diary: Diary, day: date, number: int) -> None:
    """Study on Tuesdays and Thursdays, keep habits, and close the week with a word."""
    week = number // 7
    match day.weekday():
        case 0:
            diary.add("practised", day, practice=HABITS[week % 5], minutes=(None, 15)[week % 2])
        case 1 if week % 3:
            diary.add("worked", day, exercise=EXERCISES[week // 3], minutes=45 + week)
        case 1:
            _finish(diary, day, EXERCISES[week // 3], week)
        case 3 if week % 4 == 1:
            diary.add("worked", day, exercise=EXERCISES[30 + week % 5], minutes=30)
        case 4:
            _close_a_week(diary, day, week)


def _finish(diary: Diary, day: date, exercise: str, number: int) -> None:
    ways: tuple[Row, ...] = (
        {},
        {"mode": "simulated"},
        {"part": "shadowed", "reviewed_by": "Mona"},
        {"part": "led", "evidence": "https://example.org/a?b=1&c=[x]"},
        {"part": "supported", "outcome": "Used since"},
    )
    minutes = 120 + 37 * (number % 11)
    diary.add("finished", day, exercise=exercise, minutes=minutes, **ways[number % len(ways)])


def _close_a_week(diary: Diary, day: date, week: int) -> None:
    match week % 4:
        case 0:
            diary.add("lesson", day, text=f"Ask for the budget early, {week}", for_="new leads")
        case 1:
            diary.add(
                "answered", day, prompt=f"q{week % 16 + 1:02}", text=f"The vendor, in week {week}"
            )
        case 2:
            diary.add("did", day, step="j3", what="Coffee", with_="Ada Lovelace")


def _events_of_a_coordinator(diary: Diary) -> None:
    wrong = diary.add("practised", date(2026, 2, 1), practice="h05")
    diary.add("void", date(2026, 2, 1), of=wrong)
    diary.add("deferred", date(2026, 2, 5), exercise="tld-02", until=date(2026, 3, 15))
    diary.add("deferred", date(2026, 11, 15), exercise="pmf-04", until=date(2026, 12, 15))
    diary.add("assessed", date(2026, 2, 16), skill="risk", level=2, by="manager")
    diary.add("assessed", date(2026, 2, 16), skill="stakeholders", level=3, by="self")
    skills = ["planning", "risk"]
    outcome = "On the day, 4 % under budget"
    diary.add("closed", date(2026, 3, 20), project="Office move", outcome=outcome, skills=skills)
    diary.add(
        "closed", date(2026, 10, 16), project="New CRM", outcome="12 of 12 teams", size="9 people"
    )
    diary.add("profile", date(2026, 5, 13), hours_per_week=5.0, muted=["r16"], mentor="Mona")
    expires = date(2029, 6, 11)
    diary.add("certified", date(2026, 6, 11), certification="capm", expires=expires)
    diary.add("story", date(2026, 7, 3), **STORY, skills=["risk", "stakeholders"])
    diary.add("rated", date(2026, 9, 11), trait="gravitas", level=3, by="peer")
    diary.add(
        "profile", date(2026, 11, 6), study_days=["tue", "thu", "sat"], goal_certificate="pmp"
    )


CAREER = (
    (date(2016, 11, 22), "programmer", "technical"),
    (date(2018, 11, 1), "team-lead", "people"),
    (date(2020, 3, 1), "junior-pm", "leading"),
    (date(2021, 6, 1), "tech-pm", "leading"),
    (date(2024, 2, 1), "senior-pm", "leading"),
)
TEN_YEARS_DAYS = 3650


def _ten_years() -> str:
    diary = Diary("t")
    ends = [begin - ONE_DAY for begin, _, _ in CAREER[1:]] + [None]
    for (begin, role, work), end in zip(CAREER, ends, strict=True):
        diary.add("profile", begin, role=role, target="programme-manager", hours_per_week=4.0)
        diary.add("experience", begin, work=work, role=role, from_=begin, to=end)
    diary.add("certified", date(2022, 5, 5), certification="pmp", expires=date(2025, 5, 5))
    diary.add("baseline", date(2026, 1, 10), **BASELINE | {"target": "programme-manager"})
    for number in range(TEN_YEARS_DAYS):
        _a_day_of_ten_years(diary, CAREER[0][0] + number * ONE_DAY, number)
    diary.rows.sort(key=lambda row: row["on"])
    return diary.text()


def _a_day_of_ten_years(diary: Diary, day: date, number: int) -> None:
    exercise = EXERCISES[number // 60 % len(EXERCISES)]
    if number % 60 == 0:
        _finish(diary, day, exercise, number // 60)
    elif number % 200 == 1:
        diary.add("closed", day, project=f"Release {number}", outcome="Used", skills=["planning"])
    elif number % 90 == 1:
        diary.add("assessed", day, skill="risk", level=1 + number // 900, by="peer")
    elif number % 7 == 1:
        _close_a_week(diary, day, number // 7)
    elif number % 3 == 0:
        diary.add("worked", day, exercise=exercise, minutes=20 + number % 50)
    else:
        diary.add("practised", day, practice=HABITS[number % 5], minutes=10)


def _a_person(profile: Row, *months: tuple[str, date, date | None, str | None]) -> str:
    """Somebody who says who they are, and what work they have done since when."""
    diary = Diary("p")
    diary.add("profile", TODAY - 3 * ONE_DAY, **profile)
    for work, begin, end, role in months:
        diary.add("experience", TODAY - 3 * ONE_DAY, work=work, from_=begin, to=end, role=role)
    return diary.text()


BANK: Row = {"role": "programmer", "target": "tech-pm", "projects": "large-complex"}
FIRM: Row = {"role": "programmer", "target": "tech-pm", "projects": "small-simple"}
PMO: Row = {"role": "pmo-manager", "target": "portfolio-pmo"}
JUNIOR: Row = {"role": "junior-pm", "education": "bachelor", "hours_per_week": 5.0}
SERVICES = ["investment-appraisal", "prioritisation"]
HOMES: Mapping[str, Callable[[], str | None]] = {
    "ten-years": _ten_years,
    "year": _coordinator_year,
    "empty": lambda: None,
    "newcomer": _newcomer,
    "bank": lambda: _a_person(
        BANK,
        ("technical", date(2020, 11, 1), None, "programmer"),
        ("agile", date(2022, 2, 1), None, None),
    ),
    "firm-of-five": lambda: _a_person(
        FIRM,
        ("technical", date(2020, 11, 1), None, "programmer"),
        ("delivery", date(2025, 12, 1), date(2026, 5, 31), None),
    ),
    "pmo-five-years": lambda: _a_person(
        PMO | {"hours_per_week": 4.0, "pmo_type": "project"},
        ("pmo", date(2021, 11, 22), None, "pmo-manager"),
    ),
    "pmo-delivery": lambda: _a_person(
        PMO | {"pmo_services": SERVICES},
        ("pmo", date(2020, 11, 22), None, "pmo-manager"),
        ("delivery", date(2018, 5, 22), date(2020, 11, 21), None),
        ("business", date(2016, 11, 22), date(2018, 5, 21), None),
    ),
    "junior": lambda: _a_person(
        JUNIOR | {"goal_certificate": "pmp"},
        ("leading", date(2025, 9, 22), None, "junior-pm"),
    ),
    "proving": lambda: _a_person(
        {"role": "tech-pm", "target": "tech-pm", "hours_per_week": 3.0},
        ("leading", date(2024, 1, 1), None, "tech-pm"),
    ),
    "own-curriculum": _coordinator_year,
    "torn": lambda: _newcomer() + '\n[[entries]]\nkind = "finis',
    "damaged": lambda: (
        _newcomer().replace("minutes = 45", 'minutes = "long"').replace("h02", "h77")
    ),
}
DAMAGED = ("torn", "damaged")
ASKED_FULLY = ("ten-years", "year", "empty", "pmo-five-years", *DAMAGED)
WITH_SESSION = ("empty", "year", "own-curriculum", "torn")


def write_homes(folder: Path) -> None:
    """Write every home, and the files that lines name."""
    for name, text in HOMES.items():
        _write_home(folder / name, text())
    (folder / "own-curriculum" / "curriculum.toml").write_text(OWN_CURRICULUM, "utf-8")
    files = folder / "files"
    files.mkdir()
    (files / "laptop.toml").write_text(_newcomer(), "utf-8")
    (files / "bad.toml").write_text(
        'format = 1\ntitle = "Bad"\n[[exercises]]\nid = "X y"\n', "utf-8"
    )
    (files / "broken.toml").write_text("format = 1\n[[exercises]\n", "utf-8")
    for name in WITH_SESSION:
        shutil.copytree(folder / name, folder / f"{name}-session")


def _write_home(home: Path, text: str | None) -> None:
    home.mkdir(parents=True)
    if text is not None:
        (home / "logbook.toml").write_text(text, "utf-8")


# What they ask. A line is split as a shell would; FILES stands for a folder.


EVERYBODY = """
next
next --minutes 30
next --why
status
review
plan
plan --all
plan --compare
plan --by 2027-09-01
plan --target portfolio-pmo
gap
gap --target senior-pm
certificate
certificate pmp
profile
experience
assess
show risk
show r09
list exercises --open
list routes
list options
list advice
history --all
export json
export markdown
export worksheet
log --dry-run
start --role programmer --no-input --dry-run
""".strip().splitlines()
FULLY = """
next --count 6
next --target portfolio-pmo
review --since 2026-10-01
plan --why
plan --from pmo-analyst --target programme-manager --all
plan --hours-per-week 12
plan --route 2
plan --save --dry-run
certificate pfmp
project
assess risk
assess leadership
show pmf-02
show tech-pm
show pmp
show o4
list exercises --done
list certifications
list practices
history
history --kind finished,worked --limit 20
history --skill risk --since 2026-06-01
story
story matrix
export csv
export ics
export markdown --for mentor
export jsonresume
export worksheet --certificate pmp
check
doctor
log pmf-04 --minutes 90 --dry-run
log --partial --minutes 45 --dry-run
undo --dry-run
""".strip().splitlines()
"""What is asked of those in whose homes there is the most to read; with --thorough of everybody."""

ONCE = """
list
list skills
list roles
list traits
list prompts
list job-steps
list resources
list moves
list steps
list exercises risk register
list exercises --skill risk --level 3 --core
show living risk register
show y000000007
schema
check FILES/bad.toml
check FILES/broken.toml
export ics --weeks 8 --at 18:30
export html
export svg
log h02 --dry-run
log h99 --dry-run
log j3 --with "Ada Lovelace" --dry-run
log pmf-02 --simulated --outcome Fine --evidence x --dry-run
log pmf-01 --on 2026-11-16 --dry-run
undo y000000007 --dry-run
defer stk-04 --until +14d --dry-run
answer q03 "My sponsor decides by Friday" --dry-run
answer q06 slow --dry-run
lesson "Ask first" --for "new leads" --dry-run
project "New CRM" --outcome "Live in May" --skills risk --dry-run
certificate capm --on 2026-11-20 --dry-run
experience leading --from 2024-03-01 --to 2026-06-30 --dry-run
assess risk 3 --by manager --dry-run
profile --hours-per-week 4 --mute r09 --dry-run
story add --from y000000007 --title T --situation S --task T --action A --result R --dry-run
merge FILES/laptop.toml --dry-run
edit
plan --target head-of-soup
plan --by 2026-12-01
plan --today 2027-08-01
status --today 2027-08-01
review --today 2026-12-31
next --today 2026-12-25
gap --today 2036-02-29
next --plain
status --plain
plan --plain
review --plain
next --color always
plan --color always
status --color always
gap --color always
certificate --color always
"""
MISTAKES = """
nxt
log pmf-99
log pmf-99 --minutes 30
log pmf-04 --minutes many
log pmf-04 --on 2026-13-01
log pmf-04 --on tomorrow
show nothing-like-it
show pmf
list thngs
plan --target emperor
plan --by yesterday
plan --route 99
plan --hours-per-week 90
plan --from tech-pm --target programmer
gap --target nobody
certificate pmq
certificate capm --on 2027-01-01
profile --role king
profile --days-off 2026-13
experience sleeping --from 2024-01-01
experience leading
experience leading --from 2025-01-01 --to 2024-01-01
assess risk 9
assess risk 3 --by cat
answer q99 x
answer
defer pmf-02 --until 2020-01-01
undo nothing
history --kind dreamt
history --since whenever
export pdf
export worksheet --certificate zzz
story add --no-input
merge FILES/none.toml
check FILES/none.toml
next --today 2026-02-30
next --color pink
next --minutes 0
next now
--home ""
status --nonsense
"""
SESSION = """
start --role project-coordinator --since 2026-03 --target tech-pm --hours-per-week 6 --no-input
plan --save
log --partial --minutes 45
log pmf-02 --minutes 90 --note "Week 1: fertig" --json
log pmf-02 --minutes 90
log h02 --on yesterday
log j3 --with "Ada Lovelace"
lesson "Ask for the budget before the date" --for "new leads"
answer q14 "The vendor"
defer tld-02 --until 2027-01-15
assess risk 2 --by manager
assess gravitas 3 --by peer
project "Office move" --outcome "On the day" --skills planning,risk
certificate capm --on 2026-11-20
experience leading --from 2024-03-01 --to 2025-02-28
story add --title T --situation S --task T --action A --result R
profile --practices h02,h05 --study-days tue,thu --days-off 2026-12-24..2027-01-03
profile --mute r16
undo
undo
merge FILES/laptop.toml
plan --why
status
review
history --all
doctor --fix
doctor
export json
"""
SCREENS = ("80", "40")
LOOKS = ("json", *SCREENS)
COLD = "process"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A line that somebody types, and how the answer is to look."""

    home: str
    words: str
    look: str
    line: int = 0
    """Where it stands in a session, in which a line may come twice."""

    @property
    def label(self) -> str:
        """Say it on one line."""
        line = f", line {self.line}" if self.line else ""
        return f"pmcareer {self.words}   [{self.home}, {self.look}{line}]"

    @property
    def number(self) -> int:
        """Give a number of its own, the same in every run."""
        return crc32(self.label.encode())

    @property
    def columns(self) -> str:
        """Give the width of the screen."""
        return self.look if self.look in SCREENS else "80"

    def arguments(self, files: Path) -> list[str]:
        """Give the words as the program gets them."""
        words = shlex.split(self.words.replace("FILES", str(files)))
        return [*words, "--json"] if self.look == "json" else words


Errand = tuple[Question, ...]
"""Questions that are asked one after the other, by one worker."""


def errands(options: argparse.Namespace) -> list[Errand]:
    """Collect everything that is asked; sessions, the longest, first."""
    sessions = [_session(f"{name}-session") for name in WITH_SESSION]
    questions = _questions(options.before, HOMES if options.thorough else ASKED_FULLY)
    single = [(each,) for each in questions if re.search(options.only, each.words)]
    asked = [*(() if options.only else sessions), *single]
    return [errand for errand in asked if re.search(options.home, errand[0].home)]


def _session(home: str) -> Errand:
    lines = enumerate(_lines(SESSION), start=1)
    return tuple(Question(home=home, words=words, look="80", line=line) for line, words in lines)


def _questions(before: Path, fully: Iterable[str]) -> Iterator[Question]:
    for home in HOMES:
        yield from _typed_by(home, EVERYBODY)
    for home in fully:
        yield from _typed_by(home, FULLY, ("80",) if home in DAMAGED else LOOKS)
    once = _lines(ONCE)
    yield from _typed_by("year", once)
    yield from _typed_by("year", _lines(MISTAKES), ("80", "json"))
    for home in ("empty", "own-curriculum", *DAMAGED):
        yield from _typed_by(home, once, ("80",))
    yield from _typed_by("own-curriculum", ("check", "show our-02", "show head-of-soup"))
    yield from _typed_by("year", _help(), SCREENS)
    yield from _typed_by("year", _looks_at_everything(before), ("80",))
    yield from _typed_by("year", _one_of_each(), (COLD,))


def _typed_by(home: str, lines: Iterable[str], looks: Iterable[str] = LOOKS) -> Iterator[Question]:
    for line in lines:
        for look in looks:
            yield Question(home=home, words=line, look=look)


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


def _help() -> list[str]:
    """Ask for all help there is."""
    ours = ("--help", "--version", "--show-completion bash", "help log", "help nothing")
    return [*ours, *(f"{line.split()[0]} --help" for line in _one_of_each())]


def _one_of_each() -> list[str]:
    """Give the first line of each command, and of each export."""
    first: dict[str, str] = {}
    for line in (*EVERYBODY, *FULLY, *_lines(ONCE), "help"):
        first.setdefault(line if line.startswith("export") else line.split()[0], line)
    return list(first.values())


def _looks_at_everything(before: Path) -> list[str]:
    curriculum = tomllib.loads((before / "data" / "curriculum.toml").read_text("utf-8"))
    tables = [items for items in curriculum.values() if isinstance(items, list)]
    names = dict.fromkeys(item["id"] for items in tables for item in items if "id" in item)
    shown = [f"show {name}" for name in names]
    own = [f"certificate {item['id']}" for item in curriculum.get("certifications", ())]
    levels = [f"assess {item['id']}" for item in curriculum.get("skills", ())]
    return [*shown, *own, *levels]


# Who answers: one process for each worker, which forks for every line.


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    def text(self) -> str:
        """Write it as one text."""
        told = f"{self.err}\n" if self.err else ""
        return f"exit code {self.code}\n{told}{self.out}"


class Server:
    """A process with all of a checkout loaded."""

    def __init__(self, place: "Place") -> None:
        """Start it."""
        self._place = place
        self._process = subprocess.Popen(
            [sys.executable, __file__, SERVING],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=place.environment(),
            cwd=place.folder / "cwd",
            encoding="utf-8",
        )

    def ask(self, question: Question) -> Answer:
        """Ask one question."""
        environment = self._place.environment(question)
        arguments = question.arguments(self._place.files)
        if question.look == COLD:
            return self._ask_process(arguments, environment)
        request = {"arguments": arguments, "environment": environment, "seed": question.number}
        assert self._process.stdin  # noqa: S101 -- for the type checker
        assert self._process.stdout  # noqa: S101 -- as above
        self._process.stdin.write(f"{json.dumps(request)}\n")
        self._process.stdin.flush()
        reply = self._process.stdout.readline()
        if not reply:
            sys.exit(f"The process that answers has died: {question.label}")
        return Answer(**json.loads(reply))

    def _ask_process(self, arguments: Sequence[str], environment: Mapping[str, str]) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "pmcareer", *arguments],
            check=False,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env=environment,
            cwd=self._place.folder / "cwd",
        )
        out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        return Answer(code=done.returncode, out=out, err=err)

    def stop(self) -> None:
        """Let it go."""
        assert self._process.stdin  # noqa: S101 -- as above
        self._process.stdin.close()
        self._process.wait()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The folder in which one checkout after the other lies."""

    folder: Path

    @property
    def files(self) -> Path:
        """Files that lines name."""
        return self.folder / "homes" / "files"

    def prepare(self, checkout: Path) -> None:
        """Bring in a checkout, and the homes as if they were new."""
        shutil.rmtree(self.folder)
        (self.folder / "cwd").mkdir(parents=True)
        write_homes(self.folder / "homes")
        for part in PARTS:
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(checkout / part, self.folder / "checkout" / part, ignore=ignored)

    def environment(self, question: Question | None = None) -> dict[str, str]:
        """Give an environment in which nothing of this machine is left.

        Every line has a state folder of its own, so that no line waits for another's lock; those of
        a session share one, and so has the home.
        """
        ours = {
            "EDITOR": "true",
            "HOME": str(self.folder / "person"),
            "LC_ALL": "C.UTF-8",
            "PATH": os.environ.get("PATH", os.defpath),
            "PMCAREER_TODAY": TODAY.isoformat(),
            "PYDANTIC_DISABLE_PLUGINS": "1",
            "PYTHONHASHSEED": "0",
            "PYTHONPATH": str(self.folder / "checkout" / "src"),
            "PYTHONUTF8": "1",
            "TZ": "UTC",
        }
        if question is None:
            return ours
        is_session = question.home.endswith("-session")
        state = question.home if is_session else f"{question.number:08x}"
        return ours | {
            "COLUMNS": question.columns,
            "PMCAREER_HOME": str(self.folder / "homes" / question.home),
            "XDG_STATE_HOME": str(self.folder / "state" / state),
        }


Answers = dict[str, str]
"""The text of each answer by the label of its question."""


def kept_answers_of(
    checkout: Path, place: Place, asked: Sequence[Errand], options: argparse.Namespace
) -> Answers:
    """Give the answers of a checkout, and ask only what it has not been asked before."""
    kept = Path(tempfile.gettempdir()) / "same-answers-kept" / f"{_digest_of(checkout)}.json"
    known: Answers = {}
    if kept.is_file():
        known = json.loads(kept.read_text("utf-8"))
    is_new = [options.fresh or errand[-1].label not in known for errand in asked]
    wanted = list(compress(asked, is_new))
    if wanted:
        known |= answers_of(checkout, place, wanted, options.jobs)
        written = place.folder / kept.name
        written.write_text(json.dumps(known), "utf-8")
        kept.parent.mkdir(exist_ok=True)
        written.replace(kept)
    return known


def _digest_of(checkout: Path) -> str:
    """Digest all that answers rest on."""
    digest = sha256(f"{sys.version} {sys.prefix}".encode())
    digest.update(Path(__file__).read_bytes())
    for part in PARTS:
        for path in sorted((checkout / part).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(f"{path.relative_to(checkout)}\n".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def answers_of(checkout: Path, place: Place, asked: Sequence[Errand], jobs: int) -> Answers:
    """Let a checkout answer everything, and take the files afterwards as answers, too."""
    place.prepare(checkout)
    mine = threading.local()
    servers: list[Server] = []

    def begin() -> None:
        mine.server = Server(place)
        servers.append(mine.server)

    def run(errand: Errand) -> Answers:
        return {question.label: mine.server.ask(question).text() for question in errand}

    with ThreadPoolExecutor(jobs, initializer=begin) as pool:
        given = list(pool.map(run, asked))
    for server in servers:
        server.stop()
    told = {label: text for answers in given for label, text in answers.items()}
    for question in files_of(asked):
        told[question.label] = _text_of_files(place.folder / "homes" / question.home)
    return {label: _masked(text, place) for label, text in told.items()}


def files_of(asked: Iterable[Errand]) -> list[Question]:
    """Ask what lies in each home afterwards; who only reads should have left it as it was."""
    homes = dict.fromkeys(errand[0].home for errand in asked)
    return [Question(home=home, words="(afterwards)", look="files") for home in homes]


def _text_of_files(home: Path) -> str:
    found = sorted(path for path in home.rglob("*") if path.is_file())
    texts = [f"{path.name}\n{path.read_text('utf-8', errors='replace')}" for path in found]
    return "\n".join(texts)


OURS = "19:30:00"
"""When entries of ours were noted: an instant that stays in the answers."""
NOW = "now"
INSTANT = re.compile(r"(?<=\d{4}-\d\d-\d\d[T ])\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)?")
STAMP = re.compile(r"(DTSTAMP:|damaged-)\d{8}T\d{6}Z")


def _masked(text: str, place: Place) -> str:
    """Hide the present instant and the number of the place, wherever they are told."""
    placed = text.replace(str(place.folder), "PLACE")
    stamped = STAMP.sub(rf"\1{NOW}", placed)
    return INSTANT.sub(lambda found: found[0] if found[0].startswith(OURS) else NOW, stamped)


def serve() -> NoReturn:
    """Answer one request a line, each in a fork of this process."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    _parse_what_is_read_most()
    _load_everything()
    gc.disable()
    gc.freeze()
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder) / "out", Path(folder) / "err"
        for line in sys.stdin:
            request = json.loads(line)
            child = os.fork()
            if child == 0:
                _run_and_leave(request, out, err)
            _, status = os.waitpid(child, 0)
            texts = {"out": out.read_bytes(), "err": err.read_bytes()}
            said = {name: text.decode("utf-8", "replace") for name, text in texts.items()}
            reply = {"code": os.waitstatus_to_exitcode(status), **said}
            replies.write(f"{json.dumps(reply)}\n")
            replies.flush()
    os._exit(0)


def _parse_what_is_read_most() -> None:
    """Parse curriculum and logbooks once; each fork uses them up, as if it had parsed them itself.

    Parsing is most of what a small command does. It is the same library for both checkouts.
    """
    really_parse = tomli.loads
    parsed: dict[str, Row] = {}
    place = Path(os.environ["PYTHONPATH"]).parents[1]
    for path in (*place.glob("checkout/data/*.toml"), *place.glob("homes/*/logbook.toml")):
        text = path.read_text("utf-8")
        with suppress(tomli.TOMLDecodeError):
            parsed[text] = really_parse(text)

    def parse(text: str, **options: Any) -> Row:  # noqa: ANN401 -- the library's own
        ready = None if options else parsed.pop(text, None)
        return really_parse(text, **options) if ready is None else ready

    tomli.loads = parse


def _load_everything() -> None:
    """Import all modules once, so that a fork has nothing left to load; what fails, fails later."""
    package = importlib.import_module("pmcareer")
    home = Path(os.environ["PYTHONPATH"])
    if home not in Path(package.__file__ or "").parents:
        sys.exit(f"pmcareer comes from {package.__file__} and not from {home}.")
    importlib.import_module("pmcareer.cli.main")
    for module in pkgutil.walk_packages(package.__path__, "pmcareer."):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):
                importlib.import_module(module.name)
    for name in ("icalendar", "rich.console", "rich.table", "tomli_w", "filelock"):
        with suppress(ImportError):
            importlib.import_module(name)


def _run_and_leave(request: Mapping[str, Any], out: Path, err: Path) -> NoReturn:
    code = CRASHED
    try:
        for number, path in ((1, out), (2, err)):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 -- kept to the end
        os.environ.clear()
        os.environ.update(request["environment"])
        chance = random.Random(request["seed"])  # noqa: S311 -- ids that are the same twice
        random.SystemRandom.getrandbits = lambda _, bits: chance.getrandbits(bits)  # type: ignore[method-assign]
        sys.argv = ["pmcareer", *request["arguments"]]
        code = sys.modules["pmcareer.cli.main"].run(request["arguments"], os.environ)
    except BaseException:  # noqa: BLE001 -- whatever it is, it is the answer
        traceback.print_exc()
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


# What is told.


def report(
    asked: Sequence[Question], before: Answers, after: Answers, options: argparse.Namespace
) -> int:
    """Print every difference that is not allowed, and give the exit code."""
    differing = [each for each in asked if before[each.label] != after[each.label]]
    unexpected = [each for each in differing if not _is_allowed(each, options.allow)]
    shown: dict[str, str] = {}
    for question in unexpected:
        diff = _diff(before[question.label], after[question.label])
        if diff in shown:
            print(f"\n{question.label}\nas {shown[diff]}")
            continue
        shown[diff] = question.label
        lines = diff.splitlines()
        more = len(lines) - options.diff_lines
        rest = [f"… {more} more lines"] if more > 0 else []
        print(f"\n{question.label}", *lines[: options.diff_lines], *rest, sep="\n")
    counted = Counter((question.words.split() or ["next"])[0] for question in unexpected)
    if counted:
        print("\n" + ", ".join(f"{command} {number}" for command, number in counted.most_common()))
    print(
        f"{len(asked)} answers compared, {len(unexpected)} differ in {len(shown)} ways, "
        f"{len(differing) - len(unexpected)} differ as allowed."
    )
    return 1 if unexpected else 0


def _is_allowed(question: Question, patterns: Iterable[str]) -> bool:
    return any(re.search(pattern, question.words) for pattern in patterns)


def _diff(before: str, after: str) -> str:
    lines = difflib.unified_diff(_readable(before), _readable(after), n=1, lineterm="")
    return "\n".join(list(lines)[2:]) or "(they differ in spaces or ends of lines only)"


def _readable(answer: str) -> list[str]:
    """Split into lines, a JSON object into many."""
    lines: list[str] = []
    for line in answer.splitlines():
        try:
            lines += json.dumps(json.loads(line), indent=1, ensure_ascii=False).splitlines()
        except ValueError:
            lines.append(line)
    return lines


def main() -> int:
    """Ask both, and tell by the exit code whether they answer alike."""
    options = _options()
    asked = errands(options)
    with a_place() as place:
        before = kept_answers_of(options.before, place, asked, options)
        after = answers_of(options.after, place, asked, options.jobs)
    questions = [question for errand in asked for question in errand]
    return report([*questions, *files_of(asked)], before, after, options)


@contextmanager
def a_place() -> Iterator[Place]:
    """Take the first place that is free: with names this short no line breaks within them."""
    for number in range(10):
        folder = Path(tempfile.gettempdir()).resolve() / f"sa-{number}"
        with suppress(FileExistsError):
            folder.mkdir()
            try:
                yield Place(folder=folder)
            finally:
                shutil.rmtree(folder)
            return
    sys.exit(f"All ten places are taken. Are there any left over? {folder.with_name('sa-*')}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Whether two checkouts answer alike.")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--allow", metavar="PATTERN", action="append", default=[])
    parser.add_argument("--only", metavar="PATTERN", default="")
    parser.add_argument("--thorough", action="store_true")
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--home", metavar="PATTERN", default="")
    parser.add_argument("--jobs", metavar="N", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--diff-lines", metavar="N", type=int, default=12)
    return parser.parse_args()


if __name__ == "__main__":
    if sys.argv[1:] == [SERVING]:
        serve()
    sys.exit(main())
