"""Conditions: what can be written, when it holds, and what `check` says of one that never could."""

from pathlib import Path

import pytest

from pmcareer.domain.ground.conditions import (
    BadCondition,
    all_hold,
    condition_of,
    conditions_of,
    rules_out,
)
from pmcareer.domain.roadmap.rule_checks import rule_problems
from pmcareer.storage.curriculum.reading import check_curriculum
from sweeps import of_each

from builders import (
    a_curriculum,
    a_role,
    a_skill,
    an_advice,
    an_exercise,
    an_option,
    curriculum_text,
)

FACTS = {
    "months": 6.0,
    "zero": 0,
    "role": "tech-pm",
    "is_open": True,
    "closed": False,
    "nothing": None,
}


@of_each(
    [
        "months", "is_open", "not closed", "not nothing", "not zero", "not unheard-of", "months < 6.1", "months <= 6",
        "months > 5", "months >= 6", "zero < 1", "role = tech-pm", "role in junior-pm tech-pm",
    ]
)  # fmt: skip
def test_it_holds(condition):
    assert condition_of(condition).holds(FACTS.get)


@of_each(
    [
        "zero", "closed", "nothing", "unheard-of", "not months", "months < 6", "nothing < 6", "nothing >= 0",
        "role < 3", "role = junior-pm", "role in junior-pm", "nothing = tech-pm",
    ]
)  # fmt: skip
def test_it_does_not_hold_and_what_is_not_known_never_does(condition):
    assert not condition_of(condition).holds(FACTS.get)


NO_CONDITIONS = [
    "not", "months <", "months ~ 3", "months < many", "months >= nan", "months < inf", "months < 1e999", "role in",
    "a b c d",
]  # fmt: skip


@of_each(["", *NO_CONDITIONS])
def test_what_is_no_condition_is_said(condition):
    with pytest.raises(BadCondition, match="is no"):
        condition_of(condition)


def test_all_have_to_hold_and_none_is_enough():
    assert all_hold([], FACTS.get)
    assert all_hold(conditions_of(["months > 1", "is_open"]), FACTS.get)
    assert not all_hold(conditions_of(["months > 1", "closed"]), FACTS.get)


@pytest.mark.parametrize(
    ("condition", "fact"),
    [("months < 6", "months"), ("not closed", "closed"), ("role", "role")],
)
def test_a_condition_names_its_fact_and_keeps_its_text(condition, fact):
    assert condition_of(condition).fact == fact
    assert condition_of(condition).text == condition


@pytest.mark.parametrize(
    ("conditions", "most"),
    [
        (["months >= 12", "months < 6"], None),
        (["months > 6", "months <= 6"], None),
        (["months < 0"], None),
        (["level > 5"], 5),
        (["months", "not months"], None),
        (["not months", "months >= 1"], None),
        (["months", "months <= 0"], None),
        (["role = a", "role = b"], None),
        (["role in a b", "role in c d"], None),
        (["role = a", "not role"], None),
    ],
    ids=str,
)
def test_conditions_that_nothing_meets_at_once(conditions, most):
    limits = {} if most is None else {"most": most}
    assert rules_out(conditions_of(conditions), **limits)


@pytest.mark.parametrize(
    "conditions",
    [
        ["months >= 6", "months < 12"],
        ["months >= 6", "months <= 6"],
        ["months > 5"],
        ["months"],
        ["not months", "months <= 3"],
        ["role in a b", "role in b c"],
        ["role", "role = a"],
        ["months <= 0"],
    ],
    ids=str,
)
def test_conditions_that_something_meets(conditions):
    assert not rules_out(conditions_of(conditions))


def test_a_rule_whose_conditions_can_not_hold_together_is_told_once():
    rule = an_advice(when=("months_leading >= 12", "crammed", "months_leading < 6"))
    (told,) = said(rule)
    assert told.startswith("when: 'months_leading >= 12' and 'months_leading < 6' can never hold")
    assert said(an_advice(when=("level_risk > 5",))) == [
        "when: 'level_risk > 5' can never hold. Take it out."
    ]


def said(*rules):
    curriculum = a_curriculum(an_exercise(), a_skill("business"), a_role("tech-pm"), *rules)
    return [f"{each.key}: {each.message} {each.hint}" for each in rule_problems(curriculum)]


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        pytest.param(
            "month_business < 3",
            "there is no fact 'month_business'. Did you mean 'months_business'?",
            id="a fact that nobody knows",
        ),
        pytest.param(
            "level_busines < 3",
            "there is no fact 'level_busines'. Did you mean 'level_business'?",
            id="a fact of a skill that is not there",
        ),
        pytest.param(
            "months < 3",
            "there is no fact 'months'. Did you mean ",
            id="a fact that needs to say of what",
        ),
        pytest.param(
            "certificates = 3",
            "'certificates = 3' can't hold: certificates is a number. Write: certificates >= 3.",
            id="a number taken for a word",
        ),
        pytest.param(
            "projects > 3",
            "'projects > 3' can't hold: projects is a word. Write: projects = word.",
            id="a word taken for a number",
        ),
        pytest.param(
            "crammed > 3",
            "'crammed > 3' can't hold: crammed is a yes or no. Write: crammed, or: not crammed.",
            id="a yes or no taken for a number",
        ),
        pytest.param(
            "projects = large-complx",
            "projects is never 'large-complx'. Did you mean 'large-complex'?",
            id="a wrong word of a closed set",
        ),
        pytest.param(
            "pmo_type in project 3",
            "pmo_type is never '3'. Known are centre-of-excellence, portfolio, programme, project.",
            id="a number where a word is asked",
        ),
        pytest.param(
            "role = tech-p",
            "role is never 'tech-p'. Did you mean 'tech-pm'?",
            id="a role that is not there",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", [an_advice, an_option])
def test_a_condition_that_can_never_hold_is_told(kind, condition, sentence):
    (problem,) = said(kind(when=(condition,)))
    assert problem.startswith(f"when: {sentence}")


@pytest.mark.parametrize(
    "condition",
    [
        "not months_hands_on", "months_project_related >= 1", "level_risk < 2", "context = remote",
        "target in tech-pm", "goal_certificate", "not crammed", "education = master",
    ],
)  # fmt: skip
def test_a_condition_that_can_hold_is_let_alone(condition):
    assert said(an_advice(when=(condition,))) == []


def test_a_blank_is_filled_by_a_fact_that_the_rule_asks_for():
    rule = an_advice(when=("closed_projects >= 2",), text="You have {count} in {months} months.")
    assert said(rule) == ["text: no fact of its `when` fills '{months}'. They fill {count}."]
    assert said(an_advice(text="All {count}.")) == [
        "text: no fact of its `when` fills '{count}'. They fill none."
    ]


@pytest.mark.parametrize(
    ("text", "stray"),
    [("All {count projects.", "{count"), ("All count} of them.", "}"), ("All {{count}.", "{")],
)
def test_a_brace_that_has_lost_its_other_one_is_told(text, stray):
    rule = an_advice(when=("closed_projects >= 2",), text=text)
    assert said(rule) == [f"text: no fact of its `when` fills '{stray}'. They fill {{count}}."]


def test_a_blank_in_a_title_is_told_for_nothing_fills_it_there():
    rule = an_advice(when=("closed_projects >= 2",), title="T {count}", text="All {count}.")
    assert said(rule) == ["title: nothing fills '{count}' in a title. Say it in `text`."]


def test_the_nearest_word_is_sought_for_as_many_problems_as_anybody_reads():
    rules = [an_advice(f"r{number}", when=("month_business < 3",)) for number in range(30)]
    hints = [problem.split("'. ")[1] for problem in said(*rules)]
    assert len(set(hints[:20])) == 1
    assert "Did you mean" in hints[0]
    assert not any("Did you mean" in hint for hint in hints[20:])


@pytest.mark.parametrize("condition", NO_CONDITIONS)
def test_check_names_what_is_no_condition_with_its_line_and_its_mend(
    condition,
):
    line, problem = checked(f'when = ["months_business < 1", "{condition}"]')
    assert (problem.line, problem.where) == (line, "advice r01, when 2")
    assert problem.message.startswith(f"'{condition}' ")
    assert problem.hint == BadCondition.hint


def test_check_names_a_condition_that_can_never_hold_with_its_line():
    line, problem = checked('when = ["months_busines < 1"]')
    assert (problem.line, problem.where) == (line, "advice r01, when")
    assert problem.message == "there is no fact 'months_busines'."


def checked(when):
    """The line of a rule's conditions, and the one problem of the curriculum that they are in."""
    rule = ["[[advice]]", 'id = "r01"', 'title = "Stay"', "priority = 1", when, 'text = "Stay."']
    text = "\n".join([curriculum_text(a_curriculum(an_exercise())), *rule])
    (problem,) = check_curriculum(Path("mine.toml"), text.encode()).problems
    return text[: text.index(when)].count("\n") + 1, problem
