from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.order import ordered
from pmcareer.domain.roadmap.workplan import Task, tasks_of, weights_of

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_role,
    an_exercise,
    assessed,
    deferred,
    finished,
    worked,
)


def somebody(curriculum, *entries) -> Person:
    return person_of(curriculum, a_logbook(*entries), TODAY)


def needing(level, *exercises, **role) -> Curriculum:
    return a_curriculum(
        *exercises, a_role("starter"), a_role("tech-pm", needs={"risk": level}, **role)
    )


def tasks(curriculum, *entries, waiting=()) -> tuple[Task, ...]:
    asker = Asker(person=somebody(curriculum, *entries))
    wanted = asker.asked(curriculum.role["tech-pm"], None)
    order = ordered(wanted, first=(), weights={})
    return tasks_of(asker, order, put_off=set(), waiting=set(waiting), weights={})


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
    assert weights_of(curriculum, role, {}) == {"risk": 1.5}
    assert weights_of(curriculum, a_role(), {"risk": 0.5}) == {"risk": 0.5}


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
def test_what_is_put_off_comes_last(state):
    kinds = [task.state for task in tasks(state[0], *state[1])]

    assert "deferred" not in kinds or set(kinds[kinds.index("deferred") :]) == {"deferred"}


@given(states_of_work(), st.data())
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
