"""Homes and curricula to measure with: the same bytes each time, written as pmcareer writes them.

A plain home holds work on exercises and nothing else. A full one is of somebody who began with `start`
and said where to, keeps habits, takes steps, writes down what came of them, puts things off, goes on
holiday, and takes an entry back now and then.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import tomli_w

DATA = Path(__file__).resolve().parents[1] / "data"
TODAY = date(2026, 11, 21)
YEAR_DAYS = 365
MANY = 10_000
BARE = ("skill", "title", "level", "hours")
SHORT = 20
"""Characters of a title."""
HEADER = (
    "# pmcareer logbook. Yours to read and edit. What you log is added at the end; "
    "what is above changes only when you edit, merge or mend.\nformat = 1\n"
)
AUGUST, DAYS_OFF = 8, 14
EVENINGS = 14

Row = dict[str, Any]


def plain_home(folder: Path, years: int) -> str:
    """Make a home with an entry a day, ending yesterday: work on the exercises in turn, each finished once."""
    names = _ids(_tables("curriculum.toml")["exercises"])
    days = years * YEAR_DAYS
    rows = (_row(number, TODAY - timedelta(days=days - number), names) for number in range(days))
    return _home(folder / f"home-{years}", "format = 1\n" + "".join(rows))


def _home(home: Path, logbook: str) -> str:
    home.mkdir()
    (home / "logbook.toml").write_text(logbook, encoding="utf-8")
    return str(home)


def _row(number: int, day: date, names: list[str]) -> str:
    """Write an entry as pmcareer does: every seventh finishes an exercise until half of them are done."""
    turn, weekday = divmod(number, 7)
    finishes = weekday == 0 and turn < len(names) // 2
    name = names[turn % len(names)]
    what = (
        f'kind = "{"finished" if finishes else "worked"}"\non = {day}\nat = {day}T19:14:03+01:00\n'
    )
    return f'\n[[entries]]\n{what}exercise = "{name}"\nminutes = {20 + number % 60}\nid = "{number:010d}"\n'


def full_home(folder: Path, years: int) -> str:
    """Make a home with all that somebody tells who uses the program every day, ending yesterday."""
    first = TODAY - timedelta(days=years * YEAR_DAYS)
    rows = [*_begun(first), *_evenings(first)]
    text = "".join(_written(number, row) for number, row in enumerate(rows))
    return _home(folder / f"full-home-{years}", HEADER + text)


def _written(number: int, row: Row) -> str:
    """Write an entry as pmcareer does: its id behind the header and every fourth line, and last."""
    name = f"{number:010d}"
    if row["kind"] == "void":
        row = {**row, "of": f"{number - 1:010d}"}
    kind, on, *told = tomli_w.dumps({**row, "id": name}).splitlines()
    lines = ["[[entries]]", kind, on, f"at = {row['on']}T19:14:03+01:00", *told]
    for at in range(0, len(lines) - 1, 4):
        lines[at] += f"  # {name}"
    return "\n".join(["", *lines, ""])


def _begun(day: date) -> Iterator[Row]:
    """Answer `start` with a role, since when, a target and hours a week."""
    wish = {"role": "programmer", "target": "portfolio-pmo", "hours_per_week": 6.0}
    yield {"kind": "profile", "on": day, **wish, "projects": "mixed"}
    post = {"work": "technical", "role": "programmer", "from": date(day.year - 5, 3, 1)}
    yield {"kind": "experience", "on": day, **post}


def _evenings(first: date) -> Iterator[Row]:
    """Log every evening, but for two weeks of each August."""
    shipped = _tables("curriculum.toml")
    names, version = _ids(shipped["exercises"]), {"curriculum": shipped["version"]}
    habits = _ids(shipped["practices"])[:4]
    steps = _ids(row for row in _tables("steps.toml")["steps"] if "junior-pm" in row["for"])
    for number in range((TODAY - first).days):
        day = first + timedelta(days=number)
        if (day.month, day.day) == (1, 1):
            off = f"{day.year}-08-01..{day.year}-08-14"
            yield {"kind": "profile", "on": day, "days_off": [off]}
        if day.month == AUGUST and day.day <= DAYS_OFF:
            continue
        yield {**_study(number, names, version), "on": day}
        if number % 3 == 0:
            practice = habits[number % len(habits)]
            yield {"kind": "practised", "on": day, "practice": practice, "minutes": 10}
        if number % 50 == 0:
            wrong = {"exercise": names[number % len(names)], "minutes": 30}
            yield {"kind": "worked", "on": day, **wrong, **version}
            yield {"kind": "void", "on": day}
        if number % 60 == 0:
            step = steps[number // 60 % len(steps)]
            yield {"kind": "did", "on": day, "step": step, "with": "Ada Lovelace", "minutes": 45}
        if number % 90 == 0:
            later = {"exercise": names[-1 - number // 90], "until": day + timedelta(days=60)}
            yield {"kind": "deferred", "on": day, **later}


def _study(number: int, names: Sequence[str], version: Row) -> Row:
    """Work on the exercises in turn, two weeks each, of which the last evening finishes it, until all are done."""
    turn, evening = divmod(number, EVENINGS)
    finishes = evening == EVENINGS - 1 and turn < len(names)
    row = {"kind": "finished" if finishes else "worked", "on": None}
    row |= {"exercise": names[turn % len(names)], "minutes": 20 + number % 60, **version}
    if finishes and turn % 2 == 0:
        row |= {"outcome": f"Agreed by all {turn + 2} who asked for it, and in use since."}
        row |= {"evidence": f"https://example.org/work/{turn}"}
    elif number % 20 == 0:
        row |= {"note": "The second try; the first was too large for an evening."}
    return row


def many_bare(folder: Path) -> str:
    """Write the shipped curriculum with bare copies of its exercises, up to 10,000: a file has 2 MB at most."""
    return _with_copies(folder / "many.toml", _bare)


def many_like_ours(folder: Path) -> str:
    """Write it with copies that ask for one another as ours do, and of which some are the core."""
    return _with_copies(folder / "many-like-ours.toml", _like_ours)


def _with_copies(file: Path, copy_of: Callable[[Row, int], Row]) -> str:
    curriculum = _tables("curriculum.toml") | _tables("certifications.toml")
    exercises = curriculum["exercises"]
    copies = range(1, MANY // len(exercises) + 1)
    more = [copy_of(item, copy) for copy in copies for item in exercises]
    curriculum["exercises"] = [*exercises, *more][:MANY]
    file.write_text(tomli_w.dumps(curriculum), encoding="utf-8")
    return str(file)


def _bare(item: Row, copy: int) -> Row:
    return {"id": f"{item['id']}-{copy}", **{key: item[key] for key in BARE}}


def _like_ours(item: Row, copy: int) -> Row:
    """Copy what rules look at; of the title so much that the file stays small enough."""
    kept = {key: item[key] for key in ("core", "opener") if key in item}
    asked = [f"{name}-{copy}" for name in item.get("requires", ())]
    row = _bare(item, copy) | kept | {"title": item["title"][:SHORT]}
    return row | ({"requires": asked} if asked else {})


def _tables(name: str) -> Row:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _ids(tables: Iterable[Row]) -> list[str]:
    return [table["id"] for table in tables]
