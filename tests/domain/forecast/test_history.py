from datetime import date

from pmcareer.domain.forecast.history import history_of
from pmcareer.domain.person.person import person_of

from builders import TODAY, a_curriculum, a_logbook, a_profile, an_exercise, finished, worked


def history(*entries):
    curriculum = a_curriculum(*(an_exercise(f"e{number}") for number in range(5)))
    return history_of(person_of(curriculum, a_logbook(*entries), TODAY), 8.0)


def test_items_are_credited_hours_over_the_hours_of_an_item_by_day():
    found = history(
        finished("e0", on="2026-11-20"), worked("e1", 120, on="2026-11-20"), finished("e2")
    )

    assert found == [(date(2026, 11, 20), (4 + 2) / 8), (TODAY, 4 / 8)]


def test_a_day_of_work_that_earned_nothing_is_one_all_the_same():
    # Of four hours nine tenths are earned by partial work, and the sixth hour adds nothing.
    found = history(
        worked("e0", 300, on="2026-11-19"),
        worked("e0", 60, on="2026-11-20"),
        worked("retired-long-ago", 60),
    )

    assert found[1] == (date(2026, 11, 20), 0.0)


def test_no_day_is_moved_by_days_off():
    # Weekdays have to stay weekdays: what is off is told to the pace model by the calendar.
    off = a_profile(days_off=("2026-11-01..2026-11-10",))
    before = finished("e0", on="2026-10-31")

    assert history(before, off) == history(before) == [(date(2026, 10, 31), 0.5)]


def test_no_pause_is_cut():
    long_ago = finished("e0", on="2025-11-21")

    assert [day for day, _ in history(long_ago, finished("e1"))] == [date(2025, 11, 21), TODAY]
