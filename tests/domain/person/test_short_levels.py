"""Which levels a role needs and somebody does not have yet."""

from pmcareer.domain.person.person import person_of
from pmcareer.domain.person.short_levels import short_levels

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_profile,
    a_role,
    a_skill,
    an_exercise,
    assessed,
    finished,
)

RUBRIC = a_curriculum(
    a_role("junior"), a_role("senior", needs={"risk": 3, "talk": 2}), a_skill("talk")
)


def short(*entries, curriculum=RUBRIC):
    person = person_of(curriculum, a_logbook(*entries), TODAY)
    return [
        (each.skill.id, each.have, each.need, each.is_rated)
        for each in short_levels(person, curriculum.roles[-1])
    ]


def test_every_skill_below_its_need_is_listed_in_the_roles_order():
    assert short() == [("risk", 0, 3, False), ("talk", 0, 2, False)]


def test_who_has_rated_themselves_is_told_apart():
    assert short(assessed("risk", 1), assessed("talk", 2)) == [("risk", 1, 3, True)]


def test_the_role_that_one_holds_is_short_of_nothing():
    assert short(a_profile(role="senior")) == []


def test_exercises_that_end_below_the_need_leave_it_short():
    curriculum = a_curriculum(
        an_exercise("rsk-01", level=2), a_role("a"), a_role("b", needs={"risk": 3})
    )
    assert short(finished("rsk-01"), curriculum=curriculum) == [("risk", 2, 3, False)]
