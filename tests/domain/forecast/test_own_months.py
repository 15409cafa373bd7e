from datetime import date, timedelta

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner

from builders import (
    TODAY,
    a_curriculum,
    a_detour,
    a_gate,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    experience,
)


def exact(count: float):
    return (count, count, count)


def openings(curriculum, *entries) -> dict[str, date]:
    best = Planner(person=person_of(curriculum, a_logbook(*entries), TODAY)).best
    return {gate.gate.id: gate.open_on for gate in best.gates}


def months(count: float) -> date:
    return TODAY + timedelta(days=count * 30.4375)


def about(day: date, expected: date) -> bool:
    return abs((day - expected).days) <= 2


def a_stay(*, asked: tuple, work=("analysis",)):
    """A role with work of its own, and a detour that is looked for over four months."""
    return a_curriculum(
        an_exercise(),
        a_role("starter", work=work),
        a_detour(work=("leading",), months=exact(12), search=exact(4)),
        a_role("tech-pm", needs={"risk": 2}, gates=asked),
        a_move(months=exact(1)),
    )


def test_months_go_on_while_one_looks_for_a_detour():
    asked = (a_gate("own", work="analysis", months=3), a_gate("led", months=12))
    days = openings(a_stay(asked=asked))

    assert about(days["own"], months(3))
    assert about(days["led"], months(16))


def test_months_that_the_search_began_are_completed_after_the_detour():
    asked = (a_gate("own", work="analysis", months=6), a_gate("led", months=12))

    assert about(openings(a_stay(asked=asked))["own"], months(18))


def test_a_detour_gives_what_the_role_before_it_left_over():
    # Leading is delivery too: four months in the role, and the first month of the detour.
    asked = (a_gate("own", work="delivery", months=5), a_gate("led", months=12))
    days = openings(a_stay(asked=asked, work=("delivery",)))

    assert about(days["own"], months(5))


def test_a_gate_of_a_later_stage_opens_on_its_own_day_and_the_stage_begins_no_earlier():
    curriculum = a_curriculum(
        an_exercise(),
        a_role("starter", work=("leading",)),
        a_role("middle", work=("leading",)),
        a_role("tech-pm", needs={"risk": 2}, gates=(a_gate("did", work="delivery", months=36),)),
        a_move("starter", "middle", months=exact(24)),
        a_move("middle", "tech-pm", months=exact(1)),
    )
    served = experience(work="delivery", start=months(-33), end=TODAY - timedelta(days=1))
    best = Planner(
        person=person_of(curriculum, a_logbook(a_profile(role="starter"), served), TODAY)
    ).best

    assert about(best.gates[0].open_on, months(3))
    assert best.stage_forecasts[-1].start.p50 > months(20)
