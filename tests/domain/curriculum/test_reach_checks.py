"""What nobody could ever satisfy, whatever they study, serve or are told."""

import pytest

from pmcareer.domain.curriculum.checks import problems_of

from builders import (
    a_certification,
    a_curriculum,
    a_detour,
    a_gate,
    a_move,
    a_role,
    a_skill,
    an_exercise,
)

STARTER = a_role("starter")


def found(*items, **keys):
    return problems_of(a_curriculum(*items, **keys))


def said(*items, **keys):
    return [f"{each.key}: {each.message}" for each in found(*items, **keys)]


def with_gate(*items, **gate):
    role = a_role("boss", needs={"risk": 2}, gates=(a_gate("g", **gate),))
    return said(an_exercise(), STARTER, role, *items)


def test_a_rubric_is_sound_as_it_is():
    assert said(STARTER, a_role("boss", needs={"risk": 3, "talk": 5})) == []


def test_in_a_curriculum_with_exercises_a_skill_without_any_is_told():
    (problem,) = said(an_exercise(), STARTER, a_role("boss", needs={"risk": 2, "talk": 3}))
    assert problem == "needs: it needs talk at level 3, and no core exercise leads there."


def test_of_a_level_without_a_core_the_others_lead_there():
    others = an_exercise("b", level=3, core=False), an_exercise("c", level=2, core=False)
    role = a_role("boss", needs={"risk": 3})
    assert said(an_exercise("a"), *others, STARTER, role) == []
    (problem,) = said(
        an_exercise("a", level=1), others[1], STARTER, a_role("boss", needs={"risk": 2})
    )
    assert problem.endswith("and the exercises asked for end at level 1.")


def test_a_level_for_which_no_months_count_is_a_warning():
    role = a_role("boss", needs={"risk": 4})
    (warning,) = found(an_exercise(level=4), STARTER, role, a_role("chief", needs={"risk": 4}))
    assert (warning.severity, warning.item, warning.key) == ("warning", "risk", "work")
    assert warning.message == "it is needed at level 4, and no months count: it names no work."
    assert found(a_skill(work="leading"), an_exercise(level=4), STARTER, role) == ()


@pytest.mark.parametrize(
    ("gate", "message"),
    [
        ({"kind": "services", "of": ("risk",), "count": 2, "level": 2}, "2 services of 1."),
        ({"kind": "services", "of": ("risk", "risk"), "count": 2, "level": 2}, "2 services of 1."),
        ({"kind": "services", "of": ("support",), "count": 1, "level": 2}, "support is no skill"),
        (
            {"kind": "experience", "work": "pmo", "months": 60, "window_years": 3},
            "60 months do not",
        ),
    ],
    ids=["more than there are", "one named twice", "a service that is no skill", "a short window"],
)
def test_a_gate_that_asks_for_more_than_there_is(gate, message):
    (problem,) = with_gate(**gate)
    assert problem.startswith("gates: gate g: ")
    assert message in problem


def test_a_gate_of_a_retired_certificate_never_opens():
    gone = a_certification(retired=True)
    assert with_gate(gone, kind="certificate", certification="pmp") == [
        "gates: gate g: 'pmp' is retired."
    ]
    assert with_gate(a_certification(), kind="certificate", certification="pmp") == []


def test_what_rests_on_something_retired_is_told():
    retired_skill = a_skill(retired=True)
    assert "needs: 'risk' is retired." in said(
        retired_skill, an_exercise(), STARTER, a_role("boss", needs={"risk": 2})
    )
    roles = STARTER, a_role("boss"), a_role("old", retired=True)
    moves = a_move("starter", "boss"), a_move("starter", "old"), a_move("old", "boss")
    told = said(an_exercise(), *roles, *moves)
    assert told.count("to: 'old' is retired.") == told.count("from: 'old' is retired.") == 1


@pytest.mark.parametrize("key", ["default_role", "default_target"])
def test_nobody_starts_at_a_detour_or_heads_for_one(key):
    boss = a_role("boss", needs={"risk": 2})
    items = an_exercise(), STARTER, boss, a_detour(), a_role("old", retired=True)
    assert f"{key}: 'delivery-stint' is a detour, and one comes back from it." in said(
        *items, **{key: "delivery-stint"}
    )
    assert f"{key}: 'old' is retired." in said(*items, **{key: "old"})


def test_where_start_and_goal_are_one_there_is_a_warning():
    boss = a_role("boss", needs={"risk": 2})
    (warning,) = found(an_exercise(), STARTER, boss, default_role="boss")
    assert (warning.key, warning.severity) == ("default_role", "warning")
    assert warning.message == "start and goal are one: boss. Nobody has a way to go."
    assert found(an_exercise(), STARTER, boss, default_role="starter") == ()
