import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.new_edition import new_edition_of
from pmcareer.domain.plan.planner import Planner

from builders import TODAY, a_curriculum, a_logbook, a_role, an_entry, an_exercise, finished

OLD = {"curriculum": "2026.11"}
GROWN = a_curriculum(
    an_exercise("rsk-01"),
    an_exercise("rsk-02", level=3, hours=(5, 5, 5)),
    an_exercise("rsk-03", level=3, hours=(3, 3, 3), core_since="2026.12"),
    an_exercise("aiw-01", skill="ai", hours=(2, 2, 2), core_since="2026.12"),
    an_exercise("pmo-01", skill="office", core_since="2026.12"),
    a_role("starter"),
    a_role("tech-pm", needs={"risk": 3, "ai": 2}),
    version="2026.12",
)


def added(*entries):
    person = person_of(GROWN, a_logbook(*entries), TODAY)
    return new_edition_of(person, Planner(person=person).recommended.stages)


def test_it_counts_what_the_plan_asks_since_the_edition_that_was_used_last():
    edition = added(finished("rsk-01", **OLD))
    assert (edition.version, edition.exercises, edition.hours) == ("2026.12", 2, 5)


def test_work_that_names_no_edition_is_older_than_all_that_do():
    edition = added(finished("rsk-01"))
    assert (edition.version, edition.exercises) == ("2026.12", 2)


def test_it_leaves_out_what_a_level_reached_before_does_not_wait_for():
    edition = added(finished("rsk-01", **OLD), finished("rsk-02", **OLD))
    assert (edition.exercises, edition.hours) == (1, 2)


def test_what_a_role_requires_by_name_it_asked_for_before():
    grown = a_curriculum(
        an_exercise("rsk-01"),
        an_exercise("rsk-03", level=3, core_since="2026.12"),
        a_role("starter"),
        a_role("tech-pm", needs={"risk": 3}, requires=("rsk-03",)),
        version="2026.12",
    )
    person = person_of(grown, a_logbook(finished("rsk-01", **OLD)), TODAY)
    assert new_edition_of(person, Planner(person=person).recommended.stages) is None


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param((), id="nothing logged"),
        pytest.param((finished("rsk-01", curriculum="2026.12"),), id="told already"),
        pytest.param((finished("rsk-01", curriculum="spring"),), id="an edition without a number"),
        pytest.param(
            (finished("rsk-01", **OLD), finished("rsk-02", **OLD), finished("aiw-01", **OLD)),
            id="nothing left of what is new",
        ),
    ],
)
def test_it_is_quiet_where_there_is_nothing_new_to_say(entries):
    assert added(*entries) is None


def test_the_edition_that_was_written_under_last_is_the_one_known():
    later = an_entry("worked", exercise="rsk-02", minutes=30, curriculum="2026.12", on="2026-11-20")
    assert added(finished("rsk-01", on="2026-11-01", **OLD), later) is None
