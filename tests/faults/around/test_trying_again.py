"""Scripts that try again, and plans that can't be made."""

import json
from pathlib import Path

import pytest

from faults.around.typed import entries
from running import run_cli, run_loaded


def test_who_tries_again_with_the_same_id_stores_once(logbook):
    """G04."""
    words = ("log", "rsk-04", "--minutes", "40", "--id", "mine-1", "--json")
    assert run_cli(*words).code == 0
    before = logbook.read_bytes()
    again = run_cli(*words)
    assert again.code == 0, again.err
    assert logbook.read_bytes() == before
    assert "Stored before" in run_cli(*words[:-1]).out
    other = run_cli("log", "rsk-04", "--minutes", "41", "--id", "mine-1", "--json")
    assert other.code == 1
    assert json.loads(other.err)["error"]["stored"] == []
    assert logbook.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_script_whose_answer_is_lost_tries_again_and_the_entry_is_there_once(logbook):
    """G04."""
    before = entries().keys()
    line = ("log", "rsk-04", "--minutes", "40", "--id", "mine-1")
    first = run_loaded(*line, unheard=True)
    assert first.code == 0
    assert first.err
    # A shell's `||` would not try a third time.
    assert run_loaded(*line, unheard=True).code == 0
    assert entries().keys() == {*before, "mine-1"}


def test_an_id_is_safe_to_try_on_another_day_of_the_same_entry(logbook):
    """G04: a job that is started again tomorrow."""
    words = ("log", "rsk-04", "--minutes", "40", "--id", "mine-1", "--on", "2026-11-20")
    assert run_cli(*words).code == 0
    before = logbook.read_bytes()
    assert run_cli(*words, today="2026-11-22").code == 0
    assert logbook.read_bytes() == before


UNPLANNABLE = {
    "a target that is gone": 'target = "nobody"',
    "a role that is gone": 'role = "nobody"',
    "a way that is gone": 'route = "no-way"',
    "next to no time": "hours_per_week = 0.000001",
    "days off for ever": 'days_off = ["2026-01-01..2199-12-31"]',
    "no day to study": 'study_days = ["mon"]\ndays_off = ["2026-11-01..2150-12-31"]',
}


@pytest.mark.parametrize("today", ["2026-11-21", "2199-12-31"])
@pytest.mark.parametrize("profile", UNPLANNABLE.values(), ids=UNPLANNABLE)
def test_a_log_whose_plan_can_not_be_made_stores_and_says_so_or_changes_nothing(
    logbook, profile, today
):
    """G13."""
    row = f'\n[[entries]]\nkind = "profile"\non = 2026-11-01\n{profile}\nid = "odd"\n'
    logbook.write_bytes(logbook.read_bytes() + row.encode())
    before = logbook.read_bytes()
    answer = run_cli(
        "log", "rsk-04", "--minutes", "40", "--json", "--on", "2026-11-21", today=today
    )
    assert "inside pmcareer" not in answer.err
    if answer.code == 0:
        assert answer.json["entry"]["id"] in entries()
    else:
        assert answer.code in {1, 3}
        assert answer.error["stored"] == []
        assert logbook.read_bytes() == before
