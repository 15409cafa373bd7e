from collections.abc import Sequence

import pytest

from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.roadmap.order import ordered
from pmcareer.domain.roadmap.rhythm import NO_RHYTHM, Rhythm, easiest

from builders import an_exercise


def people(name: str, **keys: object) -> Exercise:
    return an_exercise(name, **{"skill": "people", "hours": (2, 2, 2)} | keys)


def papers(*names: str) -> list[Exercise]:
    return [an_exercise(name, skill=f"skill-{name}", hours=(9, 9, 9)) for name in names]


def in_order(*exercises: Exercise, rhythm: Rhythm = NO_RHYTHM, first: Sequence = ()) -> list[str]:
    todo = {item.id: item for item in exercises}
    return [item.id for item, _ in ordered(todo, first=first, weights={}, rhythm=rhythm)]


def spread(*covered: str) -> Rhythm:
    return Rhythm(skills=frozenset({"people"}), covered=frozenset(covered))


def beginning(*exercises: Exercise, first: Sequence = (), covered: Sequence = ()) -> Sequence[str]:
    return easiest({item.id: item for item in exercises}, first, covered)


def test_what_is_to_be_spread_comes_evenly_and_not_at_the_end():
    work = [*papers("a", "b", "c", "d"), people("p"), people("q", skill="people", level=3)]

    assert in_order(*work) == ["a", "b", "c", "d", "p", "q"]
    assert in_order(*work, rhythm=spread()) == ["a", "p", "b", "q", "c", "d"]


def test_what_is_covered_takes_no_place_in_the_mixture():
    work = [*papers("a", "b", "c", "d"), people("p"), people("q", level=3)]

    assert in_order(*work, rhythm=spread("a", "p")) == ["a", "b", "p", "q", "c", "d"]


def test_after_what_runs_for_weeks_comes_something_short():
    journal, board = (an_exercise(name, skill=name, span_days=14, hours=(9, 9, 9)) for name in "jk")
    page = an_exercise("page", skill="page", hours=(1, 1, 1))

    assert in_order(journal, board, page) == ["j", "k", "page"]
    assert in_order(journal, board, page, rhythm=spread()) == ["j", "page", "k"]


def test_what_is_due_does_not_wait_because_it_runs_for_weeks_too():
    journal, talk = (an_exercise(name, skill=name, span_days=14, hours=(9, 9, 9)) for name in "jt")
    page = an_exercise("page", skill="page", hours=(2, 2, 2))
    asked, told = people("p", span_days=14), people("q", level=3)

    order = in_order(journal, page, talk, asked, told, rhythm=spread(), first=("j",))
    assert order == ["j", "p", "page", "q", "t"]


@pytest.mark.parametrize("rhythm", [NO_RHYTHM, spread()], ids=["none", "of people"])
def test_a_rhythm_leaves_nothing_out(rhythm):
    work = [*papers("a", "b"), people("p", requires=("a",)), people("q", span_days=30)]

    assert sorted(in_order(*work, rhythm=rhythm)) == ["a", "b", "p", "q"]


def test_one_begins_with_an_opener_that_the_move_names():
    short, named = (
        an_exercise(name, opener=True, hours=(1, h, 9)) for name, h in (("s", 1), ("n", 4))
    )

    assert beginning(named, short) == ("s",)
    assert beginning(named, short, first=("n",)) == ("n",)


def test_an_opener_of_a_day_gives_way_to_one_of_an_hour_that_the_move_does_not_name():
    long, short = (
        an_exercise(name, opener=True, hours=(1, h, 9)) for name, h in (("l", 5), ("s", 3))
    )

    assert beginning(long, short, first=("l",)) == ("s",)


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param({"span_days": 14}, id="it runs for weeks"),
        pytest.param({"standing": "pmo-manager"}, id="it needs an office"),
        pytest.param({"requires": ("other",)}, id="something comes before it"),
        pytest.param({"level": 3}, id="its skill has a lower level open"),
    ],
)
def test_without_an_opener_one_begins_with_the_shortest_that_can_be_begun_at_once(keys):
    other = an_exercise("other", hours=(2, 4, 6))
    tempting = an_exercise("tempting", hours=(1, 1, 1), **keys)

    assert beginning(other, tempting) == ("other",)
    assert beginning(tempting, covered=("tempting",)) == ()


def test_what_is_easy_comes_first_though_its_skill_has_a_lower_level_open():
    lower, easy = an_exercise("lower", hours=(2, 4, 6)), an_exercise("easy", opener=True, level=3)

    assert beginning(lower, easy) == ("easy",)


def test_what_an_opener_builds_on_may_be_covered():
    opener = an_exercise("next", opener=True, requires=("base",), level=3)

    assert beginning(an_exercise("base"), opener, covered=("base",)) == ("next",)
