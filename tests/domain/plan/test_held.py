"""A plan for the role that one holds: all of it to be proved, and no day of arrival."""

import pytest

from running import a_home, run_cli

from builders import (
    a_curriculum,
    a_gate,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    assessed,
    finished,
)

MAP = a_curriculum(
    an_exercise("rsk-01"),
    an_exercise("rsk-02", level=3),
    a_role("starter"),
    a_role("tech-pm", needs={"risk": 3}, gates=(a_gate(),)),
    a_move(),
)


def route(*entries):
    a_home(MAP, a_profile(role="tech-pm", target="tech-pm"), *entries)
    return run_cli("plan", "--json").json["routes"][0]


def test_a_held_target_has_no_day_of_arrival_no_gate_and_all_its_exercises_open():
    held = route()

    assert held["finish"]["likely"] is None
    assert held["finish"]["reason"] == "you hold it"
    assert held["study"]["likely"] is not None
    (stage,) = held["steps"]
    assert stage["gates"] == []
    assert {each["id"]: each["state"] for each in stage["exercises"]} == {
        "rsk-01": "open",
        "rsk-02": "open",
    }


@pytest.mark.parametrize("command", ["plan", "status", "plan --compare", "plan --detail"])
def test_every_screen_says_that_one_holds_it(command):
    route()
    said = run_cli(*command.split())

    assert said.code == 0
    assert "you hold" in said.out.lower()
    assert "beyond twenty years" not in said.out


def test_by_a_day_only_the_study_has_a_chance():
    route()
    said = run_cli("plan", "--by", "2027-06-01").out
    assert "The study is done with a chance of" in said
    assert "in the role with a chance" not in said


def test_what_is_earned_or_assessed_is_shown_and_no_longer_claimed_alone():
    route(finished("rsk-01"))
    (row,) = run_cli("gap", "--json").json["skills"]
    assert (row["have"], row["claimed"], row["need"]) == (2, 3, 3)
    route(assessed("risk", 3, by="manager"))
    assert run_cli("gap", "--json").json["skills"] == []


def test_next_gives_what_is_to_be_shown_until_all_of_it_is():
    route()
    assert run_cli("next", "--json").json["task"]["id"] == "rsk-01"
    route(finished("rsk-01"), finished("rsk-02"))
    assert "You hold About tech-pm, and every exercise" in run_cli("next").out.replace("\n", " ")
