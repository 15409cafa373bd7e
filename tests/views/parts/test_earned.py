"""How one did, in words: each figure with what it means, and nothing that was not measured."""

from datetime import date
from types import MappingProxyType

import pytest

from pmcareer.domain.forecast.outlook import Dates
from pmcareer.domain.forecast.track_record import TrackRecord
from pmcareer.domain.logbook.entries import Baseline
from pmcareer.domain.plan.earned import EarnedValue
from pmcareer.views.parts.earned import (
    earned_in_short,
    earned_keys,
    earned_words,
    track_keys,
    track_words,
)

from builders import an_entry

DAY = date(2026, 11, 21)
FIGURES = MappingProxyType(
    {
        "since": date(2026, 9, 7),
        "baseline": None,
        "planned_hours": 64.0,
        "earned_hours": 46.0,
        "spent_hours": 51.0,
        "estimated_hours": 0.0,
        "baseline_hours": 0.0,
        "steps_hours": 0.0,
        "total_hours": 120.0,
        "weeks": (),
        "study": Dates(kept=DAY, p10=DAY, p50=DAY, p80=DAY, p95=DAY, likely=DAY, safe=DAY),
    }
)


def value(**keys: object) -> EarnedValue:
    return EarnedValue(**FIGURES | keys)


def a_baseline() -> Baseline:
    keys = {"target": "tech-pm", "route": "x", "study": DAY, "hours_per_week": 5.0, "pace": 4.0}
    return an_entry("baseline", **keys, exercises=(), gates=(), curriculum="1")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (
            {},
            (
                "46 of 64 planned h earned (SPI 0.72), 51 h spent (CPI 0.90): "
                "behind the promise, and estimates hold"
            ),
        ),
        (
            {"earned_hours": 66.0, "spent_hours": 88.0},
            (
                "66 of 64 planned h earned (SPI 1.03), 88 h spent (CPI 0.75): "
                "as much as the promise asks, and exercises take longer than estimated"
            ),
        ),
        (
            {"earned_hours": 80.0, "spent_hours": 60.5, "baseline": a_baseline()},
            (
                "80 of 64 planned h earned (SPI 1.25), 60.5 h spent (CPI 1.32): "
                "ahead of the baseline, and exercises take less than estimated"
            ),
        ),
        (
            {"estimated_hours": 40.0},
            (
                "46 of 64 planned h earned (SPI 0.72), 51 h spent, most of them estimated: "
                "behind the promise"
            ),
        ),
        (
            {"planned_hours": 0.0, "estimated_hours": 51.0},
            "46 h earned, nothing planned, 51 h spent, most of them estimated",
        ),
        ({"earned_hours": 0.0, "spent_hours": 0.0}, ""),
    ],
)
def test_in_full(keys, words):
    assert earned_words(value(**keys)) == words


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({}, "46 of 64 planned h: behind (SPI 0.72), estimates hold (CPI 0.90)"),
        ({"estimated_hours": 40.0}, "46 of 64 planned h: behind (SPI 0.72)"),
        (
            {"earned_hours": 63.7, "spent_hours": 99.0},
            "64 of 64 planned h: on plan (SPI 1.00), overrunning (CPI 0.64)",
        ),
        (
            {"earned_hours": 180.0, "planned_hours": 150.0},
            "180 of 150 planned h: ahead (SPI 1.20), below estimates (CPI 3.53)",
        ),
        ({"planned_hours": 0.0}, ""),
        ({"earned_hours": 0.0, "spent_hours": 0.0}, ""),
    ],
)
def test_in_one_line(keys, words):
    assert earned_in_short(value(**keys)) == words
    assert len(words) <= 67, "it has to stand beside its label on 80 columns"


def test_before_there_is_a_record_nothing_is_said():
    assert earned_words(None) == earned_in_short(None) == track_words(None) == ""
    assert earned_keys(None) is None
    assert track_keys(None) is None


def test_dates_that_came_due_are_counted():
    record = TrackRecord(n=9, p50_held=5, p80_held=8)
    assert track_words(record) == "Of 9 near dates that came due, 5 P50 and 8 P80 dates held."
    assert track_keys(record) == {"n": 9, "p50_held": 5, "p80_held": 8}


def test_a_saved_plan_is_a_line_and_the_forecast_ends_where_all_is_earned():
    keys = earned_keys(value(baseline=a_baseline(), baseline_hours=130.0))
    assert keys["baseline"] == {"saved_on": DAY, "study": DAY, "hours": 130.0}
    assert keys["forecast"] == {"kept": DAY, "p50": DAY, "p80": DAY, "hours": 120.0}
    assert earned_keys(value())["baseline"] is None
