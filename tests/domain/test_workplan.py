from collections.abc import Mapping
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.order import ordered, prerequisites_first
from pmcareer.domain.roadmap.workplan import Task, tasks_of, weights_of

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    assessed,
    deferred,
    finished,
    worked,
)


def somebody(curriculum, *entries) -> Person:
    return person_of(curriculum, a_logbook(*entries), TODAY)


def asked(curriculum, *entries, role="tech-pm", move=None) -> list[str]:
    return list(Asker(person=somebody(curriculum, *entries)).asked(curriculum.role[role], move))


def names(order) -> list[str]:
    return [exercise.id for exercise, _ in order]


def in_order(*exercises, first=(), weights: Mapping[str, float] | None = None) -> list[str]:
    return names(ordered({item.id: item for item in exercises}, first=first, weights=weights or {}))


def needing(level, *exercises, **role) -> Curriculum:
    return a_curriculum(
        *exercises, a_role("starter"), a_role("tech-pm", needs={"risk": level}, **role)
    )


@pytest.mark.parametrize(
    ("exercises", "level", "wanted"),
    [
        pytest.param(
            [("a", 2, True), ("b", 3, True), ("c", 4, True)], 3, "ab", id="the core up to the level"
        ),
        pytest.param(
            [("a", 2, True), ("b", 3, False), ("c", 3, True)],
            3,
            "ac",
            id="no others beside the core",
        ),
        pytest.param(
            [("a", 2, True), ("b", 3, False), ("c", 3, False)],
            3,
            "abc",
            id="others where level 3 has no core",
        ),
        pytest.param(
            [("a", 3, True), ("b", 4, False), ("c", 5, False)], 5, "abc", id="so at 4 and 5"
        ),
        pytest.param(
            [("a", 2, False), ("b", 1, False), ("c", 3, True)], 3, "c", id="but not below 3"
        ),
    ],
)
def test_a_need_asks_for(exercises, level, wanted):
    curriculum = needing(
        level, *(an_exercise(name, level=at, core=core) for name, at, core in exercises)
    )

    assert asked(curriculum) == list(wanted)


def test_what_is_asked_for_brings_what_it_requires_whatever_that_is():
    curriculum = needing(
        2,
        an_exercise("deep", skill="tools", core=False, level=5),
        an_exercise("near", skill="tools", core=False, requires=("deep",)),
        an_exercise("wanted", requires=("near",)),
    )

    assert asked(curriculum) == ["deep", "near", "wanted"]


def test_what_lies_behind_a_covered_exercise_is_not_asked_for():
    curriculum = needing(
        2, an_exercise("deep", skill="planning"), an_exercise("near", skill="tools", requires=("deep",)),
        an_exercise("wanted", requires=("near",)),
    )  # fmt: skip

    assert asked(curriculum, assessed("tools", 2)) == ["near", "wanted"]
    assert asked(curriculum, assessed("risk", 2)) == ["wanted"]


def test_a_role_and_a_move_ask_for_what_they_require():
    curriculum = needing(
        0,
        an_exercise("for-role"),
        an_exercise("for-move"),
        an_exercise("for-none"),
        requires=("for-role",),
    )

    assert asked(curriculum, move=a_move(requires=("for-move",))) == ["for-role", "for-move"]


def test_a_retired_exercise_is_asked_of_nobody():
    curriculum = needing(2, an_exercise("old", retired=True), an_exercise("new", requires=("old",)))

    assert asked(curriculum) == ["new"]


@pytest.mark.parametrize(
    ("background", "wanted"),
    [
        ("technical", ["for-all", "for-technical"]),
        ("business", ["for-all"]),
        (None, ["for-all", "for-technical"]),
    ],
    ids=["of them", "of nobody else", "of those who said nothing"],
)
def test_some_exercises_are_asked_of_one_background_only(background, wanted):
    curriculum = needing(
        2, an_exercise("for-all"), an_exercise("for-technical", background="technical")
    )

    assert asked(curriculum, a_profile(background=background or None)) == wanted


def covered(curriculum, *entries) -> set[str]:
    return set(Asker(person=somebody(curriculum, *entries)).covered)


def test_a_stated_role_covers_its_needs_and_what_it_requires_until_somebody_has_assessed():
    curriculum = a_curriculum(
        an_exercise("rsk-02"),
        an_exercise("rsk-03", level=3),
        an_exercise("prd-01", skill="product"),
        a_role("tech-pm", needs={"risk": 2}, requires=("prd-01", "rsk-03")),
    )
    role = a_profile(role="tech-pm")

    assert covered(curriculum) == set()
    assert covered(curriculum, role) == {"rsk-02", "rsk-03", "prd-01"}
    assert covered(curriculum, role, assessed("product", 1)) == {"rsk-02", "rsk-03"}
    assert covered(curriculum, role, assessed("risk", 1)) == {"prd-01"}
    assert covered(curriculum, role, assessed("risk", 3)) == {"rsk-02", "rsk-03", "prd-01"}


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


def tasks(curriculum, *entries, waiting=()) -> tuple[Task, ...]:
    person = somebody(curriculum, *entries)
    asker = Asker(person=person)
    wanted = asker.asked(curriculum.role["tech-pm"], None)
    order = ordered(wanted, first=(), weights={})
    return tasks_of(
        person, order, covered=asker.covered, put_off=set(), waiting=set(waiting), weights={}
    )


def states(*args, **keys) -> list[tuple[str, str]]:
    return [(task.exercise.id, task.state) for task in tasks(*args, **keys)]


CHAIN = needing(
    2,
    an_exercise("a", hours=(5, 5, 5)),
    an_exercise("b", hours=(4, 4, 4), requires=("a",)),
    an_exercise("c", hours=(3, 3, 3)),
    an_exercise("d", hours=(2, 2, 2)),
)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([], "a open, b open, c open, d open", id="nothing logged"),
        pytest.param(
            [finished("a")], "a finished, b open, c open, d open", id="finishing moves nothing"
        ),
        pytest.param(
            [worked("d")], "d started, a open, b open, c open", id="what is begun comes first"
        ),
        pytest.param(
            [worked("b")], "a open, b started, c open, d open", id="but not before what it requires"
        ),
        pytest.param(
            [worked("b"), finished("a")],
            "b started, a finished, c open, d open",
            id="once that is done it does",
        ),
        pytest.param(
            [deferred("a", "2027-01-01")],
            "c open, d open, a deferred, b deferred",
            id="put off with what needs it",
        ),
        pytest.param(
            [deferred("a", "2027-01-01"), finished("b")],
            "b finished, c open, d open, a deferred",
            id="but not what is done",
        ),
        pytest.param(
            [deferred("c", "2027-01-01"), worked("c")],
            "a open, b open, d open, c deferred",
            id="begun and put off",
        ),
        pytest.param(
            [deferred("a", TODAY, on="2026-11-01")],
            "a open, b open, c open, d open",
            id="put off until today",
        ),
    ],
)
def test_how_each_exercise_stands_and_where(entries, expected):
    assert ", ".join(f"{name} {state}" for name, state in states(CHAIN, *entries)) == expected


def test_what_requires_a_retired_exercise_comes_first_once_begun():
    curriculum = needing(
        2,
        an_exercise("old", retired=True),
        an_exercise("big", hours=(9, 9, 9)),
        an_exercise("new", requires=("old",)),
    )

    assert states(curriculum, worked("new")) == [("new", "started"), ("big", "open")]


def test_covered_work_is_not_left():
    task = tasks(CHAIN, assessed("risk", 2))[0]

    assert (task.state, task.hours_left, task.is_todo) == ("covered", 0.0, False)


def test_weights_of_role_and_background_multiply():
    curriculum = a_curriculum(an_exercise())
    role = a_role(weights={"risk": 1.5})

    assert weights_of(curriculum, role, {"risk": 0.5}) == {"risk": 0.75}


@st.composite
def curricula(draw) -> Curriculum:
    """Curricula without a ring, the exercises in any order."""
    count = draw(st.integers(1, 12))
    exercises = [
        an_exercise(
            f"e{number}",
            skill=draw(st.sampled_from(["risk", "tools", "planning"])),
            level=draw(st.integers(1, 5)),
            core=draw(st.booleans()),
            hours=(hours := draw(st.floats(0.5, 20)), hours + 1, hours + 3),
            requires=tuple(
                {
                    f"e{draw(st.integers(0, number - 1))}"
                    for _ in range(draw(st.integers(0, 2)))
                    if number
                }
            ),
        )
        for number in range(count)
    ]
    return a_curriculum(
        *draw(st.permutations(exercises)),
        a_role("starter"),
        a_role(
            "tech-pm",
            needs={"risk": 4, "tools": 3},
            requires=tuple(f"e{number}" for number in range(0, count, 2)),
        ),
    )


@st.composite
def states_of_work(draw) -> tuple[Curriculum, list]:
    curriculum = draw(curricula())
    entries = []
    for exercise in curriculum.exercises:
        match draw(
            st.sampled_from(
                ["open", "open", "finished", "worked", "deferred", "worked and deferred"]
            )
        ):
            case "finished":
                entries.append(finished(exercise.id))
            case "worked":
                entries.append(worked(exercise.id))
            case "deferred":
                entries.append(deferred(exercise.id, TODAY + timedelta(days=9)))
            case "worked and deferred":
                entries += [worked(exercise.id), deferred(exercise.id, TODAY + timedelta(days=9))]
    if draw(st.booleans()):
        entries.append(assessed("tools", draw(st.integers(0, 5)), "peer"))
    return curriculum, entries


@given(states_of_work())
@settings(max_examples=40)
def test_nothing_is_planned_before_what_it_requires(state):
    curriculum, entries = state
    plan = tasks(curriculum, *entries)
    place = {task.exercise.id: number for number, task in enumerate(plan) if task.is_todo}

    for task in plan:
        if task.is_todo:
            assert all(
                place[name] < place[task.exercise.id]
                for name in task.exercise.requires
                if name in place
            )
        if task.state in ("open", "started"):
            assert not any(
                other.state == "deferred"
                for other in plan
                if other.exercise.id in task.exercise.requires
            )


@given(states_of_work())
@settings(max_examples=40)
def test_what_is_put_off_comes_last(state):
    kinds = [task.state for task in tasks(state[0], *state[1])]

    assert "deferred" not in kinds or set(kinds[kinds.index("deferred") :]) == {"deferred"}


@given(states_of_work(), st.data())
@settings(max_examples=40)
def test_finishing_something_never_reshuffles_the_rest(state, data):
    curriculum, entries = state
    before = [task.exercise.id for task in tasks(curriculum, *entries) if task.state == "open"]
    if not before:
        return
    done = data.draw(st.sampled_from(before))
    after = [
        task.exercise.id
        for task in tasks(curriculum, *entries, finished(done))
        if task.state == "open"
    ]

    assert after == [name for name in before if name != done]


@given(curricula())
@settings(max_examples=15)
def test_the_same_curriculum_gives_the_same_order(curriculum):
    assert states(curriculum) == states(curriculum)


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
