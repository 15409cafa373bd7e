import pytest

from pmcareer.domain.coaching.options import option_words
from pmcareer.domain.person.person import person_of
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import TODAY, a_curriculum, a_logbook, a_profile, an_exercise

SHIPPED = read_curriculum(None)


def words(**said) -> str:
    return option_words(person_of(SHIPPED, a_logbook(a_profile(**said)), TODAY))


@pytest.mark.parametrize(
    ("said", "option", "first"),
    [
        ({"role": "project-coordinator"}, "(e2)", "Run a recurring chore"),
        ({"role": "junior-pm", "background": "consulting"}, "(e3)", "Rewrite your engagements"),
        ({"role": "programmer", "projects": "small-simple"}, "(o5)", "Lead a small initiative"),
    ],
)
def test_a_way_in_that_fits_comes_with_its_first_step(said, option, first):
    assert option in words(**said)
    assert f"First: {first}" in words(**said)
    assert words(**said).endswith("pmcareer list options")


@pytest.mark.parametrize("context", ["break", "contract"])
def test_nobody_without_a_team_is_told_to_leave_its_decisions_to_others(context):
    assert "technical decision" not in words(context=context)


def test_whom_none_fits_is_told_of_none():
    assert words(role="portfolio-pmo") == ""
    small = person_of(a_curriculum(an_exercise()), a_logbook(), TODAY)
    assert option_words(small) == ""
