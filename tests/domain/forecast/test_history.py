from datetime import date, timedelta

import pytest

from pmcareer.domain.forecast.history import history_of, without_long_pauses
from pmcareer.domain.person.person import person_of

from builders import TODAY, a_curriculum, a_logbook, a_profile, an_exercise, finished, worked


def ago(history) -> list[int]:
    return [(TODAY - day).days for day, _ in history]


def active(*days_ago: int) -> list[tuple[date, float]]:
    return [(TODAY - timedelta(days=days), 1.0) for days in days_ago]


def history(*entries):
    curriculum = a_curriculum(*(an_exercise(f"e{number}") for number in range(5)))
    return history_of(person_of(curriculum, a_logbook(*entries), TODAY), 8.0)


def test_items_are_credited_hours_over_the_hours_of_an_item_by_day():
    found = history(
        finished("e0", on="2026-11-20"), worked("e1", 120, on="2026-11-20"), finished("e2")
    )

    assert found == [(date(2026, 11, 20), (4 + 2) / 8), (TODAY, 4 / 8)]


def test_the_clock_stands_still_on_days_off():
    off = a_profile(days_off=("2026-11-01..2026-11-10",))

    assert ago(history(finished("e0", on="2026-10-31"))) == [21]
    assert ago(history(finished("e0", on="2026-10-31"), off)) == [11]


@pytest.mark.parametrize(
    ("days_ago", "cut"),
    [
        pytest.param((100, 93, 3), [24, 17, 3], id="a pause that is over"),
        pytest.param((107, 100), [21, 14], id="the present pause"),
        pytest.param((17, 10, 3), [17, 10, 3], id="no pause"),
        pytest.param((18, 4), [18, 4], id="two weeks to the day"),
        pytest.param((19, 4), [18, 4], id="a day more"),
        pytest.param((), [], id="nothing"),
    ],
)
def test_pauses_are_cut_to_two_weeks(days_ago, cut):
    assert ago(without_long_pauses(active(*days_ago), TODAY)) == cut


def test_who_usually_stays_away_for_a_month_may_stay_away_for_two():
    monthly = tuple(range(400, 100, -30))

    assert ago(without_long_pauses(active(*monthly), TODAY))[-1] == 60
