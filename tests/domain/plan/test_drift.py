"""Why a date moved, from plans that differ in one thing."""

from datetime import date, timedelta

import pytest

from pmcareer.domain.logbook.entries import Baseline
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.drift import baseline_keys, drift_of, hours_done
from pmcareer.domain.plan.planner import Planner

from builders import (
    a_curriculum,
    a_gate,
    a_job_step,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    assessed,
    by_way_of_a_post,
    did,
    experience,
    finished,
    worked,
)

SAVED = date(2026, 11, 2)
LATER = SAVED + timedelta(days=28)
CURRICULUM = a_curriculum(
    a_role("starter", work=("leading",)),
    a_role("tech-pm", needs={"risk": 2, "planning": 2}, gates=(a_gate(months=36),)),
    a_move("starter", "tech-pm"),
    an_exercise("rsk-01"),
    an_exercise("pln-01", skill="planning"),
)


def planner(day, *entries):
    return Planner(person=person_of(CURRICULUM, entries, day))


def saved(*entries, **keys):
    """A baseline of a day, for somebody with these entries."""
    before = planner(SAVED, *entries)
    kept = baseline_keys(before, before.best) | keys
    return Baseline.model_validate({"on": SAVED, "id": "saved", **kept})


def parts(drift):
    assert sum(cause.days for cause in drift.because) == drift.moved_days
    return {cause.cause: cause.days for cause in drift.because if cause.days}


def drift(day, *entries):
    return drift_of(planner(day, *entries), entries)


def test_without_a_baseline_nothing_is_compared():
    assert drift(LATER, finished("rsk-01", on=LATER)) is None


def test_a_baseline_for_another_target_does_not_count():
    assert drift(LATER, saved(target="starter")) is None


def test_a_baseline_of_a_day_to_come_does_not_count():
    assert drift(SAVED - timedelta(days=1), saved()) is None


def test_on_the_day_itself_nothing_has_moved():
    assert parts(drift(SAVED, saved())) == {}


def test_time_in_which_the_gate_that_sets_the_date_came_no_nearer_is_gates():
    assert parts(drift(LATER, saved())) == {"gates": 28}
    busy = [worked(minutes=5, on=SAVED + timedelta(days=7 * week)) for week in range(3)]
    assert parts(drift(LATER, saved(), *busy)) == {"gates": 28}


def test_where_the_move_sets_it_time_that_nobody_served_is_moves():
    curriculum = a_curriculum(a_role("starter"), a_role("tech-pm"), a_move("starter", "tech-pm"))

    def plan(day, *entries):
        return Planner(person=person_of(curriculum, entries, day))

    before = plan(SAVED)
    kept = Baseline(on=SAVED, id="saved", **baseline_keys(before, before.best))
    assert parts(drift_of(plan(LATER, kept), [kept])) == {"moves": 28}


def test_months_entered_for_the_time_that_passed_are_no_news_of_either():
    curriculum = a_curriculum(
        a_role("starter", work=("leading",)), a_role("tech-pm"), a_move("starter", "tech-pm")
    )
    before = Planner(person=person_of(curriculum, [], SAVED))
    kept = Baseline(on=SAVED, id="saved", **baseline_keys(before, before.best))
    led = experience("leading", SAVED, LATER, role="starter", on=LATER)
    now = Planner(person=person_of(curriculum, [kept, led], LATER))
    moved = parts(drift_of(now, [kept, led]))
    # The last day counts as served, and months are not all of one length.
    assert moved.keys() == {"gates"}
    assert abs(moved["gates"]) <= 2


def test_hours_that_steps_took_are_of_the_pace_and_open_no_gate():
    """An evening of asks keeps the promise as one of study does, and no gate of study opens by it."""
    curriculum = a_curriculum(
        a_role("starter"),
        a_role("tech-pm", needs={"risk": 2}),
        a_move("starter", "tech-pm"),
        an_exercise("rsk-01", hours=(60, 60, 60)),
        a_job_step("ask"),
    )
    studied = [worked("rsk-01", minutes=60, on=SAVED - timedelta(days=day)) for day in (10, 3)]
    before = Planner(person=person_of(curriculum, studied, SAVED))
    kept = Baseline(on=SAVED, id="saved", **baseline_keys(before, before.best))
    evenings = [SAVED + timedelta(days=7 * week + 1) for week in range(4)]
    since = [
        entry
        for evening in evenings
        for entry in (
            worked("rsk-01", minutes=60, on=evening),
            did("ask", minutes=120, on=evening + timedelta(days=1)),
        )
    ]
    entries = [*studied, kept, *since]
    moved = drift_of(Planner(person=person_of(curriculum, entries, LATER)), entries).study
    assert parts(moved).keys() == {"pace"}


def test_months_in_a_post_that_was_said_since_are_no_news_of_what_was_waited_for():
    curriculum = a_curriculum(
        *by_way_of_a_post(), a_move("junior", "senior"), an_exercise("rsk-01")
    )
    held = a_profile(role="junior", target="senior", on=SAVED)
    before = Planner(person=person_of(curriculum, [held], SAVED))
    kept = Baseline(on=SAVED, id="saved", **baseline_keys(before, before.best))

    def moved(*entries):
        now = Planner(person=person_of(curriculum, [held, kept, *entries], LATER))
        return parts(drift_of(now, [held, kept, *entries]))

    assert moved() == {"moves": 28}
    # A month in the post is one less to go: what is left is that months are not all of one length.
    begun = a_profile(role="post", since=SAVED, on=SAVED + timedelta(days=1))
    assert moved(begun) == {"scope": -2}


def test_weeks_without_study_are_calendar_and_less_than_a_week_is_pace():
    assert parts(drift(LATER, saved(finish=None))) == {"calendar": 28}
    days = drift(SAVED + timedelta(days=6), saved(finish=None))
    assert parts(days) == {"pace": 6}


def test_of_a_finish_and_a_study_each_has_its_own_parts():
    both = drift(LATER, saved())
    assert (both.study.moved_days, both.finish.moved_days) == (28, 28)
    assert {cause.cause: cause.days for cause in both.study.because if cause.days} == {
        "calendar": 28
    }
    assert both.because == both.finish.because


def test_study_that_waits_for_a_role_is_as_late_as_the_role():
    curriculum = a_curriculum(
        a_role("starter"),
        a_role("middle"),
        a_role("tech-pm", needs={"risk": 2}),
        a_move("starter", "middle"),
        a_move("middle", "tech-pm"),
        an_exercise("rsk-01", standing="middle"),
    )
    before = Planner(person=person_of(curriculum, [], SAVED))
    kept = Baseline(on=SAVED, id="saved", **baseline_keys(before, before.best))
    now = Planner(person=person_of(curriculum, [kept], LATER))
    study = drift_of(now, [kept]).study
    assert {cause.cause: cause.days for cause in study.because if cause.days} == {"moves": 28}


def test_days_off_said_since_are_calendar():
    off = a_profile(on=SAVED, days_off=("2026-11-03..2026-12-31",))
    moved = parts(drift(SAVED, saved(finish=None), off))
    assert moved == {"calendar": 59}


def test_months_on_record_since_are_gates():
    led = experience("leading", "2020-01-01", "2026-01-01", on=SAVED)
    moved = parts(drift(SAVED, saved(), led))
    assert moved["gates"] < 0
    assert moved.keys() == {"gates"}


def test_what_was_assessed_since_is_scope_and_what_stood_before_the_baseline_is_no_cause():
    known = assessed("risk", 3, by="manager", on=SAVED)
    moved = parts(drift(SAVED, saved(finish=None), known))
    assert moved["scope"] < 0
    assert moved.keys() == {"scope"}
    assert parts(drift(SAVED, known, saved(known, finish=None))) == {}


def test_figures_that_do_not_come_out_again_are_the_remainder():
    before = planner(SAVED).best.finish.p50
    moved = parts(drift(SAVED, saved(finish=before - timedelta(days=9))))
    assert moved == {"remainder": 9}


@pytest.mark.parametrize(
    "keys", [{"curriculum": "2025.01"}, {"exercises": ("gone-01=3.00",)}], ids=["version", "hours"]
)
def test_and_scope_where_the_curriculum_is_another(keys):
    before = planner(SAVED).best.finish.p50
    moved = parts(drift(SAVED, saved(finish=before - timedelta(days=9), **keys)))
    assert moved == {"scope": 9}


def test_a_route_that_is_gone_is_compared_with_the_recommended_one():
    assert parts(drift(SAVED, saved(route="via-nowhere"))) == {}


def test_a_plan_without_a_date_has_not_moved():
    never = drift(SAVED, saved(finish=None, study=None))
    assert never.moved_days is None
    assert not any(cause.days for cause in never.because)


def test_a_finish_that_nobody_knew_leaves_the_study_to_compare():
    before = planner(SAVED).best.study.p50
    moved = drift(SAVED, saved(finish=None, study=before - timedelta(days=2)))
    assert moved.moved_days == 2


def test_hours_done_are_those_really_spent_in_whole_weeks_once_the_logbook_was_begun():
    days = [SAVED + timedelta(days=day) for day in (0, 7, 14, 15)]
    person = planner(days[-1], *(worked(minutes=120, on=day, id=f"{day}") for day in days)).person
    # 3 of the 4 times lie in the last fortnight of 16 days.
    assert hours_done(person, SAVED - timedelta(days=28), days[-1]) == 3
    assert hours_done(person, SAVED, SAVED + timedelta(days=6)) is None


def test_days_off_are_no_weeks_in_which_less_was_done():
    days = [SAVED + timedelta(days=day) for day in (1, 4, 22, 25, 29)]
    off = a_profile(days_off=(f"{SAVED + timedelta(days=8)}..{SAVED + timedelta(days=21)}",))
    done = (worked(minutes=120, on=day, id=f"{day}") for day in days)
    # 8 hours in two weeks: the last of 29 days less 14, of which the 15th is a third week's.
    assert hours_done(planner(days[-1], off, *done).person, SAVED, days[-1]) == 4
