"""Whether one will be there by a day, and at which pace."""

from datetime import date, timedelta

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.by_day import MOST_HOURS, by_day, chance_with_stopping
from pmcareer.domain.plan.planner import Planner

from builders import TODAY, a_curriculum, a_gate, a_move, a_role, an_exercise

PLANNER = Planner(person=person_of(a_curriculum(an_exercise(hours=(20, 40, 60))), (), TODAY))
BEST = PLANNER.forecasts[0]


def by(day):
    return by_day(PLANNER, BEST, day)


def test_by_its_p50_the_role_is_as_likely_as_not_and_less_so_when_people_stop():
    found = by(BEST.finish.p50)
    assert found.chance_going == pytest.approx(0.5, abs=0.01)
    assert found.chance < found.chance_going


def test_a_later_day_is_never_less_likely_and_never_needs_more_hours():
    days = [BEST.study.p10, BEST.study.p50, BEST.study.p80, BEST.study.p95]
    found = [by(day) for day in days]
    chances = [each.study_chance for each in found]
    needed = [each.study_pace_needed for each in found]
    assert chances == sorted(chances)
    assert needed == sorted(needed, reverse=True)


def test_the_pace_needed_for_the_p50_is_the_promise():
    needed = by(BEST.study.p50).study_pace_needed
    assert needed == pytest.approx(PLANNER.forecaster.promised, abs=0.2)


@pytest.mark.parametrize(
    "day", [TODAY, TODAY + timedelta(days=1), date(2026, 11, 1)], ids=["today", "tomorrow", "past"]
)
def test_no_hours_are_named_where_none_would_do(day):
    assert by(day).pace_needed is None
    assert MOST_HOURS == 80


def test_the_chance_with_those_who_stop_is_known_also_where_study_waits_for_a_role():
    curriculum = a_curriculum(
        an_exercise("rsk-01", hours=(20, 40, 60)),
        an_exercise("rsk-02", hours=(2, 4, 6), standing="middle"),
        a_role("starter"),
        a_role("middle"),
        a_role("tech-pm", needs={"risk": 2}),
        a_move("starter", "middle", months=(6, 12, 24)),
        a_move("middle", "tech-pm", months=(6, 12, 24)),
        default_role="starter",
    )
    planner = Planner(person=person_of(curriculum, (), TODAY))
    chosen = planner.forecasts[0]
    chance = chance_with_stopping(planner, chosen)
    assert chance == pytest.approx(by_day(planner, chosen, chosen.study.p50).study_chance)


def test_where_a_gate_never_opens_no_day_is_likely():
    never = a_gate("the-paper", kind="certificate", certification="nobody-knows")
    curriculum = a_curriculum(
        an_exercise(),
        a_role("starter"),
        a_role("tech-pm", needs={"risk": 2}, gates=(never,)),
    )
    planner = Planner(person=person_of(curriculum, (), TODAY))
    found = by_day(planner, planner.forecasts[0], TODAY + timedelta(days=400))
    assert (found.chance, found.chance_going, found.pace_needed) == (0, 0, None)
    assert found.study_chance > 0
