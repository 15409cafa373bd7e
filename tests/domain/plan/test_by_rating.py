"""A curriculum that asks for levels and has no exercises for them: nobody is there today."""

import pytest

from running import a_home, run_cli

from builders import (
    a_curriculum,
    a_move,
    a_profile,
    a_role,
    a_skill,
    an_exercise,
    assessed,
    finished,
)

JUNIOR = a_role("junior", needs={"risk": 1})
SENIOR = a_role("senior", needs={"risk": 3, "talk": 4})
RUBRIC = a_curriculum(JUNIOR, SENIOR, a_skill("talk"))
WITH_MOVES = a_curriculum(JUNIOR, SENIOR, a_skill("talk"), a_move("junior", "senior"))
LOWER = a_curriculum(
    an_exercise("rsk-01", level=2), a_role("junior"), a_role("senior", needs={"risk": 3})
)


@pytest.mark.parametrize("curriculum", [RUBRIC, WITH_MOVES], ids=["without moves", "with moves"])
def test_next_asks_to_rate_oneself_and_then_to_collect_evidence(curriculum):
    a_home(curriculum, a_profile(role="junior"))
    said = run_cli("next").out
    assert "Rate yourself in About risk: pmcareer assess risk says" in said.replace("\n", " ")
    assert "About risk 1 of 3" not in said.partition("Rate yourself")[2]
    for name, level in (("risk", "2"), ("talk", "3")):
        assert run_cli("assess", name, level).code == 0
    said = run_cli("next").out.replace("\n", " ")
    assert "Short: About risk 2 of 3, About talk 3 of 4." in said
    assert "Collect evidence for About risk, level 3" in said
    assert "pmcareer assess risk 3 --by manager" in said


def test_what_is_typed_is_what_next_says():
    a_home(RUBRIC)
    assert run_cli("assess", "risk", "1").code == 0
    assert run_cli("assess", "talk", "2").code == 0
    typed = "assess risk 3 --by manager --evidence URL"
    assert f"pmcareer {typed}" in run_cli("next").out
    assert run_cli(*typed.split()).code == 0
    assert "About risk" not in run_cli("next").out


def test_no_day_is_named_where_nothing_is_studied():
    a_home(RUBRIC)
    route = run_cli("plan", "--json").json["routes"][0]
    assert [route[name]["p50"] for name in ("study", "finish")] == [None, None]
    assert "rated" in route["finish"]["reason"]
    assert {stage["finish"]["likely"] for stage in route["steps"]} == {None}
    for arguments in (["plan"], ["status"], ["plan", "--detail"], ["plan", "--compare"]):
        said = run_cli(*arguments).out
        assert "no day" in said.lower()
        assert "2026" not in said.partition("Skills")[0].replace("21 Nov 2026", "")
        assert "twenty years" not in said
        assert "ten years" not in said


def test_no_number_of_study_hours_brings_what_is_rated():
    a_home(RUBRIC)
    by = run_cli("plan", "--by", "2028-01-01", "--json").json["by"]
    assert (by["chance"], by["study_chance"], by["pace_needed"]) == (0, 0, None)


def test_once_all_levels_are_there_nothing_is_short():
    a_home(RUBRIC, assessed("risk", 3), assessed("talk", 4, by="manager"))
    assert "Short" not in run_cli("next").out
    assert run_cli("plan", "--json").json["routes"][0]["finish"]["p50"] == "2026-11-21"


def test_done_is_not_said_while_a_level_is_short():
    a_home(LOWER, finished("rsk-01"))
    said = run_cli("next").out
    assert "not every level is there: About risk 2 of 3." in said.replace("\n", " ")
    assert "pmcareer assess risk" in said
    assert "likely to be in the role" not in said
    assert "months and other people" not in said
    assert run_cli("assess", "risk").code == 0


@pytest.mark.parametrize("arguments", [["next"], ["status"], ["plan"], ["review"], ["gap"]])
def test_every_reading_command_answers_for_a_rubric(arguments):
    a_home(RUBRIC, a_profile(role="junior"))
    done = run_cli(*arguments, "--json")
    assert (done.code, done.err) == (0, "")
    assert done.json["command"] == arguments[0]
    assert "0 of 0" not in run_cli(*arguments).out.replace("0 of 0 hours", "")


@pytest.mark.parametrize(
    "arguments", [["next"], ["gap"], ["plan"], ["status"]], ids=lambda words: words[0]
)
def test_a_role_that_asks_for_nothing_is_no_plan_that_is_done(arguments):
    a_home(a_curriculum(an_exercise(), a_role("junior"), a_role("boss")), a_profile(role="junior"))
    said = run_cli(*arguments).out.replace("\n", " ")
    assert "asks for nothing" in said
    assert "100 %" not in said
    assert "2026" not in said.partition("Last 26")[0]


def test_months_before_a_role_that_asks_for_nothing_have_their_day():
    a_home(
        a_curriculum(an_exercise(), a_role("junior"), a_role("boss"), a_move("junior", "boss")),
        a_profile(role="junior"),
    )
    assert run_cli("plan", "--json").json["routes"][0]["finish"]["p50"] > "2027"
