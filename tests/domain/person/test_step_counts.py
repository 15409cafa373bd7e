"""Each step of the job search by its own test."""

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.person.step_counts import progress_of
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import (
    TODAY,
    a_curriculum,
    a_job_step,
    a_logbook,
    a_story,
    an_exercise,
    closed,
    did,
    finished,
)

SHIPPED = read_curriculum(None)
STEPS = {step.id: step for step in SHIPPED.job_steps}


def counts(step, *entries):
    progress = progress_of(person_of(SHIPPED, a_logbook(*entries), TODAY), STEPS[step])
    return [(count.have, count.need) for count in progress.counts], progress.is_done


def many(step, number, **keys):
    return [did(step, id=f"{step}-{place}-{len(keys)}", **keys) for place in range(number)]


THREE = [closed("A", skills=("planning",)), closed("B", skills=("stakeholders",)), closed("C")]


@pytest.mark.parametrize(
    ("step", "entries", "expected"),
    [
        pytest.param("j1", [], [(0, 1)], id="nobody volunteered yet"),
        pytest.param("j1", [finished("app-08")], [(1, 1)], id="a small initiative led"),
        pytest.param(
            "j2", THREE[:1], [(1, 3), (1, 1), (0, 1), (1, 1)], id="one project, organised"
        ),
        pytest.param("j2", THREE, [(3, 3), (1, 1), (1, 1), (3, 1)], id="a portfolio of three"),
        pytest.param("j5", many("j5", 2), [(2, 1)], id="two applications"),
    ],
)
def test_a_step_is_counted_by_its_own_test(step, entries, expected):
    found, is_done = counts(step, *entries)
    assert found == expected
    assert is_done is all(have >= need for have, need in expected)


def test_networking_looks_at_the_last_three_months():
    contacts = many("j3", 26, **{"with": "Ada"})
    meetups = [did("j3", what="A meetup"), did("j3", what="meetup", on="2026-01-05")]
    found, is_done = counts(
        "j3", *contacts, *meetups, did("j3", what="Joined a community", on="2025-01-01")
    )
    assert found == [(26, 26), (1, 3), (0, 3), (1, 1)]
    assert not is_done


def test_half_of_twenty_employers_are_small():
    found, is_done = counts("j4", *many("j4", 10, what="small, and near"), *many("j4", 10))
    assert (found, is_done) == ([(20, 20), (10, 10)], True)


def test_eight_stories_and_two_mock_interviews_make_ready_for_the_interview():
    stories = [a_story(f"Story {place}") for place in range(8)]
    assert counts("j6", *stories, *many("j6", 2))[1]


def test_a_step_of_another_curriculum_is_done_when_it_is_logged():
    curriculum = a_curriculum(a_job_step("phone"))
    person = person_of(curriculum, a_logbook(did("phone")), TODAY)
    assert progress_of(person, curriculum.job_steps[0]).is_done


def test_a_step_of_another_curriculum_is_counted_by_what_it_says_it_counts_as():
    curriculum = a_curriculum(
        an_exercise("lead-1", counts_as="initiatives"),
        a_job_step("begin", counts_as="initiatives", log_with="pmcareer log lead-1"),
        a_job_step("apply", counts_as="applications"),
    )
    person = person_of(curriculum, a_logbook(finished("lead-1"), did("apply")), TODAY)
    begin, apply = (progress_of(person, step) for step in curriculum.job_steps)
    assert [count.what for count in begin.counts] == ["initiatives led (lead-1)"]
    assert begin.is_done
    assert apply.is_done
