"""With study done: what is true of what is left, from whom it is awaited, and what is logged then."""

from datetime import date

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.waiting import pending_of, why_nothing

from builders import (
    TODAY,
    a_curriculum,
    a_gate,
    a_job_step,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    assessed,
    closed,
    experience,
    finished,
)

BOSS = a_gate("boss", kind="confirmed", title="The boss says so")
ME = a_profile(role="junior", target="senior", on="2026-01-01")
SERVED = experience("hands-on", "2020-01-01", role="junior", on="2026-01-01")
DONE = (ME, SERVED, finished("rsk-01", on="2026-02-01"))


def planner(*entries, items):
    return Planner(person=person_of(a_curriculum(*items), a_logbook(*entries), TODAY))


def a_map(*more, **senior):
    roles = a_role("junior"), a_role("senior", **{"title": "Senior", "needs": {"risk": 2}} | senior)
    return (*roles, an_exercise("rsk-01"), a_move("junior", "senior", months=(1, 2, 3)), *more)


def test_of_a_rubric_the_levels_are_there_and_no_exercise_is_spoken_of():
    rubric = (a_role("junior"), a_role("senior", title="Senior", needs={"risk": 3}))
    said = why_nothing(planner(ME, assessed("risk", 3, by="manager"), items=rubric))
    assert said.startswith(
        "Every level that Senior asks for is there: nothing is left to rate or to show"
    )
    assert "xercise" not in said
    assert "months" not in said


def test_a_role_with_a_gate_alone_asks_for_no_exercises_and_names_whom_it_waits_for():
    items = (a_role("junior"), a_role("senior", title="Senior", gates=(BOSS,)), an_exercise())
    said = why_nothing(planner(ME, items=items))
    assert "Senior asks for no exercises and no levels; other people decide the rest." in said
    assert (
        "You wait for others: The boss says so. Once it is so: pmcareer log boss --with NAME"
    ) in said


@pytest.mark.parametrize(
    ("gate", "command"),
    [
        (BOSS, "pmcareer log boss --with NAME"),
        (a_gate("led", kind="closed", count=2), "pmcareer project TITLE --outcome TEXT"),
        (
            a_gate("of", kind="services", of=["risk"], count=1, level=4),
            "pmcareer assess risk 4 --by manager",
        ),
    ],
    ids=["confirmed", "closed", "services"],
)
def test_each_gate_by_others_says_what_is_typed_once_it_is_met(gate, command):
    (pending,) = pending_of(planner(*DONE, items=a_map(gates=(gate,))))
    assert (pending.thing, pending.command) == (gate["id"], command)


def test_while_there_is_something_to_study_nothing_is_waited_for():
    assert pending_of(planner(ME, SERVED, items=a_map(gates=(BOSS,)))) == ()


def test_a_gate_that_is_met_and_a_target_that_is_held_wait_for_nobody():
    two = a_map(gates=(a_gate("led", kind="closed", count=1),))
    assert pending_of(planner(*DONE, closed("A"), items=two)) == ()
    held = a_profile(role="senior", target="senior")
    assert pending_of(planner(held, finished("rsk-01"), items=a_map(gates=(BOSS,)))) == ()


def test_a_search_says_how_it_is_told_and_once_it_is_on_since_when():
    items = a_map(search=(2, 4, 8))
    (pending,) = pending_of(planner(*DONE, items=items))
    assert pending.text == (
        "What is left is to look for a post as Senior; it takes 2 to 8 months, likely 4. "
        "Looking? pmcareer profile --looking"
    )
    looking = a_profile(looking=date(2026, 11, 1), on="2026-11-01")
    (pending,) = pending_of(planner(*DONE, looking, items=items))
    assert pending.since == date(2026, 11, 1)
    assert "is on since 1 Nov 2026" in pending.text
    assert pending.command == "pmcareer profile --role senior --since DATE"


def test_what_a_step_asks_for_is_left_to_the_step():
    assert pending_of(planner(*DONE, items=a_map(a_job_step("apply"), search=(2, 4, 8)))) == ()


def test_months_that_are_not_on_record_are_said_with_what_is_there():
    unsaid = (a_profile(target="senior", on="2026-01-01"), finished("rsk-01", on="2026-02-01"))
    said = why_nothing(planner(*unsaid, items=a_map()))
    assert "Of some 2 months as About junior 0 are on record." in said
    assert "Since when? pmcareer profile --role junior --since DATE" in said
    assert "on record" not in why_nothing(planner(*DONE, items=a_map()))
