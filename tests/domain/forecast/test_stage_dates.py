from datetime import date, timedelta

from pmcareer.domain.forecast.outlook import StageForecast
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner

from builders import (
    TODAY,
    a_curriculum,
    a_detour,
    a_gate,
    a_logbook,
    a_move,
    a_role,
    an_exercise,
    experience,
)


def stages(curriculum, *entries) -> tuple[StageForecast, ...]:
    return Planner(person=person_of(curriculum, a_logbook(*entries), TODAY)).best.stage_forecasts


def exact(count: float):
    return (count, count, count)


def a_map(*items, **target):
    return a_curriculum(an_exercise(), a_role("starter"), *items, a_role("tech-pm", **target))


def test_a_detour_is_a_stage_of_its_own_before_the_one_it_is_taken_for():
    curriculum = a_map(
        a_detour(work=("leading",), months=exact(12), return_months=3),
        a_move(months=exact(1)),
        needs={"risk": 2},
        gates=(a_gate(months=12),),
    )
    detour, stage = stages(curriculum)

    assert (detour.role, detour.detour, detour.move) == (
        "delivery-stint",
        "delivery-stint",
        "move:starter:delivery-stint",
    )
    assert (detour.tasks, detour.gates, dict(detour.slack_days)) == ((), (), {})
    assert (stage.role, stage.detour, stage.move) == ("tech-pm", None, "move:starter:tech-pm")
    assert detour.start.p50 == TODAY
    assert detour.finish == stage.start
    assert stage.gates[0].open_on == detour.finish.p50
    assert (stage.finish.p50 - stage.start.p50).days in (91, 92)


def test_a_leg_that_the_map_does_not_know_has_no_move():
    (stage,) = stages(a_map())

    assert (stage.role, stage.move, stage.detour) == ("tech-pm", None, None)


def test_a_gate_opens_on_the_median_day_or_today_or_when_others_say_so():
    gates = (
        a_gate("ahead", months=12),
        a_gate("open", work="pmo", months=6),
        a_gate("said-so", kind="confirmed"),
    )
    curriculum = a_map(gates=gates)
    (stage,) = stages(
        curriculum,
        experience("leading", TODAY),
        experience("pmo", "2020-01-01", "2020-12-31"),
    )

    assert [gate.open_on for gate in stage.gates] == [
        stage.finish.p50,
        TODAY,
        None,
    ]
    assert (stage.finish.p50 - TODAY) > timedelta(days=360)


def test_months_on_record_are_lost_when_the_window_has_passed_them():
    gates = (
        a_gate("windowed", months=36, window_years=8),
        a_gate("for-ever", months=36),
    )
    (stage,) = stages(a_map(gates=gates), experience("leading", "2022-01-01", "2023-12-31"))

    assert [gate.lost_on for gate in stage.gates] == [date(2030, 1, 1), None]


def test_a_search_is_over_so_many_months_after_one_is_ready():
    curriculum = a_map(a_move(months=exact(6)), needs={"risk": 2}, search=exact(3))
    (stage,) = stages(curriculum)

    assert (stage.found.p50 - stage.ready.p50).days in (91, 92)
    assert stage.found == stage.finish


def test_a_detour_begins_when_its_search_is_over_and_without_one_when_it_may():
    def begins(search):
        detour = a_detour(work=("leading",), months=exact(12), search=exact(search))
        move = a_move(months=exact(1))
        curriculum = a_map(detour, move, needs={"risk": 2}, gates=(a_gate(months=12),))
        return stages(curriculum)[0]

    assert begins(0).found == begins(0).ready
    assert (begins(2).found.p50 - begins(2).ready.p50).days in (60, 61, 62)
    assert (begins(2).finish.p50 - begins(2).found.p50).days in (365, 366)


def test_a_gate_with_months_for_others_has_a_range_and_no_day():
    gate = a_gate("closed-one", kind="closed", count=1, months=(2, 4, 8))
    (stage,) = stages(a_map(gates=(gate, a_gate("say-so", kind="confirmed")), needs={"risk": 2}))

    assert list(stage.opening) == ["closed-one"]
    opening = stage.opening["closed-one"]
    assert opening.by_others
    assert opening.p50 < opening.p80 <= TODAY + timedelta(days=8 * 31)
    assert [each.open_on for each in stage.gates] == [None, None]
