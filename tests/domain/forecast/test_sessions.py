from datetime import date

import pytest

from pmcareer.domain.forecast.sessions import breaks_of, weekday_rhythm
from pmcareer.domain.ground.calendar import Calendar

MONDAY = date(2026, 11, 16).toordinal()
MON_WED_FRI = Calendar(study_days=(0, 2, 4))
A_SESSION = 7 / 3  # days, where there are three a week
WORKED = [MONDAY - 7, MONDAY - 5, MONDAY]
"""Monday, Wednesday, and after a Friday that was missed Monday."""


def weekly(*weekdays: int, weeks: int) -> list[int]:
    return [MONDAY - 7 * week + day for week in range(weeks, 0, -1) for day in weekdays]


def test_without_a_rhythm_days_count():
    breaks = breaks_of(WORKED, MONDAY + 5)

    assert breaks.gaps == (2, 5)
    assert breaks.idle == 5


def test_with_study_days_a_gap_is_the_session_and_those_missed_before_it():
    assert breaks_of(WORKED, MONDAY, MON_WED_FRI).gaps == pytest.approx((A_SESSION,))
    both = breaks_of(WORKED, MONDAY + 1, MON_WED_FRI).gaps
    assert both == pytest.approx((A_SESSION, 2 * A_SESSION))


@pytest.mark.parametrize(
    ("days", "missed"), [(0, 0), (1, 0), (2, 0), (3, 1), (4, 1), (5, 2), (7, 2), (8, 3)]
)
def test_idle_is_the_sessions_missed_and_todays_is_not_missed_yet(days, missed):
    assert breaks_of(WORKED, MONDAY + days, MON_WED_FRI).idle == pytest.approx(missed * A_SESSION)


def test_days_on_which_no_session_was_due_are_spared():
    # Two days to the next session; by Saturday two of five days' worth are missed.
    assert breaks_of(WORKED, MONDAY + 2, MON_WED_FRI).spared == 2
    saturday = breaks_of(WORKED, MONDAY + 5, MON_WED_FRI)
    assert saturday.spared == pytest.approx(5 - 2 * A_SESSION)
    assert breaks_of(WORKED, MONDAY + 5).spared == 0


def test_a_session_on_a_day_off_is_not_missed():
    friday = date(2026, 11, 13)
    calendar = Calendar(days_off=((friday, friday),), study_days=(0, 2, 4))

    found = breaks_of(WORKED, MONDAY + 1, calendar).gaps
    assert found == pytest.approx((A_SESSION, A_SESSION))


def test_days_off_before_and_after_the_work_change_nothing():
    ranges = ((date(2026, 10, 1), date(2026, 10, 9)), (date(2026, 12, 1), date(2026, 12, 9)))

    assert breaks_of(WORKED, MONDAY + 5, Calendar(days_off=ranges)) == breaks_of(WORKED, MONDAY + 5)


@pytest.mark.parametrize(
    ("worked", "rhythm"),
    [
        pytest.param(weekly(1, 3, weeks=9), (1, 3), id="two days for over eight weeks"),
        pytest.param(weekly(1, 3, weeks=8), (), id="a day less than eight weeks"),
        pytest.param(weekly(1, 3, weeks=12)[:-2], (1, 3), id="a week missed"),
        pytest.param(weekly(1, 3, weeks=12)[:-4], (1, 3), id="two weeks missed"),
        pytest.param(weekly(1, 3, weeks=12)[:-6], (), id="three weeks missed"),
        pytest.param(sorted([*weekly(5, weeks=12), MONDAY - 4]), (5,), id="one stray day"),
        pytest.param(sorted([*weekly(5, weeks=12), MONDAY - 4, MONDAY - 11]), (), id="two"),
        pytest.param(weekly(*range(7), weeks=12), (), id="every day"),
        pytest.param([], (), id="nothing"),
    ],
)
def test_a_rhythm_is_a_weekday_kept_in_six_of_eight_weeks_and_nothing_else(worked, rhythm):
    assert weekday_rhythm(worked, MONDAY) == rhythm


def test_days_off_stop_the_clock_of_a_rhythm():
    saturdays = weekly(5, weeks=14)[:-4]
    last_month = Calendar(days_off=((date(2026, 10, 19), date(2026, 11, 15)),))

    assert weekday_rhythm(saturdays, MONDAY) == ()
    assert weekday_rhythm(saturdays, MONDAY, last_month) == (5,)


def test_work_on_a_later_day_ends_the_break_and_changes_no_gap():
    breaks = breaks_of(WORKED, MONDAY + 5, last=MONDAY + 3)

    assert (breaks.gaps, breaks.idle) == ((2, 5), 2)
