"""What is found once of all entries is what a look at each of them finds."""

from datetime import date

import pytest

from damaging import entries as some_of_every_kind
from pmcareer.domain.logbook.as_filed import Entries
from pmcareer.domain.logbook.entries import KINDS, Finished, Practised, Void, Worked
from pmcareer.domain.logbook.logbook import of_kind
from pmcareer.domain.person.by_item import by_exercise

from builders import a_curriculum, an_exercise, did, finished, practised, void, worked

EVERY = Entries(some_of_every_kind())
DAYS = sorted({entry.on for entry in EVERY} | {date(2000, 1, 1), date(2199, 1, 1)})


@pytest.mark.parametrize("kind", KINDS.values())
def test_entries_of_a_kind_are_those_that_a_look_at_each_finds(kind):
    assert of_kind(EVERY, kind) == of_kind(list(EVERY), kind)
    assert EVERY.without(kind) == tuple(entry for entry in EVERY if not isinstance(entry, kind))


@pytest.mark.parametrize("day", DAYS)
def test_a_day_parts_what_had_happened_from_what_had_not(day):
    assert EVERY.done_by(day) == tuple(entry for entry in EVERY if entry.on <= day)
    assert EVERY.written_by(day) == tuple(entry for entry in EVERY if entry.written_on <= day)
    others = EVERY.not_written_on(day)
    assert others == tuple(entry for entry in EVERY if entry.written_on != day)
    assert others.study == Entries(tuple(others)).study
    assert others.written_on == Entries(tuple(others)).written_on


def test_whoever_loses_nothing_is_the_same():
    assert EVERY.done_by(DAYS[-1]) is EVERY
    assert EVERY.written_by(DAYS[-1]) is EVERY
    assert EVERY.without(Void) is not EVERY
    assert EVERY.without(Void).without(Void) == EVERY.without(Void)


def test_there_is_no_first_day_where_nothing_is_written():
    assert Entries().first_written is None
    assert EVERY.first_written == min(entry.written_on for entry in EVERY)


def test_work_is_study_practice_and_steps_with_minutes():
    study = (finished("pmf-01"), worked("pmf-02", 30))
    step, word = did("s1", minutes=20), did("s1")
    only_said = worked("pmf-02", 0, left=60, id="said000001")
    all_of_it = Entries((*study, only_said, word, step, practised("h01"), void("other")))
    assert all_of_it.study == study
    assert all_of_it.work == (*study, step, practised("h01"))
    assert all_of_it.of_kind(Practised) == (practised("h01"),)


def test_entries_of_an_exercise_under_two_ids_mix_by_day_and_then_as_filed():
    renamed = a_curriculum(an_exercise("new-01", replaces=["old-01"]), an_exercise("rsk-02"))
    filed = [
        worked(name, minutes, on=day, id=f"work{minutes:06}")
        for minutes, (name, day) in enumerate(
            (
                ("new-01", "2026-11-03"),
                ("old-01", "2026-11-03"),
                ("rsk-02", "2026-11-02"),
                ("new-01", "2026-11-03"),
                ("old-01", "2026-11-01"),
            ),
            start=1,
        )
    ]
    found = by_exercise(renamed, Entries(filed), Worked)
    assert {name: [each.minutes for each in times] for name, times in found.items()} == {
        "new-01": [5, 1, 2, 4],
        "rsk-02": [3],
    }
    assert by_exercise(renamed, Entries(filed), Finished) == {}
