"""docs/examples/lives holds a year of twelve people. `python tests/test_lives.py --update [NAME …]` lives them anew."""

import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from lives import FIRST_DAY, PEOPLE, Month, Year, lived

LIVES = Path(__file__).parents[1] / "docs" / "examples" / "lives"
FIRST_WEEK = 7
MOST_MOVED_DAYS = 62
"""A couple of months."""
DISTINCT = 3
"""Things done that a row names; the others are counted."""


def document(year: Year) -> str:
    """A person's year as a page: what they said of themselves, and a row for each month."""
    person = year.person
    lines = [
        f"# {person.who}",
        "",
        f"A year from {FIRST_DAY}, lived by a test: {person.hours:g} hours a week, on Tuesdays and Saturdays,",
        "on what `pmcareer next` says. When it comes back to somebody who was asked, the answer is yes.",
        "`python tests/test_lives.py --update` writes it anew.",
        "",
        "```sh",
        *(f"pmcareer {_typed(line)}" for line in person.says),
        "```",
        "",
        *_happenings(person.happens),
        "| first evening | what came first | study done | in the role | done until the next |",
        "|---|---|---|---|---|",
        *(_row(year, place) for place in range(len(year.months))),
    ]
    return "\n".join(lines) + "\n"


def _typed(line: str) -> str:
    words = (word.replace("_", " ") for word in line.split())
    return " ".join(f'"{word}"' if " " in word else word for word in words)


def _happenings(happens) -> list[str]:
    said = [
        f"- in week {week + 1}: `pmcareer {_typed(line)}`"
        for week, lines in happens.items()
        for line in lines
    ]
    return [*said, ""] if said else []


def _row(year: Year, place: int) -> str:
    month = year.months[place]
    exercises, steps = year.finished_in(place)
    done = [*_counted(exercises, "exercise"), *_counted(steps, "step")]
    cells = (month.day, month.first, month.study, month.finish, "; ".join(done))
    return f"| {' | '.join(str(cell or '–') for cell in cells)} |"


def _counted(names: list[str], noun: str) -> list[str]:
    if not names:
        return []
    different = list(dict.fromkeys(names))
    more = len(different) - DISTINCT
    listed = ", ".join(different[:DISTINCT]) + (f" and {more} more" if more > 0 else "")
    return [f"{len(different)} {noun}{'s' if len(different) > 1 else ''}: {listed}"]


def days_between(months: list[Month]) -> int:
    """How far the likely day of being in the role lies from the first to the last."""
    first, last = months[0].finish, months[-1].finish
    assert first is not None
    assert last is not None
    return abs((date.fromisoformat(last) - date.fromisoformat(first)).days)


def asks(year: Year) -> set[str]:
    """What was done in the first week."""
    return {name for day, _, name in year.done if (day - FIRST_DAY).days < FIRST_WEEK}


def test_there_are_twelve_people_and_a_page_of_each():
    assert len(PEOPLE) == 12
    assert {path.stem for path in LIVES.glob("*.md")} == set(PEOPLE)


def test_a_pmo_manager_asks_for_the_secondment_in_the_first_week():
    year = lived("pmo-manager", weeks=1)
    assert year.complaints == []
    assert "secondment-ask" in asks(year)


@pytest.mark.slow
@pytest.mark.parametrize("name", PEOPLE)
def test_a_year_is_lived_as_its_page_says(name):
    year = lived(name)
    assert year.complaints == []
    assert all(month.first != "None" for month in year.months)
    assert document(year) == (LIVES / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_who_goes_when_they_said_keeps_the_date():
    assert days_between(lived("pmo-manager").months) <= MOST_MOVED_DAYS


def update(name: str) -> None:
    """Live a year with folders of its own, and write what came."""
    with tempfile.TemporaryDirectory() as folder:
        for each in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[each] = f"{folder}/{each}"
        os.environ["PMCAREER_HOME"] = f"{folder}/home"
        year = lived(name)
    assert year.complaints == [], year.complaints
    LIVES.mkdir(exist_ok=True)
    (LIVES / f"{name}.md").write_text(document(year), encoding="utf-8")


if __name__ == "__main__" and "--update" in sys.argv:
    with ProcessPoolExecutor() as processes:
        named = [word for word in sys.argv[1:] if word in PEOPLE]
        list(processes.map(update, named or PEOPLE))
