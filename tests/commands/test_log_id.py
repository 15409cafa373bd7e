"""`log --id`: a script that tries again stores an entry once."""

import os
from pathlib import Path

import pytest

from running import a_home, run_cli

from builders import a_lesson, finished


def log(*arguments, **more):
    return run_cli("log", *arguments, "--id", "timer-1", **more)


def test_the_second_try_writes_nothing_and_says_so(home):
    assert log("pmf-02", "--minutes", "90").code == 0
    before = (home / "logbook.toml").read_bytes()
    again = log("pmf-02", "--minutes", "90")
    assert again.code == 0
    assert "Stored before" in again.out
    assert "nothing was written" in again.out
    assert (home / "logbook.toml").read_bytes() == before


def test_a_script_gets_the_entry_that_is_stored(home):
    first, again = log("pmf-02", "--json").json, log("pmf-02", "--json").json
    assert again["entry"] == first["entry"]
    assert first["entry"]["id"] == "timer-1"
    assert (first["stored"], first["stored_before"]) == (True, False)
    assert (again["stored"], again["stored_before"]) == (True, True)
    assert again.keys() == first.keys()
    assert again["told"] is None


def test_after_midnight_it_is_the_same_entry_unless_a_day_was_typed():
    log("pmf-02", today="2026-11-20")
    assert "Stored before" in log("pmf-02", today="2026-11-21").out
    assert "Stored before" in log("pmf-02", "--on", "2026-11-20").out
    assert log("pmf-02", "--on", "2026-11-19").code == 1


def test_without_a_word_the_second_try_means_the_task_of_the_first():
    first = log("--json").json["entry"]["exercise"]
    again = log("--json").json
    assert (again["entry"]["exercise"], again["stored_before"]) == (first, True)


@pytest.mark.parametrize(
    "typed",
    [["pmf-02", "--minutes", "91"], ["pmf-03"], ["pmf-02", "--partial", "--minutes", "90"]],
    ids=["other minutes", "another exercise", "another kind"],
)
def test_other_content_under_the_same_id_is_refused(home, typed):
    log("pmf-02", "--minutes", "90")
    before = (home / "logbook.toml").read_bytes()
    refused = log(*typed, "--json")
    assert refused.code == 1
    assert refused.error["code"] == "id-taken"
    assert refused.error["stored"] == []
    assert (home / "logbook.toml").read_bytes() == before


def test_the_id_of_another_kind_of_entry_is_refused():
    a_home(None, a_lesson("Ask first", id="timer-1"))
    assert log("pmf-02", "--json").error["code"] == "id-taken"


def test_an_id_that_a_record_has_which_nobody_can_read_is_refused(home):
    home = a_home(None, finished("pmf-01"))
    with (home / "logbook.toml").open("a") as file:
        file.write('\n[[entries]]\nkind = "dreamt"\non = 2026-11-20\nid = "timer-1"\n')
    before = (home / "logbook.toml").read_bytes()
    refused = log("pmf-02", "--json")
    assert refused.code == 1
    told = "Its id is that of a record which this pmcareer can't read; nothing was logged."
    assert refused.error["message"] == told
    assert (home / "logbook.toml").read_bytes() == before


def test_the_same_exercise_without_the_id_is_a_slip_as_before():
    log("pmf-02")
    assert run_cli("log", "pmf-02", "--json").error["code"] == "already-logged"
    assert run_cli("log", "pmf-02", "--id", "timer-2", "--json").error["code"] == "already-logged"


def test_what_was_taken_back_since_is_stored_before_and_does_not_count():
    log("pmf-02")
    run_cli("undo")
    again = log("pmf-02")
    assert again.code == 0
    assert "does not count" in again.out


@pytest.mark.parametrize("name", ["", "a b", "x" * 65, "\u202e"], ids=repr)
def test_an_id_that_can_not_be_kept_is_refused_before_anything_is_stored(home, name):
    refused = run_cli("log", "pmf-02", "--id", name)
    assert refused.code == 2
    assert "--id" in refused.err
    assert not home.exists()


def test_a_dry_run_leaves_the_id_free(home):
    assert log("pmf-02", "--dry-run").code == 0
    assert not home.exists()


def test_the_second_try_gives_the_receipt_that_the_first_did_not_come_to():
    """G04: killed between the swap and its receipt, and then said to be stored."""
    log("pmf-02")
    (receipts,) = Path(os.environ["XDG_STATE_HOME"]).rglob("ids")
    receipts.unlink()
    assert log("pmf-02", "--dry-run").code == 0
    assert not receipts.exists()
    assert "Stored before" in log("pmf-02").out
    assert "timer-1" in receipts.read_text()
