import pytest

from running import a_home, run_cli

from builders import a_curriculum, a_practice, an_exercise, worked

SMALL = a_curriculum(
    an_exercise("rsk-01", core=True),
    an_exercise("rsk-02", core=True, requires=["rsk-01"]),
    a_practice("h01"),
)


def log(*arguments):
    result = run_cli("log", *arguments, "--json")
    assert result.code == 0, result.err
    return result.json


def test_log_says_what_where_and_the_way_back_in_three_lines(home):
    a_home(SMALL)
    lines = run_cli("log", "rsk-01", "--minutes", "90").out.splitlines()
    assert len(lines) == 3
    assert "rsk-01" in lines[0]
    assert str(home / "logbook.toml") in lines[2]
    assert "pmcareer undo" in lines[2]


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
