from collections.abc import Mapping

import pytest

from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.order import first_of, ordered, prerequisites_first

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    an_exercise,
)


def somebody(curriculum, *entries) -> Person:
    return person_of(curriculum, a_logbook(*entries), TODAY)


def asked(curriculum, *entries, role="tech-pm", move=None) -> list[str]:
    return list(Asker(person=somebody(curriculum, *entries)).asked(curriculum.role[role], move))


def names(order) -> list[str]:
    return [exercise.id for exercise, _ in order]


def in_order(*exercises, first=(), weights: Mapping[str, float] | None = None) -> list[str]:
    return names(ordered({item.id: item for item in exercises}, first=first, weights=weights or {}))


def test_the_largest_chain_times_weight_goes_first_then_the_order_of_the_curriculum():
    small, large = (
        an_exercise("a", hours=(1, 1, 1), skill="x"),
        an_exercise("b", hours=(9, 9, 9), skill="y"),
    )
    again = an_exercise("c", hours=(9, 9, 9), skill="z")

    assert in_order(small, large, again) == ["b", "c", "a"]
    assert in_order(small, large, again, weights={"x": 10.0}) == ["a", "b", "c"]


def test_a_chain_is_as_long_as_all_that_waits_for_it():
    opens = an_exercise("a", hours=(1, 1, 1), skill="x")
    waits = an_exercise("b", hours=(9, 9, 9), skill="y", requires=("a",))
    alone = an_exercise("c", hours=(5, 5, 5), skill="z")

    assert in_order(waits, alone, opens) == ["a", "b", "c"]
    assert (
        ordered({item.id: item for item in (waits, alone, opens)}, first=(), weights={})[0][1] == 10
    )


@pytest.mark.parametrize(
    ("other_hours", "order"),
    [
        pytest.param(8.0, ["a", "c", "b"], id="another skill within 20 % goes between"),
        pytest.param(7.9, ["a", "b", "c"], id="further off it does not"),
    ],
)
def test_not_the_same_skill_twice_running_where_another_is_close(other_hours, order):
    a, b = (an_exercise(name, hours=(10, 10, 10), skill="x") for name in "ab")
    c = an_exercise("c", hours=(other_hours,) * 3, skill="y")

    assert in_order(a, b, c) == order


def test_what_comes_first_on_the_move_comes_first_with_what_it_requires():
    exercises = [
        an_exercise("big", hours=(90, 90, 90), skill="x"),
        an_exercise("base", hours=(1, 1, 1), skill="y"),
        an_exercise("wish", hours=(1, 1, 1), skill="y", requires=("base",)),
        an_exercise("second", hours=(1, 1, 1), skill="y"),
    ]

    assert in_order(*exercises, first=("wish", "not-asked", "second", "base")) == [
        "base",
        "wish",
        "second",
        "big",
    ]


def many(*, chained: bool) -> dict[str, Exercise]:
    return {
        f"e{number}": an_exercise(
            f"e{number}",
            skill=f"s{number % 9}",
            requires=(f"e{number - 1}",) if chained and number else (),
        )
        for number in range(5000)
    }


@pytest.mark.parametrize("chained", [True, False], ids=["in one chain", "independent"])
def test_five_thousand_exercises_are_put_in_order(chained):
    todo = many(chained=chained)

    assert len(names(ordered(todo, first=("e4999",), weights={}))) == 5000


@pytest.mark.parametrize("start", [0, 2999])
def test_a_long_chain_is_gone_through_without_running_out_of_stack(start):
    chain = {
        f"e{number}": an_exercise(f"e{number}", requires=(f"e{number - 1}",) if number else ())
        for number in range(3000)
    }
    asked = {f"e{start}": chain[f"e{start}"], **chain}

    assert prerequisites_first(asked, asked) == list(chain)


def test_of_what_a_move_names_first_the_profile_moves_heavier_skills_ahead_but_for_the_first():
    curriculum = a_curriculum(
        an_exercise("ask", skill="talk"), an_exercise("ask-more", skill="talk"), an_exercise("map")
    )
    named = ("ask", "ask-more", "map")
    assert first_of(curriculum, named, {}) == named
    assert first_of(curriculum, named, {"risk": 1.3}) == ("ask", "map", "ask-more")
    assert first_of(curriculum, named, {"talk": 0.5}) == ("ask", "map", "ask-more")
    assert first_of(curriculum, (), {"risk": 1.3}) == ()


def test_in_a_skill_the_lower_levels_come_first_however_long_the_chains_of_the_higher():
    levels = [an_exercise(f"a-{level}", level=level, hours=(1, 2, 3)) for level in (1, 2, 3)]
    four = an_exercise("a-4", level=4, hours=(9, 9, 9))
    five = an_exercise("a-5", level=5, hours=(9, 9, 9), requires=("a-4",))
    assert in_order(five, four, *levels) == ["a-1", "a-2", "a-3", "a-4", "a-5"]


def test_a_skill_waits_for_its_own_lower_levels_and_not_for_those_of_others():
    low, high = an_exercise("a-1", level=1), an_exercise("b-4", level=4, skill="b", hours=(9, 9, 9))
    assert in_order(low, high) == ["b-4", "a-1"]


def test_what_a_lower_level_requires_comes_before_it_and_among_its_level():
    one = an_exercise("a-1", level=1, requires=("a-4",))
    four, two = an_exercise("a-4", level=4), an_exercise("a-2", hours=(9, 9, 9))
    assert in_order(two, one, four) == ["a-4", "a-1", "a-2"]


def test_what_a_move_names_first_comes_before_lower_levels():
    one, four = an_exercise("a-1", level=1), an_exercise("a-4", level=4)
    assert in_order(one, four, first=("a-4",)) == ["a-4", "a-1"]


def test_two_skills_that_hold_each_other_up_are_put_in_order_all_the_same():
    ring = [
        an_exercise("a-1", level=1, skill="a", requires=("b-2",)),
        an_exercise("a-2", level=2, skill="a"),
        an_exercise("b-1", level=1, skill="b", requires=("a-2",)),
        an_exercise("b-2", level=2, skill="b"),
    ]
    order = in_order(*ring)
    assert sorted(order) == ["a-1", "a-2", "b-1", "b-2"]
    assert order.index("b-2") < order.index("a-1")
    assert order.index("a-2") < order.index("b-1")
