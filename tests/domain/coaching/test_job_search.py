"""When it is time to begin the job search."""

import pytest

from pmcareer.domain.coaching.job_search import early_steps, search_time, step_to_take
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.storage.curriculum.reading import read_curriculum
from running import a_home, run_cli

from builders import (
    TODAY,
    a_curriculum,
    a_job_step,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    a_step,
    an_exercise,
    assessed,
    did,
    finished,
)

SHIPPED = read_curriculum(None)
TEN_HOURS = a_curriculum(
    an_exercise("half", hours=(5, 5, 5)),
    an_exercise("tenth", hours=(1, 1, 1)),
    an_exercise("rest", hours=(4, 4, 4)),
    a_role("starter"),
    a_role("tech-pm", needs={"risk": 2}),
    a_move("starter", "tech-pm"),
    a_step("j1", **{"for": "search"}, minutes=45),
    default_role="starter",
)


def planner(curriculum, *entries) -> Planner:
    return Planner(person=person_of(curriculum, a_logbook(*entries), TODAY))


@pytest.mark.parametrize(
    ("entries", "opens"),
    [
        pytest.param([], False, id="nothing done"),
        pytest.param([finished("half")], False, id="half of the hours"),
        pytest.param([finished("half"), finished("tenth")], True, id="60 % of the hours"),
        pytest.param([a_profile(looking=TODAY)], True, id="says that they look"),
        pytest.param([did("j1")], True, id="has begun to"),
        pytest.param([assessed("risk", 2, by="manager")], True, id="nothing left to study"),
    ],
)
def test_the_search_opens_at_sixty_percent_of_the_stage_or_when_one_looks(entries, opens):
    plan = planner(TEN_HOURS, *entries)
    assert search_time(plan).is_open is opens
    assert (step_to_take(plan) is not None) is (opens and "did" not in {e.kind for e in entries})


def test_who_holds_the_target_looks_for_nothing():
    assert search_time(planner(TEN_HOURS, a_profile(role="tech-pm"))) is None


def test_a_target_that_nobody_knows_has_no_search():
    assert search_time(planner(TEN_HOURS, a_profile(target="gone"))) is None


def test_the_list_of_its_steps_says_how_far_one_is_and_how_to_say_that_one_looks():
    a_home(TEN_HOURS, finished("half"))
    said = " ".join(run_cli("list", "job-steps", COLUMNS="80").out.split())
    assert (
        "50 % of the hours on the way to About tech-pm are done; the search opens at 60 %" in said
    )
    assert run_cli("profile", "--looking").code == 0
    said = " ".join(run_cli("list", "job-steps", COLUMNS="80").out.split())
    assert "You are looking for the post of About tech-pm; 50 %" in said


def test_the_first_run_takes_that_one_looks():
    a_home(TEN_HOURS)
    assert run_cli("start", "--looking", "--no-input").code == 0
    assert run_cli("review", "--json").json["job_search"]["id"] == "j1"
    assert run_cli("start", "--looking", "2099-01-01", "--no-input").code != 0


def test_what_counts_initiatives_or_contacts_can_begin_early():
    curriculum = a_curriculum(
        a_job_step("begin", counts_as="initiatives"),
        a_job_step("apply", counts_as="applications"),
    )
    assert early_steps(curriculum) == ("begin",)
