"""Entries about something that the curriculum does not know."""

import pytest

from pmcareer.domain.logbook.orphans import orphans_of

from builders import (
    a_curriculum,
    a_lesson,
    a_logbook,
    a_practice,
    a_profile,
    an_exercise,
    assessed,
    certified,
    closed,
    deferred,
    experience,
    finished,
    practised,
    void,
    worked,
)

CURRICULUM = a_curriculum(an_exercise("rsk-01", replaces=("old-01",)), a_practice("h01"))


def orphaned_words(*entries):
    return [orphan.word for orphan in orphans_of(a_logbook(*entries), CURRICULUM)]


@pytest.mark.parametrize(
    "entry",
    [
        finished("gone"),
        worked("gone"),
        deferred("gone", "2026-12-01"),
        practised("gone"),
        assessed("gone", 2),
        certified("gone"),
        experience("leading", "2026-01-01", role="gone"),
        a_profile(target="gone"),
        a_profile(goal_certificate="gone"),
    ],
    ids=lambda entry: f"{entry.kind}-{len(entry.model_fields_set)}",
)
def test_an_id_that_no_item_has_makes_an_orphan(entry):
    assert orphaned_words(entry) == ["gone"]


@pytest.mark.parametrize(
    "entry",
    [finished("rsk-01"), finished("old-01"), practised("h01"), a_profile(role="starter")],
    ids=["its id", "an id it had", "a practice", "a role"],
)
def test_what_the_curriculum_knows_is_no_orphan(entry):
    assert orphaned_words(entry) == []


def test_an_id_of_another_table_is_not_known():
    assert orphaned_words(practised("rsk-01")) == ["rsk-01"]


def test_what_names_nothing_and_what_only_lists_ids_is_no_orphan():
    assert orphaned_words(a_lesson(), a_profile(mentor="Ada"), closed(skills=("gone",))) == []


def test_what_was_taken_back_is_no_orphan():
    gone = finished("gone")
    assert orphaned_words(gone, void(gone)) == []
