"""What somebody said that can't stay so for long."""

from datetime import date

import pytest

from pmcareer.domain.coaching.reminders import reminders_of
from pmcareer.domain.person.person import person_of

from builders import (
    a_curriculum,
    a_logbook,
    a_profile,
    a_prompt,
    a_saying,
    an_answer,
    an_exercise,
    picked,
)

CURRICULUM = a_curriculum(
    an_exercise(),
    a_prompt("q01", answers=(an_answer("waiting", reminds=7),)),
    profile=(a_saying("mentor", an_answer("asked", reminds=14)),),
)


def reminded(*entries, on):
    person = person_of(CURRICULUM, a_logbook(*entries), date.fromisoformat(on))
    return list(reminders_of(person))


@pytest.mark.parametrize(("day", "is_time"), [("2026-11-14", False), ("2026-11-15", True)])
def test_a_fortnight_after_it_was_said_one_is_asked_what_came_of_it(day, is_time):
    said = a_profile(mentor="asked", on="2026-11-01")
    told = reminded(said, on=day)
    assert bool(told) == is_time
    if told:
        assert told == [
            'You said "About asked" on 1 Nov 2026. What came of it? pmcareer profile --mentor WORD'
        ]


def test_of_a_question_its_answer_is_named():
    (told,) = reminded(picked("q01", "waiting", on="2026-11-01"), on="2026-11-08")
    assert told.endswith("pmcareer answer q01")


def test_what_is_said_otherwise_since_reminds_of_nothing():
    said = a_profile(mentor="asked", on="2026-11-01"), a_profile(mentor="Anna", on="2026-11-02")
    assert reminded(*said, on="2026-11-20") == []
