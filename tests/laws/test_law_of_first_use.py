"""The law of first use: what was done before the logbook was begun leaves nobody behind."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from running import a_home, run_cli
from sweeps import sweep

from builders import (
    a_profile,
    certified,
    closed,
    experience,
    finished,
    practised,
)

FIRST = date(2026, 11, 4)
"""A Wednesday."""
AT = datetime.combine(FIRST, time(9), tzinfo=UTC)
ME = a_profile(role="programmer", target="tech-pm", on=FIRST, at=AT)
LONG_AGO = [
    certified("csm", on="2022-05-01", at=AT),
    experience("leading", "2021-01-01", "2021-12-31", on="2022-01-01", at=AT),
    closed(on="2023-02-03", at=AT),
    finished("pmf-01", on="2023-05-01", minutes=300, at=AT),
    practised("h02", on="2025-05-05", at=AT),
]


def on_day(command: str, ahead: int) -> dict:
    answer = run_cli(command, "--json", today=str(FIRST + timedelta(days=ahead)))
    assert answer.code == 0, answer.err
    return answer.json


def both(command: str, ahead: int) -> tuple[dict, dict]:
    """What a command says of somebody with a past, and of one without."""
    a_home(None, ME, *LONG_AGO)
    with_past = on_day(command, ahead)
    a_home(None, ME)
    return with_past, on_day(command, ahead)


@pytest.mark.parametrize("ahead", sweep([0, 1, 5, 9, 40], quick=[9]))
def test_no_promise_was_missed_before_the_first_use(ahead):
    with_past, without = both("status", ahead)
    for key in ("promise", "streak", "track_record"):
        assert with_past[key] == without[key]
    for key in ("planned_hours", "earned_hours", "spent_hours"):
        assert (with_past["earned"] or {}).get(key) == (without["earned"] or {}).get(key)
    assert with_past["pace"]["basis"] == "default"
    with_past, without = both("review", ahead)
    assert with_past["hours"] == without["hours"]
    assert with_past["practices"] == without["practices"]
    assert with_past["track_record"] == without["track_record"]


@pytest.mark.parametrize("ahead", sweep([0, 1, 5, 9, 40], quick=[9]))
def test_no_question_and_no_advice_is_due_for_having_been_away_before_the_first_use(ahead):
    with_past, without = both("review", ahead)
    asked = {prompt["id"] for prompt in with_past["unanswered"]}
    assert asked == {prompt["id"] for prompt in without["unanswered"]}
    with_past, without = both("status", ahead)
    idle = {"r14", "r19", "r21"}
    told = {said["id"] for said in with_past["advice"]} & idle
    assert told == {said["id"] for said in without["advice"]} & idle


def test_habits_could_be_kept_on_the_days_since_the_first_use_alone():
    a_home(None, ME)
    weeks = on_day("review", 1)["practices"]
    # Wednesday and Thursday, of a week that began on Monday.
    assert {each["id"]: each["of"] for each in weeks}["h02"] == 2


def test_a_past_that_is_written_down_moves_no_date_by_the_calendar_or_the_pace():
    a_home(None, ME)
    before = on_day("plan", 0)["routes"][0]["finish"]["likely"]
    answer = run_cli("certificate", "csm", "--on", "2022-05-01", "--json", today=str(FIRST))
    told = answer.json["told"]
    assert told["finish"]["before"] == before
    assert {cause["cause"] for cause in told["finish"]["because"] if cause["days"]} <= {
        "gates",
        "remainder",
    }
    assert "missed" not in run_cli("review", today=str(FIRST)).out
