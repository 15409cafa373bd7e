"""Whatever has an id has a title."""

from pmcareer.domain.words.titles import Titles

from builders import a_curriculum, a_gate, a_role, a_step, an_exercise


def test_titles_are_known_by_old_ids_too():
    item = an_exercise("rsk-02", title="Pre-mortem with the team", replaces=("old-02",))
    titles = Titles(a_curriculum(item))
    assert titles["old-02"] == titles["rsk-02"] == "Pre-mortem with the team"


def test_titles_of_all_tables_are_known_and_the_earlier_kind_has_the_id():
    gate = a_gate("budget", kind="confirmed", title="A budget of your own")
    curriculum = a_curriculum(
        an_exercise("one", title="The exercise"),
        a_role("lead", gates=(gate,)),
        a_step("one", title="The step", **{"for": "lead"}),
        a_step("two", title="Another", replaces=("old-two",), **{"for": "lead"}),
    )
    titles = Titles(curriculum)
    assert (titles["one"], titles["two"], titles["old-two"]) == (
        "The exercise",
        "Another",
        "Another",
    )
    assert titles["budget"] == "A budget of your own"
    assert "" not in titles
    assert "three" not in titles
    assert {"one", "two", "old-two", "budget", "lead", "risk"} == set(titles)
    assert len(titles) == 6
