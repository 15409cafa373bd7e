"""The law of totality: whoever types whatever, wherever they stand, gets an answer or a sentence that says why not.

And what was not answered was not stored: every file of the home is as it was, byte for byte.
"""

import json
import os
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

import pytest

from every_state import (
    HUGE,
    OTHER_STATES,
    READS,
    SHIPPED_STATES,
    SMALL_ROLES,
    WRITES,
    Setting,
    a_state,
    everything_in,
    huge,
    lines_of_every_command,
    shipped,
    typed,
)
from running import run_cli
from sweeps import sweep

EXPECTED = {0, 1, 2, 3}
LINES = lines_of_every_command()
ROLES = (None, *(role.id for role in shipped().roles))
PAIRS = tuple((role, target) for role, target in product(ROLES, ROLES) if target)
SMALL_PAIRS = tuple(product((None, *SMALL_ROLES), SMALL_ROLES))
USUAL = (
    ("programmer", "tech-pm"),
    ("pmo-manager", "portfolio-pmo"),
    ("operations-secondment", "portfolio-pmo"),
    ("tech-pm", "tech-pm"),
    (None, "director-of-pm"),
)
BY_PAIR = (
    "plan --json --detail --all",
    "plan --detail --why --all",
    "plan --compare",
    "next --json --why --count 9",
    "gap --json",
    "status",
    "review",
    "log {exercise} --partial --minutes 30 --left 3h",
    "profile --role {target} --json",
    "export markdown",
)
"""What rests most on where one stands and where one wants to be."""
HUGE_LINES = (
    "next --json",
    "plan --json --all",
    "gap",
    "status --json",
    "log x-300 --json",
    "check",
)
WITHOUT_AN_ANSWER = (
    ("unknown kinds and ids", None, None),
    ("one role", "tech-pm", "portfolio-pmo"),
    ("fresh", "programmer", "operations-secondment"),
)
"""No plan can be made here: what is said is none of the curriculum's, or one comes back from it."""
Case = tuple[str, str | None, str | None, str]


def said(case: Case, setting: Setting, home: Path) -> list[str]:
    """Type a line in a home that is laid anew, and say what is wrong with what comes."""
    _, role, target, line = case
    setting.lay(home)
    before = everything_in(home)
    result = run_cli(*typed(line, setting, role, target), COLUMNS="80", EDITOR="true")
    wrong = []
    if result.code not in EXPECTED:
        wrong.append(f"ends in {result.code}")
    if "Something went wrong inside" in result.err:
        wrong.append("is an internal error")
    if (result.code or line in READS) and everything_in(home) != before:
        wrong.append("has written, and should not")
    if "--json" in line and result.code == 0:
        wrong += _wrong_json(result.out)
    return [f"{case} {each}: {result.err[-300:]}" for each in wrong]


def _wrong_json(text: str) -> Iterator[str]:
    def refuse(number: str) -> None:
        raise ValueError(number)

    try:
        json.loads(text, parse_constant=refuse)
    except ValueError as error:
        yield f"is no JSON ({error})"


def complaints(cases: Iterable[Case]) -> list[str]:
    """Type every line in its state; a law that holds has nothing to say."""
    home = Path(os.environ["PMCAREER_HOME"])
    wrong = []
    for case in cases:
        wrong += said(case, a_state(*case[:3]), home)
    return wrong


def everywhere(name: str) -> Iterator[Case]:
    """Every line in one state, with one pair of roles after the other."""
    pairs = USUAL if name in SHIPPED_STATES else SMALL_PAIRS
    for number, line in enumerate(LINES):
        yield name, *pairs[(number + len(name)) % len(pairs)], line


def from_a_role(role: str | None) -> Iterator[Case]:
    """Whatever rests on roles, from this one to every other, in one state after the other."""
    states = tuple(SHIPPED_STATES)
    pairs = [pair for pair in PAIRS if pair[0] == role]
    for place, (pair, line) in enumerate(product(pairs, BY_PAIR)):
        yield states[place % len(states)], *pair, line


def sampled() -> Iterator[Case]:
    """Every fourth line, every state, and plans between roles from all over the map."""
    names = (*SHIPPED_STATES, *OTHER_STATES)
    for number, line in enumerate(LINES[::4]):
        yield next(case for case in everywhere(names[number % len(names)]) if case[3] == line)
    for number, pair in enumerate(PAIRS[5::61]):
        yield tuple(SHIPPED_STATES)[number % len(SHIPPED_STATES)], *pair, BY_PAIR[0]


SAMPLE = tuple(sampled())
PARTS = 6


@pytest.mark.parametrize("part", sweep(range(PARTS), quick=[1]))
def test_some_lines_in_every_state_are_answered_or_refused_in_words(part):
    assert complaints(SAMPLE[part::PARTS]) == []


@pytest.mark.parametrize("place", range(len(WITHOUT_AN_ANSWER)))
def test_what_fails_where_no_plan_can_be_made_stores_nothing(place):
    lines = WRITES[place :: len(WITHOUT_AN_ANSWER)]
    assert complaints((*WITHOUT_AN_ANSWER[place], line) for line in lines) == []


def test_a_step_logged_on_the_way_to_a_role_that_is_not_known_is_stored_without_dates(home):
    a_state("unknown kinds and ids", None, None).lay(home)
    before = everything_in(home)
    result = run_cli("log", "j1", "--with", "Ada")
    assert result.code == 0
    assert "There is no role 'no-such-role'. So no date is told" in result.out
    assert everything_in(home) != before


@pytest.mark.parametrize("broken", ["logbook", "curriculum"])
def test_a_broken_file_is_a_sentence_and_nothing_is_stored(broken, home):
    text = 'format = 1\n[[entries]]\nkind = "finis'
    setting = Setting(**{"logbook": None, "curriculum": None} | {broken: text})
    for line in (*WRITES[::2], *LINES[::11]):
        assert said((broken, None, None, line), setting, home) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", [*SHIPPED_STATES, *OTHER_STATES])
def test_every_line_in_every_state_is_answered_or_refused_in_words(name):
    assert complaints(everywhere(name)) == []


@pytest.mark.slow
@pytest.mark.parametrize("state", WITHOUT_AN_ANSWER)
def test_no_line_that_fails_where_no_plan_can_be_made_stores_anything(state):
    assert complaints((*state, line) for line in WRITES) == []


@pytest.mark.slow
@pytest.mark.parametrize("role", ROLES)
def test_from_every_role_to_every_other_every_answer_comes(role):
    assert complaints(from_a_role(role)) == []


@pytest.mark.slow
@pytest.mark.parametrize("line", HUGE_LINES)
def test_five_thousand_exercises_are_many_and_no_reason_to_fail(line, home):
    assert said((HUGE, "starter", "expert", line), huge(), home) == []
