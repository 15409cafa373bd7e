import pytest

from running import a_home, run_cli

from builders import a_curriculum, an_exercise, finished

SMALL = a_curriculum(an_exercise("rsk-01"), an_exercise("rsk-02"))


@pytest.mark.parametrize(
    ("until", "day"),
    [("2026-12-01", "2026-12-01"), ("monday", "2026-11-23"), ("+14d", "2026-12-05")],
)
def test_an_exercise_is_put_off_until_a_day_to_come(until, day):
    a_home(SMALL)
    assert run_cli("defer", "rsk-01", "--until", until, "--json").json["entry"]["until"] == day


@pytest.mark.parametrize("until", ["today", "yesterday", "2026-11-20", "someday", ""])
def test_any_other_day_is_refused(until):
    a_home(SMALL)
    result = run_cli("defer", "rsk-01", "--until", until)
    assert result.code == 2
    assert "--until" in result.err


def test_what_is_finished_can_be_deferred_and_that_is_said():
    a_home(SMALL, finished("rsk-01"))
    assert "finished already" in run_cli("defer", "rsk-01", "--until", "+1d").out


def test_another_exercise_comes_next():
    a_home(SMALL)
    first = run_cli("next", "--json").json["task"]["id"]
    run_cli("defer", first, "--until", "+14d")
    assert run_cli("next", "--json").json["task"]["id"] != first


def test_alone_it_lists_what_is_put_off_what_is_back_first_first():
    a_home(SMALL)
    assert "Nothing is put off" in run_cli("defer").out
    run_cli("defer", "rsk-02", "in", "2", "weeks")
    run_cli("defer", "rsk-01", "monday")
    rows = run_cli("defer", "--json").json["put_off"]
    assert [(row["id"], row["until"]) for row in rows] == [
        ("rsk-01", "2026-11-23"),
        ("rsk-02", "2026-12-05"),
    ]
    screen = run_cli("defer", COLUMNS="80").out
    assert "Mon 23 Nov" in screen
    assert "pmcareer defer rsk-01 tomorrow" in screen


def test_a_day_or_a_note_is_nothing_without_what_is_put_off():
    a_home(SMALL)
    for typed in (["--until", "monday"], ["--note", "later"], ["monday"]):
        assert "needs ID" in run_cli("defer", *typed).err


def test_what_is_put_off_needs_a_day():
    a_home(SMALL)
    refused = run_cli("defer", "rsk-01")
    assert (refused.code, refused.out) == (2, "")
    assert "needs a day" in refused.err
