"""What months, closed projects and posts on record show, before anybody has rated a skill."""

from datetime import date

import pytest

from pmcareer.domain.person.levels import covered_levels, levels_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    a_skill,
    an_exercise,
    assessed,
    closed,
    experience,
)

MAP = a_curriculum(
    a_skill(
        "risk",
        shown_by=[
            {"work": "leading", "months": 12, "level": 2},
            {"work": "leading", "months": 24, "closed": 2, "level": 3},
        ],
        fades_after=12,
    ),
    an_exercise("rsk-01", level=2),
    a_skill("benefits"),
    a_role("starter"),
    a_role("lead", needs={"planning": 4, "benefits": 4}, work=("leading",)),
    a_role("office", needs={"planning": 2, "benefits": 3}, work=("pmo",)),
    a_move("starter", "lead"),
    shown_in_post=[{"months": 12, "level": 2}, {"months": 48, "level": 4}],
)
YEAR = experience("leading", "2025-11-01", "2026-10-31")
TWO = experience("leading", "2024-11-01", "2026-10-31")
PROJECTS = closed("One"), closed("Two")


def levels(*entries, curriculum=MAP):
    person = person_of(curriculum, a_logbook(*entries), TODAY)
    found = {name: each.level for name, each in levels_of(person).items()}
    # What is shown is covered, and what is not is not.
    assert {name: level for name, level in found.items() if level} == covered_levels(person)
    return found


@pytest.mark.parametrize(
    ("entries", "level"),
    [
        ([experience("leading", "2025-12-01", "2026-10-31")], 0),
        ([YEAR], 2),
        ([TWO, PROJECTS[0]], 2),
        ([TWO, *PROJECTS], 3),
        ([YEAR, assessed("risk", 1)], 1),
        ([experience("pmo", "2016-01-01")], 0),
    ],
)
def test_months_and_closed_projects_show_a_level_until_somebody_rates_it(entries, level):
    assert levels(*entries)["risk"] == level


def test_years_in_a_post_show_what_it_needs_even_where_it_is_the_target():
    held = a_profile(role="lead", target="lead")
    assert levels(held)["planning"] == 0
    assert levels(held, a_profile(since=date(2025, 11, 1)))["planning"] == 2
    assert levels(held, a_profile(since=date(2021, 11, 1)))["planning"] == 4
    before = experience("leading", "2019-01-01", "2023-12-31", role="lead")
    assert levels(before)["planning"] == 4


def test_a_service_of_the_portfolio_counts_one_less_and_in_an_office_not_at_all():
    assert levels(a_profile(role="lead", since=date(2021, 11, 1)))["benefits"] == 3
    assert levels(a_profile(role="office", since=date(2021, 11, 1)))["benefits"] == 0


def test_what_the_record_shows_fades_like_what_a_role_stands_for():
    away = a_profile(role="starter", context="break", left=date(2025, 1, 1))
    assert levels(experience("leading", "2020-01-01", "2024-12-31"), away)["risk"] == 1


@pytest.mark.slow
@pytest.mark.parametrize("role", [role.id for role in read_curriculum(None).roles if role.is_place])
def test_who_has_held_a_role_for_five_years_has_little_of_it_left_to_show(role):
    curriculum = read_curriculum(None)
    me = a_profile(role=role, target=role, since=date(2021, 11, 21))
    person = person_of(curriculum, a_logbook(me), TODAY)
    found, needs = levels_of(person), curriculum.role[role].needs
    reached = sum(min(found[skill].level, need) for skill, need in needs.items())
    assert reached >= 0.85 * sum(needs.values())
    asker = Asker(person=person)
    asked = asker.asked(curriculum.role[role], None)
    whole = sum(exercise.mean_hours for exercise in asked.values())
    assert sum(map(asker.hours_left, asked)) <= 0.3 * whole
