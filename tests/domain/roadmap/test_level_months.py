"""Months that levels 4 and 5 ask for: gates where the way gives them, else proved in the role."""

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.roadmap.paths import routes_of
from running import a_home, run_cli

from builders import (
    TODAY,
    a_curriculum,
    a_detour,
    a_gate,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    a_skill,
    an_exercise,
    assessed,
    experience,
)

GOVERNANCE = a_skill("governance", work="pmo")


def a_way(*entries, need=4, source=("pmo",), detour=None, skill=GOVERNANCE, **target):
    """From lead to head, who needs governance at 4."""
    curriculum = a_curriculum(
        skill,
        an_exercise("gov-01", skill="governance", level=3),
        a_role("lead", work=source),
        a_role("head", needs={"governance": need}, **target),
        a_move("lead", "head"),
        *([detour] if detour else []),
        default_role="lead",
    )
    a_home(curriculum, *entries)
    person = person_of(curriculum, a_logbook(*entries), TODAY)
    (leg,) = routes_of(person, curriculum.role["head"])[0].legs
    gates = {status.gate.id: status.missing for status in leg.gates}
    return gates, [(proof.skill.id, proof.level, round(proof.months)) for proof in leg.to_prove]


def test_months_that_the_role_before_gives_are_a_gate():
    assert a_way() == ({"level-governance-4": 12}, [])


def test_months_that_nothing_on_the_way_gives_are_proved_in_the_role_and_close_nothing():
    assert a_way(source=("leading",)) == ({}, [("governance", 4, 12)])


def test_no_detour_is_put_in_for_the_months_of_a_level():
    office = a_detour("office", work=("pmo",))
    assert a_way(source=("leading",), detour=office) == ({}, [("governance", 4, 12)])


def test_a_detour_that_a_named_gate_put_in_makes_the_months_of_a_level_a_gate():
    office = a_detour("office", work=("pmo",))
    gates = (a_gate("office", work="pmo", months=6),)
    assert a_way(source=("leading",), detour=office, gates=gates) == (
        {"office": 6, "level-governance-4": 12},
        [],
    )


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([], ({"level-governance-5": 24}, [("governance", 5, 0)]), id="both missing"),
        pytest.param(
            [experience("pmo", "2020-01-01")], ({}, [("governance", 5, 0)]), id="the word missing"
        ),
        pytest.param(
            [assessed("governance", 4, by="manager")],
            ({"level-governance-5": 24}, []),
            id="the months missing",
        ),
        pytest.param([assessed("governance", 5, by="manager")], ({}, []), id="all there"),
    ],
)
def test_level_5_asks_for_twice_the_months_and_for_somebodys_word(entries, expected):
    assert a_way(*entries, need=5) == expected


def test_a_skill_without_a_kind_of_work_is_said_by_somebody_in_the_role():
    assert a_way(skill=a_skill("governance")) == ({}, [("governance", 4, 0)])


def test_months_served_in_a_role_of_that_work_and_not_on_record_as_such_are_to_be_shown():
    served = experience("risk", "2020-01-01", "2025-12-31", role="lead")
    assert a_way(served) == ({}, [("governance", 4, 12)])


def test_a_level_asked_for_twice_on_the_way_is_one_gate():
    curriculum = a_curriculum(
        GOVERNANCE,
        an_exercise("gov-01", skill="governance", level=3),
        a_role("lead", work=("pmo",)),
        a_role("head", work=("pmo",), needs={"governance": 4}),
        a_role("chief", needs={"governance": 4}),
        a_move("lead", "head"),
        a_move("head", "chief"),
        default_role="lead",
    )
    person = person_of(curriculum, a_logbook(), TODAY)
    legs = routes_of(person, curriculum.role["chief"])[0].legs

    assert [len(leg.gates) for leg in legs] == [1, 0]


def test_plan_names_what_is_to_be_proved_beside_the_date_and_sums_up_what_levels_ask_for():
    a_way(need=5)
    said = run_cli("plan").out
    assert "To be proved  in the role: About governance 5" in said
    assert "Months of work for 1 level above 3" in run_cli("gap").out
    assert "24 months of pmo work, for About governance at 5" in run_cli("plan", "--all").out
    (stage,) = run_cli("plan", "--json").json["routes"][0]["steps"]
    assert stage["to_prove"] == [{"skill": "governance", "level": 5, "months": 0}]
    (gate,) = stage["gates"]
    assert (gate["id"], gate["kind"], gate["by_others"]) == (
        "level-governance-5",
        "experience",
        False,
    )


def test_who_holds_the_target_is_asked_for_no_months():
    gates, proofs = a_way(a_profile(role="head", target="head"))
    assert (gates, proofs) == ({}, [])
