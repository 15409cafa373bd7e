"""An entry has a cause to move dates for: its kind's, or that of what it says."""

import pytest

from pmcareer.domain.plan.entry_causes import STUDY_CAUSES, cause_of, taken_back_by

from builders import a_lesson, a_logbook, a_profile, did, finished, void


@pytest.mark.parametrize(
    ("entry", "cause"),
    [
        (finished(), "pace"),
        (did(), "gates"),
        (a_profile(hours_per_week=4.0), "pace"),
        (a_profile(hours_per_week=4.0, days_off=("2026-12-01..2026-12-31",)), "calendar"),
        (a_profile(hours_per_week=4.0, background="technical"), "scope"),
        (a_lesson(), "remainder"),
    ],
)
def test_an_entry_has_the_cause_of_its_kind_or_of_the_furthest_reaching_key(entry, cause):
    assert cause_of([entry], a_logbook(entry)) == cause


def test_of_several_entries_the_furthest_reaching_cause_is_named():
    entries = (finished(), did(), a_lesson())
    assert cause_of(entries, a_logbook(*entries)) == "gates"


def test_a_step_takes_hours_from_study_where_study_decides():
    assert cause_of([did()], a_logbook(), STUDY_CAUSES) == "pace"


def test_what_is_taken_back_has_the_cause_of_what_it_was():
    done = finished()
    undone = void(done)
    redone = void(undone)
    logbook = a_logbook(done, undone, redone)
    assert taken_back_by(redone, logbook) is done
    assert cause_of([redone], logbook) == "pace"


def test_two_that_take_each_other_back_are_followed_once():
    one, other = void("b", id="a"), void("a", id="b")
    assert taken_back_by(one, a_logbook(one, other)) is one
