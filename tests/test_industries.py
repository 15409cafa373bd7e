"""Trades, as users meet them: one word changes the plan everywhere, and taking it back restores it."""

import re

import pytest

from pmcareer.domain.curriculum.trades import in_trade
from pmcareer.storage.curriculum.reading import read_curriculum
from running import a_home, run_cli

from builders import a_profile, finished

SHIPPED = read_curriculum(None)
TRADES = [industry for industry in SHIPPED.industries if industry.exercises]
MAY_GO_DOWN = {"tools", "technical-literacy", "agile"}
of_every_trade = pytest.mark.parametrize("trade", TRADES, ids=[each.id for each in TRADES])


def said(*line):
    result = run_cli(*line)
    assert result.code == 0, result.err
    return result.out


def keys(*line):
    return run_cli(*line, "--json").json


@of_every_trade
def test_a_trade_lowers_nothing_but_tools_and_technical_skills(trade):
    seen = in_trade(SHIPPED, trade.id, trade.id)
    for role in SHIPPED.roles:
        for skill, level in role.needs.items():
            assert seen.role[role.id].needs[skill] >= level or skill in MAY_GO_DOWN


@of_every_trade
def test_a_trade_has_words_gates_certificates_and_a_bridge_of_six(trade):
    assert trade.words
    assert trade.gates
    assert trade.certificates
    assert len(trade.bridge) == 6
    assert trade.sources[0].startswith("our judgement")


@of_every_trade
def test_what_is_done_in_the_way_of_a_trade_is_another_piece_of_work(trade):
    for row in trade.exercises:
        usual = SHIPPED.exercise[row.id]
        assert row.title != usual.title
        assert row.deliverable != usual.deliverable
        assert set(row.accept) - set(usual.accept), "the checklist is the usual one"


@of_every_trade
def test_a_plan_says_what_the_trade_changes_in_it(trade):
    a_home(None, a_profile(role="tech-pm", target="senior-pm", industry=trade.id))
    begin = f"Because you work in {trade.called}: "
    assert begin in said("plan")
    assert begin in said("gap")
    assert begin in said("next", "--why")
    assert keys("plan")["because"][0]["id"] == "industry"


def test_every_command_calls_an_exercise_as_the_trade_does():
    a_home(None, a_profile(role="team-lead", target="tech-pm", industry="bank"))
    usual = SHIPPED.exercise["tec-03"].title
    title = "Follow one change through release, freeze and approval"
    lines = (
        ("show", "tec-03"),
        ("list", "exercises", "release"),
        ("plan", "--all"),
        ("log", "tec-03", "--dry-run"),
        ("work", "tec-03", "--print"),
    )
    for line in lines:
        text = said(*line)
        assert title in text, line
        assert usual not in text, line


def test_a_script_is_told_which_exercises_are_worded_by_the_trade():
    a_home(None, a_profile(role="team-lead", target="tech-pm", industry="bank"))
    assert keys("show", "tec-03")["item"]["industry"] == "bank"
    assert keys("show", "tec-01")["item"]["industry"] is None
    planned = keys("plan")["routes"][0]["steps"]
    worded = {each["id"]: each["industry"] for step in planned for each in step["exercises"]}
    assert (worded["tec-03"], worded["tec-01"]) == ("bank", None)
    assert "industry" in keys("next")["task"]


def test_taking_the_trade_back_restores_every_screen():
    a_home(None, a_profile(role="tech-pm", target="senior-pm"))
    lines = ("plan", "--json"), ("gap", "--detail"), ("show", "rsk-01"), ("list", "certifications")
    before = [said(*line) for line in lines]
    said("profile", "--industry", "bank")
    assert [said(*line) for line in lines] != before
    said("undo")
    assert [said(*line) for line in lines] == before
    said("profile", "--industry", "bank")
    said("profile", "--industry", "none")
    # What was said in between is on record: the same plan, and other words about what moved it.
    assert said("show", "rsk-01") == before[2]
    assert [each["study"] for each in keys("plan")["routes"]]


def test_what_was_finished_in_a_trade_stays_finished_without_it():
    a_home(None, a_profile(role="team-lead", target="tech-pm", industry="bank"))
    said("log", "tec-03", "--minutes", "90")
    said("profile", "--industry", "none")
    assert keys("show", "tec-03")["item"]["state"] == "finished"


def test_a_trade_is_heard_beside_the_role():
    answer = keys(
        "start", "--role", "QA lead in a regulated bank", "--target", "tech-pm", "--no-input"
    )
    assert answer["role"] == keys("profile")["profile"]["role"]
    assert keys("profile")["profile"]["industry"] == "bank"


def test_an_option_goes_before_what_stands_beside_the_role():
    said("profile", "--role", "senior PM in a bank", "--industry", "health")
    assert keys("profile")["profile"]["industry"] == "health"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("hospital", "health"), ("civil engineering", "construction"), ("government", "public")],
)
def test_a_trade_may_be_typed_as_people_call_it(typed, meant):
    said("profile", "--industry", typed)
    assert keys("profile")["profile"]["industry"] == meant


def test_a_word_for_no_trade_gets_the_closest_one_or_the_list():
    near = run_cli("profile", "--industry", "constuction")
    assert (near.code, "Did you mean 'construction'" in near.err) == (1, True)
    far = run_cli("profile", "--industry", "circus")
    assert (far.code, "pmcareer list industries" in far.err) == (1, True)
    assert keys("history")["entries"] == []


def test_going_into_another_trade_begins_with_its_bridge_whatever_one_held():
    a_home(None, a_profile(role="senior-pm", target="tech-pm", industry="construction"))
    bridge = SHIPPED.industry["it"].bridge
    (stage,) = keys("plan")["routes"][0]["steps"]
    states = {each["id"]: each["state"] for each in stage["exercises"]}
    assert {states[name] for name in bridge} == {"open"}
    assert (states["pmf-01"], states["stk-01"], states["tls-02"]) == ("covered", "covered", "open")
    (said_first,) = keys("plan")["because"]
    assert said_first["text"].startswith("Because you go from construction into IT: first ags-01")


def test_the_same_target_within_the_trade_needs_no_bridge():
    stays = a_profile(
        role="senior-pm",
        target="tech-pm",
        industry="construction",
        target_industry="construction",
    )
    a_home(None, stays)
    (stage,) = keys("plan")["routes"][0]["steps"]
    states = {each["id"]: each["state"] for each in stage["exercises"]}
    assert states["tls-02"] == "covered"


def test_the_page_of_a_trade_says_what_it_changes_and_how_that_is_known():
    page = said("show", "bank")
    for heading in ("Needed otherwise", "Done as here", "Asked for, too", "Words"):
        assert re.search(rf"^{heading}$", page, re.MULTILINE)
    assert "Quality and compliance: level 3 at least; for Tech project manager" in page
    assert "tec-03: Follow one change through release, freeze and approval" in page
    assert "reported by others" in page
    assert "Work in it: pmcareer profile --industry bank" in page


def test_an_industry_that_the_curriculum_does_not_have_is_named_by_doctor_and_changes_nothing():
    a_home(None, a_profile(role="tech-pm", target="senior-pm"), finished("pmf-01"))
    before = said("gap")
    a_home(None, a_profile(role="tech-pm", target="senior-pm", industry="shiping"))
    assert "shiping" in run_cli("doctor").out
    assert said("gap").splitlines()[0] == before.splitlines()[0]
