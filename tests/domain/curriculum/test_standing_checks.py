"""Exercises that need the standing of the role that asks for them are named, and no others."""

import pytest

from pmcareer.domain.curriculum.standing_checks import standing_problems
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import a_curriculum, a_move, a_role, an_exercise

STARTER = a_role("starter")
SENIOR = a_role("senior", needs={"risk": 2})
HEAD = a_role("head", needs={"risk": 2})
MAP = (STARTER, SENIOR, HEAD, a_move("starter", "senior"), a_move("senior", "head"))


def said(*items):
    found = standing_problems(a_curriculum(*items))
    return [f"{each.item}, {each.key}: {each.message} {each.hint}" for each in found]


def test_what_opens_only_in_the_role_that_asks_for_it_is_told_with_its_mend():
    roles = STARTER, SENIOR, a_move("starter", "senior")
    (line,) = said(an_exercise("rsk-02", standing="senior"), *roles)
    assert line == (
        "rsk-02, standing: senior asks for it, and it opens only in the role senior."
        " Name a role on the way to senior, or let a later role ask for it."
    )


@pytest.mark.parametrize(
    ("standing", "asking"),
    [("starter", []), ("senior", ["senior"]), ("head", ["senior", "head"])],
)
def test_each_role_before_the_standing_that_asks_for_it_asks_in_vain(standing, asking):
    told = said(an_exercise("rsk-02", standing=standing), *MAP)
    assert [line.split(": ")[1].split(" asks")[0] for line in told] == asking


def test_what_is_required_by_what_is_asked_for_is_asked_for_too():
    exercises = (
        an_exercise("rsk-01", core=False, standing="head"),
        an_exercise("rsk-02", requires=("rsk-01",)),
    )
    assert len(said(*exercises, *MAP)) == 2


def test_what_is_retired_or_asked_of_nobody_is_no_problem():
    assert said(an_exercise(), an_exercise("o", standing="head", core=False), *MAP) == []
    assert said(an_exercise("rsk-02", standing="head", retired=True), *MAP) == []


def test_the_shipped_curriculum_asks_for_nothing_in_vain():
    assert list(standing_problems(read_curriculum(None))) == []
