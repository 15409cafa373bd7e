"""What conditions ask about the way ahead: whether it leads back, and what lies on it."""

import pytest

from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.roadmap.ahead import holds_target, offered, projects_asked, steps_back
from pmcareer.domain.roadmap.paths import routes_of
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import TODAY, a_logbook, a_profile, closed

SHIPPED = read_curriculum(None)
PLACES = [role.id for role in SHIPPED.roles if role.is_place]
PMP = "pmp"


def headed(role: str, target: str, *entries, **keys) -> Person:
    profile = a_profile(on="2026-01-01", role=role, target=target, **keys)
    return person_of(SHIPPED, a_logbook(profile, *entries), TODAY)


@pytest.mark.slow
def test_a_way_leads_back_where_the_plan_says_so_and_nowhere_else():
    for role in PLACES:
        for target in PLACES:
            person = headed(role, target)
            planned = {each.is_step_back for each in routes_of(person, SHIPPED.role[target])}
            assert planned == {steps_back(person)}, f"{role} to {target}"


def test_a_target_behind_that_a_way_leads_to_by_another_post_is_no_step_back():
    assert not steps_back(headed("portfolio-manager", "programme-director"))
    assert steps_back(headed("director-of-pm", "junior-pm"))


def test_closed_projects_are_asked_for_where_the_way_has_a_gate_of_them_that_is_open():
    two = [closed("A"), closed("B")]
    assert projects_asked(headed("project-manager", "tech-pm"))
    assert projects_asked(headed("junior-pm", "senior-pm"))
    assert not projects_asked(headed("project-manager", "tech-pm", *two))
    assert not projects_asked(headed("tech-pm", "tech-pm"))
    assert not projects_asked(headed("junior-pm", "programmer"))


def test_a_certificate_is_for_the_next_two_roles_or_aimed_at():
    assert offered(headed("junior-pm", "tech-pm"), PMP)
    assert not offered(headed("junior-pm", "programmer"), PMP)
    assert not offered(headed("senior-pm", "qa-lead"), PMP)
    assert offered(headed("senior-pm", "qa-lead", goal_certificate=PMP), PMP)
    assert not offered(headed("junior-pm", "tech-pm"), "unheard-of")


def test_a_target_is_held_by_who_is_in_it_and_not_away():
    assert holds_target(headed("tech-pm", "tech-pm"))
    assert not holds_target(headed("tech-pm", "tech-pm", context="break"))
    assert not holds_target(headed("tech-pm", "senior-pm"))
