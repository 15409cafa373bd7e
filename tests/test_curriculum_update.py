"""A curriculum moves on and the logbook stays as it is: three versions, one person, nothing lost."""

import pytest

from pmcareer.domain.curriculum.catalogue import Trait
from pmcareer.domain.curriculum.edition import as_before
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import person_of
from pmcareer.storage.curriculum.reading import read_curriculum
from running import a_home, run_cli

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_gate,
    a_logbook,
    a_practice,
    a_profile,
    a_role,
    a_skill,
    an_exercise,
    assessed,
    certified,
    curriculum_text,
    deferred,
    experience,
    finished,
    practised,
    rated,
    worked,
)


def version(number, *items, **keys):
    return a_curriculum(*items, version=f"2026.{number}", **keys)


FIRST = version(
    1,
    a_skill("risk", work="leading"),
    an_exercise("rsk-01", hours=(4, 4, 4)),
    an_exercise("rsk-02", hours=(8, 8, 8), level=3),
    an_exercise("rsk-03", hours=(6, 6, 6)),
    an_exercise("pln-01", skill="planning"),
    a_role("starter"),
    a_role("lead", needs={"risk": 3, "planning": 2}),
    a_practice("h01"),
    a_certification("prince"),
    traits=(Trait(id="weight", title="Weight"),),
)
RENAMED = version(
    2,
    a_skill("risk-management", replaces=("risk",), work="leading"),
    an_exercise("rm-01", hours=(4, 4, 4), skill="risk-management", replaces=("rsk-01",)),
    an_exercise("rm-02", hours=(8, 8, 8), level=3, skill="risk-management", replaces=("rsk-02",)),
    an_exercise("rm-03", hours=(6, 6, 6), skill="risk-management", replaces=("rsk-03",)),
    an_exercise("pln-01", skill="planning"),
    a_role("beginner", replaces=("starter",)),
    a_role("project-lead", needs={"risk-management": 3, "planning": 2}, replaces=("lead",)),
    a_practice("listen", replaces=("h01",)),
    a_certification("prince2", replaces=("prince",)),
    traits=(Trait(id="gravitas", title="Gravitas", replaces=("weight",)),),
)
GROWN = version(
    3,
    a_skill("risk-management", replaces=("risk",), work="leading"),
    an_exercise("rm-01", hours=(4, 4, 4), skill="risk-management", replaces=("rsk-01",)),
    an_exercise("rm-02", hours=(8, 8, 8), level=3, skill="risk-management", replaces=("rsk-02",)),
    an_exercise(
        "rm-03", hours=(6, 6, 6), skill="risk-management", replaces=("rsk-03",), retired=True
    ),
    an_exercise("rm-04", hours=(2, 2, 2), skill="risk-management"),
    an_exercise("pln-01", skill="planning"),
    a_role("beginner", replaces=("starter",)),
    a_role(
        "project-lead",
        needs={"risk-management": 3, "planning": 2},
        replaces=("lead",),
        gates=[a_gate("held", kind="certificate", certification="prince2")],
    ),
    a_practice("listen", replaces=("h01",)),
    a_certification("prince2", replaces=("prince",)),
    traits=(Trait(id="gravitas", title="Gravitas", replaces=("weight",)),),
)
LOGBOOK = (
    a_profile(role="starter", target="lead", practices=("h01",), hours_per_week=4, on="2026-09-01"),
    finished("rsk-01", minutes=240, on="2026-09-05"),
    finished("rsk-03", minutes=360, on="2026-09-12"),
    worked("rsk-02", 120, on="2026-09-19"),
    deferred("pln-01", "2026-12-24", on="2026-09-20"),
    practised("h01", on="2026-11-20"),
    assessed("planning", 1, by="manager", on="2026-09-01"),
    rated("weight", 3, on="2026-09-02"),
    certified("prince", on="2026-10-01"),
    experience("leading", "2026-01-01", role="starter"),
)


@pytest.fixture
def home():
    return a_home(FIRST, *LOGBOOK)


def updated(home, curriculum):
    (home / "curriculum.toml").write_text(curriculum_text(curriculum), encoding="utf-8")


def standing():
    """What the logbook is worth under today's curriculum."""
    status = run_cli("status", "--json").json
    plan = run_cli("plan", "--json").json
    exercises = {
        each["id"]: each for step in plan["routes"][0]["steps"] for each in step["exercises"]
    }
    skills = {skill["id"]: skill["level"] for skill in status["skills"]}
    return {
        "levels": skills,
        "done_hours": plan["routes"][0]["effort_hours"]["done"],
        "left_hours": {name: each["hours_left"] for name, each in exercises.items()},
        "states": {name: each["state"] for name, each in exercises.items()},
        "practices": [(each["id"], each["kept"]) for each in status["practices"]],
        "target": status["target"],
        "weeks": status["streak"]["weeks"],
    }


def test_a_rename_keeps_all_progress_under_the_new_names(home):
    before = standing()
    updated(home, RENAMED)
    after = standing()
    new = {"rsk-01": "rm-01", "rsk-02": "rm-02", "rsk-03": "rm-03", "pln-01": "pln-01"}
    assert after["states"] == {new[name]: state for name, state in before["states"].items()}
    assert after["left_hours"] == {new[name]: left for name, left in before["left_hours"].items()}
    assert after["done_hours"] == before["done_hours"] == 12
    assert after["levels"] == {
        "risk-management": before["levels"]["risk"],
        "planning": before["levels"]["planning"],
    }
    assert (before["target"], after["target"]) == ("lead", "project-lead")
    assert (before["practices"], after["practices"]) == ([("h01", 1)], [("listen", 1)])
    assert after["weeks"] == before["weeks"]


def test_certificates_and_ratings_are_kept_under_the_new_names(home):
    updated(home, RENAMED)
    held = {
        each["id"]: each["held"] for each in run_cli("certificate", "--json").json["certifications"]
    }
    assert held == {"prince2": True}
    assert run_cli("assess", "gravitas", "--json").json["traits"][0]["rated"] == {"peer": 3}


def test_what_is_retired_counts_as_done_and_is_asked_of_nobody(home):
    updated(home, GROWN)
    after = standing()
    assert "rm-03" not in {name for name, state in after["states"].items() if state == "open"}
    assert after["left_hours"]["rm-02"] == 6
    assert after["levels"]["risk-management"] == 1
    kept = [
        entry["exercise"]
        for entry in run_cli("history", "--json").json["entries"]
        if "exercise" in entry
    ]
    assert "rsk-03" in kept


def test_what_is_added_is_asked_for_and_finishing_it_completes_the_level(home):
    updated(home, GROWN)
    assert standing()["states"]["rm-04"] == "open"
    assert run_cli("log", "rm-04").code == 0
    assert standing()["levels"]["risk-management"] == 2
    gates = run_cli("gap", "--json").json["gates"]
    assert [(gate["have"], gate["needed"]) for gate in gates] == [(1, 1)]


def test_every_version_reads_the_same_logbook_without_touching_it(home):
    before = (home / "logbook.toml").read_bytes()
    for curriculum in (RENAMED, GROWN, FIRST):
        updated(home, curriculum)
        for command in ("next", "plan", "status", "gap", "certificate", "history"):
            result = run_cli(command, "--json")
            assert (result.code, result.err) == (0, "")
        assert run_cli("doctor").code == 0
    assert (home / "logbook.toml").read_bytes() == before


ASKS_LESS = version(
    11,
    a_skill("risk", work="hands-on"),
    an_exercise("rsk-01", hours=(4, 4, 4)),
    an_exercise("rsk-02", hours=(8, 8, 8), level=3),
    an_exercise("rsk-06", hours=(3, 3, 3), level=3, core=False),
    an_exercise("pln-01", skill="planning"),
    a_role("starter"),
    a_role("lead", needs={"risk": 3, "planning": 2}),
    default_target="lead",
)
ASKS_MORE = version(
    12,
    a_skill("risk", work="hands-on"),
    an_exercise("rsk-01", hours=(4, 4, 4)),
    an_exercise("rsk-02", hours=(8, 8, 8), level=3),
    an_exercise("rsk-06", hours=(3, 3, 3), level=3, core_since="2026.12"),
    an_exercise("rsk-08", hours=(9, 9, 9), level=4, core_since="2026.12"),
    an_exercise("aiw-01", hours=(2, 2, 2), skill="ai", core_since="2026.12"),
    an_exercise("pln-01", skill="planning"),
    a_role("starter"),
    a_role("lead", needs={"risk": 3, "planning": 2, "ai": 2}),
    default_target="lead",
)


def told_of_the_edition():
    return [line.strip() for line in run_cli("plan").out.splitlines() if "Edition" in line]


def test_all_of_level_3_under_one_edition_is_level_3_under_the_next_that_asks_more():
    home = a_home(ASKS_LESS)
    assert [run_cli("log", name).code for name in ("rsk-01", "rsk-02")] == [0, 0]
    assert standing()["levels"]["risk"] == 3

    updated(home, ASKS_MORE)
    after = standing()
    assert after["levels"]["risk"] == 3
    assert "rsk-06" not in after["states"]
    assert after["done_hours"] == 12
    assert [each["id"] for each in run_cli("gap", "--json").json["skills"]] == ["planning", "ai"]
    assert told_of_the_edition() == [
        "Edition 2026.12 asks at least 1 more exercise, 2 h; levels reached stay."
    ]


def test_who_was_on_the_way_is_asked_for_the_rest_and_told_until_something_is_logged():
    home = a_home(ASKS_LESS)
    run_cli("log", "rsk-01")
    updated(home, ASKS_MORE)

    assert standing()["states"]["rsk-06"] == "open"
    assert run_cli("plan", "--json").json["edition"] == {
        "version": "2026.12",
        "exercises": 2,
        "hours": 5,
    }
    assert told_of_the_edition() == [
        "Edition 2026.12 asks at least 2 more exercises, 5 h; levels reached stay."
    ]
    assert "Edition 2026.12 asks at least 2 more" in " ".join(
        run_cli("plan", "--detail").out.split()
    )
    run_cli("log", "aiw-01")
    assert told_of_the_edition() == []
    assert run_cli("plan", "--json").json["edition"] is None


def test_an_edition_that_asks_nothing_more_of_somebody_is_not_spoken_of():
    home = a_home(ASKS_LESS)
    run_cli("log", "rsk-01")
    updated(home, a_curriculum(*ASKS_LESS.exercises, *ASKS_LESS.roles, version="2026.12"))
    assert told_of_the_edition() == []


FIRST_EDITION = "2026.11"


@pytest.fixture(scope="module")
def shipped():
    return read_curriculum(None)


def everything_of(curriculum, highest):
    """Every exercise up to a level, finished for real under the first edition."""
    return [
        finished(exercise.id, curriculum=FIRST_EDITION, on="2026-10-01")
        for exercise in curriculum.exercises
        if exercise.level <= highest
    ]


def levels_under(curriculum, *entries):
    levels = levels_of(person_of(curriculum, a_logbook(*entries), TODAY))
    return {name: level.earned for name, level in levels.items()}


def test_whoever_finished_all_of_level_3_of_the_first_edition_keeps_every_level(shipped):
    first = as_before(shipped, shipped.version)
    core = [each.id for each in shipped.exercises if each.core_since]
    done = [each for each in everything_of(first, 3) if each.exercise not in core]
    before, after = levels_under(first, *done), levels_under(shipped, *done)

    assert after == before
    assert {before[skill] for skill in shipped.role["tech-pm"].needs if skill != "ai-at-work"} == {
        3
    }


def test_the_first_plan_after_it_asks_them_for_one_exercise_and_says_so(shipped):
    first = as_before(shipped, shipped.version)
    core = {each.id for each in shipped.exercises if each.core_since}
    done = [each for each in everything_of(first, 4) if each.exercise not in core - {"prd-01"}]
    a_home(None, *done)

    assert told_of_the_edition() == [
        f"Edition {shipped.version} asks at least 1 more exercise, 3 h; levels reached stay."
    ]
    plan = run_cli("plan", "--json").json
    states = [each for step in plan["routes"][0]["steps"] for each in step["exercises"]]
    assert [each["id"] for each in states if each["state"] == "open"] == ["aiw-01"]


@pytest.mark.parametrize("highest", [3, 4, 5])
def test_no_level_of_months_is_lost_by_an_exercise_that_is_new(shipped, highest):
    kinds = ("hands-on", "leading", "people", "pmo", "portfolio", "business", "change")
    months = [experience(work, "2016-01-01", on="2026-10-01") for work in kinds]
    word = [assessed(skill.id, 4, by="manager", on="2026-10-01") for skill in shipped.skills[:22]]
    first = as_before(shipped, shipped.version)
    known = {each.id for each in shipped.exercises if not each.core_since}
    done = [each for each in everything_of(first, highest) if each.exercise in known]
    before = levels_under(first, *done, *months, *word)

    assert levels_under(shipped, *done, *months, *word) == before
    assert max(before.values()) >= 4
