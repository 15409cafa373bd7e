import pytest

from pmcareer.domain.person.earned import is_asked_of, kept_by
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.next_level import next_level_of
from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_skill,
    an_exercise,
    assessed,
    experience,
    finished,
)

OLD = {"curriculum": "2026.11"}
GROWN = a_curriculum(
    a_skill("risk", work="hands-on"),
    an_exercise("rsk-01"),
    an_exercise("rsk-02", level=3),
    an_exercise("rsk-06", level=3, core_since="2026.12"),
    an_exercise("rsk-08", level=4, core_since="2026.12"),
    version="2026.12",
)
UP_TO_3 = (finished("rsk-01", **OLD), finished("rsk-02", **OLD))
A_YEAR = experience("hands-on", "2025-11-01", "2026-10-31")


def somebody(*entries):
    return person_of(GROWN, a_logbook(*entries), TODAY)


def level(*entries):
    return levels_of(somebody(*entries))["risk"].level


def test_a_level_reached_under_one_edition_stays_under_the_next():
    assert level(*UP_TO_3) == 3
    assert kept_by(somebody(*UP_TO_3)).exercises == {"rsk-06"}


def test_who_had_not_reached_it_has_the_new_core_before_them():
    assert level(finished("rsk-01", **OLD)) == 2
    assert level(finished("rsk-01", **OLD), finished("rsk-02", curriculum="2026.12")) == 2
    assert kept_by(somebody(finished("rsk-01", **OLD))).exercises == frozenset()


def test_who_began_with_the_edition_has_all_of_its_core_before_them():
    new = (finished("rsk-01", curriculum="2026.12"), finished("rsk-02", curriculum="2026.12"))
    assert level(*new) == 2
    assert level(*new, finished("rsk-06", curriculum="2026.12")) == 3


def test_a_level_of_months_stays_though_there_is_an_exercise_for_it_now():
    assert level(*UP_TO_3, A_YEAR) == 4
    assert not is_asked_of(somebody(*UP_TO_3, A_YEAR), GROWN.exercise["rsk-08"])


def test_months_that_come_after_the_edition_take_its_exercise():
    since = finished("rsk-01", curriculum="2026.12", on="2026-06-01", id="again")
    assert level(*(each for each in _on("2026-05-01")), since, A_YEAR) == 3


def _on(day):
    return finished("rsk-01", **OLD, on=day), finished("rsk-02", **OLD, on=day)


def test_the_next_level_asks_for_nothing_of_those_that_are_kept():
    person = somebody(*UP_TO_3)
    following = next_level_of(person, GROWN.skill["risk"], GROWN.exercises, 3)
    assert following.core == ()
    assert [[each.id for each in group] for group in following.one_of] == [["rsk-08"]]


def test_above_a_kept_level_the_next_asks_for_no_exercise_of_it():
    person = somebody(*UP_TO_3, A_YEAR)
    following = next_level_of(person, GROWN.skill["risk"], GROWN.exercises, 4)
    assert (following.level, following.core, following.one_of) == (5, (), ())


def test_what_becomes_core_takes_nothing_from_a_rating():
    assert level(finished("rsk-01", **OLD), assessed("risk", 3)) == 3


@pytest.mark.parametrize("mode", ["simulated", "real"])
def test_what_was_only_simulated_before_is_kept_as_what_it_was(mode):
    tried = (finished("rsk-01", **OLD), finished("rsk-02", mode=mode, **OLD))
    assert level(*tried) == (3 if mode == "real" else 2)
