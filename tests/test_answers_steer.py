"""The law of answers, over the shipped curriculum: what says that it changes something does.

Of each question that says what it changes, and of each key of the profile, there is an answer that changes `plan`,
`gap` or `next` of somebody whom it concerns; and where people answer differently they see different plans.
"""

import os
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from pmcareer.domain.coaching.otherwise import NEXT_FEW
from pmcareer.storage.curriculum.reading import read_curriculum
from running import run_cli
from sweeps import sweep

from builders import a_profile, experience, logbook_text, picked

CURRICULUM = read_curriculum(None)
DAY = "2026-11-20"
OFFICE = (
    a_profile(role="pmo-manager", target="portfolio-pmo", hours_per_week=4.0, on="2026-11-01"),
    experience("pmo", "2021-11-01", role="pmo-manager", on="2026-11-02"),
)
ANALYST = (a_profile(role="pmo-analyst", target="pmo-manager", on="2026-11-01"),)
JUNIOR = (a_profile(role="junior-pm", target="tech-pm", on="2026-11-01"),)
TECH = (a_profile(role="tech-pm", target="senior-pm", on="2026-11-01"),)
PROGRAMMER = (a_profile(role="programmer", target="tech-pm", on="2026-11-01"),)
NEWCOMER = (a_profile(target="pmo-manager", on="2026-11-01"),)
MENTEE = (*PROGRAMMER, a_profile(mentor="Anna Berg", on="2026-11-02"))
CENTRE = (
    a_profile(
        role="pmo-analyst", target="pmo-manager", pmo_type="centre-of-excellence", on="2026-11-01"
    ),
)
CONCERNED = {
    "q04": OFFICE,
    "q05": CENTRE,
    "q06": OFFICE,
    "q07": OFFICE,
    "q08": NEWCOMER,
    "q09": OFFICE,
    "q11": TECH,
    "q12": TECH,
    "q16": OFFICE,
    "pmo-type": OFFICE,
    "pmo-services": ANALYST,
    "culture": OFFICE,
    "mentor": PROGRAMMER,
    "q17": MENTEE,
}
"""Whom a question is for, where that is nobody at the beginning of the map."""
TOLD_APART = ("q03", "q04", "q05", "q06", "q08", "q09", "pmo-type", "culture")
CHANGING = [each for each in (*CURRICULUM.prompts, *CURRICULUM.profile) if each.changes]


def said_of(asked, answer):
    """Pick an answer of a question, or say a word of the profile."""
    if asked in CURRICULUM.prompts:
        return picked(asked.id, answer.id, on=DAY)
    key = asked.id.replace("-", "_")
    value = (answer.id,) if key == "pmo_services" else answer.id
    return a_profile(**{key: value}, on=DAY)


def keep(*entries):
    write(logbook_text(*entries))


def write(text):
    home = Path(os.environ["PMCAREER_HOME"])
    home.mkdir(parents=True, exist_ok=True)
    (home / "logbook.toml").write_text(text, encoding="utf-8")


def seen_by(command, *entries):
    """What a command says to whoever has these entries, but for the reason itself."""
    return _seen_with(command, logbook_text(*entries))


@cache
def _seen_with(command, text):
    """Ask once: the same person is held against each answer."""
    write(text)
    answer = run_cli(command, "--json").json
    answer.pop("because")
    return answer


def see_the_same(some, others):
    """Tell whether two people see the same; the quickest commands first."""
    return all(seen_by(name, *some) == seen_by(name, *others) for name in ("gap", "next", "plan"))


@pytest.mark.parametrize("asked", sweep(CHANGING, quick=CHANGING[::3]), ids=lambda asked: asked.id)
def test_what_says_that_it_changes_something_has_an_answer_that_does(asked):
    person = CONCERNED.get(asked.id, PROGRAMMER)
    changing = [answer for answer in asked.answers if answer.effects.model_fields_set]
    assert not all(see_the_same(person, (*person, said_of(asked, each))) for each in changing)


@pytest.mark.parametrize("name", sweep(TOLD_APART, quick=["q06", "pmo-type"]))
def test_different_answers_are_different_plans(name):
    (asked,) = [each for each in CHANGING if each.id == name]
    person = CONCERNED.get(name, PROGRAMMER)
    saying = {answer.id: (*person, said_of(asked, answer)) for answer in asked.answers}
    gaps = {answer: seen_by("gap", *entries) for answer, entries in saying.items()}
    alike = [pair for pair in combinations(saying, 2) if gaps[pair[0]] == gaps[pair[1]]]
    assert [pair for pair in alike if see_the_same(*map(saying.get, pair))] == []


def test_nobody_is_promised_a_change_without_an_answer_to_pick():
    assert [each.id for each in CHANGING if not 3 <= len(each.answers) <= 9] == []


def test_an_answer_that_counts_is_said_with_what_it_changes():
    keep(*OFFICE, picked("q06", "slow", on=DAY))
    (reason,) = run_cli("plan", "--json").json["because"]
    assert (reason["id"], reason["answer"]) == ("q06", "slow")
    assert 'Because you said "Slowly, in many bodies": searches 1.1 times' in reason["text"]
    for command in (
        ("plan",),
        ("plan", "--detail"),
        ("gap",),
        ("gap", "--detail"),
        ("next", "--why"),
    ):
        assert 'Because you said "Slowly' in run_cli(*command, COLUMNS="80").out
    assert "Because you said" not in run_cli("next", COLUMNS="80").out


def test_of_several_answers_the_screen_says_two_and_where_the_others_are():
    many = [
        picked("q06", "slow", on=DAY),
        picked("q09", "place", on=DAY),
        a_profile(pmo_type="project", on=DAY),
    ]
    keep(*OFFICE, *many)
    screen = run_cli("plan", COLUMNS="80").out
    assert screen.count("Because you said") == 2
    assert "(+1 more)" in " ".join(screen.split())
    detail = " ".join(run_cli("plan", "--detail", COLUMNS="80").out.split())
    assert detail.count("Because you said") == 3


def test_a_service_that_runs_is_said_to_be_why_its_skill_is_taken_for_granted():
    keep(*OFFICE)
    (remark,) = run_cli("answer", "q05", "benefits, reporting", "--json").json["remarks"]
    assert remark == 'Because you said "Benefits": benefits 3 taken for granted.'


QA_LEAD = (
    a_profile(role="qa-lead", target="tech-pm", hours_per_week=6.0, on="2026-11-01"),
    experience("technical", "2017-03-01", role="qa-lead", on="2026-11-02"),
    experience("leading", "2025-05-01", "2026-02-28", role="qa-lead", on="2026-11-02"),
)
OF_DAYS_TO_COME = ("study in pieces of ", "proposed as a habit")
"""A shorter piece is seen on a day on which something is studied, a habit from the day on which it has its turn."""


def facts_of(*entries):
    """What somebody would notice: order, days, levels, habits, steps; and, apart, the advice."""
    keep(*entries)
    plan, gap, next_, status = (
        run_cli(name, "--json").json for name in ("plan", "gap", "next", "status")
    )
    route, parts, ahead = plan["routes"][0], [], []
    for stage in route["steps"]:
        parts.append([stage[name] for name in ("search", "gates", "actions")])
        ahead += [e["id"] for e in stage["exercises"] if e["state"] in ("open", "started")]
    levels = [(skill["id"], skill["have"]) for skill in gap["skills"]]
    others = [status["practices"], next_["task"]["id"], next_["time_box_minutes"], next_["mentor"]]
    ways = sorted(each["id"] for each in plan["routes"])
    # Not those that are held back from one announcement to the next.
    days = [route[name][key] for name in ("study", "finish") for key in ("p50", "p80", "p95")]
    advice = {each["id"] for each in plan["advice"]}
    return [plan["target"], ways, [parts, ahead], days, levels, others], advice


def remarks_to(asked, answer):
    """What is said to who picks an answer, or says a word of the profile."""
    if asked in CURRICULUM.prompts:
        return run_cli("answer", asked.id, answer.id, "--dry-run", "--json").json["remarks"]
    return run_cli("profile", f"--{asked.id}", answer.id, "--dry-run", "--json").json["remarks"]


def lies_to(person, asked, answer):
    """Say what is promised and does not come, or comes and was not said; "" where it is true."""
    keep(*person)
    said = " ".join(remarks_to(asked, answer))
    # An answer that was taken back: whatever is written, advice and steps take their turns by it.
    before, advice = facts_of(*person, picked("q01", "cleared", on=DAY))
    after, told = facts_of(*person, said_of(asked, answer))
    # A question that is answered is asked by no advice any more: that changes no plan.
    is_same = before == after and told <= advice
    if (
        "Because you said" in said
        and is_same
        and not any(words in said for words in OF_DAYS_TO_COME)
    ):
        return f"promised, and nothing changes: {said}"
    is_same = noticed(before) == noticed(after) and told <= advice
    if "Because you said" not in said and not is_same and answer.id != "named":
        return f"unsaid, and it changes: {said}"
    return ""


def noticed(facts):
    """Leave out in which order the exercises come that are far down the list."""
    target, ways, open_, *others = facts
    parts, ahead = open_
    return [target, ways, parts, ahead[:NEXT_FEW], sorted(ahead), *others]


@pytest.mark.parametrize(
    "name", [("context", "regulated"), ("projects", "large-complex"), ("background", "other")]
)
def test_what_is_said_of_a_word_is_what_it_changes(name):
    (asked,) = [each for each in CURRICULUM.profile if each.id == name[0]]
    (answer,) = [each for each in asked.answers if each.id == name[1]]
    assert lies_to(QA_LEAD, asked, answer) == ""


@pytest.mark.slow
@pytest.mark.parametrize("person", [QA_LEAD, OFFICE, PROGRAMMER], ids=["qa", "office", "beginner"])
@pytest.mark.parametrize("asked", CHANGING, ids=lambda asked: asked.id)
def test_what_is_said_of_each_answer_is_what_it_changes(asked, person):
    lies = {answer.id: lies_to(person, asked, answer) for answer in asked.answers}
    assert {name: lie for name, lie in lies.items() if lie} == {}
