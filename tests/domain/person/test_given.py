"""What somebody's answers come to together."""

import pytest

from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_profile,
    a_prompt,
    a_role,
    an_answer,
    an_exercise,
    assessed,
    picked,
)

USUAL = (2.0, 4.0, 8.0)


def person_who_picked(*entries, **effects):
    """Somebody who picked the one answer that there is."""
    prompt = a_prompt("q01", answers=(an_answer("yes", **effects),))
    office = a_role("office", needs={"risk": 4})
    items = (
        an_exercise(),
        an_exercise("rsk-05", level=5),
        a_role("starter"),
        a_role(),
        office,
        prompt,
    )
    return person_of(a_curriculum(*items), a_logbook(picked("q01", "yes"), *entries), TODAY)


def test_without_an_answer_months_stay_the_same_value():
    person = person_of(a_curriculum(an_exercise()), a_logbook(), TODAY)
    assert person.given.search(USUAL) is USUAL
    assert person.given.gate(USUAL) is USUAL


@pytest.mark.parametrize(
    ("effects", "months"),
    [
        ({"search": 1.5}, (3, 6, 12)),
        ({"width": 1.5}, (1, 4, 10)),
        ({"width": 2}, (0, 4, 12)),
        ({"search": 1.5, "width": 2}, (0, 6, 18)),
        ({"gates": 1.5}, USUAL),
    ],
    ids=["longer", "wider", "never below nought", "both", "of gates alone"],
)
def test_a_search_is_stretched_and_spread_around_its_likely_length(effects, months):
    assert person_who_picked(**effects).given.search(USUAL) == pytest.approx(months)


def test_a_post_for_a_time_is_looked_for_by_both_factors():
    given = person_who_picked(search=1.5, detours=0.5).given
    assert given.detour_search(USUAL) == pytest.approx((1.5, 3, 6))


def test_a_level_taken_for_granted_is_gone_once_somebody_rates_the_skill():
    assert levels_of(person_who_picked(levels={"risk": 2}))["risk"].level == 2
    rated = person_who_picked(assessed("risk", 1), levels={"risk": 2})
    assert levels_of(rated)["risk"].level == 1


def test_an_answer_says_where_a_role_stands_instead_of_its_needs():
    held = a_profile(role="office", target="tech-pm")
    lower = person_who_picked(held, stands={"office": {"risk": 1}})
    assert levels_of(lower)["risk"].level == 1
    elsewhere = person_who_picked(held, stands={"starter": {"risk": 1}})
    assert levels_of(elsewhere)["risk"].level == 4
