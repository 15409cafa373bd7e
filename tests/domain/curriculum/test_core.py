"""What of a skill everybody is asked for: what is marked core, or all of it."""

from pmcareer.domain.curriculum.core import with_core
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import an_exercise


def core_of(*exercises):
    return [each.id for each in with_core(exercises) if each.core]


def test_where_something_is_marked_the_rest_is_not_core():
    assert core_of(an_exercise("a"), an_exercise("b", core=False)) == ["a"]


def test_where_nothing_is_marked_all_of_the_skill_is_core():
    other = an_exercise("c", skill="planning")
    mine = an_exercise("a", core=False), an_exercise("b", level=4, core=False)
    assert core_of(*mine, other) == ["a", "b", "c"]


def test_what_is_retired_marks_nothing_and_is_not_core_by_itself():
    gone = an_exercise("a", retired=True)
    assert core_of(gone, an_exercise("b", core=False)) == ["a", "b"]
    assert core_of(an_exercise("c", core=False, retired=True), an_exercise("b", core=False)) == [
        "b"
    ]


def test_the_shipped_curriculum_marks_the_core_of_every_skill():
    """So that its start need not look."""
    shipped = read_curriculum(None).exercises
    assert with_core(shipped) == shipped
