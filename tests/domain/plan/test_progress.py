from datetime import timedelta

from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.progress import Progress, progress_between

from builders import (
    TODAY,
    a_curriculum,
    a_job_step,
    a_logbook,
    an_exercise,
    did,
    finished,
    practised,
    worked,
)

SMALL = a_curriculum(
    an_exercise("rsk-01"),
    an_exercise("rsk-02", requires=("rsk-01",), hours=(1, 1, 1)),
    a_job_step("j5"),
)


def progress(entry: Entry, *before: Entry) -> Progress:
    logbook = a_logbook(*before)
    planner = Planner(person=person_of(SMALL, logbook, TODAY))
    after = Planner(person=person_of(SMALL, logbook.add(entry), TODAY))
    return progress_between(planner, after, entry)


def test_finishing_unlocks_what_waited_lifts_the_skill_and_moves_the_date():
    change = progress(finished("rsk-01"))

    assert [item.id for item in change.unlocked] == ["rsk-02"]
    assert (change.skill.id, change.level_before, change.level_after) == ("risk", 0, 1)
    assert change.study_after < change.study_before
    assert change.following.id == "rsk-02"


def test_partial_work_unlocks_nothing_and_moves_the_date():
    change = progress(worked("rsk-01", 120))

    assert change.unlocked == ()
    assert (change.level_before, change.level_after) == (0, 0)
    assert change.study_after < change.study_before


def test_finishing_again_unlocks_nothing_again():
    assert (
        progress(finished("rsk-01"), finished("rsk-01", on=TODAY - timedelta(days=9))).unlocked
        == ()
    )


def test_a_practice_or_a_step_leaves_skills_and_dates_alone():
    for entry in (practised("h01"), did("j5")):
        change = progress(entry)
        assert (change.skill, change.unlocked) == (None, ())
        assert change.study_before == change.study_after


def test_the_last_exercise_leaves_the_search():
    change = progress(finished("rsk-02"), finished("rsk-01", on="2026-11-01"))

    assert change.following.id == "j5"
    assert change.study_after == TODAY
