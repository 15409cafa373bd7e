from dataclasses import replace
from datetime import date
from math import log

import pytest

from pmcareer.domain.forecast.sessions import breaks_of
from pmcareer.domain.forecast.signs import Signs, reading_of, reading_with
from pmcareer.domain.ground.calendar import Calendar

ALWAYS = Calendar()
TODAY = date(2026, 11, 21)


def signs(*days_ago: int) -> Signs:
    today = TODAY.toordinal()
    return reading_of([(today - ago, 1.0) for ago in days_ago], today).signs


def test_a_first_day_has_the_gap_that_everybody_is_given():
    assert signs(5).gap == pytest.approx(1)  # ln(days): a little under three
    assert signs(5).newness == pytest.approx(2 / 3)


def test_own_gaps_and_two_of_everybodys_make_the_usual_gap():
    assert signs(21, 14, 7).gap == pytest.approx((2 * log(7) + 2) / 4)


def test_a_pause_beyond_all_own_gaps_is_expected_to_go_on_as_long_as_it_has_lasted():
    # Gaps of a week, then ten days: nothing own was as long, so the rest is ten days and the first
    # one. Of the pause at its beginning, the gaps say a week and everybody's two say a day.
    assert signs(24, 17, 10).pause == pytest.approx(log(11) - 2 * log(7) / 4)
    assert signs(24, 17, 10, 0).pause == 0


def test_no_pause_is_expected_to_go_on_for_more_than_a_fortnight():
    assert signs(54, 47, 40).pause == pytest.approx(log(14) - 2 * log(7) / 4)


def with_more(settled: tuple[int, ...], more: tuple[int, ...]):
    today = TODAY.toordinal()
    before = [(today - ago, 1.0) for ago in settled]
    known = sorted([*before, *((today - ago, 1.0) for ago in more)])
    reading = reading_of(before, today)
    return reading, reading_with(reading, before, known, today, ALWAYS)


def test_what_was_written_since_moves_pace_and_pause_alone():
    before, after = with_more((30, 23, 16), (12, 40))

    assert after.signs.pace > before.signs.pace
    assert after.signs.pause < before.signs.pause
    same = replace(after.signs, pace=before.signs.pace, pause=before.signs.pause)
    assert replace(after, signs=same) == before


def test_work_before_the_first_day_lengthens_no_history():
    # Ten days of one item, and one more item for a day half a year ago.
    days = tuple(range(20, 0, -2))
    before, after = with_more(days, (180,))

    assert after.signs.pace >= before.signs.pace
    assert after.weeks_seen == before.weeks_seen


def pace(days_ago, age: float) -> float:
    """Work out the items a week, ln, of one item on each of these days, as docs/forecasting.md says."""
    fading = 2 ** (-1 / 18)
    faded_weeks = (1 - fading**age) / (1 - fading) / 7
    return log(
        (sum(fading**ago for ago in days_ago) + len(days_ago) / (age / 7)) / (faded_weeks + 1)
    )


def test_what_is_written_since_is_set_against_the_time_since_the_first_day():
    _, after = with_more((13,), (0,))
    assert after.signs.pace == pytest.approx(pace([13, 0], age=14))


def test_until_a_session_is_missed_the_pace_stands_nearly_still():
    today = TODAY.toordinal()
    saturdays = [6 + 7 * week for week in range(12, -1, -1)]
    known = [today - ago for ago in saturdays]
    spared = breaks_of(known, today, ALWAYS).spared

    found = reading_of([(day, 1.0) for day in known], today).signs.pace
    assert 5 < spared <= 6
    assert found == pytest.approx(pace([ago - spared for ago in saturdays], age=91 - spared))
    assert found > pace(saturdays, age=91)
