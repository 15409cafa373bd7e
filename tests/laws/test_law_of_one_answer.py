"""The law of one answer: gap, plan, status and next tell one person one thing, from every role to every other."""

import itertools

import pytest

from pmcareer.storage.curriculum.reading import read_curriculum
from running import a_home, run_cli

from builders import a_profile, assessed, experience, finished, worked

ROLES = read_curriculum(None).roles
TARGETS = [role.id for role in ROLES if not role.detour]
PAIRS = list(itertools.product((None, *(role.id for role in ROLES)), TARGETS))
FEW = PAIRS[7::183]
"""Starts and targets from all over the map."""
DATES = ("study", "ready", "finish")


def asked(command: str):
    answer = run_cli(command, "--json")
    assert answer.code in (0, 1), answer.err
    return answer


def gates_in(answer: dict) -> list[tuple]:
    return [(gate["id"], gate["have"], gate["open_on"], gate["lost_on"]) for gate in answer]


def check(source: str | None, target: str, *entries) -> None:
    """Ask all four, and compare what they say of gates, hours and dates."""
    said = {"target": target} | ({"role": source} if source else {})
    a_home(None, a_profile(on="2026-10-01", **said), *entries)
    answers = {name: asked(name) for name in ("plan", "gap", "status", "next")}
    if answers["plan"].code:
        assert {name: answer.error["code"] for name, answer in answers.items()} == dict.fromkeys(
            answers, answers["plan"].error["code"]
        )
        return
    plan, gap, status, following = (answer.json for answer in answers.values())
    route = plan["routes"][0]
    gates = gates_in(gate for stage in route["steps"] for gate in stage["gates"])
    assert gates_in(gap["gates"]) == gates
    assert gates_in(status["gates"]) == gates
    assert gap["route"] == route["id"]
    left = route["effort_hours"]["left"]
    assert (gap["hours_left"], status["left"]) == (left, left)
    assert sum(row["hours"] for row in gap["skills"]) == pytest.approx(left, abs=0.1)
    todo = [
        exercise["id"]
        for stage in route["steps"]
        for exercise in stage["exercises"]
        if exercise["state"] not in ("finished", "covered")
    ]
    missing = itertools.chain.from_iterable(row["missing_exercises"] for row in gap["skills"])
    assert sorted(missing) == sorted(todo)
    for name in DATES:
        assert gap[name] == route[name]
        if name in status:
            assert status[name] == route[name]
    exported = run_cli("export", "json").json["plan"]
    assert (exported["route"], exported["left"]) == (route["id"], left)
    for name in DATES:
        assert {key: exported[name][key] for key in ("likely", "safe")} == {
            key: route[name][key] for key in ("likely", "safe")
        }
    assert (following["task"] or {}).get("id") == plan["first"]
    assert following["target"] == plan["target"] == gap["target"] == status["target"]
    assert gap["readiness"]["value"] < 1 or not (
        left or any(g["open_on"] is None for g in gap["gates"])
    )


@pytest.mark.parametrize(("source", "target"), FEW)
def test_gap_plan_and_status_are_one_answer(source, target):
    check(source, target)


def test_they_are_one_answer_in_the_middle_of_the_way():
    check(
        "programmer",
        "tech-pm",
        finished("pmf-01", on="2026-10-10", minutes=300),
        worked("pln-01", on="2026-10-20", minutes=120),
        assessed("risk", 2, on="2026-10-21"),
        experience("leading", "2026-06-01", on="2026-10-22"),
    )


def test_they_are_one_answer_on_a_way_that_was_chosen():
    a_home(None, a_profile(on="2026-10-01", role="pmo-manager", target="portfolio-pmo"))
    routes = run_cli("plan", "--json").json["routes"]
    assert len(routes) > 1
    check("pmo-manager", "portfolio-pmo", a_profile(on="2026-10-02", route=routes[1]["id"]))
    assert run_cli("gap", "--json").json["route"] == routes[1]["id"]


@pytest.mark.slow
@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_they_are_one_answer_from_every_role_to_every_other(source, target):
    check(source, target)
