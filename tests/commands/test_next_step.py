"""`next` where a step comes first: the card, its keys, and the same first thing everywhere."""

from datetime import UTC, date, datetime, timedelta

import pytest

from running import a_home, run_cli

from builders import (
    a_curriculum,
    a_detour,
    a_gate,
    a_move,
    a_profile,
    a_role,
    a_step,
    an_advice,
    an_entry,
    an_exercise,
    did,
    experience,
    finished,
)

TODAY_AT_NINE = datetime(2026, 11, 21, 9, tzinfo=UTC)
BUSINESS = a_gate("business-12", kind="experience", work="business", months=12)
ASK = a_step(
    "ask",
    title="Ask for the post",
    minutes=45,
    do="Write one page, and hand it over.",
    accept=("The page exists", "It was read"),
    **{"for": "post"},
)
MAP = (
    a_role("junior", work=("hands-on",)),
    a_role("senior", needs={"risk": 2}, gates=(BUSINESS,), search=(1, 1, 1)),
    a_detour("post", title="A post in business", work=("business",)),
    a_move("junior", "senior", months=(1, 1, 1)),
    an_exercise("rsk-01"),
    an_exercise("rsk-02"),
)
ME = (
    a_profile(role="junior", target="senior", hours_per_week=8),
    experience("hands-on", "2020-01-01", role="junior"),
)


@pytest.fixture
def waiting():
    a_home(a_curriculum(*MAP, ASK), *ME)


def answer(*arguments, **keys):
    return run_cli("next", "--json", *arguments, **keys).json


class TestThePmoManager:
    """Six years as PMO manager, projects led before, and no month in a business post."""

    @pytest.fixture
    def manager(self):
        lines = (
            ("profile", "--role", "pmo-manager", "--target", "portfolio-pmo"),
            ("experience", "pmo", "--from", "2020-12-01", "--role", "pmo-manager"),
            ("experience", "leading", "--from", "2018-06-01", "--to", "2020-11-30"),
        )
        for line in lines:
            assert run_cli(*line).code == 0

    @pytest.mark.usefixtures("manager")
    def test_in_the_first_week_the_secondment_is_asked_for(self):
        shown = run_cli("next")
        assert shown.code == 0
        assert "secondment-ask" in shown.out.splitlines()[0]
        assert "Your date waits for this, not for study" in " ".join(shown.out.split())
        assert run_cli("next", "--json").json["task"]["kind"] == "step"

    @pytest.mark.usefixtures("manager")
    def test_what_is_asked_is_logged_and_study_follows_and_after_it_the_next_step(self):
        assert run_cli("log").code == 0
        assert run_cli("next", "--json").json["task"]["kind"] == "exercise"
        tomorrow = run_cli("next", "--json", today="2026-11-22").json["task"]
        assert tomorrow["kind"] == "exercise"
        said = run_cli("log", "--minutes", "480", "--json", today="2026-11-22").json["next"]
        task = run_cli("next", "--json", today="2026-11-25").json["task"]
        assert task["id"] == said != "secondment-ask"
        assert "operations-secondment" in task["for"]

    @pytest.mark.usefixtures("manager")
    def test_on_the_secondment_the_date_waits_for_its_months_and_no_step(self):
        away = ("profile", "--role", "operations-secondment", "--since", "2026-11-21")
        assert run_cli(*away).code == 0
        shown = " ".join(run_cli("next").out.split())
        assert "away-" in shown
        assert "Your date waits for this" not in shown
        assert "decide your date, not study: this is what to do meanwhile." in shown

    def test_a_newcomer_gets_an_exercise(self):
        assert run_cli("next", "--json").json["task"]["kind"] == "exercise"


class TestTheCard:
    @pytest.mark.usefixtures("waiting")
    def test_it_says_what_to_do_why_and_what_to_type(self):
        shown = run_cli("next").out
        for words in (
            "Ask for the post  ask",
            "For: A post in business; about 45 min",
            "each month you wait costs a month",
            "Write one page, and hand it over.",
            "[ ] The page exists",
            "of study: About rsk-01 (rsk-01)",
            "pmcareer log ask",
            "pmcareer defer ask --until 2026-11-28",
        ):
            assert words in shown

    @pytest.mark.usefixtures("waiting")
    def test_it_stands_beside_what_is_begun_with_its_minutes_and_its_command(self):
        run_cli("log", "rsk-02", "--partial", "--minutes", "30")
        found = answer()
        assert (found["task"]["kind"], found["task"]["id"]) == ("exercise", "rsk-02")
        assert found["also"] == {
            "id": "ask",
            "title": "Ask for the post",
            "minutes": 45,
            "because": "Your date waits for",
        }
        shown = run_cli("next", COLUMNS="80").out
        assert "Also       Your date waits for: Ask for the post (ask), 45 min." in shown
        assert "pmcareer log ask" in shown
        assert len(shown.splitlines()) <= 22

    @pytest.mark.usefixtures("waiting")
    def test_nothing_stands_beside_a_step(self):
        assert answer()["also"] is None

    @pytest.mark.usefixtures("waiting")
    def test_it_fits_on_a_screen(self):
        assert len(run_cli("next", COLUMNS="80").out.splitlines()) <= 22

    @pytest.mark.usefixtures("waiting")
    def test_why_prints_the_terms(self):
        shown = run_cli("next", "--why").out
        assert "Study decided the date in" in shown
        assert "Most often else it is" in shown

    @pytest.mark.usefixtures("waiting")
    def test_a_part_of_it_fits_into_a_quarter_of_an_hour(self):
        found = answer("--minutes", "15")
        assert found["slice"] == {"minutes": 15, "checklist": ["The page exists"], "parts": []}
        assert "--partial --minutes 15" in run_cli("next", "--minutes", "15").out

    def test_what_is_begun_says_how_much_is_left(self):
        begun = did("ask", begun=True, minutes=30)
        a_home(a_curriculum(*MAP, ASK), *ME, begun)
        assert "begun, about 15 min left" in run_cli("next").out
        task = answer()["task"]
        assert (task["state"], task["minutes_logged"], task["minutes_left"]) == ("started", 30, 15)

    def test_whom_to_ask_again_is_named(self):
        asked = did("ask", on="2026-11-01", **{"with": "Anna"})
        again = a_step("ask", waits=14, **{"for": "post"})
        a_home(a_curriculum(*MAP, again), *ME, asked, finished("rsk-01", on="2026-11-20"))
        shown = run_cli("next").out
        assert "Anna was asked on 1 Nov 2026: ask once more." in shown
        assert 'Answered?  pmcareer log ask --with Anna --outcome "WHAT THEY SAID"' in shown
        assert answer()["task"]["minutes_left"] == 15

    def test_while_an_answer_is_awaited_the_card_says_how_to_log_it(self):
        asked = did("ask", on="2026-11-20", **{"with": "Anna"})
        again = a_step("ask", waits=14, **{"for": "post"})
        builds_on = a_step("agree", requires=("ask",), **{"for": "post"})
        a_home(a_curriculum(*MAP, again, builds_on), *ME, asked)
        shown = run_cli("next").out
        assert answer()["task"]["id"] == "rsk-01"
        assert "Answered?  pmcareer log ask --with Anna --outcome" in shown

    def test_an_answer_is_asked_for_on_the_day_after_the_ask_and_on_every_third(self):
        asked = did("ask", on="2026-11-20", **{"with": "Anna"})
        again = a_step("ask", waits=14, **{"for": "post"})
        a_home(a_curriculum(*MAP, again), *ME, asked)
        days = []
        for ahead in range(14):
            day = str(date(2026, 11, 20) + timedelta(days=ahead))
            assert answer(today=day)["awaited"]
            if "Answered?" in run_cli("next", today=day).out:
                days.append(ahead)
        assert days == [1, 4, 7, 10, 13]

    def test_what_is_asked_of_one_takes_the_room_of_advice_and_the_keys_have_both(self):
        asked = did("ask", on="2026-11-20", at=TODAY_AT_NINE, **{"with": "Anna"})
        again = a_step("ask", waits=14, **{"for": "post"})
        told = an_advice("r99", text="Talk to two people this week.")
        a_home(a_curriculum(*MAP, again, told), *ME)
        assert "Talk to two people" in run_cli("next").out
        a_home(a_curriculum(*MAP, again, told), *ME, asked)
        assert "Talk to two people" not in run_cli("next").out
        assert answer()["advice"]["id"] == "r99"

    def test_whom_said_no_is_asked_anew_on_the_day_that_was_put_off_to(self):
        said_no = did("ask", on="2026-10-01", outcome="Not this year", **{"with": "Anna"})
        put_off = an_entry("deferred", step="ask", on="2026-10-02", until=date(2026, 11, 1))
        again = a_step("ask", waits=14, **{"for": "post"})
        studied = finished("rsk-01", on="2026-11-20")
        a_home(a_curriculum(*MAP, again), *ME, said_no, put_off, studied)
        assert 'Again      Anna answered on 1 Oct 2026: "Not this year"' in run_cli("next").out

    def test_a_step_of_an_hour_is_done_in_one_go_however_short_the_day(self):
        me = (a_profile(role="junior", target="senior", hours_per_week=2), ME[1])
        a_home(a_curriculum(*MAP, ASK), *me)
        assert answer()["time_box_minutes"] == 45
        assert answer("--minutes", "20")["time_box_minutes"] == 20
        long = a_step("ask", minutes=120, **{"for": "post"})
        a_home(a_curriculum(*MAP, long), *me)
        assert answer()["time_box_minutes"] == 15


class TestTheKeys:
    @pytest.mark.usefixtures("waiting")
    def test_a_step_has_those_of_an_exercise_and_null_where_it_has_none(self):
        step = answer()["task"]
        run_cli("log", "ask")
        exercise = answer()["task"]
        assert step.keys() == exercise.keys()
        assert (step["kind"], step["for"], step["skill"]) == ("step", ["post"], None)
        assert (exercise["kind"], exercise["for"]) == ("exercise", None)

    @pytest.mark.usefixtures("waiting")
    def test_study_goes_on_after_it(self):
        found = answer()
        assert [each["id"] for each in found["then"]] == ["rsk-01", "rsk-02"]
        assert found["time_box_minutes"] == 45


class TestEverywhereTheSame:
    @pytest.mark.usefixtures("waiting")
    def test_plan_says_first_what_next_does(self):
        plan = run_cli("plan", "--json").json
        assert plan["first"] == answer()["task"]["id"] == "ask"
        actions = plan["routes"][0]["steps"][0]["actions"]
        assert actions == [
            {"id": "ask", "title": "Ask for the post", "minutes": 45, "state": "open"}
        ]
        assert "Ask for the post (ask)" in run_cli("plan", "--detail").out

    @pytest.mark.usefixtures("waiting")
    def test_all_of_a_plan_shows_the_steps_of_each_stage(self):
        assert "ask Ask for the post, 45 min, open" in run_cli("plan", "--all").out

    @pytest.mark.usefixtures("waiting")
    def test_log_without_a_word_logs_it(self):
        entry = run_cli("log", "--json").json["entry"]
        assert (entry["kind"], entry["step"]) == ("did", "ask")
        assert answer()["task"]["id"] == "rsk-01"

    @pytest.mark.usefixtures("waiting")
    def test_status_review_and_log_name_it(self):
        for command in ("status", "review"):
            assert run_cli(command, "--json").json["first"] == "ask"
        assert "Do first: ask, pmcareer next" in run_cli("status", "--detail").out
        assert "Next  Ask for the post (ask): pmcareer next" in run_cli("status").out
        assert "Ask for the post (ask): pmcareer next" in run_cli("review").out
        logged = run_cli("log", "rsk-01", "--json").json
        assert logged["next"] == "ask"

    @pytest.mark.usefixtures("waiting")
    def test_a_mentor_and_a_calendar_read_it_before_study(self):
        report = run_cli("export", "markdown", "--for", "mentor").out
        ahead = report.split("## Next")[1].split("##")[0].split()
        assert " ".join(ahead[1:5]) == "Ask for the post,"
        calendar = run_cli("export", "ics").out
        assert "SUMMARY:Ask for the post (ask)" in calendar

    def test_start_begins_with_it(self):
        a_home(a_curriculum(*MAP, ASK))
        started = run_cli("start", "--role", "junior", "--target", "senior", "--no-input", "--json")
        assert started.json["task"]["id"] == answer()["task"]["id"] == "ask"
        assert started.json["slice"]["minutes"] <= 30


class TestTheEnd:
    def test_when_all_is_studied_and_asked_it_says_for_whom_one_waits(self):
        again = a_step("ask", title="Ask for the post", waits=14, **{"for": "post"})
        asked = did("ask", on="2026-11-14", **{"with": "Anna"})
        done = (finished("rsk-01"), finished("rsk-02"))
        a_home(a_curriculum(*MAP, again), *ME, *done, asked)
        found = answer()
        assert found["task"] is None
        assert "You wait for Anna" in found["reason"]
        assert found["awaited"] == [
            {"step": "ask", "with": "Anna", "since": "2026-11-14", "ask_again_on": "2026-11-28"}
        ]

    def test_from_the_likely_day_on_it_asks_whether_one_is_there(self):
        served = experience("business", "2020-01-01", "2022-12-31")
        looking = a_profile(looking=date(2026, 7, 1), on="2026-07-01")
        done = (finished("rsk-01"), finished("rsk-02"))
        a_home(a_curriculum(*MAP), *ME, served, *done, looking)
        assert answer()["asks"] in run_cli("next", COLUMNS="200").out
        assert "pmcareer profile --role senior --since 2026-11-21" in answer()["asks"]
