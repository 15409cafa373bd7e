import pytest

from pmcareer.domain.words.situations import Spoken, situation_title, spoken_of
from sweeps import of_each

from builders import a_curriculum, a_role, an_exercise

MAP = a_curriculum(
    an_exercise(),
    a_role("programmer", aliases=("developer", "software engineer")),
    a_role("contractor-lead", aliases=("returning officer",)),
    a_role("tech-pm", aliases=("project manager", "PM")),
)


@of_each(
    [
        ("contractor", "contract"),
        ("Freelancer", "contract"),
        ("interim manager", "contract"),
        ("self-employed", "contract"),
        ("Freiberuflerin", "contract"),
        ("contract", "contract"),
        ("career break", "break"),
        ("parental leave return", "break"),
        ("between jobs", "break"),
        ("Sabbatical", "break"),
        ("Elternzeit", "break"),
        ("on a break, or back from one", "break"),
    ]
)
def test_a_situation_is_known_by_its_words_and_leaves_the_role_unsaid(typed, situation):
    assert spoken_of(MAP, typed) == Spoken(role="", situation=situation)


@pytest.mark.parametrize(
    ("typed", "role", "situation"),
    [
        ("freelance developer", "developer", "contract"),
        ("Project manager (contract)", "project manager", "contract"),
        ("ex-developer", "developer", "break"),
        ("former software engineer", "software engineer", "break"),
        ("PM after a career break", "pm", "break"),
        ("PM on parental leave", "pm", "break"),
    ],
)
def test_beside_a_role_it_is_taken_out_and_the_role_is_left(typed, role, situation):
    assert spoken_of(MAP, typed) == Spoken(role=role, situation=situation)


@pytest.mark.parametrize("typed", ["developer", "tech-pm", "returning officer", "", "a plumber"])
def test_the_name_of_a_role_and_any_other_word_are_left_as_they_are(typed):
    assert spoken_of(MAP, typed) == Spoken(role=typed)


def test_a_role_of_that_name_is_the_role():
    ours = a_curriculum(an_exercise(), a_role("starter"), a_role("lead", aliases=("contractor",)))

    assert spoken_of(ours, "contractor") == Spoken(role="contractor")


def test_a_situation_has_a_title_to_be_told_by():
    assert situation_title("contract") == "On contract"
