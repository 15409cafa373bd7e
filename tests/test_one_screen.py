"""One screen each: `status`, `gap` and `review` take 22 lines at most at 80 columns, whoever asks.

Two lines of a terminal of 24 are for the command and for what is typed next. What does not fit
stands behind --detail, and what is shown is the same as for scripts.
"""

import os
import shlex
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings

from lives import FIRST_DAY, PEOPLE, STUDY_DAYS, Year
from running import a_home, run_cli, run_on_terminal
from states import SMALL, states
from sweeps import sweep
from test_examples import EXAMPLES
from test_readme import COMMAND, SCREENS

from builders import (
    TODAY,
    a_profile,
    certified,
    closed,
    curriculum_text,
    did,
    experience,
    finished,
    logbook_text,
    practised,
    worked,
)

MOST_LINES = 22
ASKED = ("status", "gap", "review")
LOOKED_AT = (1, 5, 13, 26, 39, 51)
"""Weeks of a year in which somebody looks."""
FULL = [*product(["tech-pm", "senior-pm", "portfolio-pmo", "director-of-pm"], [None, "1"])]
"""A target, and whether words stand for signs."""


def too_long(today, *commands, **environment):
    """Name the commands that take more than a screen, with the lines that they take."""
    found = {}
    for command in commands or ASKED:
        result = run_cli(*command.split(), today=str(today), COLUMNS="80", **environment)
        assert result.code == 0, result.err
        lines = result.out.splitlines()
        if len(lines) > MOST_LINES or any(len(line) > 80 for line in lines):
            found[command] = lines
    return found


def a_full_logbook(*first, weeks: int = 30):
    """Somebody with some of everything: study each week, practices, steps, projects, a certificate."""
    entries = [*first]
    for week in range(weeks):
        day = TODAY - timedelta(days=7 * week)
        entries.append(worked("pmf-04", 60 + 17 * (week % 9), on=day, id=f"w{week}"))
        entries.append(practised("h02", on=day, id=f"p{week}"))
    for number, name in enumerate(("tec-01", "tec-03", "app-11", "tld-01", "stk-01", "pmf-02")):
        entries.append(
            finished(name, minutes=150, on=TODAY - timedelta(days=number), id=f"f{number}")
        )
    for number in range(9):
        with_whom = {"minutes": 20, "with": f"Somebody with a long name, number {number}"}
        entries.append(did("j3", on=TODAY - timedelta(days=number), id=f"d{number}", **with_whom))
    return [
        *entries,
        closed("A project with a name that is not short at all", on=TODAY),
        certified("capm", on="2026-05-01"),
        experience("leading", "2026-01-01"),
    ]


@pytest.mark.parametrize(("target", "plain"), sweep(FULL, quick=[("tech-pm", "1")]))
def test_somebody_with_some_of_everything_sees_it_on_one_screen(target, plain):
    said = {"role": "project-coordinator", "target": target, "hours_per_week": 6.0}
    practices = ("h02", "h05", "h25")
    first = a_profile(**said, practices=practices, on=TODAY - timedelta(days=220))
    a_home(None, *a_full_logbook(first))
    assert too_long(TODAY, ACCESSIBLE=plain) == {}


@pytest.mark.parametrize("name", sweep(PEOPLE, quick=list(PEOPLE)[1::4]))
def test_each_of_twelve_people_begins_with_a_screen(name):
    for line in PEOPLE[name].says:
        words = (word.replace("_", " ") for word in line.split())
        assert run_cli(*words, today=str(FIRST_DAY)).code == 0
    assert too_long(FIRST_DAY) == {}


@pytest.mark.parametrize("step", sweep([1, 4], quick=[4]))
def test_an_empty_logbook_has_a_screen_for_every_role(step):
    listed = run_cli("list", "roles", "--json").json["items"]
    roles = [role["id"] for role in listed if not role["detour"]]
    every = [f"gap --target {role}" for role in roles[::step]]
    assert too_long(TODAY, *ASKED, *every) == {}


@pytest.mark.parametrize(
    "example", sweep(EXAMPLES, quick=EXAMPLES[3::8]), ids=lambda path: path.stem
)
def test_the_people_of_the_examples_have_a_screen_after_each_thing_they_type(example):
    for screen in SCREENS.findall(example.read_text(encoding="utf-8")):
        for command in COMMAND.findall(screen):
            assert run_cli(*shlex.split(command)[1:]).code == 0
    assert too_long(TODAY) == {}


class Looking(Year):
    """A year in which somebody looks at their screens now and then."""

    def _evening(self, day):
        super()._evening(day)
        week = (day - FIRST_DAY).days // 7
        if week in LOOKED_AT and day.weekday() == STUDY_DAYS[-1]:
            for command, lines in too_long(day).items():
                self.complaints.append(f"{day} {command}: {len(lines)} lines")


@pytest.mark.slow
@pytest.mark.parametrize("name", PEOPLE)
def test_twelve_people_have_a_screen_at_six_points_of_their_year(name):
    assert Looking(person=PEOPLE[name]).live().complaints == []


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(states())
def test_whatever_somebody_has_recorded_it_stands_on_a_screen(state):
    home = a_home(None, *state.entries)
    # A step of a file says for whom it is, and how long it takes.
    text = curriculum_text(SMALL).replace(
        'id = "j1"', 'id = "j1"\nfor = ["tech-pm"]\nminutes = 30', 1
    )
    (home / "curriculum.toml").write_text(text, encoding="utf-8")
    (home / "logbook.toml").write_text(logbook_text(*state.entries), encoding="utf-8")
    assert too_long(state.today) == {}


@pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
def test_a_first_plan_fits_with_the_sentence_that_stands_below_it():
    shown = run_on_terminal("plan").out
    assert "It starts from nothing." in shown
    assert "In the role" in shown
    assert len(shown.splitlines()) <= MOST_LINES
