"""A step that nobody would ever be asked for is a problem, with its line and its mend."""

import pytest

from pmcareer.domain.curriculum.step_checks import names_for_steps, step_problems
from pmcareer.storage.curriculum.reading import check_curriculum, read_curriculum

from builders import (
    a_certification,
    a_curriculum,
    a_detour,
    a_gate,
    a_move,
    a_role,
    a_step,
    curriculum_text,
)

MAP = (
    a_role("starter"),
    a_role("tech-pm", gates=(a_gate("two-closed", kind="closed", count=2),)),
    a_role("senior-pm"),
    a_detour("delivery-stint"),
    a_move("starter", "tech-pm"),
    a_move("tech-pm", "senior-pm"),
    a_certification("pmp"),
)


def a_step_for(*names, **keys):
    return a_step(keys.pop("id", "ask"), **({"for": names} | keys))


def said(*items):
    return [
        (each.key, each.message, each.hint) for each in step_problems(a_curriculum(*MAP, *items))
    ]


@pytest.mark.parametrize("name", ["tech-pm", "delivery-stint", "two-closed", "pmp", "search"])
def test_a_step_is_for_a_role_reached_a_detour_a_gate_a_certificate_or_the_search(name):
    assert said(a_step_for(name)) == []


def test_what_names_nothing_is_told_with_what_may_be_meant():
    assert said(a_step_for("two-close")) == [
        (
            "for",
            "there is no role, gate or certification 'two-close'.",
            "Did you mean 'two-closed'?",
        )
    ]


def test_a_role_that_no_move_leads_to_asks_nobody():
    ((key, message, hint),) = said(a_step_for("starter"))
    assert key == "for"
    assert "no move leads to 'starter'" in message
    assert hint


def test_without_moves_every_role_can_have_steps():
    curriculum = a_curriculum(a_role("starter"), a_role("tech-pm"), a_step_for("tech-pm"))
    assert step_problems(curriculum) == ()


def test_of_each_id_in_a_list_the_wrong_one_is_told():
    assert [message for _, message, _ in said(a_step_for("tech-pm", "nothing-at-all"))] == [
        "there is no role, gate or certification 'nothing-at-all'."
    ]


def test_a_start_from_which_no_move_leads_there_is_told():
    assert said(a_step_for("tech-pm", **{"from": "starter"})) == []
    assert said(a_step_for("tech-pm", **{"from": "senior-pm"})) == [
        (
            "from",
            "no move leads from 'senior-pm' to 'tech-pm'.",
            "Leave it out, or add a [[moves]] table.",
        )
    ]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        pytest.param("delivery-stint", "tech-pm", id="one goes on a detour from any role"),
        pytest.param("delivery-stint", "delivery-stint", id="while one is on it"),
        pytest.param("tech-pm", "delivery-stint", id="back from it"),
        pytest.param("two-closed", "starter", id="a gate"),
    ],
)
def test_a_start_needs_no_move_of_its_own_where_none_is_taken(name, start):
    assert said(a_step_for(name, **{"from": start})) == []


def test_a_step_waits_for_nothing_that_somebody_else_is_asked_for():
    first = a_step_for("tech-pm", id="first")
    assert said(first, a_step_for("tech-pm", requires=("first",))) == []
    (problem,) = said(first, a_step_for("tech-pm", "senior-pm", requires=("first",)))
    assert problem[0] == "requires"
    assert "it waits for 'first'" in problem[1]


def test_a_step_for_anybody_waits_for_none_that_comes_from_one_role():
    first = a_step_for("tech-pm", id="first", **{"from": "starter"})
    assert [key for key, *_ in said(first, a_step_for("tech-pm", requires=("first",)))] == [
        "requires"
    ]
    same = a_step_for("tech-pm", requires=("first",), **{"from": "starter"})
    assert said(first, same) == []


def test_a_retired_step_is_asked_of_nobody_and_has_no_problem():
    assert said(a_step_for("nothing", retired=True)) == []


def test_the_names_are_those_of_gates_certificates_situations_the_search_and_a_step_back():
    always = {"search", "contract", "break", "step-back"}
    assert names_for_steps(a_curriculum(*MAP)) == {"two-closed", "pmp", *always}


@pytest.fixture
def check(tmp_path):
    def run(*items):
        file = tmp_path / "curriculum.toml"
        file.write_text(curriculum_text(a_curriculum(*MAP, *items)), encoding="utf-8")
        return check_curriculum(file).problems

    return run


def test_check_names_the_line_of_what_is_wrong(check, tmp_path):
    (problem,) = check(a_step_for("nothing"))
    lines = (tmp_path / "curriculum.toml").read_text(encoding="utf-8").splitlines()
    assert lines[problem.line - 1].startswith("for = ")


def test_steps_that_wait_for_each_other_are_a_ring(check):
    ring = check(
        a_step_for("tech-pm", id="a", requires=("b",)),
        a_step_for("tech-pm", id="b", requires=("a",)),
    )
    assert [problem.message.count("->") for problem in ring] == [2]


def test_a_step_that_waits_for_an_unknown_one_is_told(check):
    (problem,) = check(a_step_for("tech-pm", requires=("gone",)))
    assert "there is no step or exercise 'gone'" in problem.message


def test_the_shipped_steps_have_no_problem():
    assert step_problems(read_curriculum(None)) == ()
