"""The look back on a week: sums that agree, a reason for every move, one question."""

from datetime import date, timedelta

import pytest

from running import TODAY, a_home, run_cli

from builders import (
    a_curriculum,
    a_practice,
    a_profile,
    a_prompt,
    a_step,
    an_exercise,
    answered,
    closed,
    did,
    experience,
    finished,
    practised,
    worked,
)

FOUR = tuple(an_exercise(f"rsk-{number:02}") for number in range(1, 5))


def review(*arguments, today=TODAY):
    return run_cli("review", *arguments, "--json", today=today).json


def test_the_week_runs_from_monday_to_today():
    a_home(
        a_curriculum(*FOUR),
        finished("rsk-01", on="2026-11-15"),
        finished("rsk-02", on="2026-11-16"),
    )
    answer = review()
    assert answer["since"] == "2026-11-16"
    assert [done["id"] for done in answer["done"]] == ["rsk-02"]


def test_since_looks_further_back():
    a_home(
        a_curriculum(*FOUR),
        finished("rsk-01", on="2026-11-10"),
        finished("rsk-02", on="2026-11-16"),
    )
    assert [done["id"] for done in review("--since", "-14d")["done"]] == ["rsk-01", "rsk-02"]


def test_hours_are_logged_credited_and_promised():
    a_home(
        a_curriculum(*FOUR),
        a_profile(hours_per_week=7, on="2026-11-02"),
        finished("rsk-01", minutes=90, on="2026-11-16"),
        worked("rsk-02", minutes=60, on="2026-11-17"),
    )
    assert review()["hours"] == {"logged": 2.5, "credited": 5.0, "promised": 6.0}


def test_hours_of_steps_are_logged_and_earn_nothing():
    a_home(
        a_curriculum(*FOUR),
        worked("rsk-02", minutes=60, on="2026-11-02"),
        did("j1", minutes=360, on="2026-11-17"),
    )
    assert review()["hours"]["logged"] == 6
    assert review()["hours"]["credited"] == 0
    assert "6 logged" in run_cli("review", "--detail").out
    assert "6 of 6.9 h promised by today" in run_cli("review").out


def test_without_a_saved_plan_the_dates_that_were_shown_are_compared():
    def shown(day):
        return date.fromisoformat(
            run_cli("plan", "--json", today=day).json["routes"][0]["finish"]["likely"]
        )

    curriculum = a_curriculum(*(an_exercise(f"rsk-{number:02}") for number in range(1, 31)))
    weeks = [date(2026, 9, 7) + timedelta(days=7 * week) for week in range(8)]
    a_home(curriculum, *(worked("rsk-01", 30, on=day, id=f"w{day}") for day in weeks))
    moved = (shown("2026-11-21") - shown("2026-11-02")).days
    answer = review("--since", "2026-11-02")["moved"]
    assert answer["days"] == moved > 0
    assert sum(cause["days"] for cause in answer["because"]) == moved
    screen = run_cli("review", "--since", "2026-11-02").out
    assert "later than on 2 Nov 2026" in screen
    assert "saved" not in screen


def test_where_the_date_that_is_shown_stayed_no_cause_is_named():
    a_home(a_curriculum(*FOUR), finished("rsk-01", on="2026-11-14"))
    moved = review("--since", "2026-11-21")["moved"]
    assert (moved["days"], [cause for cause in moved["because"] if cause["days"]]) == (0, [])
    assert "in the role Dec 2026, as today" in run_cli("review", "--since", "2026-11-21").out


@pytest.mark.parametrize(("day", "promised"), [("2026-11-22", None), ("2026-11-23", 1.0)])
def test_in_the_first_week_nobody_is_measured_against_a_promise(day, promised):
    profile = a_profile(hours_per_week=7, on="2026-11-16")
    a_home(a_curriculum(*FOUR), profile, worked("rsk-02", minutes=60, on="2026-11-16"))
    assert review(today=day)["hours"]["promised"] == promised
    assert ("promised" in run_cli("review", today=day).out) is (promised is not None)


def test_days_off_are_not_promised():
    days_off = ["2026-11-17..2026-11-19"]
    a_home(a_curriculum(*FOUR), a_profile(hours_per_week=7, days_off=days_off, on="2026-11-02"))
    assert review()["hours"]["promised"] == 3.0


def test_practices_say_how_often_they_were_kept():
    a_home(
        a_curriculum(*FOUR, a_practice("h01"), a_practice("h02", rhythm="weekly")),
        a_profile(practices=["h01", "h02"]),
        practised("h01", on="2026-11-16"),
        practised("h01", on="2026-11-18"),
    )
    kept = {each["id"]: (each["kept"], each["of"]) for each in review()["practices"]}
    assert kept == {"h01": (2, 6), "h02": (0, 1)}


def test_a_move_of_the_date_is_the_sum_of_its_causes_since_the_week_began():
    a_home(
        a_curriculum(*FOUR),
        a_profile(hours_per_week=2, on="2026-10-05"),
        finished("rsk-01", on="2026-11-18"),
    )
    moved = review()["moved"]
    assert moved["since"] == "2026-11-16"
    assert moved["days"] == sum(cause["days"] for cause in moved["because"])
    assert {cause["cause"] for cause in moved["because"]} >= {
        "pace",
        "scope",
        "bias",
        "calendar",
        "gates",
        "moves",
    }


def test_with_a_saved_plan_the_move_is_counted_from_it():
    a_home(a_curriculum(*FOUR), a_profile(hours_per_week=2, on="2026-10-05"))
    run_cli("plan", "--save", today="2026-11-02")
    assert review()["moved"]["since"] == "2026-11-02"


def test_nothing_logged_is_no_reproach():
    result = run_cli("review")
    assert result.code == 0
    assert "pmcareer next" in result.out
    assert not any(
        word in result.out.lower()
        for word in ("fail", "behind", "missed", "overdue", "should have")
    )


def test_one_question_is_asked_and_an_answer_puts_it_to_rest():
    asked = review()["question"]["id"]
    run_cli("answer", asked, "Nobody, this week")
    rest = review()
    assert asked not in [each["id"] for each in rest["unanswered"]]


QUESTIONS = (
    a_prompt("q01", when=["weekly"]),
    a_prompt("q02", when=["project-close"]),
    a_prompt("q03", when=["missed-week"]),
)


def test_a_closed_project_brings_its_question_and_asks_who_deserves_the_credit():
    a_home(a_curriculum(*FOUR, *QUESTIONS), closed("CRM", on="2026-11-18"))
    answer = review()
    assert answer["question"]["id"] == "q02"
    assert "CRM" in answer["milestone"]["title"]
    assert "credit" in answer["milestone"]["text"]


def test_a_week_without_work_is_asked_about_once():
    a_home(a_curriculum(*FOUR, *QUESTIONS), finished("rsk-01", on="2026-11-03"))
    assert review()["question"]["id"] == "q03"
    run_cli("answer", "q03", "A release, and then a cold")
    assert review()["question"]["id"] == "q01"


def test_a_step_that_was_worked_on_twice_is_named_once():
    step = a_step("ask", minutes=90)
    begun = [did("ask", id=f"a{minutes}", minutes=minutes, begun=True) for minutes in (20, 30)]
    a_home(a_curriculum(*FOUR, step), *begun)
    for typed in ((), ("--detail",)):
        assert run_cli("review", *typed).out.count("Step ask, begun") == 1
    assert len(review()["steps"]) == 2


def test_ten_exercises_done_are_a_milestone():
    many = tuple(an_exercise(f"rsk-{number:02}") for number in range(12))
    a_home(
        a_curriculum(*many),
        *(finished(f"rsk-{number:02}", on="2026-11-18") for number in range(10)),
    )
    assert "10" in review()["milestone"]["title"]


def test_a_stages_last_exercise_is_a_milestone():
    a_home(a_curriculum(an_exercise("rsk-01")), finished("rsk-01", on="2026-11-18"))
    assert "tech-pm" in review()["milestone"]["title"]


@pytest.mark.parametrize(
    ("today", "is_asked"),
    [
        pytest.param("2026-11-21", False, id="in the same week"),
        pytest.param("2026-12-19", True, id="a month later"),
        pytest.param("2026-12-28", False, id="between two recalls"),
        pytest.param("2027-01-17", True, id="two months later"),
        pytest.param("2027-02-18", True, id="three months later"),
    ],
)
def test_a_finished_exercise_is_recalled_after_widening_gaps(today, is_asked):
    a_home(a_curriculum(*FOUR), finished("rsk-01", on="2026-11-18", note="Ask the sponsor first"))
    recall = review(today=today)["recall"]
    assert (recall is not None) is is_asked
    if recall:
        assert recall["exercise"] == "rsk-01"
        assert "From memory" in recall["text"]


@pytest.mark.parametrize(
    ("today", "is_asked"),
    [
        pytest.param("2026-11-04", False, id="on the third day"),
        pytest.param("2026-11-15", False, id="on the last day of the second week"),
        pytest.param("2026-11-16", True, id="two weeks in"),
        pytest.param("2026-11-23", False, id="a week after it was asked"),
        pytest.param("2026-12-21", False, id="long after"),
    ],
)
def test_after_two_weeks_one_looks_back_on_the_promise_once(today, is_asked):
    a_home(a_curriculum(*FOUR), a_profile(hours_per_week=5, on="2026-11-02"))
    look_back = review(today=today)["look_back"]
    assert (look_back is not None and "5 h" in look_back) is is_asked


def test_once_it_has_begun_the_step_of_the_job_search_to_take_is_named():
    assert review()["job_search"] is None
    run_cli("log", "j3", "--with", "Ada Lovelace")
    assert review()["job_search"]["id"] == "j1"
    assert "Volunteer where you are (j1)" in run_cli("review", "--detail").out


def test_muted_questions_and_advice_are_not_shown():
    a_home(None, a_profile(muted=["q14", "advice", "practice"]))
    answer = review()
    assert answer["advice"] is None
    assert answer["practices"] == []
    assert "q14" not in [each["id"] for each in answer["unanswered"]]


def test_the_keys_are_the_same_whatever_the_data():
    keys = review().keys()
    a_home(
        a_curriculum(*FOUR),
        finished("rsk-01"),
        experience("technical", "2020-01-01"),
        answered("q01"),
    )
    assert review().keys() == keys


def test_looking_back_writes_nothing_and_says_the_same_twice(home):
    a_home(a_curriculum(*FOUR), finished("rsk-01", on="2026-11-18"))
    before = (home / "logbook.toml").read_bytes()
    assert run_cli("review").out == run_cli("review").out
    assert (home / "logbook.toml").read_bytes() == before


def test_a_look_back_on_today_alone_begins_with_today():
    heading = run_cli("review", today="2026-11-16").out.splitlines()[0]
    assert heading == "Today  16 Nov 2026"
    heading = run_cli("review", today="2026-11-17").out.splitlines()[0]
    assert heading == "Since yesterday  up to 17 Nov 2026"
