"""What is offered where a target lies behind, or is too far off to be planned for."""

import pytest

from running import run_cli


def nearer_row(role, target):
    run_cli("profile", "--role", role, "--since", "2022-11-21", "--target", target)
    return " ".join(run_cli("plan").out.split())


@pytest.mark.parametrize(
    ("role", "target", "said"),
    [
        pytest.param(
            "junior-pm", "portfolio-pmo", "Nearer Tech PM: pmcareer plan --target tech-pm", id="far"
        ),
        pytest.param(
            "scrum-master",
            "engineering-manager",
            "Nearer Delivery manager: pmcareer plan --target delivery-manager",
            id="no day at all",
        ),
        pytest.param(
            "qa-lead",
            "junior-pm",
            "A step back from QA lead one goes straight to Tech PM, where Junior PM leads, too: "
            "pmcareer plan --target tech-pm",
            id="behind the next post",
        ),
    ],
)
def test_another_target_is_named_with_its_command(role, target, said):
    assert said in nearer_row(role, target)


def test_a_target_that_can_be_planned_for_has_none_beside_it():
    assert "Nearer" not in nearer_row("tech-pm", "senior-pm")


def test_before_a_step_back_comes_the_question_why():
    said = nearer_row("programme-director", "junior-pm")

    assert "leads on to Programme director, not back" in said
    assert "Now Say in three sentences why you want a step back back-why" in said
    assert "Nearer" not in said


def test_a_step_back_into_another_trade_names_the_months_that_are_asked_all_the_same():
    said = nearer_row("pmo-manager", "team-lead")

    assert "not back: asked all the same: 24 months of technical work" in said


def test_a_newcomer_is_offered_the_first_post_of_the_way_that_is_drawn():
    said = " ".join(run_cli("plan", "--target", "portfolio-pmo").out.split())

    assert "by way of Junior PM" in said
    assert "Nearer Junior PM: pmcareer plan --target junior-pm" in said
