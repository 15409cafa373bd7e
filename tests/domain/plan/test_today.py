from datetime import timedelta

import pytest
from hypothesis import strategies as st

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.today import (
    Today,
    minutes_a_day,
    reason_for_nothing,
    slice_of,
    today_of,
    unlocked_by,
)
from pmcareer.storage.curriculum.reading import read_curriculum
from sweeps import for_all

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
    experience,
    finished,
    void,
    worked,
)

SHIPPED = read_curriculum(None)
SMALL = a_curriculum(
    an_exercise("a", hours=(2, 4, 6), accept=("One", "Two", "Three", "Four")),
    an_exercise("b", hours=(1, 2, 3), requires=("a",)),
    an_exercise("c", hours=(1, 1, 1), requires=("a", "b")),
)


def planner(*entries, curriculum=SMALL) -> Planner:
    return Planner(person=person_of(curriculum, a_logbook(*entries), TODAY))


def today(*entries, curriculum=SMALL) -> Today:
    found = today_of(planner(*entries, curriculum=curriculum))
    assert found is not None
    return found


def first_of_the_plan(plans: Planner) -> tuple[str, str] | None:
    """Read the recommended route from its top: the first item that can be done today, and for which role."""
    route = plans.best
    return next(
        (
            (task.exercise.id, stage.role)
            for stage in route.stage_forecasts
            for task in stage.tasks
            if task.is_active
        ),
        None,
    )


@st.composite
def states(draw) -> list:
    roles = [role.id for role in SHIPPED.roles if not role.detour]
    names = [exercise.id for exercise in SHIPPED.exercises]
    said = {
        "role": draw(st.sampled_from([None, None, *roles])),
        "target": draw(st.sampled_from([None, *roles[3:]])),
        "background": draw(st.sampled_from([None, "technical", "business", "pmo"])),
        "projects": draw(st.sampled_from([None, "large-complex", "small-simple"])),
        "hours_per_week": draw(st.sampled_from([None, 2.0, 20.0])),
    }
    entries = [a_profile(**said)]
    for name in draw(st.lists(st.sampled_from(names), max_size=12, unique=True)):
        match draw(st.sampled_from(["finished", "finished", "worked", "deferred", "voided"])):
            case "finished":
                entries.append(finished(name, on=TODAY - timedelta(days=draw(st.integers(0, 300)))))
            case "worked":
                entries.append(worked(name, on=TODAY - timedelta(days=draw(st.integers(0, 60)))))
            case "deferred":
                entries.append(deferred(name, TODAY + timedelta(days=draw(st.integers(-3, 90)))))
            case "voided":
                entries += [taken := finished(name), void(taken)]
    skill = draw(st.sampled_from([None, *(skill.id for skill in SHIPPED.skills)]))
    if skill:
        entries.append(
            assessed(skill, draw(st.integers(0, 5)), draw(st.sampled_from(["self", "manager"])))
        )
    if draw(st.booleans()):
        entries.append(
            experience(draw(st.sampled_from(["leading", "pmo", "business"])), "2024-01-01")
        )
    return entries


@for_all(states(), few=8, many=80)
def test_next_and_plan_name_the_same_first_exercise(entries):
    found = today_of(planner(*entries, curriculum=SHIPPED))
    chosen = (found.task.exercise.id, found.stage.leg.target.id) if found else None

    assert chosen == first_of_the_plan(planner(*entries, curriculum=SHIPPED))


def test_they_agree_where_a_short_move_has_a_long_tail():
    curriculum = a_curriculum(
        an_exercise("a", skill="risk", hours=(1, 1, 1)),
        an_exercise("b", skill="tools", hours=(1, 1, 1)),
        a_role("starter"),
        a_role("middle", needs={"tools": 2}),
        a_role("tech-pm", needs={"risk": 2}),
        a_move("starter", "tech-pm", months=(10, 10, 100)),
        a_move("starter", "middle", months=(7, 7, 7)),
        a_move("middle", "tech-pm", months=(7, 7, 7)),
    )

    assert first_of_the_plan(planner(curriculum=curriculum)) == ("b", "middle")
    assert today(curriculum=curriculum).task.exercise.id == "b"


def test_the_first_open_item_is_next_and_its_terms_say_why():
    found = today()
    terms = {term.term: term.value for term in found.why}

    assert found.task.exercise.id == "a"
    assert terms == {"route": "tech-pm", "chain": 7.0, "weight": 1.0, "score": 7.0}
    assert all(term.text for term in found.why)


def test_what_is_begun_says_so_and_counts_what_was_worked():
    found = today(finished("a", on="2026-11-01"), worked("b", 30))

    assert (found.task.exercise.id, found.minutes_logged, found.minutes_left) == ("b", 30, 90)
    assert {"started", "requires"} <= {term.term for term in found.why}


def test_what_comes_first_on_the_move_says_its_place():
    curriculum = a_curriculum(
        an_exercise("big", hours=(9, 9, 9)), an_exercise("wish", hours=(1, 1, 1)),
        a_role("starter"), a_role("tech-pm", needs={"risk": 2}), a_move(first=("wish",)),
    )  # fmt: skip
    found = today(curriculum=curriculum)

    assert (found.task.exercise.id, {term.term: term.value for term in found.why}["first"]) == (
        "wish",
        1,
    )


def unlocked(done: str, *entries) -> list[str]:
    return [
        item.id
        for item in unlocked_by(
            planner(*entries).recommended, done, [entry.exercise for entry in entries]
        )
    ]


def test_an_exercise_unlocks_what_waits_for_it_alone():
    assert unlocked("a") == ["b"]
    assert unlocked("b", finished("a")) == ["c"]
    assert unlocked("c", finished("a")) == []


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        pytest.param(
            [finished(name, on="2026-11-01") for name in "abc"],
            "All exercises for About tech-pm are done",
            id="all done",
        ),
        pytest.param(
            [a_profile(role="tech-pm"), *(finished(name, on="2026-11-01") for name in "abc")],
            "You hold About tech-pm",
            id="in the role, and all of it shown",
        ),
        pytest.param([deferred("a", "2027-02-03")], "comes back on 3 Feb 2027", id="all put off"),
    ],
)
def test_with_nothing_open_the_reason_is_said(entries, reason):
    plans = planner(*entries)

    assert today_of(plans) is None
    assert reason in reason_for_nothing(plans)


def test_what_needs_a_standing_names_the_role():
    curriculum = a_curriculum(
        an_exercise(standing="middle"), a_role("starter"), a_role("middle"), a_role("tech-pm", needs={"risk": 2}),
        a_move("starter", "middle"), a_move("middle", "tech-pm"),
    )  # fmt: skip
    plans = planner(curriculum=curriculum)

    assert today_of(plans) is None
    assert "opens once you are About middle" in reason_for_nothing(plans)


@pytest.mark.parametrize(
    ("minutes", "logged", "fits", "points"),
    [
        pytest.param(60, 0, 60, ("One",), id="a quarter of the time, a quarter of the points"),
        pytest.param(90, 0, 90, ("One", "Two"), id="a point begun is named"),
        pytest.param(999, 0, 240, ("One", "Two", "Three", "Four"), id="never more than is left"),
        pytest.param(60, 120, 60, ("Three",), id="going on where one was"),
        pytest.param(5, 0, 5, ("One",), id="always at least one point"),
    ],
)
def test_a_slice_is_what_fits_into_some_minutes(minutes, logged, fits, points):
    cut = slice_of(today(*([worked("a", logged)] if logged else [])), minutes)

    assert (cut.minutes, cut.checklist) == (fits, points)


@pytest.mark.parametrize(
    ("said", "left", "minutes"),
    [
        pytest.param({"hours_per_week": 7.0}, 999, 60, id="the week over seven days"),
        pytest.param(
            {"hours_per_week": 3.0, "study_days": ("sat", "sun")}, 999, 90, id="over the study days"
        ),
        pytest.param({"hours_per_week": 40.0}, 999, 120, id="two hours at most"),
        pytest.param({"hours_per_week": 0.5}, 999, 15, id="a quarter of an hour at least"),
        pytest.param({"hours_per_week": 7.0}, 10, 10, id="never more than is left"),
    ],
)
def test_minutes_are_proposed_for_one_day(said, left, minutes):
    assert minutes_a_day(planner(a_profile(**said)), left) == minutes


def test_what_is_logged_for_today_counts_towards_the_two_hours():
    assert minutes_a_day(planner(a_profile(hours_per_week=40.0), worked("a", 90)), 999) == 30
