"""Moves that nothing can ever open are named, and no others."""

import pytest

from pmcareer.domain.curriculum.checks import problems_of

from builders import a_curriculum, a_detour, a_gate, a_move, a_role

OFFICE = a_gate("office", work="pmo", months=24)
HEAD = a_role("head", gates=(OFFICE,))
LEAD = a_role("lead", work=("leading",))
ANALYST = a_role("analyst", work=("pmo",))
CLOSED = (
    "gate office asks for months of pmo, and neither lead nor a detour gives them."
    " Add a detour with work pmo, or say another way to head."
)


def said(*items, **keys):
    found = problems_of(a_curriculum(*items, default_role="lead", **keys))
    return [f"{each.message} {each.hint}" for each in found if each.key == "to"]


def test_a_gate_whose_months_neither_the_role_nor_a_detour_gives_is_named_with_its_mend():
    assert said(LEAD, HEAD, a_move("lead", "head")) == [CLOSED]


@pytest.mark.parametrize(
    "mend",
    [
        pytest.param((a_detour("acting", work={"pmo": 0.5}),), id="a detour gives half of them"),
        pytest.param((a_role("lead", work=("leading", "pmo")),), id="the role itself gives them"),
    ],
)
def test_a_gate_that_something_opens_is_no_problem(mend):
    lead = next((role for role in mend if role.id == "lead"), LEAD)
    others = [role for role in mend if role.id != "lead"]
    assert said(lead, HEAD, *others, a_move("lead", "head")) == []


def test_months_that_everybody_has_on_the_way_to_a_role_need_no_detour():
    move_on = (a_move("analyst", "manager"), a_move("manager", "head"))
    manager = a_role("manager", work=("leading",))
    curriculum = a_curriculum(ANALYST, manager, HEAD, *move_on, default_role="analyst")
    assert [each for each in problems_of(curriculum) if each.key == "to"] == []


def test_a_second_way_to_the_role_without_those_months_is_named():
    moves = (a_move("analyst", "manager"), a_move("lead", "manager"), a_move("manager", "head"))
    found = said(LEAD, ANALYST, a_role("manager", work=("leading",)), HEAD, *moves)
    assert found == [CLOSED.replace("neither lead", "neither manager")]


def test_a_certificate_that_stands_in_for_the_months_opens_the_gate_too():
    waived = a_role("head", gates=({**OFFICE, "waived_by": ("pmp",)},))
    assert said(LEAD, waived, a_move("lead", "head")) == []


def test_months_of_a_kind_of_work_that_nobody_knows_get_no_detour_proposed():
    head = a_role("head", gates=(a_gate("odd", work="nonsense", months=24),))
    assert said(LEAD, head, a_move("lead", "head")) == []
