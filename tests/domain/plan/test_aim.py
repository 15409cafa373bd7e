"""The certificate aimed at: its hours beside the study, the day its time comes, the earliest day."""

from datetime import date, time, timedelta

import pytest

from pmcareer.domain.coaching.agenda import agenda_of
from pmcareer.domain.plan.aim import aim_of
from running import a_home, run_cli

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_gate,
    a_planner,
    a_profile,
    a_role,
    an_entry,
    an_exercise,
    certified,
    experience,
    finished,
)

ROLES = (a_role("starter"), a_role("tech-pm", needs={"risk": 2}))
TWO = (an_exercise("rsk-01", hours=(30, 30, 30)), an_exercise("rsk-02", hours=(20, 20, 20)))
SEVENTY = {"study_hours": (70, 70, 70)}
LED = experience("leading", "2025-11-22", TODAY, id="led")
WANTED = {"hours_per_week": 10.0, "goal_certificate": "pmp", "id": "wanted"}


def planner(*entries, pmp=None, said=WANTED):
    item = pmp or a_certification("pmp", **SEVENTY)
    return a_planner(*entries, a_profile(**said), items=(*TWO, *ROLES, item))


def aim(*entries, **keys):
    return aim_of(planner(*entries, **keys))


def test_nobody_aims_at_what_was_not_said_or_is_held():
    assert aim(LED, said={"hours_per_week": 10.0}) is None
    assert aim(LED, said=WANTED | {"goal_certificate": "gone"}) is None
    assert aim(LED, certified("pmp")) is None


def test_what_only_has_to_be_renewed_takes_no_study():
    two_years = {"years": 2, "units": 20, "unit": "SEU"}
    renewable = a_certification("pmp", renew=two_years, lapse={}, **SEVENTY)
    assert aim(LED, certified("pmp", on="2022-09-10"), pmp=renewable) is None


def test_its_time_comes_once_three_fifths_of_the_next_roles_study_are_done():
    # Thirty of fifty hours at ten a week are three weeks, and its seventy are seven more.
    found = aim(LED)
    assert found.begin_on == TODAY + timedelta(weeks=3)
    assert found.earliest_on == TODAY + timedelta(weeks=10)
    assert not found.is_due


def test_its_time_has_come_when_they_are_done():
    found = aim(LED, finished("rsk-01", on="2026-11-20"))
    assert (found.begin_on, found.is_due) == (TODAY, True)
    assert found.earliest_on > TODAY


def test_it_can_be_held_no_earlier_than_its_months_are_there():
    going_on = experience("leading", "2025-11-22", id="still")
    pmp = a_certification("pmp", gates=(a_gate(months=24),), **SEVENTY)
    found = aim(going_on, pmp=pmp)
    assert abs((found.earliest_on - date(2027, 11, 21)).days) <= 1
    assert found.begin_on > TODAY + timedelta(weeks=40)


def test_what_is_begun_goes_on_and_its_hours_are_counted():
    course = an_entry("learned", title="A course", hours=35.0, certification="pmp", id="course")
    found = aim(LED, course)
    assert found.is_due
    assert (found.clock.hours_done, found.clock.study_left) == (35, 35)


def test_it_has_no_day_while_certificates_wait_or_where_it_never_opens():
    assert (aim().begin_on, aim().earliest_on) == (None, None)
    never = a_certification("pmp", gates=(a_gate(months=24),), **SEVENTY)
    assert aim(LED, pmp=never).earliest_on is None


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ((LED,), "PMP, 70 h that the dates leave out: from"),
        ((), "certificates wait for half a year of project work"),
    ],
    ids=["to come", "waiting"],
)
def test_plan_has_its_hours_in_a_row_beside_the_study(entries, words):
    a_home(curriculum(), *entries, a_profile(**WANTED))
    assert words in " ".join(run_cli("plan", COLUMNS="80").out.split())
    keys = run_cli("plan", "--json").json["certificate"]
    assert (keys["id"], keys["hours"], keys["hours_left"], keys["due"]) == ("pmp", 70, 70, False)


def curriculum():
    return a_curriculum(*TWO, *ROLES, a_certification("pmp", title="PMP, long", **SEVENTY))


@pytest.mark.parametrize("command", ["next", "review"])
def test_it_is_in_what_is_to_do_when_its_time_has_come_and_not_before(command):
    done = finished("rsk-01", on="2026-11-20")
    a_home(curriculum(), LED, a_profile(**WANTED))
    assert "its time has come" not in run_cli(command).out
    assert run_cli(command, "--json").json["certificate"]["due"] is False
    a_home(curriculum(), LED, done, a_profile(**WANTED))
    text = " ".join(run_cli(command, COLUMNS="80").out.split())
    assert "PMP, its time has come: 70 h left beside the study, earliest" in text
    assert "--for pmp" in text


def test_without_a_goal_scripts_find_nothing():
    a_home(curriculum(), LED)
    for command in ("plan", "next", "review"):
        assert run_cli(command, "--json").json["certificate"] is None


def test_the_calendar_gives_it_as_many_minutes_as_the_exercises():
    done = finished("rsk-01", on="2026-11-20")
    agenda = agenda_of(planner(LED, done), 3, time(18), ())
    items = [item.id for block in agenda.blocks for item in block.items]
    assert {"rsk-02", "pmp"} <= set(items)
    assert "pmp" not in [item.id for block in agenda.blocks[:1] for item in block.items]
