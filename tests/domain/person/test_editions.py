from dataclasses import replace
from datetime import date

from pmcareer.domain.person.editions import before_edition
from pmcareer.domain.person.person import person_of

from builders import TODAY, a_curriculum, a_logbook, an_exercise, assessed, experience, finished

GROWN = a_curriculum(
    an_exercise("rsk-01"),
    an_exercise("rsk-02", core_since="2027.1"),
    version="2027.1",
)


def before(*entries):
    return before_edition(person_of(GROWN, a_logbook(*entries), TODAY), "2027.1")


def test_who_began_with_an_edition_was_nobody_before_it():
    assert before() is None
    assert before(finished("rsk-01", curriculum="2027.1"), assessed("risk", 3)) is None


def test_work_that_names_no_edition_is_from_before_all_that_do():
    assert list(before(finished("rsk-01")).finished) == ["rsk-01"]
    assert before(assessed("risk", 3)) is None
    later = before(
        finished("rsk-01", curriculum="2027.1", on="2026-10-01"),
        finished("rsk-02", on="2026-10-02"),
    )
    assert later is None


def test_what_was_written_under_it_is_not_known_before():
    then = before(
        finished("rsk-01", curriculum="2026.11", on="2026-09-01"),
        finished("rsk-02", curriculum="2027.1", on="2026-10-01"),
    )
    assert list(then.finished) == ["rsk-01"]
    assert then.today == date(2026, 10, 1)


def test_what_names_no_edition_belongs_to_the_one_before_until_a_later_one_is_named():
    then = before(
        finished("rsk-01", curriculum="2026.11", on="2026-09-01"),
        experience("leading", "2026-01-01", on="2026-09-10"),
        finished("rsk-02", curriculum="2027.1", on="2026-10-01"),
        experience("pmo", "2025-01-01", on="2026-10-02"),
    )
    assert [entry.work for entry in then.experiences] == ["leading"]


def test_until_a_later_one_is_named_it_is_today():
    assert before(finished("rsk-01", curriculum="2026.11", on="2026-09-01")).today == TODAY


def test_where_one_curriculum_is_laid_over_another_no_level_waits_for_what_became_core():
    ours = replace(GROWN, extends=True, version="3")
    then = before_edition(person_of(ours, a_logbook(finished("rsk-01")), TODAY), "2027.1")
    assert list(then.finished) == ["rsk-01"]
    assert [each.core for each in then.curriculum.exercises] == [True, False]
