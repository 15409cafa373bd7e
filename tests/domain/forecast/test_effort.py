from datetime import timedelta
from math import sqrt

import pytest

from pmcareer.domain.forecast.effort import LegWork, span_chains, work_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.paths import routes_of
from pmcareer.domain.roadmap.stages import Stage, stages_of

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_move,
    a_role,
    an_exercise,
    deferred,
    finished,
    worked,
)


def work(curriculum, *entries) -> list[LegWork]:
    person = person_of(curriculum, a_logbook(*entries), TODAY)
    return work_of(person, _stages(person))


def _stages(person) -> tuple[Stage, ...]:
    route = routes_of(person, person.curriculum.role["tech-pm"])[0]
    return stages_of(Asker(person=person), route, {})


def chains(curriculum, *entries) -> dict[str, float]:
    person = person_of(curriculum, a_logbook(*entries), TODAY)
    return span_chains(_stages(person))


TWO_LEGS = (
    a_role("starter"),
    a_role("junior-pm", needs={"risk": 2}),
    a_role("tech-pm", needs={"risk": 2, "tools": 2}),
    a_move("starter", "junior-pm"),
    a_move("junior-pm", "tech-pm"),
)


def test_effort_is_split_by_leg_and_adds_up_from_today():
    curriculum = a_curriculum(
        an_exercise("rsk-01", hours=(4, 8, 12)),
        an_exercise("rsk-02", hours=(4, 8, 12)),
        an_exercise("tls-01", skill="tools", hours=(1, 2, 3)),
        *TWO_LEGS,
    )
    first, both = work(curriculum, worked("rsk-01", 120), finished("rsk-02"))

    assert (first.hours_until_here, both.hours_until_here) == (6, 8)
    spread = 8 / 6 * 6 / 8  # a deviation of 8 / 6, of which six of eight hours are left
    assert first.sd_until_here == pytest.approx(spread)
    assert both.sd_until_here == pytest.approx(sqrt(spread**2 + (2 / 6) ** 2))


def test_what_needs_a_roles_office_is_counted_in_the_leg_that_starts_from_it():
    curriculum = a_curriculum(
        an_exercise("rsk-01", hours=(5, 5, 5)),
        an_exercise("rsk-02", hours=(7, 7, 7), standing="junior-pm"),
        an_exercise("tls-01", skill="tools", hours=(2, 2, 2)),
        *TWO_LEGS,
    )
    first, both = work(curriculum)

    assert (first.hours_until_here, first.standing_hours) == (5, 0)
    assert (both.hours_until_here, both.standing_hours) == (14, 7)


def spans(*exercises, entries=()) -> set[tuple[float, float]]:
    (leg,) = work(a_curriculum(*exercises), *entries)
    return set(leg.spans)


def test_a_span_begins_when_what_it_requires_is_done_and_not_at_its_turn():
    chain = (
        an_exercise("a", hours=(4, 4, 4), span_days=28),
        an_exercise("b", hours=(4, 4, 4), span_days=35, requires=("a",)),
    )
    other = an_exercise("c", hours=(90, 90, 90), skill="tools")

    assert spans(*chain) == {(4, 35), (0, 28 + 35)}
    assert (0, 28 + 35) in spans(*chain, other)


def test_a_span_waits_for_the_last_of_what_it_requires():
    first, second = (an_exercise(name, hours=(4, 4, 4)) for name in "ab")
    both = an_exercise("c", span_days=35, requires=("a", "b"))

    assert (8, 35) in spans(first, second, both)


def test_days_since_it_was_begun_are_taken_off_its_own_span_alone():
    begun = worked("a", 30, on=TODAY - timedelta(days=10))
    long_ago = worked("a", 30, on=TODAY - timedelta(days=100))
    chain = (
        an_exercise("a", span_days=28),
        an_exercise("b", span_days=35, requires=("a",)),
    )

    assert max(span for _, span in spans(*chain, entries=[begun])) == 28 + 35 - 10
    assert max(span for _, span in spans(*chain, entries=[long_ago])) == 35


def test_a_span_is_served_from_the_first_day_of_work_on_it():
    first, last = (
        worked("a", 30, on=TODAY - timedelta(days=days), id=f"{days}") for days in (10, 2)
    )

    assert spans(an_exercise("a", span_days=28), entries=[first, last]) == {(0, 18)}


def test_three_spans_run_side_by_side_and_more_take_turns():
    four = [an_exercise(f"e{number}", span_days=30) for number in range(4)]

    assert spans(*four[:3]) == {(0, 30)}
    assert spans(*four) == {(0, 40)}


def test_of_what_takes_turns_the_days_that_each_has_served_are_taken_off():
    six = [an_exercise(f"e{number}", span_days=30) for number in range(6)]

    def begun(*days: int) -> list:
        return [
            worked(f"e{number}", 30, on=TODAY - timedelta(days=ago))
            for number, ago in enumerate(days)
        ]

    assert spans(*six, entries=begun(12, 12)) == {(0, (2 * 18 + 4 * 30) / 3)}
    # A span that is over has nothing left, and takes nothing from the others.
    assert spans(*six, entries=begun(100, 12)) == {(0, (18 + 4 * 30) / 3)}


def test_work_on_what_the_curriculum_no_longer_has_spans_nothing():
    assert spans(an_exercise("a", span_days=28), entries=[worked("gone", 30)]) == {(0, 28)}


def test_what_is_put_off_may_begin_on_its_day():
    exercise = an_exercise("a", hours=(4, 4, 4), span_days=20)
    (leg,) = work(a_curriculum(exercise), deferred("a", TODAY + timedelta(days=50)))

    assert leg.not_before == ((50, 4.0), (70, 0.0))


def test_the_chain_of_spans_from_each_exercise_is_the_longest_that_begins_with_it():
    curriculum = a_curriculum(
        an_exercise("a", span_days=10),
        an_exercise("b", span_days=20, requires=("a",)),
        an_exercise("c", span_days=5, requires=("a",)),
        an_exercise("d"),
    )

    assert chains(curriculum) == {"a": 30, "b": 20, "c": 5}
    assert chains(curriculum, finished("b")) == {"a": 15, "c": 5}


def test_a_search_opens_when_three_fifths_of_a_stage_are_done_after_all_that_comes_before():
    curriculum = a_curriculum(
        an_exercise("rsk-01", hours=(10, 10, 10)),
        an_exercise("tls-01", skill="tools", hours=(4, 4, 4)),
        an_exercise("tls-02", skill="tools", hours=(6, 6, 6)),
        *TWO_LEGS,
    )
    fresh, both = work(curriculum)
    begun, later = work(curriculum, finished("tls-01"))

    assert (fresh.search_hours, both.search_hours) == (6, 10 + 6)
    # Four of the ten hours are done, and two more are enough.
    assert (begun.search_hours, later.search_hours) == (6, 10 + 2)
    done = work(curriculum, finished("rsk-01"), finished("tls-02"))
    assert [leg.search_hours for leg in done] == [0, 0]


def test_hours_ahead_bring_the_search_nearer():
    leg = LegWork(
        hours_until_here=20.0, sd_until_here=1.0, standing_hours=0.0, search_hours=12.0
    ).ahead_by(5.0)

    assert (leg.hours_until_here, leg.search_hours) == (15, 7)
