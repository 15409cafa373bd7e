"""The picture of a plan: whoever it is of, its marks stand at their days, and it is one screen."""

import os
import re
import shlex
import tomllib
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
import tomli_w
from hypothesis import Phase

from every_state import OTHER_STATES, SHIPPED_STATES, Setting, a_state
from lives import FIRST_DAY, PEOPLE
from pmcareer.domain.ground.vocabulary import MONTHS
from running import run_cli
from states import SMALL, states
from sweeps import for_all, sweep
from test_readme import COMMAND, SCREENS

from builders import curriculum_text, experience, logbook_text, worked

MOST_LINES = 22
TEN_YEARS = timedelta(days=3653)
YEAR = re.compile(r"\b2\d{3}\b")
MONTH = re.compile(r"\b[A-Z][a-z]{2} 2\d{3}\b")
SOLID = {"study": "█", "post": "█", "detour": "█", "search": "▒", "gate": "▬█"}
ROLES = (
    "programmer",
    "team-lead",
    "project-coordinator",
    "junior-pm",
    "tech-pm",
    "senior-pm",
    "programme-manager",
    "director-of-pm",
    "pmo-analyst",
    "pmo-manager",
    "portfolio-manager",
    "portfolio-pmo",
)
# What one does in a search is no part of a picture, and is written otherwise than other steps.
SMALL_TABLES = tomllib.loads(curriculum_text(SMALL))
SMALL_TABLES["steps"] = [step for step in SMALL_TABLES["steps"] if "for" in step]
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""A screen is the shortest account of what is wrong with it, and each takes two commands."""
PAIRS = [(here, there) for here, there in product(ROLES, ROLES) if here != there]
TARGETS = ("tech-pm", "senior-pm", "portfolio-pmo")
WORKED = [*product(PEOPLE, TARGETS)]
FEW_WORKED = WORKED[1::13]
LOGBOOKS = [
    *product([("programmer", "tech-pm"), ("pmo-manager", "portfolio-pmo")], SHIPPED_STATES),
    *product([("starter", "expert")], OTHER_STATES),
]


def glance(*arguments, today, columns=80):
    shown = run_cli("plan", *arguments, today=today, COLUMNS=str(columns))
    assert shown.code == 0, shown.err
    return shown.out


def check(*arguments, today="2026-11-21"):
    """Compare the screen with the dates that a script is told."""
    screen = glance(*arguments, today=today)
    lines = screen.splitlines()
    assert len(lines) <= MOST_LINES, screen
    assert max(map(len, lines)) <= 80, screen
    route = run_cli("plan", *arguments, "--json", today=today).json["routes"][0]
    rows = route["timeline"]
    check_decider(route, rows, lines)
    scale = scale_of(lines)
    drawn = 0
    for row in rows:
        line = next((line for line in lines if is_of(row, line)), None)
        if line and scale:
            check_marks(row, line, scale, date.fromisoformat(today) + TEN_YEARS)
            drawn += 1
    return screen, drawn


def is_of(row, line):
    """Tell whether a line of the picture is named after a row, whole or cut."""
    label = line[2:].split("  ")[0]
    # "Study, 45 h", and not the sentence "Study done: 23 Jan 2027 ...".
    is_whole = label == row["title"] or label.startswith(f"{row['title']},")
    return is_whole or (label.endswith("…") and row["title"].startswith(label[:-1]))


def check_decider(route, rows, lines):
    """The row with the sign is the driver of the JSON, and the words name it too."""
    decides = [row for row in rows if row["decides"]]
    marked = [line for line in lines if line.startswith("▲ ") and "Decides" not in line]
    said = [line for line in lines if line.startswith("▲ Decides the date: ")]
    assert len(decides) == len(said) <= 1
    for row in decides:
        assert route["driver"] in (row["id"], *row["stands_for"])
        if marked:
            (line,) = marked
            assert is_of(row, line) or row["kind"] == "search"


def scale_of(lines):
    """Read from the labels of the axis which column a day has; None where there are too few."""
    header = next((line for line in lines if line.strip().startswith("today")), None)
    if header is None:
        return None
    found = [
        (match.start(), date(int(match[0][4:]), MONTHS.index(match[0][:3]) + 1, 1))
        for match in MONTH.finditer(header)
    ] or [(match.start(), date(int(match[0]), 1, 1)) for match in YEAR.finditer(header)]
    if len(found) < 2:
        return None
    (left, first), (right, last) = found[0], found[-1]
    return lambda day: left + (day - first).days * (right - left) / (last - first).days


def check_marks(row, line, scale, farthest):
    begin, likely, safe = (
        row[name] and date.fromisoformat(row[name]) for name in ("begin", "likely", "safe")
    )
    if not (begin and likely and safe) or safe > farthest:
        assert any(words in line for words in ("→", "no day", "beyond twenty years")), line
        return
    if row["kind"] == "role":
        assert abs(line.index("◆") - scale(likely)) <= 1.5, line
        late = line.find("◇")
        assert abs((late if late >= 0 else line.index("◆")) - scale(safe)) <= 1.5, line
        return
    signs = SOLID[row["kind"]]
    solid = [place for place, sign in enumerate(line) if sign in signs]
    assert solid, (row, line)
    assert abs(min(solid) - scale(begin)) <= 1.5, line
    assert abs(max(solid) - scale(likely)) <= 1.5, line
    slow = max((place for place, sign in enumerate(line) if sign == "░"), default=max(solid))
    assert abs(slow - scale(safe)) <= 1.5, line


@pytest.mark.parametrize(("who", "target"), sweep(WORKED, quick=FEW_WORKED))
def test_a_worked_person_sees_one_screen_with_each_mark_at_its_day(who, target):
    today = str(FIRST_DAY)
    for line in PEOPLE[who].says:
        assert run_cli(*[word.replace("_", " ") for word in line.split()], today=today).code == 0
    screen, drawn = check("--target", target, today=today)
    assert drawn or "You hold this role" in screen


@pytest.mark.slow
@pytest.mark.parametrize(("here", "there"), PAIRS)
def test_from_every_role_to_every_other_the_picture_is_one_screen(here, there):
    check("--from", here, "--target", there)


@pytest.mark.parametrize(("pair", "state"), sweep(LOGBOOKS, quick=LOGBOOKS[1::36]))
def test_whatever_stands_in_the_logbook_the_plan_is_one_screen(pair, state):
    a_state(state, *pair).lay(Path(os.environ["PMCAREER_HOME"]))
    shown = run_cli("plan", COLUMNS="80", today="2026-11-21")
    if shown.code == 0:
        check()


@for_all(states(), few=4, many=40, phases=WITHOUT_SHRINKING)
def test_whatever_somebody_has_recorded_the_plan_is_one_screen(state):
    Setting(curriculum=tomli_w.dumps(SMALL_TABLES), logbook=logbook_text(*state.entries)).lay(
        Path(os.environ["PMCAREER_HOME"])
    )
    check(today=str(state.today))


def test_whoever_asks_for_all_ways_is_told_of_the_same_first_one_as_whoever_asks_for_one():
    # Of two ways with nearly the same P50 the second is a seventh longer where all months are medians.
    entries = (
        experience("technical", "2026-10-08", "2026-10-26", role="lead", on="2026-11-01"),
        worked("three", minutes=90, on="2026-05-25"),
    )
    Setting(curriculum=tomli_w.dumps(SMALL_TABLES), logbook=logbook_text(*entries)).lay(
        Path(os.environ["PMCAREER_HOME"])
    )
    check(today="2026-11-21")


DOCUMENTS = sorted((Path(__file__).parents[2] / "docs" / "examples").glob("*.md"))


@pytest.mark.parametrize(
    "document", sweep(DOCUMENTS, quick=DOCUMENTS[2::9]), ids=lambda path: path.stem
)
def test_the_people_of_the_documents_see_one_screen_after_each_line_they_type(document):
    for block in SCREENS.findall(document.read_text(encoding="utf-8")):
        for command in COMMAND.findall(block):
            assert run_cli(*shlex.split(command)[1:]).code == 0, command
            check()


def test_on_a_narrow_page_the_axis_stays_and_words_go():
    wide = glance("--from", "programmer", "--target", "tech-pm", today="2026-11-21")
    narrow = glance("--from", "programmer", "--target", "tech-pm", today="2026-11-21", columns=40)

    assert "Only others" in wide
    assert "Only others" not in narrow
    assert YEAR.search(narrow)
    assert narrow.count("◆") == 2
    assert max(map(len, narrow.splitlines())) <= 40


def test_on_a_wide_page_the_moves_stand_beside_the_picture():
    screen = glance("--from", "programmer", "--target", "tech-pm", today="2026-11-21", columns=120)

    beside = next(line for line in screen.splitlines() if "2028" in line and "today" in line)
    assert "Decides the date" in beside
    assert max(map(len, screen.splitlines())) <= 120


@pytest.mark.parametrize("how", [("--plain",), ()])
def test_who_reads_words_and_what_reads_lines_get_the_rows_as_sentences(how):
    said = ("plan", "--from", "programmer", "--target", "tech-pm")
    screen = run_cli(*said, *how).out
    rows = run_cli(*said, "--json").json["routes"][0]["timeline"]

    for row in rows:
        if row["kind"] != "role":
            (line,) = [line for line in screen.splitlines() if line.startswith(row["title"])]
            assert f"{date.fromisoformat(row['likely']):%b %Y}" in line
            assert f"{date.fromisoformat(row['safe']):%b %Y}" in line
            assert ("decides the date" in line) is row["decides"]
    assert not re.search("[█░▒▬┊]", screen)
