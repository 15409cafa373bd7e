"""A year in the life, typed line by line: at every month's end all answers agree with each other, and nothing is lost.

The year itself stands in a_year.py; it is typed once, and each test looks at what came of it.
"""

import csv
import io
import json
import tomllib
from datetime import date, timedelta
from itertools import pairwise

import pytest

from a_year import BREAK, COMPANY_CURRICULUM, HOLIDAY, QUARTERS, a_year, live_as
from running import run_cli

pytestmark = pytest.mark.slow  # a year takes half a minute to type

MONTHS = ["2026-12", *(f"2027-{month:02}" for month in range(1, 12))]
QUANTILES = ("p10", "p50", "p80", "p95")
ROUNDING = 0.005
WORK = {"finished", "worked", "practised", "did"}
NEAR = 0.02


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        yield a_year(live_as(tmp_path_factory.mktemp("her"), patch))


@pytest.fixture(params=range(12), ids=MONTHS)
def month(request, year):
    return year.months[request.param]


@pytest.fixture
def plan(month):
    return month.json("plan", "--all", "--json")


@pytest.fixture
def status(month):
    return month.json("status", "--json")


def exercises_of(plan):
    return [exercise for step in plan["routes"][0]["steps"] for exercise in step["exercises"]]


def test_a_year_has_two_hundred_entries_of_every_kind(year):
    entries = tomllib.loads(year.logbook.read_text(encoding="utf-8"))["entries"]
    assert len(entries) >= 200
    kinds = {entry["kind"] for entry in entries}
    assert kinds == {
        "answered", "assessed", "baseline", "certified", "closed", "deferred", "did", "experience", "finished",
        "lesson", "practised", "profile", "rated", "story", "void", "worked",
    }  # fmt: skip
    assert {entry.get("mode") for entry in entries} >= {"simulated"}
    assert {entry.get("part") for entry in entries} >= {"led", "supported", "shadowed"}


def test_every_line_of_the_year_is_answered_without_a_complaint(year):
    complaints = [
        (step.arguments, step.result.code, step.result.err)
        for step in year.steps
        if step.result.code or step.result.err
    ]
    assert complaints == []


def test_every_reader_answers_without_a_complaint(month):
    answers = {**month.answers, **month.processes}
    assert {
        line: (answer.code, answer.err)
        for line, answer in answers.items()
        if answer.code or answer.err
    } == {}


def test_the_file_only_grows_at_its_end(year):
    assert [step.arguments for step in year.steps if not step.after.startswith(step.before)] == []
    assert all(later.before == earlier.after for earlier, later in pairwise(year.steps))


def test_readers_do_not_touch_the_file(month):
    assert month.after == month.before


def test_nothing_that_was_stored_is_lost(year, month):
    listed = {entry["id"] for entry in month.json("history", "--all", "--json")["entries"]}
    exported = {entry["id"] for entry in month.json("export", "json")["entries"]}
    assert month.stored
    assert listed == exported == month.stored


def test_history_never_gets_shorter(year):
    counts = [len(month.json("history", "--all", "--json")["entries"]) for month in year.months]
    assert counts == sorted(counts)
    assert counts[-1] > counts[0]


def test_what_is_finished_stays_finished(year):
    done = [
        {
            item["id"]
            for item in month.json("list", "exercises", "--json")["items"]
            if item["state"] == "finished"
        }
        for month in year.months
    ]
    renamed = [{"our-02" if name == "tec-01" else name for name in names} for names in done]
    assert all(earlier <= later for earlier, later in pairwise(renamed))


def test_processes_of_their_own_say_the_same_to_the_letter(year):
    for place in QUARTERS:
        month = year.months[place - 1]
        assert month.processes
        assert {line: answer.out for line, answer in month.processes.items()} == {
            line: month.answers[line].out for line in month.processes
        }


def test_what_is_done_and_open_is_what_the_plan_lists(plan, status):
    states = [exercise["state"] for exercise in exercises_of(plan)]
    assert status["done"] == states.count("finished")
    assert status["done"] + status["open"] == len(states) - states.count("covered")
    assert len(states) == len({exercise["id"] for exercise in exercises_of(plan)})


def test_hours_left_are_one_number_however_they_are_added_up(month, plan, status):
    exercises, effort = exercises_of(plan), plan["routes"][0]["effort_hours"]
    gap = month.json("gap", "--json")
    assert status["left"] == effort["left"]
    assert sum(each["hours_left"] for each in exercises) == pytest.approx(
        effort["left"], abs=ROUNDING * len(exercises)
    )
    for skills, key in ((status["skills"], "hours_left"), (gap["skills"], "hours")):
        total = sum(skill[key] or 0 for skill in skills)
        assert total == pytest.approx(effort["left"], abs=ROUNDING * len(skills))


def test_a_finished_exercise_has_no_hours_left_and_an_open_one_has_some(plan):
    for exercise in exercises_of(plan):
        assert (exercise["hours_left"] > 0) == (
            exercise["state"] in {"open", "started", "deferred"}
        )


def test_next_is_the_first_that_is_open_in_the_plan(month, plan):
    doable = [
        each
        for each in exercises_of(plan)
        if each["state"] in {"open", "started"} and not each["waits_for"]
    ]
    task = month.json("next", "--json")["task"]
    assert task["id"] == plan["first"]
    # A step that moves the date comes before study.
    assert task["kind"] == "step" or task["id"] == doable[0]["id"]
    if task["kind"] == "exercise":
        assert task["minutes_left"] / 60 == pytest.approx(doable[0]["hours_left"], abs=1 / 60)


def test_commands_agree_on_target_pace_dates_and_gates(month, plan, status):
    gap, route = month.json("gap", "--json"), plan["routes"][0]
    answers = (plan, status, gap, month.json("next", "--json"), month.json("review", "--json"))
    assert len({answer["target"] for answer in answers}) == 1
    assert {answer["today"] for answer in answers} == {month.day.isoformat()}
    assert plan["pace"] == status["pace"] == gap["pace"]
    assert (status["finish"], status["study"]) == (route["finish"], route["study"])
    planned = {gate["id"]: gate["have_months"] for step in route["steps"] for gate in step["gates"]}
    assert {gate["id"]: gate["have_months"] for gate in status["gates"]}.items() <= planned.items()
    assert {gate["id"]: gate["have_months"] for gate in gap["gates"]}.items() <= planned.items()


def test_levels_are_one_number_wherever_they_are_shown(month, status):
    level = {skill["id"]: skill["level"] for skill in status["skills"]}
    assert {
        skill["id"]: skill["level"] for skill in month.json("assess", "--json")["skills"]
    }.items() >= level.items()
    assert all(
        skill["have"] == level[skill["id"]] for skill in month.json("gap", "--json")["skills"]
    )


def test_dates_are_in_order_and_none_has_passed(month, plan):
    for route in plan["routes"]:
        for dates in [route["study"], route["finish"], *_dates_of_steps(route)]:
            said = _known(dates[name] for name in QUANTILES)
            assert said == sorted(said)
            assert all(day >= month.day.isoformat() for day in _known([*said, dates["kept"]]))
            # A date is missing beyond twenty years, and then the answer says so.
            assert len(said) == len(QUANTILES) or dates["reason"]
        for name in ("kept", *QUANTILES):
            both = _known([route["study"][name], route["finish"][name]])
            assert both == sorted(both)
            assert route["finish"][name] == route["steps"][-1]["finish"][name]
            begins = _known(step["start"][name] for step in route["steps"])
            assert begins == sorted(begins)
    # Ways within two in a hundred stand in an order of their own.
    first = date.fromisoformat(plan["routes"][0]["finish"]["p50"])
    for route in plan["routes"][1:]:
        later = date.fromisoformat(route["finish"]["p50"] or "9999-12-31")
        assert (later - first).days >= -NEAR * (first - month.day).days
    assert sum(plan["routes"][0]["drivers"].values()) == pytest.approx(1)


def _known(dates):
    return [day for day in dates if day]


def _dates_of_steps(route):
    return [step[name] for step in route["steps"] for name in ("start", "study", "finish")]


def test_causes_add_up_to_the_days_that_a_date_moved(month, plan):
    reviewed = month.json("review", "--json")["moved"]
    assert plan["baseline"]["moved_days"] is not None
    for moved, because in (
        (plan["baseline"]["moved_days"], plan["baseline"]["because"]),
        (reviewed["days"], reviewed["because"]),
    ):
        assert sum(cause["days"] for cause in because) == pytest.approx(moved)


def test_the_heat_map_counts_the_entries_of_its_days(month, status):
    assert [day["date"] for day in status["days"]] == sorted(
        {day["date"] for day in status["days"]}
    )
    first = status["days"][0]["date"]
    work = [
        entry
        for entry in month.json("history", "--json")["entries"]
        if entry["kind"] in WORK and first <= entry["on"] <= month.day.isoformat()
        # A step without minutes may have been a word in passing.
        if entry["kind"] != "did" or entry.get("minutes")
    ]
    assert sum(day["entries"] for day in status["days"]) == len(work)
    assert {day["date"] for day in status["days"] if day["entries"]} == {
        entry["on"] for entry in work
    }


def test_shares_of_the_triangle_are_shares(status):
    assert sum(status["balance"].values()) == pytest.approx(1, abs=0.02)


def test_the_week_under_review_holds_what_history_has_of_it(month):
    review = month.json("review", "--json")
    finished = {
        entry["exercise"]
        for entry in month.json("history", "--json")["entries"]
        if entry["kind"] == "finished" and entry["on"] >= review["since"]
    }
    assert {done["id"] for done in review["done"]} <= finished


def test_no_practice_is_kept_more_often_than_it_could_be(month, status):
    for practice in (*status["practices"], *month.json("review", "--json")["practices"]):
        assert 0 <= practice["kept"] <= practice["of"]


def test_the_logbook_is_in_order(month):
    checks = month.json("doctor", "--json")["checks"]
    assert [check for check in checks if not check["ok"]] == []


def test_a_holiday_breaks_no_streak_and_five_weeks_do(year):
    weeks = {month.day: month.json("status", "--json")["streak"]["weeks"] for month in year.months}
    assert weeks[date(2027, 1, 31)] > weeks[date(2026, 12, 31)]
    assert weeks[date(2027, 4, 30)] == 0
    assert weeks[date(2027, 5, 31)] == 3
    assert HOLIDAY[1] - HOLIDAY[0] < timedelta(weeks=2) < BREAK[1] - BREAK[0]


def test_a_break_moves_the_date_later_and_is_said_to_be_why(year):
    before, after = (
        year.months[place].json("plan", "--all", "--json")["baseline"] for place in (3, 4)
    )
    assert after["moved_days"] > before["moved_days"]
    causes = {cause["cause"]: cause["days"] for cause in after["because"]}
    assert causes["calendar"] + causes["pace"] > 0


def test_a_renamed_exercise_keeps_its_progress_and_a_retired_one_is_asked_no_more(year):
    items = {
        item["id"]: item for item in year.months[6].json("list", "exercises", "--json")["items"]
    }
    before = {
        item["id"]: item for item in year.months[4].json("list", "exercises", "--json")["items"]
    }
    assert before["tec-01"]["state"] == "finished"
    assert items["our-02"]["state"] == "finished"
    assert "our-01" in items
    assert "tec-01" not in items
    assert "tls-03" not in {
        exercise["id"] for exercise in exercises_of(year.months[6].json("plan", "--all", "--json"))
    }
    task = year.months[6].json("next", "--json")["task"]
    assert task["kind"] == "step" or task["id"] in items


def test_a_certificate_a_project_and_a_role_are_there_from_their_day_on(year):
    held = [_held(month) for month in year.months]
    assert held == [[]] * 6 + [["capm"]] * 6
    projects = [len(month.json("project", "--json")["projects"]) for month in year.months]
    assert projects == [0] * 2 + [1] * 8 + [2] * 2
    roles = [month.json("plan", "--all", "--json")["from"] for month in year.months]
    assert roles == ["project-coordinator"] * 8 + ["junior-pm"] * 4
    assert [month.json("status", "--json")["target"] for month in year.months] == [
        "tech-pm"
    ] * 8 + ["senior-pm"] * 4


def _held(month):
    return [
        item["id"] for item in month.json("certificate", "--json")["certifications"] if item["held"]
    ]


def test_months_of_experience_grow_with_the_calendar(year):
    months = [month.json("experience", "--json")["months"] for month in year.months]
    hands_on = [each["hands-on"] for each in months]
    assert hands_on == sorted(hands_on)
    assert hands_on[-1] > hands_on[0]


def test_every_export_holds_the_year(year, monkeypatch):
    live_as(year.home.parent, monkeypatch)
    today = year.months[-1].day.isoformat()
    rows = list(csv.DictReader(io.StringIO(run_cli("export", "csv", today=today).out)))
    entries = year.months[-1].json("history", "--json")["entries"]
    assert {row["id"] for row in rows} == {
        entry["id"] for entry in entries if entry["kind"] in WORK
    }
    portfolio = run_cli("export", "markdown", today=today).out
    assert "The vendor who went silent" in portfolio
    assert "Office move" in portfolio
    resume = json.loads(run_cli("export", "jsonresume", today=today).out)
    assert [certificate["name"] for certificate in resume["certificates"]]
    assert {project["name"] for project in resume["projects"]} >= {"Office move", "New CRM"}


def test_a_day_in_the_past_is_answered_as_it_was_that_day(year, monkeypatch):
    home = live_as(year.home.parent, monkeypatch)
    assert (home / "curriculum.toml").read_text(encoding="utf-8") == COMPANY_CURRICULUM
    month = year.months[9]
    for line in (("next", "--json"), ("status", "--json")):
        assert run_cli(*line, today=month.day.isoformat()).json == month.json(*line)
