from dataclasses import replace
from datetime import timedelta
from math import inf

import pytest

from pmcareer.domain.forecast.dates import dates_of
from pmcareer.domain.forecast.pausing import Steady, with_pauses
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner

from builders import TODAY, a_curriculum, a_logbook, a_profile, an_exercise

SOMEBODY = person_of(a_curriculum(), a_logbook(), TODAY)


def dated(days, share=0.75, **keys):
    """A hundred trials in the order of their pace, of which this share is steady."""
    steady = Steady(trials=round(share * len(days)), share=share, hours_per_week=1.0)
    dates = dates_of(SOMEBODY, days, days[0], **keys)
    return with_pauses(SOMEBODY, dates, days, steady)


LATE = [1000 + day for day in range(75)] + [3000 + day for day in range(25)]


def test_a_range_is_wide_because_of_those_who_pause_and_the_others_have_a_day_of_their_own():
    late = dated(LATE)

    assert late.pauses.share == pytest.approx(0.25)
    assert late.pauses.p80 == TODAY + timedelta(days=1059)
    assert late.late_because == (
        "So late: one in four does under 1 h a week; 8 in 10 of the rest by Oct 2029."
    )


@pytest.mark.parametrize(
    "days",
    [
        pytest.param([1000 + 4 * day for day in range(100)], id="it is not wide"),
        pytest.param([1000 + 40 * day for day in range(100)], id="it is as wide without them"),
        pytest.param([10] * 75 + [90] * 25, id="it is wide, and of weeks"),
        pytest.param([1000] * 75 + [inf] * 25, id="a gate never opens"),
        pytest.param([3600] * 55 + [3700] * 20 + [9000] * 25, id="the others take ten years, too"),
    ],
)
def test_nothing_is_said_of_pauses_where_they_are_not_why_a_range_is_wide(days):
    assert dated(days).pauses is None


def test_nothing_is_said_where_nobody_pauses_or_a_day_is_only_the_earliest():
    assert dated(LATE, share=1.0).pauses is None
    assert dated(LATE, is_earliest=True).late_because == ""


def test_a_held_date_that_the_day_of_the_others_no_longer_lies_behind_says_nothing_of_them():
    late = dated(LATE)

    assert replace(late, likely=late.pauses.p80).late_because == ""
    assert replace(late, safe=late.pauses.p80).late_because == ""
    assert replace(late, safe=None).late_because == late.late_because


def test_those_who_pause_are_counted_by_the_pace_itself():
    many = a_curriculum(*(an_exercise(f"e{number}") for number in range(90)))
    person = person_of(many, a_logbook(a_profile(hours_per_week=2.0)), TODAY)
    forecaster, shown = Planner(person=person).forecaster, Planner(person=person).shown
    pauses = shown.study.pauses

    # Less than half an hour a week of two that are promised.
    assert pauses.hours_per_week == pytest.approx(0.5)
    at_most = forecaster.pace.days(shown.hours_left / forecaster.item_hours, 1 - pauses.share)
    assert shown.hours_left / at_most * 7 == pytest.approx(0.5)
    assert shown.study.p50 < pauses.p80 < shown.study.p80
