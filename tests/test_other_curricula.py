"""Curricula that other people write: a rubric, one role, nothing marked core. Every command tells them the truth."""

import itertools

import pytest

from pmcareer.domain.curriculum.items import Side
from running import a_home, run_cli, run_process
from sweeps import sweep

from builders import (
    a_curriculum,
    a_move,
    a_profile,
    a_role,
    a_skill,
    an_exercise,
    assessed,
    finished,
)

JUNIOR, BOSS = a_role("junior"), a_role("boss", needs={"risk": 3, "talk": 2})
NO_CORE = (
    an_exercise("rsk-01", level=2, core=False),
    an_exercise("rsk-02", level=3, core=False),
    an_exercise("tlk-01", skill="talk", level=2, core=False),
)
SIDES = (Side(id="craft", title="Craft"), Side(id="people", title="People"))
CURRICULA = {
    "a rubric": a_curriculum(JUNIOR, BOSS),
    "a rubric with moves": a_curriculum(JUNIOR, BOSS, a_move("junior", "boss")),
    "one role": a_curriculum(*NO_CORE, BOSS),
    "one role, a rubric": a_curriculum(BOSS),
    "roles without needs": a_curriculum(*NO_CORE, JUNIOR, a_role("boss")),
    "nothing is core": a_curriculum(*NO_CORE, JUNIOR, BOSS),
    "exercises end below the need": a_curriculum(*NO_CORE[:1], JUNIOR, BOSS),
    "start and goal are one": a_curriculum(*NO_CORE, JUNIOR, BOSS, default_role="boss"),
    "sides of its own": a_curriculum(
        a_skill("risk", side="craft"),
        a_skill("talk", side="people"),
        *NO_CORE,
        JUNIOR,
        BOSS,
        sides=SIDES,
    ),
    "no sides": a_curriculum(
        a_skill("risk", side=None), a_skill("talk", side=None), *NO_CORE, JUNIOR, BOSS
    ),
}
STATES = {
    "fresh": (),
    "a role said": (a_profile(hours_per_week=5),),
    "rated": (assessed("risk", 2), assessed("talk", 2, by="manager")),
    "all exercises finished": tuple(
        finished(each.id, on="2026-11-02", minutes=90) for each in NO_CORE
    ),
}
READING = (
    "next", "next --why", "status", "gap", "gap --target boss", "plan", "plan --all", "plan --detail",
    "plan --compare", "plan --by 2028-01-01", "plan --why", "review", "profile", "history", "assess",
    "assess risk", "list exercises", "list skills", "list roles", "list routes", "list steps", "show boss",
    "show risk", "story", "project", "certificate", "experience", "export json", "export csv", "export ics",
    "export markdown",
)  # fmt: skip
PAIRS = tuple(itertools.product(CURRICULA, STATES))
ONE_STATE_EACH = tuple(zip(CURRICULA, itertools.cycle(STATES), strict=False))
NEVER = ("0 of 0", "wrong inside", "Traceback", "twenty years", "None")


def home_with(curriculum, state):
    known = {each.id for each in CURRICULA[curriculum].exercises}
    entries = [each for each in STATES[state] if getattr(each, "exercise", None) in {None, *known}]
    if state == "a role said":
        entries = [a_profile(role=CURRICULA[curriculum].roles[0].id, hours_per_week=5)]
    return a_home(CURRICULA[curriculum], *entries)


@pytest.mark.parametrize(("curriculum", "state"), sweep(PAIRS, quick=ONE_STATE_EACH[::3]))
def test_every_command_that_reads_answers_and_says_nothing_of_nothing(curriculum, state):
    home_with(curriculum, state)
    for line in READING:
        done = run_cli(*line.split())
        assert done.code == 0, (line, done.err)
        for words in NEVER:
            assert words not in done.out + done.err, line


@pytest.mark.parametrize("curriculum", ["a rubric", "one role, a rubric", "roles without needs"])
def test_where_nothing_is_studied_nothing_is_done_by_a_hundred_percent(curriculum):
    home_with(curriculum, "fresh")
    for line in ("next", "status", "gap", "plan", "review"):
        assert "100 %" not in run_cli(*line.split()).out.replace("weighs 100 %", ""), line


@pytest.mark.parametrize("curriculum", CURRICULA)
def test_done_is_said_of_levels_only_where_all_are_there(curriculum):
    home_with(curriculum, "all exercises finished")
    short = [row for row in run_cli("gap", "--json").json["skills"] if row["have"] < row["need"]]
    said = run_cli("next").out
    assert ("months and other people decide the rest" in said) <= (not short)


def test_the_whole_of_a_skill_is_asked_for_where_nothing_is_core():
    home_with("nothing is core", "fresh")
    assert run_cli("next", "--json").json["task"]["id"] in {"rsk-01", "tlk-01"}
    stages = run_cli("plan", "--json").json["routes"][0]["steps"]
    assert {each["id"] for each in stages[0]["exercises"]} == {"rsk-01", "rsk-02", "tlk-01"}


def test_hours_are_balanced_over_the_sides_that_the_curriculum_names():
    home_with("sides of its own", "all exercises finished")
    balance = run_cli("status", "--json").json["balance"]
    assert [*balance] == ["craft", "people"]
    assert sum(balance.values()) == pytest.approx(1, abs=0.001)
    assert "craft 67 %, people 33 %" in run_cli("status").out
    assert "craft" in run_cli("export", "csv").out


def test_without_sides_nothing_is_balanced():
    home_with("no sides", "all exercises finished")
    assert "Balance" not in run_cli("status").out
    assert run_cli("status", "--json").json["neglected"] is None


def test_a_role_that_only_another_curriculum_has_is_told_with_what_to_type():
    a_home(CURRICULA["nothing is core"], a_profile(role="wizard"))
    failed = run_cli("next", "--json")
    assert (failed.code, failed.error["code"]) == (1, "unknown-role")
    assert failed.error["message"] == "There is no role 'wizard'."
    assert "--curriculum FILE" in failed.error["hint"]
    assert run_cli("profile", "--role", "junior").code == 0
    assert run_cli("next").code == 0


@pytest.mark.slow
@pytest.mark.parametrize("place", range(len(CURRICULA)))
def test_the_same_in_processes_of_their_own(place):
    """Of each curriculum another state, and another quarter of the commands."""
    curriculum, state = [*CURRICULA][place], [*STATES][place % len(STATES)]
    home = home_with(curriculum, state)
    logbook = home / "logbook.toml"
    kept = logbook.read_bytes() if logbook.exists() else None
    for line in READING[place % 4 :: 4]:
        done = run_process(*line.split())
        assert (done.code, "wrong inside" in done.err) == (0, False), (line, done.err)
    for line in ("log rsk-01 30 --dry-run", "plan --save --dry-run"):
        assert run_process(*line.split()).code in (0, 1, 2), line
    assert (logbook.read_bytes() if logbook.exists() else None) == kept
