from datetime import UTC, date, datetime

import pytest

from pmcareer.domain.person.credit import by_day, credit_of, effort_left

from builders import finished, worked

FOUR, SIXTEEN = 4.0, 16.0


def times(*hours, left=None):
    """Work on days one after the other; `left` hours were said on the last of them."""
    entries = [
        worked("e", round(60 * each), on=f"2026-11-{day:02}") for day, each in enumerate(hours, 1)
    ]
    if left is not None:
        last = entries[-1]
        entries[-1] = worked("e", last.minutes, on=last.on, left=round(60 * left))
    return entries


@pytest.mark.parametrize(
    ("hours", "left"),
    [
        pytest.param([], 16, id="all of the mean before it is begun"),
        pytest.param([6], 10, id="the rest of the mean"),
        pytest.param([14], 2, id="up to its end"),
        pytest.param([8, 8], 0.25, id="where finishing it takes a quarter of an hour yet"),
        pytest.param([8, 10], 2, id="what it has run over"),
        pytest.param([32, 8], 10, id="and no more than a quarter of the work"),
    ],
)
def test_what_is_left_is_the_rest_of_the_estimate_and_past_it_what_it_has_run_over(hours, left):
    assert effort_left(SIXTEEN, times(*hours)) == pytest.approx(left)


def test_what_somebody_says_is_left_has_no_floor():
    assert effort_left(SIXTEEN, times(40, left=0.5)) == pytest.approx(0.5)


@pytest.mark.parametrize(("more", "left"), [(1, 2.0), (2, 1.0), (4, 1.0)])
def test_it_goes_down_with_the_work_after_it_until_that_is_run_over_too(more, left):
    assert effort_left(SIXTEEN, [*times(40, left=3), worked("e", 60 * more)]) == pytest.approx(left)


def test_the_last_word_on_what_is_left_counts():
    assert effort_left(SIXTEEN, [*times(2, left=30), *times(1, left=5)]) == pytest.approx(5)


def test_as_estimated_an_hour_of_work_earns_an_hour():
    credit = credit_of(SIXTEEN, times(3, 5), None)

    assert (credit.earned, credit.left, credit.effort_left) == (8, 8, 8)
    assert list(credit.by_day) == [(date(2026, 11, 1), 3), (date(2026, 11, 2), 5)]


def test_past_the_estimate_work_has_earned_its_part_of_all_that_it_is_expected_to_take():
    # 40 of 16 hours, and 10 to come: four fifths of the work, so four fifths of the credit.
    credit = credit_of(SIXTEEN, times(10, 30), None)

    assert (credit.expected, credit.effort_left) == (50, 10)
    assert (credit.earned, credit.left) == pytest.approx((12.8, 3.2))
    assert [hours for _, hours in credit.by_day] == pytest.approx([3.2, 9.6])


def test_less_left_than_was_estimated_is_credit_too():
    assert credit_of(SIXTEEN, times(4, left=4), None).earned == pytest.approx(8)


def test_a_finish_earns_the_mean_spread_over_the_days_in_proportion_to_the_minutes():
    done = finished("e", minutes=6 * 60, on="2026-11-05")
    credit = credit_of(FOUR, times(1, 1), done)

    assert (credit.left, credit.effort_left, credit.taken) == (0, 0, 8)
    assert [hours for _, hours in credit.by_day] == pytest.approx([0.5, 0.5, 3])


def test_a_finish_without_minutes_takes_what_was_left_before_it():
    done = finished("e", on="2026-11-05")

    assert list(credit_of(FOUR, times(1), done).by_day)[-1] == (date(2026, 11, 5), 3)
    assert credit_of(FOUR, times(8), done).taken == pytest.approx(10)
    assert credit_of(FOUR, times(8, left=0.5), done).taken == pytest.approx(8.5)


def test_work_after_the_finish_earns_nothing():
    done = finished("e", on="2026-11-01")
    credit = credit_of(FOUR, times(1, 5), done)

    assert list(credit.by_day) == [(date(2026, 11, 1), 1), (date(2026, 11, 1), 3)]


def test_work_that_was_there_when_the_finish_was_written_was_on_the_way_to_it():
    written = datetime(2026, 11, 6, 19, tzinfo=UTC)
    last_may = finished("e", on="2026-05-10", at=written)
    credit = credit_of(SIXTEEN, [*times(4, 4), worked("e", 60, on="2026-11-07")], last_may)

    assert dict(by_day([credit.by_day])) == pytest.approx(
        {date(2026, 5, 10): 8, date(2026, 11, 1): 4, date(2026, 11, 2): 4}
    )


def test_hours_are_added_up_by_day_oldest_first():
    first, second = date(2026, 11, 1), date(2026, 11, 2)
    hours = by_day([[(second, 1.0), (first, 2.0)], [(second, 3.0)]])

    assert list(hours.items()) == [(first, 2.0), (second, 4.0)]


@pytest.mark.parametrize(
    ("hour", "counts"), [pytest.param(9, True, id="before"), pytest.param(21, False, id="after")]
)
def test_of_one_day_the_instants_tell_whether_work_was_before_the_finish(hour, counts):
    day = datetime(2026, 11, 1, 19, tzinfo=UTC)
    work = worked("e", 60, on="2026-11-01", at=day.replace(hour=hour))
    credit = credit_of(FOUR, [work], finished("e", minutes=180, on="2026-11-01", at=day))

    assert (credit.taken == 4) is counts
    assert (credit.taken == 3) is not counts
