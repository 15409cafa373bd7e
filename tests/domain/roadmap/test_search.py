from datetime import date

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.search import hours_until_search, is_search_open, search_months

from builders import (
    TODAY,
    a_curriculum,
    a_job_step,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    did,
    finished,
)


@pytest.mark.parametrize(
    ("move", "role", "months"),
    [
        pytest.param((1, 2, 4), (3, 6, 12), (1, 2, 4), id="the move's"),
        pytest.param(None, (3, 6, 12), (3, 6, 12), id="the role's"),
        pytest.param(None, None, (2, 4, 8), id="those of any map"),
        pytest.param((0, 0, 0), (3, 6, 12), (0, 0, 0), id="none is a say, too"),
    ],
)
def test_months_of_the_search_are(move, role, months):
    curriculum = a_curriculum(
        an_exercise(), a_role("starter"), a_role("tech-pm", search=role), a_move(search=move)
    )

    assert search_months(curriculum, curriculum.role["tech-pm"], curriculum.moves[0]) == months


def test_without_a_map_nobody_is_asked_unless_the_role_says_so():
    plain = a_curriculum(an_exercise(), a_role("starter"), a_role("tech-pm", search=None))
    said = a_role("tech-pm", search=(1, 1, 1))

    assert search_months(plain, plain.role["tech-pm"], None) == (0, 0, 0)
    assert search_months(plain, said, None) == (1, 1, 1)


def test_a_situation_has_a_search_of_its_own():
    searches = {"break": (3, 6, 12), "contract": (1, 2, 4)}
    plain = a_curriculum(an_exercise(), a_role("starter"), a_role("tech-pm"), searches=searches)
    role = plain.role["tech-pm"]

    assert search_months(plain, role, None, ["break"]) == (3, 6, 12)
    assert search_months(plain, role, None, ["contract"]) == (1, 2, 4)
    assert search_months(plain, role, None) == (0, 0, 0)


TEN = [an_exercise(f"rsk-{number:02}", hours=(4, 4, 4)) for number in range(10)]


def stage(*entries):
    person = person_of(a_curriculum(*TEN, a_job_step("j1")), a_logbook(*entries), TODAY)
    return Planner(person=person).recommended.stages[0]


def done(count):
    return [finished(each.id, on=date(2026, 10, 1)) for each in TEN[:count]]


@pytest.mark.parametrize(
    ("count", "missing"),
    [(0, 24), (5, 4), (6, 0), (10, 0)],
)
def test_the_search_opens_when_three_fifths_of_a_stages_hours_are_done(count, missing):
    found = stage(*done(count))

    assert hours_until_search(found) == pytest.approx(missing)
    assert is_search_open(found) == (not missing)


def test_it_is_open_for_who_says_that_they_look_or_has_done_a_step_of_it():
    assert is_search_open(stage(a_profile(looking=TODAY)))
    assert is_search_open(stage(did("j1")))
