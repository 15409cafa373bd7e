"""The hours a week that somebody really found."""

from datetime import date

import pytest

from pmcareer.domain.person.hours_kept import hours_kept

from builders import a_curriculum, an_exercise, finished, worked

DAY = date(2026, 11, 21)
CURRICULUM = a_curriculum(an_exercise("rsk-01", hours=(8, 8, 8)))


@pytest.mark.parametrize(
    ("entries", "hours"),
    [
        ((), None),
        ((worked(minutes=600, on="2026-09-01"),), 1),
        ((worked(minutes=360, on="2026-11-20"),), None),
        ((worked(minutes=360, on="2026-11-20"), worked(minutes=240, on="2026-11-12")), 5),
        (tuple(worked(minutes=300, on=f"2026-11-{day:02}") for day in (1, 9, 16)), 5),
        ((finished(on="2026-11-20"), finished("rsk-02", minutes=60, on="2026-11-12")), 4.5),
        (tuple(finished(on=f"2026-11-{day:02}", id=f"f{day}") for day in (1, 9, 16)), 8),
    ],
    ids=[
        "nothing on record",
        "nothing lately",
        "less than two weeks",
        "two weeks, of no more than two",
        "three weeks of four",
        "what nobody knows counts its minutes",
        "a finish without minutes counts its estimate",
    ],
)
def test_the_median_of_four_weeks_is_kept_and_an_hour_at_the_least(entries, hours):
    assert hours_kept(CURRICULUM, entries, DAY) == hours


def test_what_comes_after_the_day_does_not_count():
    assert hours_kept(CURRICULUM, [worked(minutes=600, on="2026-11-22")], DAY) is None
