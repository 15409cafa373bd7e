"""A moment beside those that a logbook has: it fits, or a clock must be wrong."""

from datetime import datetime, timedelta

import pytest

from pmcareer.domain.logbook.clock import MOST_BACK_OF_A_DAY, doubt_about

from builders import finished

FIRST = datetime.fromisoformat("2026-03-03T10:00:00+01:00")
LAST = datetime.fromisoformat("2026-05-05T10:00:00+02:00")
ENTRIES = [finished("rsk-01", at=LAST), finished("rsk-02", at=FIRST), finished("rsk-03")]
SECOND = timedelta(seconds=1)


def fault(moment, entries=ENTRIES):
    doubt = doubt_about(moment, entries)
    return doubt and doubt.fault


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(LAST, None, id="the same second"),
        pytest.param(LAST - timedelta(hours=1), None, id="an hour back, as in autumn"),
        pytest.param(LAST - timedelta(hours=1) - SECOND, "back", id="more than an hour back"),
        pytest.param(FIRST, "back", id="as old as the first entry"),
        pytest.param(FIRST - timedelta(hours=1), "back", id="an hour before the first"),
        pytest.param(FIRST - timedelta(hours=1) - SECOND, "before", id="more than that before it"),
        pytest.param(LAST + timedelta(days=400), None, id="400 days on"),
        pytest.param(LAST + timedelta(days=400) + SECOND, "ahead", id="more than 400 days on"),
        pytest.param(LAST.replace(year=1999), "outside", id="the last second but one century"),
        pytest.param(LAST.replace(year=2199), "ahead", id="the last year there is"),
        pytest.param(LAST.replace(year=2200), "outside", id="the year after it"),
    ],
)
def test_a_moment_fits_within_an_hour_back_and_400_days_on(moment, expected):
    """F31."""
    assert fault(moment) == expected


def test_of_a_day_that_was_named_the_hour_says_nothing():
    last_night = FIRST.replace(hour=23)
    in_the_morning = FIRST.replace(hour=1)
    entries = [finished(at=last_night)]
    assert doubt_about(in_the_morning, entries).fault == "before"
    assert doubt_about(in_the_morning, entries, MOST_BACK_OF_A_DAY) is None
    the_day_before = in_the_morning - timedelta(days=1)
    assert doubt_about(the_day_before, entries, MOST_BACK_OF_A_DAY).fault == "before"


def test_moments_are_compared_as_instants_whatever_their_offset():
    tokyo = datetime.fromisoformat("2026-05-05T17:30:00+09:00")
    honolulu = datetime.fromisoformat("2026-05-04T22:30:00-10:00")
    assert fault(tokyo) is None
    assert fault(honolulu) is None
    assert fault(honolulu - timedelta(hours=2)) == "back"


def test_the_first_entry_of_all_may_be_of_any_day_that_can_be_planned_with():
    for year in (2000, 2199):
        assert fault(LAST.replace(year=year), []) is None
        assert fault(LAST.replace(year=year), [finished()]) is None
    assert fault(LAST.replace(year=1999), []) == "outside"


def test_a_year_that_somebody_wrote_by_hand_can_be_compared_with():
    odd = [
        finished(at=datetime.fromisoformat(f"{year}T00:00:00+00:00")) for year in ("0001-01-01",)
    ]
    assert fault(LAST, odd) == "ahead"
    late = [finished(at=datetime.fromisoformat("9999-12-31T23:59:59+00:00"))]
    assert fault(LAST, late) == "before"


def test_only_what_lies_outside_or_before_all_is_grave_and_the_other_moment_is_named():
    ahead = doubt_about(LAST + timedelta(days=500, hours=7), ENTRIES)
    assert (ahead.is_grave, ahead.other, ahead.days_ahead) == (False, LAST, 500)
    back = doubt_about(LAST - timedelta(days=2), ENTRIES)
    assert (back.is_grave, back.other) == (False, LAST)
    before = doubt_about(FIRST - timedelta(days=2), ENTRIES)
    assert (before.is_grave, before.other) == (True, FIRST)
    assert doubt_about(LAST.replace(year=1970), ENTRIES).is_grave
