import pytest

from pmcareer.domain.curriculum.instead_checks import instead_problems
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import a_curriculum, a_role, an_exercise

EXERCISES = (
    an_exercise("gov-02", skill="governance", level=2),
    an_exercise("gov-03", skill="governance", level=4),
    an_exercise("gov-04", skill="governance", level=4, requires=("gov-01",)),
    an_exercise("gov-01", skill="governance", core=False),
    an_exercise("gov-05", skill="governance", level=5),
    an_exercise("prg-01", skill="programmes"),
)


def said(instead, level=4):
    head = a_role("head", needs={"governance": level}, instead=instead)
    found = instead_problems(a_curriculum(*EXERCISES, a_role("starter"), head))
    return [f"{each.severity}: {each.message}" for each in found]


def test_one_of_two_of_an_upper_level_can_be_left_out():
    assert said({"gov-04": "prg-01"}) == []


@pytest.mark.parametrize(
    ("instead", "told"),
    [
        pytest.param(
            {"gov-02": "prg-01"},
            ["error: without 'gov-02' nobody reaches level 2 of governance."],
            id="what a level up to 3 takes",
        ),
        pytest.param(
            {"gov-03": "prg-01", "gov-04": "prg-01"},
            [
                "error: without 'gov-03' nobody reaches level 4 of governance.",
                "error: without 'gov-04' nobody reaches level 4 of governance.",
            ],
            id="all of an upper level",
        ),
        pytest.param(
            {"gov-03": "gov-04", "gov-04": "prg-01"},
            [
                "error: 'gov-04' is left out as well.",
                "error: without 'gov-04' nobody reaches level 4 of governance.",
            ],
            id="one that is left out itself",
        ),
        pytest.param(
            {"gov-05": "prg-01"}, ["warning: it does not ask for 'gov-05'."], id="not asked for"
        ),
    ],
)
def test_what_should_not_be_left_out_is_named(instead, told):
    assert said(instead) == told


def test_what_others_require_is_asked_for_and_can_be_left_out():
    assert said({"gov-01": "prg-01"}) == []


def test_the_shipped_roles_leave_out_only_what_they_can_do_without():
    assert list(instead_problems(read_curriculum(None))) == []
