import pytest

from pmcareer.domain.ground.conditions import BadCondition, all_hold, facts_in, holds

FACTS = {
    "months": 6.0,
    "zero": 0,
    "role": "tech-pm",
    "is_open": True,
    "closed": False,
    "nothing": None,
}


@pytest.mark.parametrize(
    "condition",
    [
        "months", "is_open", "not closed", "not nothing", "not zero", "not unheard-of", "months < 6.1", "months <= 6",
        "months > 5", "months >= 6", "zero < 1", "role = tech-pm", "role in junior-pm tech-pm",
    ],
)  # fmt: skip
def test_it_holds(condition):
    assert holds(condition, FACTS.get)


@pytest.mark.parametrize(
    "condition",
    [
        "zero", "closed", "nothing", "unheard-of", "not months", "months < 6", "nothing < 6", "nothing >= 0",
        "role < 3", "role = junior-pm", "role in junior-pm", "nothing = tech-pm",
    ],
)  # fmt: skip
def test_it_does_not_hold_and_what_is_not_known_never_does(condition):
    assert not holds(condition, FACTS.get)


@pytest.mark.parametrize(
    "condition", ["", "months <", "months ~ 3", "months < many", "role in", "a b c d"]
)
def test_what_is_no_condition_is_said(condition):
    with pytest.raises(BadCondition, match="is no"):
        holds(condition, FACTS.get)


def test_all_have_to_hold_and_none_is_enough():
    assert all_hold([], FACTS.get)
    assert all_hold(["months > 1", "is_open"], FACTS.get)
    assert not all_hold(["months > 1", "closed"], FACTS.get)


@pytest.mark.parametrize(
    ("condition", "fact"),
    [("months < 6", "months"), ("not closed", "closed"), ("role", "role"), ("", "")],
)
def test_a_condition_names_its_fact(condition, fact):
    assert facts_in(condition) == fact
