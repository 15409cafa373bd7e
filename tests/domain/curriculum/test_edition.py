import pytest

from pmcareer.domain.curriculum.edition import as_before, comes_before

from builders import a_curriculum, an_exercise


@pytest.mark.parametrize(
    ("version", "other"),
    [("2026.9", "2026.11"), ("2026.11", "2027.1"), ("2026", "2026.1"), ("v2", "v10")],
)
def test_editions_are_compared_number_by_number(version, other):
    assert comes_before(version, other)
    assert not comes_before(other, version)


@pytest.mark.parametrize(("version", "other"), [("", "1"), ("spring", "2"), ("1", "spring")])
def test_what_has_no_number_comes_before_nothing_and_after_nothing(version, other):
    assert not comes_before(version, other)


def test_an_edition_before_asked_neither_for_what_became_core_nor_for_new_upper_levels():
    grown = a_curriculum(
        an_exercise("old"),
        an_exercise("became-core", level=3, core_since="2"),
        an_exercise("new-at-4", level=4, core_since="2"),
        an_exercise("since-ever", level=3, core_since="1"),
    )
    core = {exercise.id: exercise.core for exercise in as_before(grown, "2").exercises}
    assert core == {"old": True, "became-core": False, "since-ever": True}


def test_where_nothing_had_been_marked_core_all_of_it_was():
    grown = a_curriculum(
        an_exercise("one", core_since="2"), an_exercise("two", core=False, level=3)
    )
    assert [exercise.core for exercise in as_before(grown, "2").exercises] == [True, True]
