"""What an answer really changes is found by planning the same way without it."""

from pmcareer.domain.coaching.otherwise import Otherwise
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from running import run_cli

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_planner,
    a_profile,
    a_prompt,
    a_role,
    a_saying,
    an_answer,
    an_exercise,
    picked,
)

WORK = an_exercise("rsk-01"), an_exercise("pln-01", skill="planning")
LEAD = a_role("starter"), a_role("lead", needs={"risk": 2, "planning": 2})
SERVICES = a_prompt(
    "q05",
    several=True,
    answers=(an_answer("risk", levels={"risk": 2}), an_answer("plan", levels={"planning": 2})),
)


def looked_at(*entries, asked=SERVICES, **keys):
    """Look at each answer of somebody on the way to lead."""
    planner = a_planner(
        a_profile(role="starter", target="lead"), *entries, items=(*WORK, *LEAD, asked), **keys
    )
    planned = planner.for_today
    return [Otherwise(planned=planned, picked=each) for each in planner.person.given.answers]


def test_of_several_answers_picked_at_once_each_is_looked_at_alone():
    risk, plan = looked_at(picked("q05", "risk,plan"))
    assert [risk.changes_level(name) for name in ("risk", "planning")] == [True, False]
    assert [plan.changes_level(name) for name in ("risk", "planning")] == [False, True]


def test_without_an_answer_an_older_one_to_the_same_question_does_not_come_back():
    (plan,) = looked_at(picked("q05", "risk", on="2026-11-01"), picked("q05", "plan"))
    assert plan.then.given.answers == ()


def test_an_exercise_that_moves_is_named_and_one_that_stays_is_not():
    order = a_prompt("q01", answers=(an_answer("yes", first=["pln-01"]),))
    (look,) = looked_at(picked("q01", "yes"), asked=order)
    assert list(look.moved(earlier=True)) == ["pln-01"]
    assert list(look.moved(earlier=False)) == ["rsk-01"]


def test_a_word_of_the_profile_is_taken_out_alone():
    saying = a_saying("context", an_answer("alone"), an_answer("large"))
    curriculum = a_curriculum(*WORK, *LEAD, profile=(saying,))
    said = a_logbook(a_profile(role="starter", target="lead", context="alone, large"))
    planner = Planner(person=person_of(curriculum, said, TODAY))
    looks = [
        Otherwise(planned=planner.for_today, picked=each) for each in planner.person.given.answers
    ]
    assert [look.then.says["context"] for look in looks] == ["large", "alone"]
    assert [list(look.in_sum()) for look in looks] == [[], []]


def test_a_break_is_not_credited_with_the_levels_of_the_role_that_was_left():
    left = "profile --role tech-pm --target tech-pm --context break --left 2022-10-31"
    shown = run_cli(*left.split()).out
    assert "Because you said" in shown
    assert "to study" not in shown
