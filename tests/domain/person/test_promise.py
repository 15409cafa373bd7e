from datetime import UTC, datetime, timedelta

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.person.promise import changed_promise

from builders import TODAY, a_curriculum, a_logbook, a_profile, an_exercise


def changed(*promises: tuple[int, float]):
    """What was changed by promises of so many days ago and so many hours a week."""
    entries = [
        a_profile(hours_per_week=hours, on=TODAY - timedelta(days=ago)) for ago, hours in promises
    ]
    return changed_promise(person_of(a_curriculum(an_exercise()), a_logbook(*entries), TODAY))


@pytest.mark.parametrize(
    ("promises", "before", "ago"),
    [
        pytest.param([(100, 8.0), (3, 10.0)], 8.0, 3, id="from 8 to 10 hours"),
        pytest.param([(100, 8.0), (27, 10.0)], 8.0, 27, id="in the fourth week"),
        pytest.param([(100, 8.0), (20, 10.0), (3, 10.0)], 8.0, 20, id="said once more since"),
        pytest.param([(5, 10.0)], 8.0, 5, id="from what is taken where nothing is said"),
    ],
)
def test_a_promise_that_was_changed_is_known_for_four_weeks(promises, before, ago):
    found = changed(*promises)

    assert found is not None
    assert (found.before, found.since) == (before, TODAY - timedelta(days=ago))


@pytest.mark.parametrize(
    "promises",
    [
        pytest.param([], id="nothing was ever said"),
        pytest.param([(3, 8.0)], id="8 hours are what is taken anyway"),
        pytest.param([(100, 6.0), (28, 10.0)], id="four weeks ago"),
        pytest.param([(100, 6.0), (3, 6.0)], id="the same again"),
    ],
)
def test_there_is_no_change_where_none_is_new(promises):
    assert changed(*promises) is None


def test_what_is_written_late_was_changed_when_it_was_written():
    at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    entry = a_profile(hours_per_week=10.0, on=TODAY - timedelta(days=90), at=at)
    found = changed_promise(person_of(a_curriculum(an_exercise()), a_logbook(entry), TODAY))

    assert found is not None
    assert found.since == at.date()
