"""Steps, and gates that others confirm, in the commands that keep and look up."""

import csv
import io

import pytest

from running import a_home, run_cli

from builders import (
    a_certification,
    a_curriculum,
    a_gate,
    a_move,
    a_practice,
    a_role,
    a_step,
    an_entry,
    an_exercise,
    did,
)

SMALL = a_curriculum(
    an_exercise("rsk-01"),
    a_practice("h01"),
    a_role("starter", work=("hands-on",)),
    a_role(
        "senior",
        title="Senior lead",
        needs={"risk": 2},
        gates=(
            a_gate("one-complex", kind="confirmed", title="One complex project led"),
            a_gate("two-closed", kind="closed", count=2),
            a_gate("leading-1", months=1, work="hands-on"),
            a_gate("held", kind="certificate", certification="pmp"),
        ),
    ),
    a_move("starter", "senior", months=(1, 2, 3)),
    a_certification("pmp"),
    a_step("ask", title="Ask for the post", waits=14, **{"for": "senior"}),
    a_step("agree", title="Agree on the terms", requires=("ask",), **{"for": "senior"}),
    a_step("count", title="Count what is complex", **{"for": "one-complex"}),
    a_step("talks", title="Two talks a week", again=7, **{"for": "search"}),
)


def answer(*arguments, **keys):
    result = run_cli(*arguments, "--json", **keys)
    assert result.code == 0, result.err
    return result.json


def refused(*arguments):
    result = run_cli(*arguments, "--json")
    assert result.out == ""
    return result.code, result.error


class TestLog:
    def test_a_step_is_kept_with_all_that_was_said_of_it(self):
        a_home(SMALL)
        entry = answer(
            "log", "ask", "--minutes", "45", "--with", "Anna", "--what", "Over lunch",
            "--outcome", "She thinks about it", "--evidence", "mail", "--note", "n", "--on", "yesterday",
        )["entry"]  # fmt: skip
        assert entry.items() >= {
            "kind": "did", "step": "ask", "minutes": 45, "with": "Anna", "what": "Over lunch", "on": "2026-11-20",
            "outcome": "She thinks about it", "evidence": "mail", "note": "n",
        }.items()  # fmt: skip
        assert "begun" not in entry

    def test_it_says_when_to_ask_again_and_opens_nothing_before_an_answer(self):
        a_home(SMALL)
        kept = answer("log", "ask", "--with", "Anna", "--dry-run")
        assert (kept["unlocked"], kept["after_a_no"]) == ([], None)
        assert kept["awaited"] == {
            "step": "ask",
            "with": "Anna",
            "since": "2026-11-21",
            "ask_again_on": "2026-12-05",
        }
        out = run_cli("log", "ask", "--with", "Anna").out
        assert "Agree on the terms" not in out
        assert "Ask again  if there is no answer from Anna by 5 Dec 2026" in out

    def test_an_answer_opens_what_builds_on_it_and_names_the_day_to_ask_after_a_no(self):
        a_home(SMALL, did("ask", on="2026-11-01", **{"with": "Anna"}))
        words = ("log", "ask", "--with", "Anna", "--outcome", "Perhaps in May")
        kept = answer(*words, "--dry-run")
        assert (kept["awaited"], kept["unlocked"]) == (None, ["agree"])
        assert kept["after_a_no"] == "2026-12-21"
        out = run_cli(*words).out
        assert "Was it no, or not yet?" in out
        assert "pmcareer defer ask --until 2026-12-21" in out
        assert answer("defer", "ask", "--until", "2026-12-21")["entry"]["step"] == "ask"
        assert answer("show", "agree")["item"]["open_before"] == ["ask"]

    def test_a_step_that_repeats_says_when_it_opens_again(self):
        a_home(SMALL)
        assert answer("log", "talks", "--dry-run")["opens_again_on"] == "2026-11-28"
        assert "Again      it opens on 28 Nov 2026" in run_cli("log", "talks").out

    def test_a_step_worked_on_in_part_stays_open(self):
        a_home(SMALL)
        kept = answer("log", "ask", "--partial", "--minutes", "20")
        assert kept["entry"]["begun"] is True
        assert (kept["unlocked"], kept["awaited"]) == ([], None)
        assert answer("show", "ask")["item"]["state"] == "started"

    def test_a_step_twice_on_a_day_is_a_slip_unless_it_is_for_somebody_else_or_repeats(self):
        a_home(SMALL, did("ask", on="2026-11-21", **{"with": "Anna"}))
        code, error = refused("log", "ask", "--with", " anna")
        assert (code, error["code"]) == (1, "already-logged")
        assert "logged as done" in error["message"]
        answer("log", "ask", "--with", "Bo")
        answer("log", "ask", "--with", "Anna", "--outcome", "No")
        answer("log", "ask", "--with", "Anna", "--again")
        answer("log", "talks")
        answer("log", "talks")

    def test_a_gate_is_met_from_the_day_on_which_somebody_confirmed_it(self):
        a_home(SMALL)
        entry = answer(
            "log", "one-complex", "--with", "Anna", "--evidence", "mail", "--on", "2026-11-02"
        )["entry"]
        assert entry.items() >= {"kind": "did", "gate": "one-complex", "with": "Anna"}.items()
        assert gate("one-complex")["open_on"] == "2026-11-02"
        assert run_cli("undo").code == 0
        assert gate("one-complex")["open_on"] is None

    def test_a_count_that_somebody_confirms_is_met_as_well(self):
        a_home(SMALL)
        answer("log", "two-closed", "--with", "Anna")
        met = gate("two-closed")
        assert (met["have"], met["needed"], met["open_on"]) == (2, 2, "2026-11-21")

    def test_who_confirmed_is_asked_for(self, home):
        a_home(SMALL)
        code, error = refused("log", "one-complex", "--evidence", "mail")
        assert (code, error["code"]) == (2, "nobody-named")
        assert error["hint"] == 'With their name: pmcareer log one-complex --with "NAME"'
        assert not (home / "logbook.toml").exists()

    @pytest.mark.parametrize(
        ("gate", "opener"),
        [
            ("leading-1", "pmcareer experience hands-on --from DATE"),
            ("held", "pmcareer certificate pmp --on DATE"),
        ],
    )
    def test_what_nobody_can_confirm_is_refused_with_what_opens_it(self, home, gate, opener):
        a_home(SMALL)
        code, error = refused("log", gate, "--with", "Anna")
        assert (code, error["code"]) == (1, "not-for-others")
        assert opener in error["hint"]
        assert not (home / "logbook.toml").exists()

    @pytest.mark.parametrize(
        ("words", "option"),
        [
            (("ask", "--led"), "--led"),
            (("ask", "--reviewed-by", "Bo"), "--reviewed-by"),
            (("ask", "--partial", "--left", "3h"), "--left"),
            (("one-complex", "--with", "Bo", "--partial"), "--partial"),
            (("one-complex", "--with", "Bo", "--simulated"), "--simulated"),
            (("rsk-01", "--with", "Bo"), "--with"),
        ],
    )
    def test_what_is_said_of_exercises_alone_is_refused_by_its_name(self, home, words, option):
        a_home(SMALL)
        result = run_cli("log", *words)
        assert result.code == 2
        assert option in result.err
        assert not (home / "logbook.toml").exists()

    def test_a_gate_confirmed_twice_by_one_person_on_one_day_is_a_slip(self):
        a_home(SMALL)
        answer("log", "one-complex", "--with", "Anna")
        code, error = refused("log", "one-complex", "--with", "Anna")
        assert (code, error["code"]) == (1, "already-logged")
        answer("log", "one-complex", "--with", "Bo")

    def test_what_is_unusual_is_said_and_never_refused(self):
        a_home(SMALL, did("count", on="2026-11-01"))
        assert "It builds on ask, still open." in run_cli("log", "agree").out
        assert "Done before, on 1 Nov 2026: it counts once." in run_cli("log", "count").out
        answer("log", "one-complex", "--with", "Bo", "--on", "yesterday")
        said = answer("log", "one-complex", "--with", "Anna")["remarks"]
        assert said == ["Met before, yesterday, as Bo said."]
        assert answer("log", "ask", "--with", "Anna")["remarks"] == []

    def test_a_gate_that_is_not_on_the_way_is_kept_and_that_is_said(self):
        far = a_role("head", gates=(a_gate("budget", kind="confirmed"),))
        a_home(
            a_curriculum(an_exercise(), a_role("starter"), far, a_role("lead", needs={"risk": 2}))
        )
        assert "It is no gate of your plan" in run_cli("log", "budget", "--with", "Bo").out


def gate(name):
    gates = [
        each
        for step in answer("plan")["routes"][0]["steps"]
        for each in step["gates"]
        if each["id"] == name
    ]
    assert len(gates) == 1
    return gates[0]


class TestDefer:
    def test_a_step_is_put_off_until_a_day_to_come(self):
        a_home(SMALL)
        entry = answer("defer", "ask", "--until", "+14d")["entry"]
        assert (entry["step"], entry["until"]) == ("ask", "2026-12-05")
        assert "exercise" not in entry
        assert "Deferred ask Ask for the post until" in run_cli("history").out

    def test_what_is_done_can_be_put_off_and_that_is_said_unless_it_opens_again(self):
        a_home(SMALL, did("ask"), did("count"), did("talks"))
        assert "done already" in run_cli("defer", "count", "--until", "+1d").out
        assert "waits until you have asked again" in run_cli("defer", "ask", "--until", "+1d").out
        assert "done already" not in run_cli("defer", "talks", "--until", "+1d").out

    @pytest.mark.parametrize(
        ("word", "kind"), [("h01", "practice"), ("one-complex", "gate"), ("risk", "skill")]
    )
    def test_what_is_neither_exercise_nor_step_is_refused_by_its_kind(self, home, word, kind):
        a_home(SMALL)
        code, error = refused("defer", word, "--until", "+14d")
        assert (code, error["code"]) == (1, "not-put-off")
        assert f"is a {kind}" in error["message"]
        assert not (home / "logbook.toml").exists()

    def test_what_nothing_is_called_is_named(self):
        a_home(SMALL)
        assert refused("defer", "asq", "--until", "+14d")[1]["code"] == "unknown-exercise"

    def test_undo_brings_it_back(self):
        a_home(SMALL)
        answer("defer", "ask", "--until", "+14d")
        assert answer("show", "ask")["item"]["state"] == "deferred"
        answer("undo")
        assert answer("show", "ask")["item"]["state"] == "open"


class TestShow:
    def test_a_step_says_what_it_is_for_when_it_is_done_and_what_to_type(self):
        a_home(SMALL)
        out = run_cli("show", "agree").out
        assert "Senior lead" in out
        assert "Ask for the post (ask, open)" in out
        assert 'pmcareer log agree --with "NAME"' in out
        assert "pmcareer defer agree --until +14d" in out
        assert "pmcareer work agree" in out

    def test_it_says_what_is_on_record_of_a_step(self):
        a_home(SMALL, did("ask", on="2026-11-02", **{"with": "Anna"}))
        out = run_cli("show", "ask").out
        assert "2 Nov 2026" in out
        assert "Anna, since 2 Nov 2026" in out
        assert "time to ask again" in out
        item = answer("show", "ask")["item"]
        assert (item["state"], item["done_on"]) == ("awaited", ["2026-11-02"])
        assert item["awaited"][0]["ask_again_on"] == "2026-11-16"
        assert answer("show", "agree")["item"]["open_before"] == ["ask"]

    def test_every_step_has_the_same_keys(self):
        a_home(SMALL)
        shown = [answer("show", name)["item"] for name in ("ask", "count", "talks")]
        assert len({tuple(item) for item in shown}) == 1

    def test_a_gate_says_how_far_one_is_who_can_confirm_it_and_what_leads_there(self):
        a_home(SMALL)
        out = run_cli("show", "one-complex").out
        assert "not yet" in out
        assert "who can confirm" in out
        assert "Count what is complex" in out
        assert 'pmcareer log one-complex --with "NAME"' in out

        answer("log", "one-complex", "--with", "Anna", "--evidence", "mail of May")
        out = run_cli("show", "one complex").out
        assert "by Anna; evidence: mail of May" in out
        item = answer("show", "one-complex")["item"]
        assert (item["is_met"], item["confirmed_by"]) == (True, ["Anna"])
        assert item["asked_by"] == ["senior"]

    def test_a_gate_that_time_opens_names_what_puts_the_months_on_record(self):
        a_home(SMALL)
        out = run_cli("show", "leading-1").out
        assert "0 of 1 months" in out
        assert "pmcareer experience hands-on --from DATE" in out
        assert "who can confirm" not in out

    def test_a_title_means_an_exercise_before_a_step(self):
        curriculum = a_curriculum(
            an_exercise("rsk-01", title="Ask your team"),
            a_step("ask-boss", title="Ask your manager", **{"for": "tech-pm"}),
        )
        a_home(curriculum)
        assert answer("show", "ask", "your")["kind"] == "exercise"
        assert answer("show", "ask-boss")["kind"] == "step"
        assert answer("show", "your", "manager")["kind"] == "step"


class TestList:
    def test_steps_are_found_by_words_and_by_what_they_are_for(self):
        a_home(SMALL)
        assert listed("steps") == ["ask", "agree", "count", "talks"]
        assert listed("steps", "senior", "terms") == ["agree"]
        assert listed("steps", "one-complex") == ["count"]
        out = run_cli("list", "steps").out
        assert "Senior lead" in out
        assert "the search for a post" in out

    def test_steps_are_listed_with_their_state_and_filtered_by_it(self):
        a_home(SMALL, did("ask", on="2026-11-20"), did("count", begun=True))
        states = {item["id"]: item["state"] for item in answer("list", "steps")["items"]}
        assert states == {"ask": "awaited", "agree": "open", "count": "started", "talks": "open"}
        assert listed("steps", "--done") == ["ask"]
        assert "agree" not in run_cli("list", "steps", "--done").out
        assert "No steps fit" in run_cli("list", "steps", "zebra").out
        assert listed("steps", "--open") == ["agree", "count", "talks"]
        assert listed("steps", "--skill", "risk") == []

    def test_gates_are_listed_with_how_far_one_is(self):
        a_home(SMALL)
        answer("log", "one-complex", "--with", "Anna")
        items = {item["id"]: item for item in answer("list", "gates")["items"]}
        assert list(items) == ["one-complex", "two-closed", "leading-1", "held"]
        assert items["one-complex"]["is_met"]
        assert not items["two-closed"]["is_met"]
        out = run_cli("list", "gates").out
        assert "met" in out
        assert "0 of 2" in out


def listed(*words):
    return [item["id"] for item in answer("list", *words)["items"]]


class TestHistory:
    def test_an_entry_of_a_step_or_a_gate_says_what_was_done_and_by_whom(self):
        a_home(SMALL)
        answer(
            "log", "ask", "--with", "Anna", "--minutes", "30", "--outcome", "She thinks about it"
        )
        answer("log", "count", "--partial", "--minutes", "20")
        answer("log", "one-complex", "--with", "Bo")
        out = run_cli("history", "--kind", "did").out
        assert "Did ask Ask for the post (30 min, with Anna, outcome: She thinks about it)" in out
        assert "Worked on count Count what is complex (20 min)" in out
        assert "Met one-complex One complex project led (confirmed by Bo)" in out

    def test_it_can_be_asked_about_one_step_or_gate_and_not_about_what_there_is_none_of(self):
        a_home(SMALL, did("ask"), did("count"), did("gone"))
        answer("log", "one-complex", "--with", "Bo")
        assert [each["step"] for each in about("ask")] == ["ask"]
        assert [each["step"] for each in about("Count what")] == ["count"]
        assert [each["step"] for each in about("gone")] == ["gone"]
        assert [each["gate"] for each in about("one-complex")] == ["one-complex"]
        assert refused("history", "--exercise", "nothing")[0] == 1


def about(word):
    return answer("history", "--exercise", word)["entries"]


class TestCare:
    def test_doctor_names_steps_and_gates_that_nobody_knows_with_the_nearest_word(self):
        a_home(SMALL, did("asq"), an_entry("did", gate="one-komplex", **{"with": "Bo"}))
        result = run_cli("doctor", "--json")
        assert result.code == 1
        (check,) = [each for each in result.json["checks"] if each["name"] == "orphans"]
        assert not check["ok"]
        assert "asq, one-komplex" in check["detail"]
        assert "asq: did you mean 'ask'?" in check["hint"]
        assert "one-komplex: did you mean 'one-complex'?" in check["hint"]

    def test_what_the_curriculum_knows_under_an_older_id_is_well(self):
        renamed = a_curriculum(
            an_exercise(), a_step("new", replaces=("old",), **{"for": "tech-pm"})
        )
        a_home(renamed, did("old"))
        checks = run_cli("doctor", "--json").json["checks"]
        assert [each["ok"] for each in checks if each["name"] == "orphans"] == [True]

    @pytest.mark.parametrize(
        ("keys", "said"),
        [
            ({"kind": "did"}, "names neither `step` nor `gate`"),
            ({"kind": "did", "step": "ask", "gate": "held"}, "names both `step` and `gate`"),
            ({"kind": "deferred"}, "names neither `exercise` nor `step`"),
            (
                {"kind": "deferred", "step": "ask", "exercise": "rsk-01"},
                "names both `exercise` and `step`",
            ),
        ],
    )
    def test_an_entry_that_names_two_things_or_none_is_explained_and_left_alone(self, keys, said):
        home = a_home(SMALL)
        until = "until = 2026-12-01\n" if keys["kind"] == "deferred" else ""
        named = "".join(f'{key} = "{value}"\n' for key, value in keys.items())
        text = f'format = 1\n\n[[entries]]\n{named}on = 2026-11-01\n{until}id = "one"\n'
        (home / "logbook.toml").write_text(text)
        result = run_cli("log", "rsk-01")
        assert result.code == 3
        assert f"entries one: it {said}" in result.err
        assert ("Take one of them out" if "both" in said else "Add ") in result.err
        assert (home / "logbook.toml").read_text() == text


class TestLookingBack:
    def test_review_tells_what_was_done_with_people_and_who_owes_an_answer(self):
        a_home(SMALL, did("talks", on="2026-11-01"))
        answer("log", "ask", "--with", "Anna", "--on", "2026-11-17")
        answer("log", "one-complex", "--with", "Bo", "--on", "2026-11-18")
        looked = answer("review")
        assert [(each["id"], each["with"]) for each in looked["steps"]] == [
            ("ask", "Anna"),
            ("one-complex", "Bo"),
        ]
        assert [each["with"] for each in looked["awaited"]] == ["Anna"]
        out = run_cli("review").out
        assert "Ask for the post, with Anna" in out
        assert "One complex project led, confirmed by Bo" in out
        assert "Anna, since Tue 17 Nov: Ask for the post; ask again on 1 Dec 2026" in out

    def test_many_steps_keep_to_the_screen(self):
        a_home(SMALL, *[did("talks", on="2026-11-18", id=f"t{number}") for number in range(9)])
        assert "and 3 before: --detail" in run_cli("review").out
        out = run_cli("review", "--detail").out
        assert "and 7 before: pmcareer history --kind did" in out

    def test_status_names_whom_to_ask_again_first(self):
        asked = [did("ask", on=f"2026-11-0{day}", **{"with": f"P{day}"}) for day in (3, 2)]
        a_home(SMALL, *asked)
        assert [each["with"] for each in answer("status")["awaited"]] == ["P2", "P3"]
        assert "P2, since 2 Nov 2026" in run_cli("status").out
        assert "1 answer more" in run_cli("status").out

    def test_nobody_is_awaited_where_nobody_was_asked(self):
        a_home(SMALL)
        assert answer("status")["awaited"] == []
        assert "Awaited" not in run_cli("status").out
        assert "Awaited" not in run_cli("review").out


class TestExports:
    def test_csv_has_a_row_of_each_step_and_each_gate(self):
        a_home(SMALL)
        answer("log", "ask", "--with", "=Anna", "--minutes", "30", "--outcome", "Yes")
        answer("log", "count", "--partial")
        answer("log", "one-complex", "--with", "Bo")
        rows = list(csv.DictReader(io.StringIO(run_cli("export", "csv").out)))
        assert [(row["what"], row["title"]) for row in rows] == [
            ("ask", "Ask for the post"),
            ("count", "Count what is complex"),
            ("one-complex", "One complex project led"),
        ]
        assert (rows[0]["minutes"], rows[0]["with"], rows[0]["outcome"]) == ("30", "'=Anna", "Yes")
        assert [row["begun"] for row in rows] == ["", "True", ""]

    def test_json_has_every_entry(self):
        a_home(SMALL)
        answer("log", "ask", "--with", "Anna")
        (entry,) = run_cli("export", "json").json["entries"]
        assert (entry["kind"], entry["step"], entry["with"]) == ("did", "ask", "Anna")

    def test_a_portfolio_shows_what_others_confirmed_and_who(self):
        a_home(SMALL)
        assert "Confirmed by others" not in run_cli("export", "markdown").out
        answer("log", "one-complex", "--with", "Bo", "--evidence", "https://x.y/letter")
        out = run_cli("export", "markdown").out
        assert "## Confirmed by others" in out
        assert "One complex project led, 2026-11-21, confirmed by Bo; evidence: " in out

    def test_a_mentor_reads_what_was_done_with_people_and_who_owes_an_answer(self):
        a_home(SMALL, did("count", on="2026-09-01"))
        answer("log", "ask", "--with", "Anna")
        answer("log", "one-complex", "--with", "Bo")
        out = run_cli("export", "markdown", "--for", "mentor").out
        assert "### With people" in out
        assert "Ask for the post (2026-11-21), with Anna" in out
        assert "One complex project led (2026-11-21), confirmed by Bo" in out
        assert "An answer by Anna, awaited since 2026-11-21: Ask for the post" in out
        assert "Count what is complex" not in out

    def test_a_calendar_has_the_day_on_which_to_ask_again(self):
        a_home(SMALL, did("ask", on="2026-10-01", **{"with": "Bo"}))
        answer("log", "ask", "--with", "Anna")
        lines = run_cli("export", "ics").out.splitlines()
        assert "SUMMARY:Ask again: Anna" in lines
        assert "DTSTART;VALUE=DATE:20261205" in lines
        # A day that is over is no appointment.
        assert "SUMMARY:Ask again: Bo" not in lines


class TestStory:
    def test_a_story_can_grow_from_a_step_and_from_a_gate(self):
        a_home(SMALL)
        for words in (("ask", "--with", "Anna"), ("one-complex", "--with", "Bo")):
            entry = answer("log", *words)["entry"]["id"]
            told = [f"--{part}={part}" for part in ("situation", "task", "action", "result")]
            story = answer("story", "add", "--from", entry, *told)["entry"]
            assert story["entries"] == [entry]
            assert story["title"] in {"Ask for the post", "One complex project led"}


class TestWeeks:
    def test_a_day_with_minutes_of_a_step_is_a_day_of_work(self):
        a_home(SMALL)
        answer("log", "ask", "--minutes", "30")
        (today,) = [day for day in answer("status")["days"] if day["date"] == "2026-11-21"]
        assert (today["minutes"], today["entries"]) == (30, 1)
        assert answer("status")["streak"]["days_this_week"] == 1

    def test_who_asks_for_a_post_at_home_is_not_looking_for_one(self):
        a_home(SMALL, did("ask"))
        assert answer("review")["job_search"] is None
        answer("log", "talks")
        assert answer("review")["job_search"] is None
