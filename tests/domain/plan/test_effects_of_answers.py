"""Each effect of an answer where it acts: in the order, what is asked, the day, habits and advice."""

import pytest

from pmcareer.domain.coaching.advice import advice_for
from pmcareer.domain.coaching.practices import practices_of
from pmcareer.domain.plan.today import minutes_a_day, today_of
from pmcareer.domain.roadmap.weights import capped

from builders import (
    a_gate,
    a_move,
    a_planner,
    a_practice,
    a_profile,
    a_prompt,
    a_role,
    an_advice,
    an_answer,
    an_exercise,
    picked,
)

ITEMS = (
    an_exercise("rsk-01", hours=(8, 8, 8)),
    an_exercise("pln-01", skill="planning", hours=(7, 7, 7)),
    an_exercise("tec-01", skill="depth"),
    a_role("starter"),
    a_role("lead", needs={"risk": 2, "planning": 2}, search=(2, 4, 8)),
    a_move("starter", "lead", gates=[a_gate("yes", kind="confirmed", months=(1, 2, 4))]),
    *map(a_practice, ("h01", "h02", "h03")),
    an_advice("r01", when=("crammed",)),
)
SOMEBODY = a_profile(role="starter", target="lead")


def planner_with(*items, **effects):
    """The plan of somebody who picked the one answer that there is."""
    prompt = a_prompt("q01", answers=(an_answer("yes", **effects),))
    return a_planner(SOMEBODY, picked("q01", "yes"), items=(*ITEMS, prompt, *items))


def order_with(**effects):
    return [task.exercise.id for task in planner_with(**effects).recommended.active]


def test_a_weight_brings_a_skill_forward_and_first_an_exercise():
    assert order_with() == ["rsk-01", "pln-01"]
    assert order_with(weights={"planning": 1.3}) == ["pln-01", "rsk-01"]
    assert order_with(weights={"risk": 0.7}) == ["pln-01", "rsk-01"]
    assert order_with(first=["pln-01"]) == ["pln-01", "rsk-01"]


def test_what_an_answer_puts_first_says_so():
    terms = [term.term for term in today_of(planner_with(first=["pln-01"])).why]
    assert "answered" in terms
    assert "answered" not in [term.term for term in today_of(planner_with()).why]


def test_an_exercise_can_be_asked_for_beside_those_of_the_role():
    assert set(order_with(asks=["tec-01"])) == {"rsk-01", "pln-01", "tec-01"}


def test_a_level_taken_for_granted_covers_its_exercises():
    assert order_with(levels={"risk": 2}) == ["pln-01"]


@pytest.mark.parametrize(
    ("weight", "answered", "moved"),
    [(1.2, 1.4, 1.5), (1.0, 0.5, 0.5), (0.8, 0.5, 0.5), (2.0, 1.4, 2.0), (0.4, 0.9, 0.4)],
    ids=["above", "at the bound", "below", "a rule's 2 stays", "a rule's 0.4 stays"],
)
def test_no_answer_moves_a_weight_beyond_its_bounds(weight, answered, moved):
    assert capped(weight, answered) == pytest.approx(moved)


def test_no_more_minutes_are_proposed_for_a_day_than_an_answer_says():
    assert minutes_a_day(planner_with(minutes=20), 60 * 9) == 20
    assert minutes_a_day(planner_with(), 60 * 9) > 20


def test_habits_and_advice_that_an_answer_calls_for_are_there():
    called_for = planner_with(practices=["h03"], advice=["r01"]).person
    assert practices_of(called_for)[0].practice.id == "h03"
    assert [said.advice.id for said in advice_for(called_for)] == ["r01"]
    assert advice_for(planner_with().person) == ()


def test_what_others_decide_takes_as_long_as_an_answer_says_and_study_stays_as_it_is():
    usual, slow = planner_with(), planner_with(search=1.5, gates=1.5, width=1.2)
    (leg,) = slow.recommended.route.legs
    assert leg.search == pytest.approx((2.4, 6, 13.2))
    assert leg.drawn[0].assumed_months == pytest.approx((1.2, 3, 6.6))
    assert sum(slow.recommended.finish_days) > sum(usual.recommended.finish_days)
    assert slow.recommended.study_days == usual.recommended.study_days
