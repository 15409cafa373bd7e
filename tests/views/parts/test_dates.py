"""A forecast's days are said as exactly as their distance allows, and no more."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.forecast.outlook import Dates, StageForecast
from pmcareer.views.parts.dates import (
    about,
    at_first,
    both_days,
    dates_keys,
    likely,
    so_far,
    which,
)

TODAY = date(2026, 11, 21)


def dates(likely: date | None, safe: date | None, **more: date | None) -> Dates:
    """What is shown; the quantiles are other days, and on no screen."""
    quantiles = dict.fromkeys(("p10", "p50", "p80", "p95"), date(2050, 1, 1))
    shown = {"kept": None, "likely": likely, "safe": safe}
    return Dates(**quantiles | shown | more, reason="beyond twenty years")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        pytest.param(date(2026, 12, 8), "8 Dec 2026", id="soon, a day"),
        pytest.param(date(2027, 2, 21), "21 Feb 2027", id="the last day that is named"),
        pytest.param(date(2027, 2, 22), "Feb 2027", id="a day later, its month"),
        pytest.param(date(2031, 11, 20), "Nov 2031", id="the last month that is named"),
        pytest.param(date(2031, 11, 21), "2031", id="a day later, its year"),
        pytest.param(None, "beyond twenty years", id="never within sight"),
    ],
)
def test_a_day_is_said_as_exactly_as_its_distance_allows(day, said):
    assert about(day, TODAY) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        pytest.param(date(2026, 12, 8), "Dec 2026", id="soon, its month"),
        pytest.param(TODAY, "Nov 2026", id="today too, for it is not theirs to say"),
        pytest.param(date(2031, 11, 21), "2031", id="far off, its year"),
    ],
)
def test_of_what_others_decide_no_day_is_named(day, said):
    assert about(day, TODAY, by_others=True) == said


def test_no_day_ten_years_away_is_named():
    assert about(date(2036, 11, 20), TODAY) == "2036"
    assert about(date(2036, 11, 21), TODAY) == "beyond ten years"


@pytest.mark.parametrize(
    ("half", "safe", "said"),
    [
        pytest.param(date(2027, 5, 1), date(2027, 9, 1), "May 2027 to Sep 2027", id="two months"),
        pytest.param(date(2027, 5, 1), date(2027, 5, 30), "May 2027", id="one month"),
        pytest.param(date(2035, 5, 1), None, "2035 or later", id="no end in sight"),
        pytest.param(date(2035, 5, 1), date(2036, 11, 20), "2035 to 2036", id="under ten years"),
        pytest.param(date(2035, 5, 1), date(2036, 11, 21), "2035 or later", id="ten years"),
        pytest.param(date(2040, 5, 1), date(2045, 5, 1), "beyond ten years", id="far off"),
        pytest.param(None, None, "beyond twenty years", id="not even a beginning"),
    ],
)
def test_a_range_goes_from_the_likely_day_to_the_late_one(half, safe, said):
    assert likely(dates(half, safe), TODAY) == said


KEPT = date(2027, 8, 1)
AHEAD = date(2027, 11, 1)
FAR = date(2036, 11, 21)


@pytest.mark.parametrize(
    ("kept", "half", "safe", "said"),
    [
        pytest.param(
            KEPT,
            AHEAD,
            date(2030, 2, 1),
            "Aug 2027 if you keep 8 h every week. Half of people who keep going are done by Nov 2027. "
            "One in five needs longer than Feb 2030.",
            id="three sentences",
        ),
        pytest.param(
            AHEAD,
            KEPT,
            date(2030, 2, 1),
            "Half of people who keep going are done by Aug 2027. One in five needs longer than Feb 2030.",
            id="the promise says nothing more",
        ),
        pytest.param(
            KEPT,
            AHEAD,
            FAR,
            "Aug 2027 if you keep 8 h every week. Half of people who keep going are done by Nov 2027. "
            "One in five needs over ten years.",
            id="never ten years",
        ),
        pytest.param(
            KEPT,
            FAR,
            None,
            "Aug 2027 if you keep 8 h every week. Half of people who keep going need over ten years.",
            id="half of people out of sight",
        ),
        pytest.param(
            date(2032, 2, 1),
            date(2032, 9, 1),
            date(2033, 2, 1),
            "Feb 2032 if you keep 8 h every week. Half of people who keep going are done by Sep 2032. "
            "One in five needs longer than Feb 2033.",
            id="months where years are alike",
        ),
        pytest.param(FAR, FAR, FAR, "beyond ten years", id="a promise that leads nowhere"),
        pytest.param(None, None, None, "beyond twenty years", id="a gate that never opens"),
    ],
)
def test_before_there_is_a_log_a_forecast_is_three_sentences(kept, half, safe, said):
    forecast = dates(half, safe, kept=kept)
    assert at_first(forecast, 8.0, TODAY, there="done") == said


def test_a_later_day_in_the_same_year_is_told_by_its_month():
    near, far = date(2031, 10, 1), date(2031, 12, 24)
    assert both_days(dates(near, far), TODAY) == ("Oct 2031", "Dec 2031")
    assert likely(dates(near, far), TODAY) == "Oct 2031 to Dec 2031"
    assert both_days(dates(near, date(2032, 1, 5)), TODAY) == ("Oct 2031", "2032")


def test_scripts_get_the_reason_beside_what_is_missing():
    never = dates(None, None)
    days = dict.fromkeys(("start", "study", "ready", "finish"), never)
    stage = StageForecast(role="pm", move=None, detour=None, **days)
    keys = dates_keys(stage, "study")["study"]
    shown = ["kept", "p10", "p50", "p80", "p95", "likely", "safe"]
    assert list(keys) == [*shown, "reason", "promised", "by_others", "is_earliest", "pauses"]
    assert keys["reason"] == "beyond twenty years"


PACE = PaceBasis(
    hours_per_week=7.9,
    basis="history",
    weeks_seen=20,
    promised=10.0,
    bias=1.0,
    bias_from=3,
    promised_before=8.0,
)


def test_a_changed_promise_is_told_beside_the_pace_so_far():
    study = replace(dates(AHEAD, date(2028, 2, 1)), promised=KEPT)
    both = "At your pace so far: Nov 2027 to Feb 2028. If you keep 10 h a week: Aug 2027."
    assert so_far(study, PACE, TODAY) == both


def test_a_promise_that_was_not_changed_or_changes_nothing_is_not():
    study = replace(dates(AHEAD, date(2028, 2, 1)), promised=AHEAD)
    by_others = replace(study, promised=KEPT, by_others=True)
    unchanged = replace(PACE, promised_before=None)
    assert so_far(study, PACE, TODAY) == ""
    assert so_far(by_others, PACE, TODAY) == ""
    assert so_far(replace(study, promised=KEPT), unchanged, TODAY) == ""


def test_one_day_is_no_range_from_likely_to_safe():
    day, later = TODAY + timedelta(days=9), TODAY + timedelta(days=19)
    assert which(dates(day, later), TODAY) == "likely to safe"
    assert which(dates(day, day), TODAY) == ""
