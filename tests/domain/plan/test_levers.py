from dataclasses import replace

from pmcareer.domain.forecast.dates import median_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.levers import STILL_DAYS, days_gained, idle_hours, levers_of
from pmcareer.domain.plan.planner import Planner

from builders import TODAY, a_curriculum, a_gate, a_logbook, a_profile, a_role, an_exercise


def planner(gate_months: float, hours_per_week: float = 5.0) -> Planner:
    """52 hours of study beside a gate of months."""
    gated = a_curriculum(
        an_exercise(hours=(52, 52, 52)),
        a_role("starter", work=("leading",)),
        a_role("tech-pm", needs={"risk": 2}, gates=(a_gate(months=gate_months),)),
    )
    promise = a_profile(hours_per_week=hours_per_week)
    return Planner(person=person_of(gated, a_logbook(promise), TODAY))


def idle(plans: Planner) -> float:
    return idle_hours(plans, plans.best, 5.0, days_gained(plans, plans.best))


def test_hours_that_months_leave_idle():
    plans = planner(gate_months=60)

    assert plans.best.driver == "leading-12"
    assert days_gained(plans, plans.best) == 0
    assert 3 <= idle(plans) < 5 - 52 / (60 * 30.4375 / 7)


def test_without_its_idle_hours_the_date_stands_still():
    plans = planner(gate_months=60)
    fewer = replace(plans.forecaster, hours_per_week=5.0 - idle(plans))
    walked = fewer.walked(plans.best.route, plans.best.stages)

    assert median_of(walked[-1].finish) - median_of(plans.best.finish_days) < STILL_DAYS


def test_no_hour_is_idle_where_two_more_would_move_the_date():
    plans = planner(gate_months=1)

    assert days_gained(plans, plans.best) >= STILL_DAYS
    assert idle(plans) == 0


def test_months_on_record_open_every_gate_that_asks_for_the_work_and_are_one_lever():
    two_gates = a_curriculum(
        an_exercise(hours=(1, 1, 1)),
        a_role("starter", work=("leading",)),
        a_role(
            "tech-pm",
            needs={"risk": 2},
            gates=(a_gate("first", months=24), a_gate("second", months=24)),
        ),
    )
    plans = Planner(person=person_of(two_gates, a_logbook(), TODAY))
    levers = levers_of(plans, plans.best, days_gained(plans, plans.best))
    assert [(each.id, each.days > 365) for each in levers if each.kind == "gate"] == [
        ("first", True)
    ]


def test_what_brings_less_than_a_month_is_no_lever():
    plans = planner(gate_months=1)
    levers = levers_of(plans, plans.best, gained=30.0)
    assert all(lever.kind != "hours" for lever in levers)
    assert all(lever.days >= 30 for lever in levers)


def test_the_lever_of_more_hours_is_the_same_trial():
    plans = planner(gate_months=1)
    gained = days_gained(plans, plans.best)
    lever = next(each for each in levers_of(plans, plans.best, gained) if each.kind == "hours")

    assert lever.days == round(gained)
    more = Planner(person=plans.person, hours_per_week=7.0).best
    assert gained == median_of(plans.best.finish_days) - median_of(more.finish_days)


def test_a_gate_that_nothing_on_the_way_opens_is_a_lever_of_no_number_of_days():
    closed_for_ever = a_curriculum(
        an_exercise(hours=(52, 52, 52)),
        a_role("starter"),
        a_role("tech-pm", needs={"risk": 2}, gates=(a_gate(months=6),)),
    )
    plans = Planner(person=person_of(closed_for_ever, a_logbook(), TODAY))
    (lever,) = levers_of(plans, plans.best, days_gained(plans, plans.best))

    assert plans.best.finish.p95 is None
    assert (lever.id, lever.days) == ("leading-12", None)
