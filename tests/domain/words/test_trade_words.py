"""A trade that is named beside a role: before it, behind it, or in the name of the role."""

import pytest

from pmcareer.domain.words.trade_words import in_trade_of

from builders import a_curriculum, a_role, an_exercise, an_industry

CURRICULUM = a_curriculum(
    an_exercise(),
    a_role("lead", title="Test lead", aliases=("QA lead", "IT test lead")),
    a_role("boss", title="Project manager", aliases=("site manager", "senior project manager")),
    an_industry("bank", called="banking", aliases=["regulated bank", "finance"]),
    an_industry("building", called="construction", names=["site manager"]),
    an_industry("it", called="IT"),
)


@pytest.mark.parametrize(
    ("typed", "role", "industry"),
    [
        ("QA lead in a regulated bank", "qa lead", "bank"),
        ("Test lead in banking", "test lead", "bank"),
        ("test lead (finance)", "test lead", "bank"),
        ("test lead, bank", "test lead", "bank"),
        ("construction project manager", "project manager", "building"),
        ("Senior construction project manager", "senior project manager", "building"),
        ("site manager", "site manager", "building"),
        ("bank boss", "boss", "bank"),
    ],
)
def test_a_trade_beside_a_role_is_heard(typed, role, industry):
    found = in_trade_of(CURRICULUM, typed)
    assert (found.role, found.industry) == (role, industry)


@pytest.mark.parametrize("typed", ["Building PM", "PM in building", "building project manager"])
def test_a_general_name_in_a_trade_with_a_name_of_its_own_is_that_one(typed):
    curriculum = a_curriculum(
        an_exercise(),
        a_role("lead", title="Software lead", aliases=("PM", "project manager")),
        a_role("site", title="Site lead", aliases=("construction project manager",)),
        an_industry("building", called="building", names=["construction project manager"]),
    )
    found = in_trade_of(curriculum, typed)
    assert (found.role, found.industry) == ("construction project manager", "building")


@pytest.mark.parametrize(
    "typed", ["Test lead", "IT test lead", "bank robber", "finance", "lead in a band", ""]
)
def test_what_names_no_trade_beside_a_role_is_left_as_it_was_typed(typed):
    found = in_trade_of(CURRICULUM, typed)
    assert (found.role, found.industry) == (typed, None)
