import pytest

from running import a_home, run_cli

from builders import (
    a_curriculum,
    a_practice,
    a_profile,
    an_exercise,
    assessed,
    finished,
    worked,
)

SMALL = a_curriculum(
    an_exercise("rsk-01", core=True),
    an_exercise("rsk-02", core=True, requires=["rsk-01"]),
    a_practice("h01"),
)


def log(*arguments):
    result = run_cli("log", *arguments, "--json")
    assert result.code == 0, result.err
    return result.json


def test_log_says_first_what_was_done_then_what_moved_and_last_the_way_back():
    a_home(SMALL, finished("rsk-09", on="2026-11-10"))
    first, blank, *moved, _, following, back = run_cli(
        "log", "rsk-01", "--minutes", "90", COLUMNS="80"
    ).out.splitlines()
    assert first == "✓ Finished About rsk-01  rsk-01  1 h 30 min, estimate 4 h"
    assert blank == ""
    assert [line[:11].strip() for line in moved if line[:11].strip()] == [
        "Skill",
        "Stage",
        "This week",
        "Study",
        "Unlocked",
    ]
    assert following.startswith("Next       About rsk-02  rsk-02, ")
    assert back == "Wrong?     pmcareer undo"


def test_place_and_id_are_only_said_where_somebody_asks(home):
    a_home(SMALL)
    quiet = run_cli("log", "rsk-01")
    assert str(home) not in quiet.out + quiet.err
    said = run_cli("log", "rsk-02", "--verbose", "--minutes", "9")
    kept = {each["exercise"]: each["id"] for each in run_cli("history", "--json").json["entries"]}
    assert f"Stored in {home / 'logbook.toml'} as {kept['rsk-02']}." in said.out
    assert f"Stored in {home / 'logbook.toml'} as " in run_cli("--verbose", "undo").out


def test_a_date_is_named_only_where_it_has_left_what_was_told():
    a_home(LONG, *WEEKS)
    log("rsk-30", "--minutes", "1", "--partial")
    stays = log("rsk-30", "--minutes", "1", "--partial", "--dry-run")["told"]
    assert [stays[name]["moved_days"] for name in ("study", "finish")] == [0, 0]
    assert "Study" not in run_cli("log", "rsk-30", "--minutes", "1", "--partial", "-n").out
    assert "Study" in run_cli("log", "rsk-30", "--minutes", "90h", "-n").out


def test_a_receipt_takes_fourteen_lines_whatever_there_is_to_say():
    titles = (f"rsk-{number:02}" for number in range(2, 30))
    many = a_curriculum(
        an_exercise("rsk-01", title="A very long title " * 9, core=True),
        *(an_exercise(name, core=True, requires=["rsk-01"]) for name in titles),
        a_practice("h01"),
    )
    a_home(many, finished("rsk-02", on="2026-08-10"), worked("rsk-03", on="2026-08-11"))
    said = ("--outcome", "It went well. " * 60, "--note", "Long. " * 90, "--on", "3 days ago")
    lines = run_cli("log", "rsk-01", "900h", *said, COLUMNS="80").out.splitlines()
    assert 10 <= len(lines) <= 14
    assert lines[0].startswith("✓ Finished A very long title")
    assert lines[-1] == "Wrong?     pmcareer undo"


def test_without_a_word_it_is_todays_task():
    expected = run_cli("next", "--json").json["task"]["id"]
    assert log()["entry"]["exercise"] == expected


def test_it_names_what_it_unlocked_and_how_far_skill_and_date_moved():
    a_home(SMALL)
    answer = log("rsk-01")
    assert answer["unlocked"] == ["rsk-02"]
    assert answer["skill"]["level_before"] == 0
    assert answer["skill"]["level_after"] == 1
    assert answer["study_after"] <= answer["study_before"]
    assert answer["next"] == "rsk-02"


def test_every_option_is_kept():
    a_home(SMALL)
    entry = log(
        "rsk-01", "--minutes", "1h30", "--on", "yesterday", "--note", "n", "--outcome", "o", "--evidence", "https://x.y",
        "--shadowed", "--simulated", "--reviewed-by", "Ada",
    )["entry"]  # fmt: skip
    assert entry.items() >= {
        "kind": "finished", "exercise": "rsk-01", "minutes": 90, "on": "2026-11-20", "note": "n", "outcome": "o",
        "evidence": "https://x.y", "part": "shadowed", "mode": "simulated", "reviewed_by": "Ada",
    }.items()  # fmt: skip
    assert list(entry)[-1] == "id"


def test_minutes_may_follow_the_id(home):
    assert log("pmf-02", "1h30")["entry"]["minutes"] == 90
    before = (home / "logbook.toml").read_bytes()
    assert run_cli("log", "pmf-03", "90", "--minutes", "60").code == 2
    wrong = run_cli("log", "pmf-03", "charter")
    assert wrong.code == 2
    assert "'charter'" in wrong.err
    assert (home / "logbook.toml").read_bytes() == before


def test_partial_work_is_worked_on_and_not_finished():
    a_home(SMALL)
    assert log("rsk-01", "--partial", "--minutes", "45")["entry"]["kind"] == "worked"
    result = run_cli("log", "rsk-01", "--partial")
    assert result.code == 2
    assert "--minutes" in result.err


def test_the_same_exercise_twice_on_a_day_is_a_slip_unless_again():
    a_home(SMALL)
    log("rsk-01")
    refused = run_cli("log", "rsk-01")
    assert refused.code == 1
    assert "--again" in refused.err
    assert log("rsk-01", "--again")["entry"]["exercise"] == "rsk-01"


def test_a_day_to_come_is_refused():
    a_home(SMALL)
    result = run_cli("log", "rsk-01", "--on", "2026-11-22", "--json")
    assert result.code == 1
    assert result.error["code"] == "future-day"


def test_what_is_unusual_is_said_and_never_refused():
    a_home(SMALL, worked("rsk-01", minutes=30))
    assert "builds on rsk-01" in run_cli("log", "rsk-02").out


def test_a_practice_is_logged_with_one_word():
    a_home(SMALL)
    answer = log("h01")
    assert answer["entry"]["practice"] == "h01"
    assert answer["skill"] is None
    assert answer["unlocked"] == []


def test_a_dry_run_writes_nothing(home):
    a_home(SMALL)
    log("rsk-01", "--dry-run")
    assert not (home / "logbook.toml").exists()


@pytest.mark.parametrize(
    ("word", "code"), [("risk-registr-01", "unknown-exercise"), ("nosuch", "unknown-item")]
)
def test_a_wrong_word_leaves_the_logbook_alone(home, word, code):
    result = run_cli("log", word, "--json")
    assert result.code == 1
    assert result.out == ""
    assert result.error["message"]
    assert not home.exists()


def test_what_is_left_is_kept_and_shown_as_minutes_left():
    a_home(SMALL)
    entry = log("rsk-01", "--partial", "--minutes", "1h", "--left", "3h30")["entry"]
    assert (entry["kind"], entry["minutes"], entry["left"]) == ("worked", 60, 210)
    task = run_cli("next", "--json").json["task"]
    assert (task["minutes_logged"], task["minutes_left"]) == (60, 210)
    assert "3 h 30 min left" in run_cli("history").out


def test_who_only_says_what_is_left_has_not_worked():
    a_home(SMALL)
    answer = log("rsk-01", "--partial", "--left", "3h")
    assert (answer["entry"]["minutes"], answer["entry"]["left"]) == (0, 180)
    assert "Looked at rsk-01" in run_cli("history").out
    assert "Worked" not in run_cli("history").out
    task = run_cli("next", "--json").json["task"]
    assert (task["minutes_logged"], task["minutes_left"]) == (0, 180)
    status = run_cli("status", "--json").json
    assert (status["days"][-1]["entries"], status["pace"]["weeks_seen"]) == (0, 0)


@pytest.mark.parametrize(
    ("typed", "asked_for"),
    [
        pytest.param(["--left", "3h"], "--partial --left 3h", id="of what is done"),
        pytest.param(["--partial"], "--partial --minutes 45", id="without it or minutes"),
        pytest.param(
            ["--partial", "--minutes", "9", "--left", "0"], "pmcareer log rsk-01.", id="nothing"
        ),
    ],
)
def test_what_is_left_has_its_place_and_the_refusal_says_what_to_type(home, typed, asked_for):
    a_home(SMALL)
    refused = run_cli("log", "rsk-01", *typed)
    assert refused.code == 2
    assert asked_for in refused.err
    assert not (home / "logbook.toml").exists()


def test_an_overrun_is_named_with_a_command_that_works_as_it_stands():
    a_home(SMALL)
    out = " ".join(run_cli("log", "rsk-01", "--partial", "--minutes", "8h").out.split())
    line = "pmcareer log rsk-01 --partial --left 2h"
    assert f"8 of 4 h: finish it, split it, or say what is left: {line}" in out
    assert run_cli(*line.split()[1:]).code == 0


OTHERS = [an_exercise(f"rsk-{number}", core=True, hours=(8, 8, 8)) for number in range(10, 40)]
LONG = a_curriculum(an_exercise("rsk-01", core=True), *OTHERS)
WEEKS = [
    finished(f"rsk-{10 + n}", minutes=480, on=f"2026-{9 + n // 4:02}-{2 + 7 * (n % 4):02}")
    for n in range(11)
]


def test_a_date_that_is_later_for_what_took_longer_says_so_in_the_same_line():
    a_home(LONG)
    answer = log("rsk-01", "--minutes", "32h", "--dry-run")
    assert answer["study_after"] > answer["study_before"]
    assert answer["longer"] == "it took 32 h of 4 estimated"
    (line,) = (
        each
        for each in run_cli("log", "rsk-01", "--minutes", "32h").out.splitlines()
        if "Study" in each
    )
    assert "later than before: it took 32 h of 4 estimated" in line


def test_who_is_faster_than_estimated_is_told_that_this_was_not():
    a_home(LONG, *(finished(f"rsk-{number}", minutes=240) for number in range(10, 15)))
    answer = log("rsk-30", "--minutes", "8h", "--dry-run")
    assert answer["study_after"] > answer["study_before"]
    assert answer["longer"] == "it took 8 h of 8 estimated, your others 0.5 of theirs"


def test_what_takes_as_long_as_estimated_moves_no_date_later():
    a_home(LONG, *WEEKS)
    for typed in (
        ["--minutes", "8h"],
        [],
        ["--partial", "--minutes", "8h"],
        ["--partial", "--minutes", "1"],
    ):
        answer = log("rsk-30", *typed, "--dry-run")
        assert answer["study_after"] <= answer["study_before"], typed
        assert answer["longer"] is None


def test_past_work_that_a_newcomer_enters_moves_the_date_earlier():
    a_home(LONG)
    dates = [run_cli("plan", "--json").json["routes"][0]["study"]["p50"]]
    for number in range(10, 20):
        answer = log(f"rsk-{number}", "--on", f"2026-10-{number}", "--minutes", "8h")
        assert answer["study_after"] < answer["study_before"]
        dates.append(run_cli("plan", "--json").json["routes"][0]["study"]["p50"])
        assert dates[-1] == answer["study_after"]
    pace = run_cli("plan", "--json").json["pace"]
    assert (pace["weeks_seen"], pace["basis"]) == (0, "default")
    assert dates == sorted(dates, reverse=True)


def test_minutes_of_a_step_are_kept():
    assert log("j3", "--minutes", "30")["entry"]["minutes"] == 30
    assert "30 min" in run_cli("history").out


def test_a_date_that_is_later_than_was_told_says_what_took_longer():
    run_cli("profile", "--hours-per-week", "8", today="2026-03-01")
    work = ("log", "prd-01", "--partial", "--minutes", "8h", "--json")
    answers = [run_cli(*work, today=day).json for day in ("2026-03-02", "2026-03-09", "2026-03-16")]
    assert answers[1]["longer"] is None
    assert answers[2]["told"]["study"]["moved_days"] > 0
    assert answers[2]["study_after"] < answers[2]["study_before"]
    assert answers[2]["longer"] == "it has taken 24 h of 16.7 estimated"


def test_work_is_stored_on_the_way_to_a_role_that_the_curriculum_does_not_have(home):
    a_home(None, a_profile(role="no-such-role", target="tech-pm", on="2026-11-01"))
    result = run_cli("log", "app-03")
    assert result.code == 0
    assert "There is no role 'no-such-role'. So no date is told" in result.out
    assert 'exercise = "app-03"' in (home / "logbook.toml").read_text(encoding="utf-8")
    answer = run_cli("log", "app-05", "--json").json
    assert (answer["stored"], answer["study_after"], answer["next"]) == (True, None, None)
    # Which task is today's nobody can say without a plan.
    assert run_cli("log").code == 1


def test_of_a_stage_whose_exercises_are_all_covered_nothing_is_drawn():
    a_home(a_curriculum(an_exercise("rsk-01", core=True)), assessed("risk", 5))
    answer = run_cli("log", "rsk-01", "--partial", "--minutes", "30")
    assert answer.code == 0
    assert "Stage" not in answer.out


def test_what_was_simulated_says_where_it_stops_lifting():
    exercises = (an_exercise("rsk-01", level=2), an_exercise("rsk-02", level=3))
    a_home(a_curriculum(*exercises), assessed("risk", 2))
    out = run_cli("log", "rsk-02", "60", "--simulated").out
    assert "still level 2 of 3 (simulated work lifts to 2)" in out
