from datetime import date

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.person.present_stage import present_stage, searching_since

from builders import (
    TODAY,
    a_curriculum,
    a_job_step,
    a_logbook,
    a_profile,
    a_step,
    an_exercise,
    did,
    void,
)

STEPS = (a_job_step("j1"), a_step("ask", **{"for": "tech-pm"}))


def person(*entries):
    return person_of(a_curriculum(an_exercise(), *STEPS), a_logbook(*entries), TODAY)


JUNIOR = a_profile(role="starter", on="2026-03-01", id="junior")
MOVED_ON = a_profile(role="tech-pm", on="2026-06-01", id="moved-on")


def test_nobody_who_says_nothing_looks_for_a_post():
    assert searching_since(person()) is None
    assert searching_since(person(JUNIOR)) is None


def test_a_search_is_as_old_as_it_is_said_to_be():
    entry = a_profile(looking=date(2026, 5, 1), on="2026-11-01")

    assert searching_since(person(entry)) == date(2026, 5, 1)


def test_it_is_as_old_as_its_first_step_and_other_steps_are_none_of_it():
    logged = [did("j1", on="2026-09-01"), did("j1", on="2026-10-01"), did("ask", on="2026-08-01")]

    assert searching_since(person(*logged)) == date(2026, 9, 1)
    assert searching_since(person(*logged, void(logged[0]))) == date(2026, 10, 1)


def test_the_earlier_of_both_counts():
    looking = a_profile(looking=date(2026, 5, 1))

    assert searching_since(person(looking, did("j1", on="2026-04-01"))) == date(2026, 4, 1)


def test_the_search_for_the_post_one_is_in_is_over():
    looking = a_profile(looking=date(2026, 4, 1), on="2026-04-01")

    assert searching_since(person(JUNIOR, looking, did("j1", on="2026-05-01"))) is not None
    assert searching_since(person(JUNIOR, looking, did("j1", on="2026-05-01"), MOVED_ON)) is None


def test_the_next_search_begins_anew():
    before = a_profile(looking=date(2026, 4, 1), on="2026-04-01")
    again = a_profile(looking=date(2026, 10, 1), on="2026-10-01")

    assert searching_since(person(JUNIOR, before, MOVED_ON, again)) == date(2026, 10, 1)
    assert searching_since(person(JUNIOR, MOVED_ON, did("j1", on="2026-07-01"))) == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("said", "since"),
    [
        pytest.param((), date.min, id="nothing said"),
        pytest.param((JUNIOR,), date.min, id="one role only"),
        pytest.param((JUNIOR, MOVED_ON), date(2026, 6, 1), id="another role"),
        pytest.param(
            (JUNIOR, MOVED_ON, a_profile(since=date(2026, 5, 15), id="since")),
            date(2026, 5, 15),
            id="another role since",
        ),
    ],
)
def test_a_stage_begins_when_another_role_is_said_or_on_the_day_that_is_said(said, since):
    assert present_stage(person(*said)).since == since


def test_from_another_role_that_is_tried_out_nobody_has_searched():
    looking = person(JUNIOR, a_profile(looking=date(2026, 4, 1)))

    assert searching_since(looking.saying(role="tech-pm")) is None
