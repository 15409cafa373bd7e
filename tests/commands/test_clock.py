"""The clock beside the logbook's entries: a moment that can hardly be right is said, or refused."""

from datetime import datetime

import pytest

from running import a_home, run_cli

from builders import a_curriculum, an_exercise, finished

CURRICULUM = a_curriculum(an_exercise("rsk-01"), an_exercise("rsk-02"), an_exercise("rsk-03"))
WRITERS = [
    ("log", "rsk-02"),
    ("lesson", "Ask first"),
    ("profile", "--hours-per-week", "5"),
    ("start", "--no-input", "--role", "starter"),
    ("plan", "--save"),
    ("undo",),
    ("defer", "rsk-02", "--until", "+3d"),
    ("experience", "leading", "--from", "-40d"),
    ("project", "A release", "--outcome", "In use"),
    ("assess", "risk", "2"),
]
MEND = "If that is wrong, set the clock and write it anew, after: pmcareer undo"


def at(day):
    return datetime.fromisoformat(f"{day}T12:00:00+00:00")


def home_written_on(*days):
    entries = [
        finished(f"rsk-0{number}", on=day, at=at(day)) for number, day in enumerate(days, start=1)
    ]
    return a_home(CURRICULUM, *entries) / "logbook.toml"


@pytest.mark.parametrize("command", WRITERS, ids=lambda command: command[0])
def test_whatever_writes_is_refused_before_the_first_entry_and_changes_nothing(command):
    """F31, G08."""
    logbook = home_written_on("2026-11-21", "2026-12-01")
    before = logbook.read_bytes()
    refused = run_cli(*command, today="2026-11-19")
    assert refused.code == 1
    assert "it is 2026-11-19 " in refused.err
    assert (
        "the first entry was written at 2026-11-21 12:00 +0000; nothing was logged." in refused.err
    )
    assert "--clock-is-right" in refused.err
    assert refused.out == ""
    assert logbook.read_bytes() == before


@pytest.mark.parametrize("command", WRITERS, ids=lambda command: command[0])
def test_whatever_writes_does_so_without_a_word_when_the_clock_is_said_to_be_right(command):
    logbook = home_written_on("2026-11-21", "2026-12-01")
    before = logbook.read_bytes()
    done = run_cli(*command, "--clock-is-right", today="2026-11-19")
    assert (done.code, "the clock" in done.err) == (0, False)
    assert logbook.read_bytes().startswith(before)
    assert b"at = 2026-11-19T" in logbook.read_bytes()


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-11-24", "the newest entry was written at 2026-12-01 12:00 +0000."),
        ("2028-02-01", "the newest entry was written at 2026-12-01 12:00 +0000, 42"),
    ],
    ids=["back", "ahead"],
)
def test_an_entry_out_of_its_time_is_stored_and_said_once_with_both_moments(today, said):
    """F31, G08."""
    logbook = home_written_on("2026-11-21", "2026-12-01")
    done = run_cli("log", "rsk-03", today=today)
    assert done.code == 0
    assert done.err.count("Warning") == 1
    assert f"it is {today} " in done.err
    assert said in done.err
    assert MEND in done.err
    assert logbook.read_text().count("[[entries]]") == 3


def test_a_dry_run_says_it_too_and_speaks_of_nothing_that_could_be_taken_back():
    home_written_on("2026-11-21", "2026-12-01")
    dry = run_cli("log", "rsk-03", "--dry-run", today="2026-11-24")
    assert dry.code == 0
    assert "the newest entry was written at 2026-12-01" in dry.err
    assert "undo" not in dry.err


def test_the_entry_of_a_wrong_clock_is_forgotten_once_it_is_taken_back():
    home_written_on("2026-11-21")
    assert "Warning" in run_cli("log", "rsk-02", today="2030-11-21").err
    assert run_cli("undo", today="2026-11-23").err == ""
    assert run_cli("log", "rsk-03", today="2026-11-23").err == ""


def test_a_script_gets_the_refusal_as_one_object():
    home_written_on("2026-11-21")
    refused = run_cli("log", "rsk-02", "--json", today="2026-11-19")
    assert refused.error["code"] == "clock"
    assert refused.error["stored"] == []
    assert "--clock-is-right" in refused.error["hint"]


def test_who_names_the_day_of_last_night_in_the_morning_is_not_doubted():
    late = datetime.fromisoformat("2026-11-21T23:59:59+00:00")
    a_home(CURRICULUM, finished("rsk-01", on="2026-11-21", at=late))
    stored = run_cli("log", "rsk-02", today="2026-11-21")
    assert (stored.code, stored.err) == (0, "")
    assert run_cli("log", "rsk-03", today="2026-11-19").code == 1


def test_doctor_follows_the_same_rule():
    home_written_on("2026-11-21", "2026-12-01")

    def clock(today):
        checks = run_cli("doctor", "--json", today=today).json["checks"]
        return next(check for check in checks if check["name"] == "clock")

    assert clock("2026-12-03")["ok"]
    back = clock("2026-11-24")
    assert (back["ok"], "2026-12-01 12:00 +0000" in back["detail"]) == (False, True)
    assert not clock("2026-11-01")["ok"]
    # A silence may well be right.
    ahead = clock("2028-02-01")
    assert (ahead["ok"], "the newest entry was written at" in ahead["detail"]) == (True, True)
