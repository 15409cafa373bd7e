"""One screen each morning: what it says agrees with the plan, and what is muted is gone."""

import os
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path

import pytest

from running import a_home, run_cli, run_on_terminal

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_gate,
    a_move,
    a_practice,
    a_profile,
    a_role,
    a_skill,
    an_advice,
    an_exercise,
    did,
    experience,
    finished,
    logbook_text,
    practised,
    worked,
)

CURRICULUM = a_curriculum(
    a_skill("risk", side="ways-of-working"),
    a_skill("talking", side="power-skills"),
    an_exercise("rsk-01"),
    an_exercise("rsk-02", hours=(10, 20, 30)),
    an_exercise("tlk-01", skill="talking", hours=(10, 20, 30)),
    a_role("starter"),
    a_role("middle", needs={"risk": 2}),
    a_role("tech-pm", needs={"risk": 2, "talking": 2}, gates=[a_gate("leading-12")]),
    a_move("starter", "middle"),
    a_move("middle", "tech-pm"),
    a_practice("h02"),
    a_certification(
        "pmp", title="PMP", experience=({"work": "leading", "months": 24},), fit=("tech-pm",)
    ),
    an_advice("r01", text="Talk to people."),
)
ENTRIES = (
    a_profile(hours_per_week=5.0, on="2026-11-01"),
    finished("rsk-01", on="2026-11-20", minutes=240),
    worked("rsk-02", 60, on="2026-11-12"),
    practised("h02", on="2026-11-21"),
    experience("leading", "2026-06-01"),
)

TUESDAY = "2026-11-24"
"""A day on which the one piece of advice is due, as on the Monday."""
MONDAY, SATURDAY = "2027-01-11", "2026-11-21"


def a_year():
    """An entry of work every third day."""
    days = (TODAY - timedelta(days=3 * number) for number in range(122))
    return [worked("rsk-02", 10, on=day, id=f"w{day}") for day in days]


def status(**environment):
    return run_cli("status", "--json", **environment).json


def test_its_dates_are_the_plan_s():
    a_home(CURRICULUM, *ENTRIES)
    now, route = status(), run_cli("plan", "--json").json["routes"][0]
    assert now["finish"] == route["finish"]
    assert now["study"] == route["study"]
    assert now["left"] == route["effort_hours"]["left"]
    tasks = [
        task for step in route["steps"] for task in step["exercises"] if task["state"] != "covered"
    ]
    assert now["done"] == sum(task["state"] == "finished" for task in tasks)
    assert now["done"] + now["open"] == len(tasks)


def test_hours_left_by_skill_add_up_to_what_is_left():
    a_home(CURRICULUM, *ENTRIES)
    now = status()
    assert sum(skill["hours_left"] for skill in now["skills"]) == pytest.approx(
        now["left"], abs=0.05
    )


def test_days_are_half_a_year_to_today_and_hold_every_minute():
    a_home(CURRICULUM, *ENTRIES)
    days = status()["days"]
    assert days[0]["date"] == "2026-05-25"
    assert days[-1] == {"date": "2026-11-21", "minutes": 10, "entries": 1}
    assert sum(day["minutes"] for day in days) == 240 + 60 + 10


def test_the_promise_is_held_against_the_hours_spent_since_the_first_entry():
    a_home(CURRICULUM, *ENTRIES)
    promise = status()["promise"]
    hours = {"promised_hours": 7.14, "spent_hours": 5.0, "credited_hours": 5.0}
    assert promise == {"days": 10, **hours, "strength": 0.7}


def test_hours_that_run_over_and_hours_of_steps_keep_the_promise_and_a_practice_does_not():
    run_over = worked("rsk-02", 50 * 60, on="2026-11-12")
    step = did("j1", on="2026-11-13", minutes=120)
    a_home(CURRICULUM, run_over, step, practised("h01", on="2026-11-14"))
    promise = status()["promise"]
    assert promise["spent_hours"] == 52
    assert promise["credited_hours"] < 20
    assert "52 of 11.4 h promised in 10 days" in run_cli("status", "--detail").out


def test_each_day_is_held_against_the_promise_of_that_day():
    said = a_profile(hours_per_week=7.0, on="2026-11-01")
    now = a_profile(hours_per_week=70.0, on="2026-11-21")
    a_home(CURRICULUM, said, worked("rsk-02", 60, on="2026-11-12"), now)
    assert status()["promise"]["promised_hours"] == 9 * 1 + 10
    assert run_cli("review", "--json").json["hours"]["promised"] == 5 * 1 + 10


@pytest.mark.parametrize(("day", "days"), [("2026-11-18", None), ("2026-11-19", 8)])
def test_in_the_first_week_nobody_is_measured_against_a_promise(day, days):
    a_home(CURRICULUM, *ENTRIES)
    promise = run_cli("status", "--json", today=day).json["promise"]
    assert (promise and promise["days"]) == days
    shown = run_cli("status", "--detail", today=day).out
    assert ("promised in" in shown) is (days is not None)
    assert ("This month" in run_cli("status", today=day).out) is (days is not None)


def test_what_was_done_before_the_logbook_was_begun_keeps_no_promise():
    begun = datetime(2026, 11, 11, 20, tzinfo=UTC)
    earlier = finished("tlk-01", on="2026-11-09", at=begun)
    a_home(CURRICULUM, earlier, worked("rsk-02", 60, on="2026-11-12", at=begun + timedelta(days=1)))
    promise = status()["promise"]
    assert (promise["days"], promise["credited_hours"]) == (10, 1.0)


def test_where_nothing_is_left_to_study_nobody_is_behind_with_it():
    long_ago = [finished(each, on="2026-08-03") for each in ("rsk-01", "rsk-02")]
    a_home(a_curriculum(an_exercise("rsk-01"), an_exercise("rsk-02")), *long_ago)
    answer = status()
    assert (answer["left"], answer["promise"]) == (0, None)
    assert run_cli("review", "--json").json["hours"]["promised"] is None
    screens = {name: run_cli(name).out for name in ("status", "review")}
    screens["detail"] = run_cli("status", "--detail").out
    screens["plan"] = run_cli("plan", "--detail").out
    assert "every exercise of the plan is done" in screens["plan"]
    for screen in screens.values():
        assert "h promised" not in screen
        assert "credited h a week" not in screen


def test_days_off_ask_for_nothing():
    a_home(CURRICULUM, *ENTRIES, a_profile(days_off=("2026-11-14..2026-11-18",)))
    assert status()["promise"]["days"] == 5


def test_without_work_there_is_no_promise_to_hold_against():
    a_home(CURRICULUM)
    assert status()["promise"] is None


@cache
def answers_after_half_a_year():
    """Ask once for all the tests of that half-year, each of which has the same files."""
    return {command: run_cli(command, "--json").json for command in ("status", "plan", "review")}


class TestHalfAYear:
    """Two exercises a week for 28 weeks, each written down in the evening, a fifth over estimate."""

    CURRICULUM = a_curriculum(*(an_exercise(f"e{number}") for number in range(80)))
    FIRST = date(2026, 5, 10)

    @pytest.fixture(autouse=True)
    def _half_a_year(self):
        promise = a_profile(hours_per_week=10.0, on=self.FIRST, at=_evening(self.FIRST))
        a_home(self.CURRICULUM, promise, *self._done())

    @pytest.fixture
    def answers(self):
        return answers_after_half_a_year()

    def _done(self):
        for number in range(56):
            day = self.FIRST + timedelta(days=7 * (number // 2) + 3 * (number % 2))
            yield finished(f"e{number}", minutes=288, on=day, at=_evening(day))

    def test_the_earned_value_is_measured_against_the_promise_week_by_week(self, answers):
        earned = answers["status"]["earned"]
        assert earned["since"] == "2026-05-10"
        assert earned["planned_hours"] == 280.0
        assert (earned["earned_hours"], earned["spent_hours"]) == (224.0, 268.8)
        assert (earned["spi"], earned["cpi"]) == (0.8, 0.8333)
        weeks = earned["weeks"]
        assert [week["week"] for week in weeks] == sorted({week["week"] for week in weeks})
        assert weeks[-1] == {"week": "2026-11-16", "planned": 280, "earned": 224, "spent": 268.8}
        study = answers["status"]["study"]
        assert earned["forecast"] == {key: study[key] for key in ("kept", "p50", "p80")} | {
            "hours": 320
        }

    def test_dates_came_due_and_are_counted(self, answers):
        track = answers["status"]["track_record"]
        assert track["n"] == 6
        assert 0 <= track["p50_held"] <= track["p80_held"] <= 6
        assert track["p80_held"] >= 4

    def test_plan_and_review_say_the_same(self, answers):
        status, plan, review = (answers[command] for command in ("status", "plan", "review"))
        assert plan["earned"] == review["earned"] == status["earned"]
        assert review["track_record"] == status["track_record"]
        record = status["track_record"]
        first_names = {"due": record["n"], "held": record["p80_held"]}
        assert plan["track_record"] == first_names | record

    def test_screens_say_it_in_a_line_each(self, answers):
        record = answers["status"]["track_record"]
        held = f"{record['p50_held']} P50 and {record['p80_held']} P80 dates held."
        for command in ("status", "review"):
            screen = run_cli(command, "--detail").out
            assert "224 of 280 planned h: behind (SPI 0.80), overrunning (CPI 0.83)" in screen
            assert f"Of 6 near dates that came due, {held}" in screen
        detail = " ".join(run_cli("plan", "--detail").out.split())
        assert "224 of 280 planned h earned (SPI 0.80), 268.8 h spent (CPI 0.83)" in detail
        assert held in detail

    def test_a_baseline_begins_the_account_anew_and_gives_a_line(self):
        assert run_cli("plan", "--save", today="2026-09-21").code == 0
        assert run_cli("status", "--json", today="2026-10-18").json["earned"] is None
        earned = status()["earned"]
        assert earned["since"] == earned["baseline"]["saved_on"] == "2026-09-21"
        assert earned["baseline"]["hours"] == 320 - 39 * 4
        assert earned["planned_hours"] == pytest.approx(62 * 10 / 7, abs=0.01)

    def test_the_first_four_weeks_have_neither(self):
        early = run_cli("status", "--json", today="2026-06-06").json
        assert early["earned"] is None
        assert early["track_record"] is None
        assert run_cli("status", "--json", today="2026-06-07").json["earned"] is not None


def _evening(day):
    return datetime.combine(day, time(20), UTC)


def test_the_side_that_gets_less_than_the_plan_has_for_it_is_named():
    a_home(CURRICULUM, *ENTRIES)
    now = status()
    assert now["balance"]["power-skills"] == 0
    assert now["neglected"]["side"] == "power-skills"
    assert "Neglected" in run_cli("status", "--detail").out
    assert "power skills 0 %, plan" in run_cli("status").out


def test_the_next_milestone_is_the_nearest_of_stage_and_certificate():
    a_home(CURRICULUM, *ENTRIES)
    assert (status()["milestone"]["kind"], status()["milestone"]["id"]) == ("stage", "middle")
    a_home(CURRICULUM, *ENTRIES, experience("leading", "2024-12-20", "2026-05-31", id="earlier"))
    nearest = status()["milestone"]
    assert (nearest["kind"], nearest["id"]) == ("certificate", "pmp")
    assert date(2026, 11, 21) < date.fromisoformat(nearest["date"]) < date(2027, 1, 1)


def test_the_next_gate_is_shown_with_its_day():
    a_home(CURRICULUM, *ENTRIES)
    steps = run_cli("plan", "--json").json["routes"][0]["steps"]
    assert status()["gates"] == [gate for step in steps for gate in step["gates"]]
    assert (
        "Next gate    12 months of leading work: 5.7 of 12 months, likely"
        in run_cli("status", "--detail").out
    )


@pytest.mark.parametrize(
    ("widget", "word", "day"),
    [
        pytest.param("streak", "kept in a row", SATURDAY, id="weeks"),
        pytest.param("heat-map", "Last 26 weeks", SATURDAY, id="heat map"),
        pytest.param("balance", "Balance", SATURDAY, id="balance"),
        pytest.param("practice", "About h02", SATURDAY, id="practices"),
        pytest.param("advice", "Talk to people", MONDAY, id="advice"),
    ],
)
def test_what_is_muted_is_gone(widget, word, day):
    a_home(CURRICULUM, *ENTRIES)
    assert word in run_cli("status", "--detail", today=day).out
    a_home(CURRICULUM, *ENTRIES, a_profile(muted=(widget,)))
    assert word not in run_cli("status", "--detail", today=day).out


def test_advice_stands_on_the_screen_on_mondays_and_for_scripts_on_every_day():
    a_home(CURRICULUM, *ENTRIES)
    assert "Talk to people" in run_cli("status", "--detail", today=MONDAY).out
    assert "Talk to people" not in run_cli("next", today=MONDAY).out
    assert run_cli("next", "--json", today=MONDAY).json["advice"] is None
    assert "Talk to people" not in run_cli("status", today=TUESDAY).out
    assert "Talk to people" in run_cli("next", today=TUESDAY).out
    assert [said["text"] for said in run_cli("status", "--json", today=TUESDAY).json["advice"]]


def test_the_first_screen_says_only_advice_that_is_new_on_that_day():
    a_home(CURRICULUM, *ENTRIES)
    assert "Talk to people" not in run_cli("status", today=MONDAY).out
    a_home(CURRICULUM, worked("rsk-02", 60, on=MONDAY))
    assert "Advice" in run_cli("status", today=MONDAY).out
    assert "Talk to people" in run_cli("status", today=MONDAY).out


def test_practices_stand_on_the_first_screen_only_where_somebody_picked_them():
    a_home(CURRICULUM, *ENTRIES)
    assert "About h02" not in run_cli("status").out
    a_home(CURRICULUM, *ENTRIES, a_profile(practices=("h02",)))
    assert "Practice  About h02 1 of 14" in run_cli("status").out


def test_this_month_and_its_weeks_are_for_scripts_what_the_screen_draws():
    a_home(CURRICULUM, *ENTRIES)
    answer = status()
    assert answer["week"] == 4
    assert answer["weeks"] == [
        {"week": "2026-11-09", "hours": 1.0, "promised": 2.86},
        {"week": "2026-11-16", "hours": 4.0, "promised": 5.0},
    ]
    month = {"spent_hours": 5.0, "promised_hours": 13.57, "promised_so_far": 7.14}
    assert answer["month"] == {"first": "2026-11-12", "last": "2026-11-30", **month}
    screen = run_cli("status", COLUMNS="80").out
    assert "5 of 14 h promised, 7.1 of them by today" in screen
    assert "  5 h│" in screen


def test_blocks_stand_side_by_side_where_there_is_room_and_else_one_below_the_other():
    a_home(CURRICULUM, *ENTRIES)
    wide, narrow = (run_cli("status", COLUMNS=width).out for width in ("80", "40"))
    assert any("Skills" in line and "Hours by week" in line for line in wide.splitlines())
    assert not any("Skills" in line and "Hours by week" in line for line in narrow.splitlines())
    assert "Hours by week" in narrow


def test_from_the_fourth_week_on_a_wide_screen_has_the_burn_up():
    done = [worked("rsk-02", 60, on=f"2026-{day}", id=day) for day in ("10-20", "10-27", "11-03")]
    a_home(CURRICULUM, a_profile(hours_per_week=5.0, on="2026-10-19"), *done)
    assert "Burn-up" in run_cli("status", COLUMNS="120").out
    assert "Burn-up" in run_cli("status", "--detail", COLUMNS="80").out
    assert "Burn-up" not in run_cli("status", COLUMNS="120", today="2026-11-10").out


def test_an_empty_logbook_is_told_where_to_begin():
    assert "Do first: app-03, pmcareer next" in run_cli("status", "--detail").out
    shown = run_cli("status", COLUMNS="80").out
    assert "(app-03):" in shown
    assert "pmcareer next" in shown
    assert "Your weeks will stand here" in shown
    assert "0 h so far; 8 h a week taken for granted" in shown


def test_a_first_morning_fits_a_window_and_a_year_fits_a_screen(home):
    assert len(run_cli("status", COLUMNS="80").out.splitlines()) <= 22
    home.mkdir(parents=True)
    a_home(None, *a_year())
    assert len(run_cli("status", COLUMNS="80").out.splitlines()) <= 22


@pytest.mark.parametrize("width", ["20", "40", "80"])
def test_no_line_is_wider_than_the_window(width):
    a_home(CURRICULUM, *ENTRIES)
    lines = run_cli("status", COLUMNS=width).out.splitlines()
    assert [line for line in lines if len(line) > max(int(width), 39)] == []


def test_words_alone_carry_the_heat_map():
    a_home(CURRICULUM, *ENTRIES)
    plain = run_cli("status", "--detail", "--plain").out
    assert "3 active days in 2 of 26 weeks, 5.2 h." in plain
    assert plain.isascii()


def test_a_narrow_encoding_gets_ascii():
    a_home(CURRICULUM, *ENTRIES)
    shown = run_cli("status", "--detail", encoding="ascii").out
    shown += run_cli("status", encoding="ascii", COLUMNS="80").out
    assert "Mon to Wed" in shown
    assert "Hours by week" in shown
    assert "?" not in shown


def test_a_terminal_without_colour_gets_none():
    a_home(CURRICULUM, *ENTRIES)
    assert "\x1b[3" not in run_on_terminal("status", NO_COLOR="1").out


def test_a_logbook_that_has_become_shorter_is_noticed_where_there_are_no_receipts_yet(home):
    """As an older pmcareer leaves its state folder: snapshots alone."""
    a_home(CURRICULUM, *ENTRIES)
    assert run_cli("log", "rsk-01", "--again", today="2026-11-21").code == 0
    for receipts in Path(os.environ["XDG_STATE_HOME"]).glob("pmcareer/receipts/*/*"):
        receipts.unlink()
    (home / "logbook.toml").write_text("format = 1\nentries = []\n", encoding="utf-8")
    for command in (("status",), ("log", "rsk-01", "--dry-run")):
        warned = run_cli(*command)
        assert warned.code == 0
        assert "shorter than on" in warned.err
        assert "pmcareer doctor --restore" in warned.err


def test_a_copy_that_a_sync_service_left_is_noticed(home):
    a_home(CURRICULUM, *ENTRIES)
    copy = home / "logbook.sync-conflict-20261120-101010-ABC.toml"
    copy.write_text(logbook_text(*ENTRIES), encoding="utf-8")
    assert run_cli("status").err == ""
    copy.write_text(logbook_text(a_profile(role="middle")), encoding="utf-8")
    assert "pmcareer doctor --fix" in run_cli("status").err


def test_a_stage_that_is_behind_one_is_no_milestone():
    a_home(CURRICULUM, *ENTRIES, a_profile(role="middle"))
    assert status()["milestone"]["id"] == "tech-pm"
    assert "Milestone" not in run_cli("status", "--detail").out
    assert "Then " not in run_cli("status").out


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (660, "multiplied by 1.3, from what 1 exercise took"),
        (240, "hold so far, from what 1 exercise took"),
    ],
)
def test_the_bias_stands_with_the_number_of_exercises_that_it_is_from(minutes, said):
    curriculum = a_curriculum(an_exercise("rsk-01"), an_exercise("rsk-02"))
    a_home(curriculum, finished("rsk-01", minutes=minutes))
    assert said in run_cli("status", "--detail").out


def test_nothing_is_said_of_estimates_before_there_is_anything_to_compare():
    a_home(a_curriculum(an_exercise("rsk-01"), an_exercise("rsk-02")), finished("rsk-01"))
    assert "Estimates" not in run_cli("status", "--detail").out


def test_work_on_a_day_off_that_is_followed_by_more_of_them_is_read_like_any_other():
    said = a_profile(study_days=("mon",), days_off=("2026-11-18..2026-11-30",), on="2026-11-17")
    a_home(CURRICULUM, said, worked("rsk-02", 60, on="2026-11-19"))
    assert status()["days"][-3]["minutes"] == 60


def test_steps_and_ratings_on_record_are_not_called_nothing():
    a_home(None, a_profile(role="pmo-manager", target="portfolio-pmo"))
    assert run_cli("log", "secondment-sponsor").code == 0
    assert run_cli("assess", "risk", "2").code == 0
    screen = run_cli("status", "--detail").out
    assert "Nothing is logged" not in screen
    assert "No exercise or study logged yet. Do first: " in screen
    assert run_cli("log", "pmf-01").code == 0
    assert "No exercise or study logged yet" not in run_cli("status", "--detail").out


def test_to_ask_again_tomorrow_is_said_without_an_on():
    a_home(None, a_profile(role="pmo-manager", target="portfolio-pmo"))
    assert run_cli("log", "secondment-ask", "--with", "Anna").code == 0
    (awaited,) = run_cli("status", "--json").json["awaited"]
    eve = str(date.fromisoformat(awaited["ask_again_on"]) - timedelta(days=1))
    said = " ".join(run_cli("status", today=eve).out.split())
    assert "ask again tomorrow" in said


def test_the_hours_before_one_may_apply_are_those_of_the_plan():
    middle = a_role("middle", needs={"risk": 2}, search=(3, 3, 3))
    a_home(
        a_curriculum(
            an_exercise("rsk-01", hours=(100, 100, 100)),
            a_role("starter"),
            middle,
            a_role("tech-pm", needs={"risk": 2}),
            a_move("starter", "middle"),
            a_move("middle", "tech-pm"),
        )
    )
    assert status()["milestone"]["hours_before_applying"] == 60
    assert "; 100 h to go, 60 of them before you apply" in run_cli("status").out
    assert "you apply as About middle: 60 of its 100 h of study" in run_cli("plan").out
    looking = logbook_text(a_profile(looking=date(2026, 11, 1)))
    (Path(os.environ["PMCAREER_HOME"]) / "logbook.toml").write_text(looking, encoding="utf-8")
    assert "; 100 h to go while you apply" in run_cli("status").out
