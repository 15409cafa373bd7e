from hypothesis import given, settings
from hypothesis import strategies as st

from pmcareer.domain.person.person import person_of
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.paths import routes_of
from pmcareer.domain.roadmap.stages import Stage, stages_of

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    deferred,
    finished,
    worked,
)

ROLES = (
    a_role("starter"),
    a_role("junior-pm", needs={"risk": 2}),
    a_role("tech-pm", needs={"risk": 3, "tools": 2}),
    a_role("director", needs={"people": 2}),
)
MOVES = (
    a_move("starter", "junior-pm"),
    a_move("junior-pm", "tech-pm"),
    a_move("tech-pm", "director"),
)


def stages(curriculum, *entries, target="tech-pm") -> tuple[Stage, ...]:
    person = person_of(curriculum, a_logbook(*entries), TODAY)
    route = routes_of(person, curriculum.role[target])[0]
    return stages_of(Asker(person=person), route, {})


def plan(*args, **keys) -> list[list[str]]:
    return [[task.exercise.id for task in stage.tasks] for stage in stages(*args, **keys)]


def a_map(*exercises):
    return a_curriculum(*exercises, *ROLES, *MOVES)


def test_each_exercise_stands_in_the_first_leg_that_asks_for_it_and_nowhere_else():
    curriculum = a_map(
        an_exercise("rsk-02"),
        an_exercise("rsk-03", level=3, requires=("rsk-02",)),
        an_exercise("tls-02", skill="tools"),
        an_exercise("ppl-02", skill="people"),
    )

    assert plan(curriculum) == [["rsk-02"], ["rsk-03", "tls-02"]]
    assert plan(curriculum, target="director") == [["rsk-02"], ["rsk-03", "tls-02"], ["ppl-02"]]


def test_what_is_required_comes_in_the_leg_of_what_requires_it():
    curriculum = a_map(
        an_exercise("rsk-02", requires=("tls-02",)), an_exercise("tls-02", skill="tools")
    )

    assert plan(curriculum) == [["tls-02", "rsk-02"], []]


def states(*args, **keys) -> list[str]:
    return [
        f"{task.exercise.id} {task.state}"
        for stage in stages(*args, **keys)
        for task in stage.tasks
    ]


OFFICE = a_map(
    an_exercise("rsk-02", requires=("rsk-01",)),
    an_exercise("rsk-01", standing="junior-pm"),
    an_exercise("rsk-00", hours=(1, 1, 1)),
    an_exercise("tls-02", skill="tools"),
)


def test_what_needs_a_roles_standing_waits_for_its_leg_and_so_does_what_builds_on_it():
    tasks = [task for stage in stages(OFFICE) for task in stage.tasks]

    assert [task.exercise.id for task in tasks] == ["rsk-00", "tls-02", "rsk-01", "rsk-02"]
    assert [task.exercise.id for task in tasks if task.waits] == ["rsk-01", "rsk-02"]
    assert [task.exercise.id for task in tasks if task.is_active] == ["rsk-00", "tls-02"]
    assert [stage.waiting for stage in stages(OFFICE)] == [frozenset(), {"rsk-01", "rsk-02"}]


def test_what_builds_on_it_no_longer_waits_once_it_is_done():
    tasks = [task for stage in stages(OFFICE, finished("rsk-01")) for task in stage.tasks]

    assert [task.exercise.id for task in tasks if task.is_active] == ["rsk-00", "tls-02", "rsk-02"]


def test_in_the_role_its_standing_is_there():
    curriculum = a_map(an_exercise("tls-02", skill="tools", standing="junior-pm"))

    assert states(curriculum, a_profile(role="junior-pm")) == ["tls-02 open"]


def test_further_up_the_map_the_standing_is_there_as_well():
    curriculum = a_map(an_exercise("ppl-02", skill="people", standing="junior-pm"))

    assert states(curriculum, a_profile(role="tech-pm"), target="director") == ["ppl-02 open"]


def test_from_further_up_the_map_it_need_not_wait_for_the_last_leg():
    curriculum = a_curriculum(
        an_exercise("ppl-02", skill="people", standing="starter"),
        *ROLES,
        a_role("board"),
        *MOVES,
        a_move("director", "board"),
    )
    found = stages(curriculum, a_profile(role="tech-pm"), target="board")

    assert [[task.exercise.id for task in stage.tasks] for stage in found] == [["ppl-02"], []]


def test_the_standing_is_not_there_before_the_role():
    curriculum = a_map(an_exercise("rsk-02", standing="tech-pm"))
    waiting = [stage.waiting for stage in stages(curriculum, target="director")]

    assert waiting == [frozenset(), frozenset(), {"rsk-02"}]


def test_the_standing_of_a_role_that_is_not_on_the_way_opens_with_the_last_leg():
    curriculum = a_map(an_exercise("rsk-02", standing="director"))

    assert [stage.waiting for stage in stages(curriculum)] == [frozenset(), {"rsk-02"}]


def test_what_is_put_off_comes_last_in_its_leg_and_holds_up_later_legs():
    curriculum = a_map(
        an_exercise("rsk-01", hours=(9, 9, 9)),
        an_exercise("rsk-02"),
        an_exercise("rsk-03", level=3, requires=("rsk-01",)),
        an_exercise("tls-02", skill="tools", hours=(1, 1, 1)),
    )

    assert states(curriculum, deferred("rsk-01", "2027-01-01")) == [
        "rsk-02 open",
        "rsk-01 deferred",
        "tls-02 open",
        "rsk-03 deferred",
    ]


def test_hours_of_a_stage():
    curriculum = a_map(
        an_exercise("rsk-01"), an_exercise("rsk-02"), an_exercise("tls-02", skill="tools")
    )
    first, second = stages(curriculum, finished("rsk-01"), worked("rsk-02", 60))

    assert (first.hours_left, first.hours_done) == (3.0, 5.0)
    assert (second.hours_left, second.hours_done) == (4.0, 0.0)


@given(st.data())
@settings(max_examples=25)
def test_no_leg_holds_what_a_later_leg_has_to_do_first(data):
    exercises = [
        an_exercise(
            f"e{number}",
            skill=data.draw(st.sampled_from(["risk", "tools", "people"])),
            level=data.draw(st.integers(1, 3)),
            standing=data.draw(st.sampled_from([None, None, "junior-pm", "tech-pm"])),
            requires=tuple(
                {f"e{data.draw(st.integers(0, number - 1))}" for _ in range(2) if number}
            ),
        )
        for number in range(data.draw(st.integers(1, 10)))
    ]
    curriculum = a_map(*data.draw(st.permutations(exercises)))
    entries = [
        data.draw(st.sampled_from([finished, worked]))(item.id)
        for item in exercises
        if data.draw(st.booleans()) and data.draw(st.booleans())
    ]
    tasks = [
        task for stage in stages(curriculum, *entries, target="director") for task in stage.tasks
    ]
    place = {task.exercise.id: number for number, task in enumerate(tasks) if task.is_todo}

    assert len(place) == sum(task.is_todo for task in tasks)
    for name, number in place.items():
        assert all(
            place[needed] < number
            for needed in curriculum.exercise[name].requires
            if needed in place
        )


def test_what_opens_in_the_target_alone_waits_for_it_with_all_that_builds_on_it():
    curriculum = a_map(
        an_exercise("rsk-02", standing="junior-pm"),
        an_exercise("rsk-01", level=1),
        an_exercise("rsk-03", requires=("rsk-02",)),
    )
    (stage,) = stages(curriculum, target="junior-pm")
    assert [task.exercise.id for task in stage.tasks if task.is_active] == ["rsk-01"]
    (held,) = stages(
        curriculum, a_profile(role="junior-pm", target="junior-pm"), target="junior-pm"
    )
    assert all(task.is_active for task in held.tasks)
