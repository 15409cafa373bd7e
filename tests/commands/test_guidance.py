"""Advice, practices and job steps as they are looked up and logged."""

import pytest

from running import a_home, run_cli

from builders import a_curriculum, a_practice, a_profile, an_exercise


def test_advice_is_shown_with_its_reason_its_sources_and_how_it_is_muted():
    shown = run_cli("show", "r09")
    assert all(
        word in shown.out
        for word in ("months_business < 12", "S0-25", "Compare secondment", "--mute r09")
    )


def said_by_next():
    """The advice of nine days: each rule has its day in a cycle of eight."""
    days = [run_cli("next", "--json", today=f"2026-12-{day:02}").json for day in range(1, 10)]
    return {each["advice"]["id"] for each in days if each["advice"]}


def test_advice_says_whether_it_applies_and_muting_silences_it_everywhere():
    assert run_cli("show", "r16", "--json").json["item"]["applies"] is True
    assert "r16" in said_by_next()
    run_cli("profile", "--mute", "r16")
    assert "r16" not in said_by_next()
    for command in ("next", "status", "plan", "review"):
        assert "r16" not in run_cli(command, "--json").out
    run_cli("profile", "--unmute", "r16")
    assert "r16" in said_by_next()


@pytest.mark.parametrize("word", ["h02", "blocker", "oldest blocker"])
def test_an_active_practice_is_logged_with_one_word(word):
    assert run_cli("log", word, "--json").json["entry"]["practice"] == "h02"
    kept = run_cli("status", "--json").json["practices"][0]
    assert (kept["id"], kept["kept"], kept["of"]) == ("h02", 1, 14)


def test_a_word_that_fits_two_things_is_refused_when_no_active_practice_is_meant():
    a_home(
        a_curriculum(an_exercise("rsk-01"), a_practice("h01"), a_practice("h02")),
        a_profile(practices=[]),
    )
    result = run_cli("log", "about")
    assert result.code == 1
    assert "h01" in result.err


def test_job_steps_are_listed_with_how_far_one_is_and_how_long_a_search_takes():
    result = run_cli("list", "job-steps", COLUMNS="80")
    assert "0 of 3 projects with an outcome" in result.out
    assert "2 to 8 months, 4 as a rule" in result.out
    assert "60 %" in result.out
    items = run_cli("list", "job-steps", "--json").json["items"]
    assert [item["id"] for item in items] == ["j1", "j2", "j3", "j4", "j5", "j6"]
    assert not any(item["is_done"] for item in items)


def test_a_step_shows_its_test_and_what_of_it_is_done():
    run_cli("log", "j3", "--with", "Ada Lovelace", "--note", "Offered to review her plan")
    shown = run_cli("show", "j3")
    assert "1 of 26 contacts" in shown.out
    assert "Two new contacts a week" in shown.out
    assert run_cli("show", "j3", "--json").json["item"]["progress"][0] == {
        "what": "contacts in three months",
        "have": 1,
        "need": 26,
    }


@pytest.mark.parametrize("option", ["--with", "--what"])
def test_only_a_job_step_is_about_somebody(option, home):
    result = run_cli("log", "pmf-01", option, "Ada")
    assert result.code == 2
    assert option in result.err
    assert not home.exists()
