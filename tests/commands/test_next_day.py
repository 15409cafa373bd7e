"""`next` on real days: little time, much begun, things muted."""

import pytest

from running import a_home, run_cli, run_on_terminal

from builders import (
    a_curriculum,
    a_practice,
    a_profile,
    a_role,
    an_advice,
    an_exercise,
    deferred,
    finished,
    practised,
    worked,
)

POINTS = ("one", "two", "three", "four")
LARGE = an_exercise("rsk-01", hours=[4, 4, 4], accept=POINTS)
SIX = tuple(an_exercise(f"rsk-{number:02}") for number in range(1, 7))


def next_(*arguments):
    return run_cli("next", *arguments, "--json").json


def test_a_task_that_fits_is_shown_whole():
    a_home(a_curriculum(an_exercise("rsk-01", hours=[0.25, 0.25, 0.25], accept=POINTS)))
    assert next_("--minutes", "30")["slice"] == {
        "minutes": 15,
        "checklist": list(POINTS),
        "parts": [],
    }


@pytest.mark.parametrize(
    ("logged", "points"),
    [
        pytest.param(0, ["one"], id="at the beginning"),
        pytest.param(60, ["two"], id="after an hour of four"),
        pytest.param(180, ["four"], id="near its end"),
    ],
)
def test_a_large_task_is_cut_at_the_minutes_logged(logged, points):
    a_home(
        a_curriculum(LARGE),
        *([worked("rsk-01", minutes=logged, on="2026-11-20")] if logged else []),
    )
    assert next_("--minutes", "30")["slice"]["checklist"] == points


def test_what_is_to_be_typed_for_a_part_is_partial_work():
    a_home(a_curriculum(LARGE))
    assert "pmcareer log rsk-01 --partial --minutes 30" in run_cli("next", "--minutes", "30").out


def test_count_says_how_many_follow():
    a_home(a_curriculum(*SIX))
    assert len(next_()["then"]) == 3
    assert len(next_("--count", "5")["then"]) == 5


def test_no_more_than_two_hours_are_proposed_for_a_day():
    a_home(a_curriculum(an_exercise("rsk-01", hours=[40, 40, 40])), a_profile(hours_per_week=80))
    assert next_()["time_box_minutes"] == 120
    run_cli("log", "rsk-01", "--partial", "--minutes", "90")
    assert next_()["time_box_minutes"] == 30
    run_cli("log", "rsk-01", "--partial", "--minutes", "60")
    assert "which is enough for a day" in run_cli("next").out


def test_of_several_begun_the_first_begun_stays_the_task():
    a_home(a_curriculum(*SIX), worked("rsk-05", on="2026-11-10"), worked("rsk-02", on="2026-11-12"))
    assert next_()["task"]["id"] == "rsk-05"


def test_with_three_begun_one_is_to_be_finished_first():
    a_home(a_curriculum(*SIX), worked("rsk-01", on="2026-11-10"), worked("rsk-02", on="2026-11-11"))
    assert "3 are begun" not in run_cli("next").out
    run_cli("log", "rsk-03", "--partial", "--minutes", "30")
    assert "3 are begun" in run_cli("next").out


def test_a_fourth_one_begun_is_kept_and_remarked_on():
    a_home(a_curriculum(*SIX), *(worked(f"rsk-{number:02}") for number in range(1, 4)))
    assert "4 are begun now" in run_cli("log", "rsk-04", "--partial", "--minutes", "30").out
    assert "are begun now" not in run_cli("log", "rsk-04", "--partial", "--minutes", "30").out


def test_when_and_where_is_asked_once_before_anything_of_it_is_done():
    a_home(a_curriculum(LARGE))
    assert "when and where" in run_cli("next").out
    run_cli("log", "rsk-01", "--partial", "--minutes", "30")
    assert "when and where" not in run_cli("next").out


def test_nothing_open_says_why_and_until_when():
    a_home(a_curriculum(an_exercise("rsk-01")), deferred("rsk-01", "2026-12-24"))
    assert "24 Dec 2026" in next_()["reason"]


def test_all_done_says_when_one_may_be_in_the_role():
    a_home(a_curriculum(an_exercise("rsk-01")), finished("rsk-01"))
    assert "exercises for About tech-pm are done" in next_()["reason"]


def test_what_waits_for_a_post_says_for_which():
    office = an_exercise("rsk-01", standing="head")
    roles = (a_role("starter"), a_role("head"), a_role("tech-pm", requires=["rsk-01"]))
    moves = [
        {"from": a, "to": b, "months": [6, 12, 24]}
        for a, b in (("starter", "head"), ("head", "tech-pm"))
    ]
    a_home(a_curriculum(office, *roles, moves=moves, default_role="starter"))
    answer = next_()
    assert answer["task"] is None
    assert "About head" in answer["reason"]
    assert "20" in answer["reason"]


def test_why_says_the_rule_about_skills():
    assert (
        "the skill of the one before where another is within 20 %" in run_cli("next", "--why").out
    )


@pytest.mark.parametrize(
    ("muted", "practice", "advice"),
    [
        pytest.param(["r02"], "h01", "r01", id="the other piece of advice"),
        pytest.param(["r02", "practice"], None, "r01", id="all practices"),
        pytest.param(["r02", "h01"], "h02", "r01", id="one practice"),
        pytest.param(["advice"], "h01", None, id="all advice"),
        pytest.param(["r01"], "h01", "r02", id="one piece of advice"),
    ],
)
def test_what_is_muted_is_not_shown(muted, practice, advice):
    beside = (
        a_practice("h01"),
        a_practice("h02"),
        an_advice("r01", priority=1),
        an_advice("r02", priority=2),
    )
    a_home(a_curriculum(LARGE, *beside), a_profile(muted=muted, practices=["h01", "h02"]))
    answer = next_()
    assert (answer["practice"] or {}).get("id") == practice
    # Each rule has its day in a cycle of eight.
    days = [run_cli("next", "--json", today=f"2026-11-{day}").json for day in range(21, 30)]
    said = {each["advice"]["id"] for each in days if each["advice"]}
    assert said == ({advice} if advice else set())


def test_a_practice_that_is_kept_makes_room_for_the_next():
    beside = (a_practice("h01"), a_practice("h02", rhythm="weekly"))
    a_home(a_curriculum(LARGE, *beside), a_profile(practices=["h01", "h02"]), practised("h01"))
    assert next_()["practice"]["id"] == "h02"


def test_on_a_small_terminal_the_task_fits_the_screen():
    result = run_on_terminal("next")
    assert len(result.out.splitlines()) <= 25
    assert (
        result.out.index("Hand over") < result.out.index("Done when") < result.out.index("Practice")
    )
