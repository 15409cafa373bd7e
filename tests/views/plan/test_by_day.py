"""What `plan --by` says of a day, beside the two days that stand above it."""

import re
from datetime import date, timedelta

import pytest

from pmcareer.views.plan.by_day import chance_words
from pmcareer.views.plan.detail import HELD_ON_TO
from running import a_home, run_cli
from sweeps import sweep

from builders import TODAY, a_curriculum, a_move, a_profile, a_role, an_exercise, finished, worked

MANY = a_curriculum(*(an_exercise(f"e{number}") for number in range(40)))
WITH_A_POST = a_curriculum(
    *(an_exercise(f"e{number}") for number in range(40)),
    a_role("starter"),
    a_role("tech-pm", needs={"risk": 2}, search=(2, 3, 8)),
    a_move(months=(3, 6, 12)),
)
OTHERS_DECIDE = a_curriculum(
    an_exercise("e0"),
    a_role("starter"),
    a_role("tech-pm", needs={"risk": 2}, search=(4, 4, 4)),
    a_move(months=(24, 30, 36)),
)
MONDAY = date(2026, 11, 16)
SUNDAY = MONDAY + timedelta(days=6)
LIKELY = (0.4, 0.6)
"""The shown day holds while it lies between today's P40 and P60."""
SAFE = (0.65, 0.95)


def of_a_year(*, each=7, weeks=30):
    """Exercises at an even pace, the last of them in this week."""
    days = [TODAY - timedelta(days=each * week) for week in range(weeks)]
    return [finished(f"e{number}", on=day, minutes=220) for number, day in enumerate(days)]


def fading():
    return [worked(f"e{week}", 200, on=TODAY - timedelta(days=40 + 9 * week)) for week in range(12)]


WORKED = {
    "even": (MANY, of_a_year()),
    "slow": (MANY, of_a_year(each=19, weeks=15)),
    "fading": (MANY, fading()),
    "a post on the way": (WITH_A_POST, of_a_year(each=10, weeks=20)),
    "others decide": (OTHERS_DECIDE, []),
    "nothing logged": (MANY, []),
}


def by(day, today=TODAY):
    said = " ".join(run_cli("plan", "--by", str(day), today=str(today), COLUMNS="80").out.split())
    return chances_by(day, today), said


def chances_by(day, today=TODAY):
    return run_cli("plan", "--by", str(day), "--json", today=str(today)).json["by"]


def days_of(today):
    return run_cli("plan", "--json", today=str(today)).json["routes"][0]["finish"]


@pytest.mark.parametrize("name", sweep(WORKED, quick=["even"]))
def test_at_the_likely_and_the_safe_day_the_bar_says_what_their_words_say(name):
    curriculum, entries = WORKED[name]
    a_home(curriculum, *entries)
    for today in (TODAY, SUNDAY + timedelta(days=1)):
        days = days_of(today)
        for shown, (least, most) in (("likely", LIKELY), ("safe", SAFE)):
            day = date.fromisoformat(days[shown])
            there, said = by(day, today=today)
            assert there["chance_going"] >= least - 0.01
            # One day earlier: many can be there on the same day, where it is fixed.
            assert chances_by(day - timedelta(days=1), today)["chance_going"] <= most + 0.01
            assert f"{chance_words(there['chance_going'])} You are in the role" in said


def test_who_stops_is_counted_in_one_sentence_below_the_bars():
    a_home(MANY, *fading())
    there, said = by(days_of(TODAY)["safe"])
    stopping = said.split("Some people stop. Counting them,")[1]
    assert f"in the role with a chance of {chance_words(there['chance'])}," in stopping
    assert f"study is done with a chance of {chance_words(there['study_chance'])}." in stopping
    assert there["chance"] < there["chance_going"]


@pytest.mark.parametrize("name", sweep(WORKED, quick=["others decide"]))
def test_hours_are_named_only_below_one_half_and_are_more_than_those_of_now(name):
    curriculum, entries = WORKED[name]
    a_home(curriculum, *entries)
    ahead = date.fromisoformat(days_of(TODAY)["p50"]) - TODAY
    for share in (0.5, 0.9, 1.5, 3):
        there, said = by(TODAY + ahead * share)
        chances = (there["chance_going"], there["study_chance_going"])
        promised = re.findall(r"With ([\d.]+) h a week .*?\(you [a-z ]+ ([\d.]+)\)", said)
        finished_now = re.findall(r"Finishing ([\d.]+) h a week, not ([\d.]+), would", said)
        named = promised + finished_now
        assert len(named) <= sum(chance < 0.5 for chance in chances)
        # The head may name the hours of those who make the range wide.
        below = said.split("By ", 1)[-1]
        assert below.count("h a week") == len(named)
        assert all(float(needed) > float(now) for needed, now in named)


def test_hours_are_those_that_one_finishes_and_not_those_of_a_promise_not_kept():
    a_home(MANY, a_profile(hours_per_week=9, on="2025-01-01"), *of_a_year(each=19, weeks=15))
    _, said = by(TODAY + (date.fromisoformat(days_of(TODAY)["p50"]) - TODAY) / 2)
    pace = run_cli("plan", "--json").json["pace"]["hours_per_week"]
    assert pace < 9
    assert f"h a week, not {pace:.1f}, would make it" in said
    assert "With" not in said


def test_before_there_is_a_pace_hours_are_those_of_the_promise():
    a_home(MANY, a_profile(hours_per_week=5))
    _, said = by(days_of(TODAY)["p10"])
    assert "(you promise 5)" in said


def test_where_the_shown_days_are_not_todays_the_full_figures_say_why():
    a_home(MANY, *of_a_year())
    told = {}
    for ahead in range(12):
        today = TODAY + timedelta(days=ahead)
        full = run_cli("plan", "--json", today=str(today)).json["routes"][0]
        kinds = [full[kind] for kind in ("study", "ready", "finish")]
        differ = any((d["likely"], d["safe"]) != (d["p50"], d["p80"]) for d in kinds)
        screen = run_cli("plan", "--detail", today=str(today)).out
        assert (HELD_ON_TO in screen) is differ
        told[differ] = today
        if len(told) == 2:
            break
    assert told.keys() == {True, False}
