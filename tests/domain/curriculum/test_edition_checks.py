import pytest

from pmcareer.domain.curriculum.edition_checks import edition_problems
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import a_curriculum, an_exercise


def said(since, **keys):
    curriculum = a_curriculum(an_exercise("rsk-01", core_since=since), version="2026.12", **keys)
    return [f"{each.item}, {each.key}: {each.message}" for each in edition_problems(curriculum)]


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ("spring", "'spring' has no number, so nobody knows what came before it."),
        ("2027.1", "'2027.1' is later than version '2026.12' of this curriculum."),
    ],
)
def test_an_edition_that_can_not_be_or_is_still_to_come_is_named(since, told):
    assert said(since) == [f"rsk-01, core_since: {told}"]


@pytest.mark.parametrize("since", [None, "2026.12", "2026.2"])
def test_an_edition_that_was_is_no_problem(since):
    assert said(since) == []


def test_what_is_laid_over_another_has_numbers_of_its_own():
    assert said("2027.1", extends="shipped") == []


def test_the_shipped_editions_have_all_been():
    assert list(edition_problems(read_curriculum(None))) == []
