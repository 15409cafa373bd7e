"""A saved plan beside the dates that screens show: what moved, by which way, and by whose reckoning."""

from datetime import date

import pytest

from pmcareer.views.parts.text import month
from running import run_cli

ME = ("start", "--role", "programmer", "--since", "2021-03", "--target", "tech-pm")
WORK = (
    ("2026-06-01", "app-03", "130"),
    ("2026-06-03", "stk-01", "150", "--partial"),
    ("2026-06-06", "stk-01", "90"),
    ("2026-06-08", "app-05", "120", "--partial"),
    ("2026-06-10", "app-05", "65"),
    ("2026-06-13", "app-09", "155"),
    ("2026-06-15", "app-01", "150", "--partial"),
)
SAVED, NEXT_DAY, MONDAY = "2026-06-20", "2026-06-21", "2026-06-22"


@pytest.fixture(autouse=True)
def three_weeks():
    run_cli(*ME, "--hours-per-week", "6", "--no-input", today=WORK[0][0])
    for day, *said in WORK:
        run_cli("log", *said, today=day)


def finish(today):
    found = run_cli("plan", "--json", today=today).json["routes"][0]["finish"]
    return [month(date.fromisoformat(found[name])) for name in ("likely", "p50")]


def test_where_the_shown_date_is_held_the_plan_that_is_kept_is_said_to_be_another():
    shown, alone = finish(SAVED)
    assert shown != alone
    kept = run_cli("plan", "--save", today=SAVED).out
    assert f"{shown} as likely as not" in kept
    assert f"It holds what today alone says: {alone}." in " ".join(kept.split())
    assert f"in the role {shown}; today alone says {alone}, as saved today" in (
        run_cli("review", today=SAVED).out
    )


def test_a_move_is_counted_to_what_is_named_beside_it():
    run_cli("plan", "--save", today=SAVED)
    shown, alone = finish(NEXT_DAY)
    assert shown != alone
    assert f"Today alone says {alone}: 7 days later" in run_cli("plan", today=NEXT_DAY).out
    why = run_cli("plan", "--why", today=NEXT_DAY).out.splitlines()
    assert why[2].endswith("the day that was kept on yesterday")
    assert why[4].endswith(f"{alone}  the day that today alone says")
    assert finish(MONDAY)[0] == finish(MONDAY)[1]
    assert "\n  4 weeks later than your plan of Sat 20 Jun." in run_cli("plan", today=MONDAY).out


def test_another_way_is_not_said_to_have_moved_as_the_saved_one_did():
    run_cli("plan", "--save", today=SAVED)
    assert "than your plan" not in run_cli("plan", "--route", "2", today=MONDAY).out
    why = run_cli("plan", "--route", "2", "--why", today=MONDAY).out
    assert "4 weeks later than your plan of Sat 20 Jun, by via-junior-pm\n" in why


def test_a_habit_that_was_only_proposed_is_not_scored():
    for command in ("status", "review"):
        assert "0 of" not in habits(run_cli(command, "--detail", today=MONDAY).out)
    run_cli("profile", "--practices", "h02", today=MONDAY)
    assert "0 of 14" in habits(run_cli("status", "--detail", today=MONDAY).out)
    assert "0 of 1" in habits(run_cli("review", "--detail", today=MONDAY).out)


def habits(shown):
    return "".join(line for line in shown.splitlines() if line.startswith(("Practice", "Kept")))
