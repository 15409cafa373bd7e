"""A word that is typed for a role means one role."""

import pytest

from pmcareer.domain.curriculum.checks import problems_of

from builders import a_curriculum, a_move, a_role

TECH_PM = a_role("tech-pm", title="Tech project manager", aliases=("delivery manager",))


def said(*aliases):
    """Give what is wrong where another role has these aliases."""
    role = a_role("starter", aliases=aliases, replaces=("beginner",))
    return [
        f"{each.item}, {each.key}: {each.message}"
        for each in problems_of(a_curriculum(role, TECH_PM, a_move()))
    ]


@pytest.mark.parametrize(
    "alias",
    [
        pytest.param("tech-pm", id="another's id"),
        pytest.param("Tech  Project Manager", id="another's title"),
    ],
)
def test_an_alias_that_is_another_roles_name_is_an_error(alias):
    assert said(alias) == [f"starter, aliases: '{alias}' means the role 'tech-pm' already."]


def test_an_alias_of_two_roles_is_an_error_of_the_later_one():
    assert said("Delivery manager") == [
        "tech-pm, aliases: 'delivery manager' means the role 'starter' already."
    ]


def test_an_alias_that_is_an_old_id_of_another_is_an_error():
    role = a_role("starter", replaces=("delivery-lead",))
    other = a_role("tech-pm", aliases=("delivery-lead",))
    (problem,) = problems_of(a_curriculum(role, other, a_move()))
    assert problem.message == "'delivery-lead' means the role 'starter' already."


def test_what_only_one_role_is_called_is_no_problem():
    assert said("developer", "Coder", "starter", "beginner") == []
