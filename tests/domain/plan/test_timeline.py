from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given, settings

from every_state import shipped
from pmcareer.domain.curriculum.short_titles import short_titles
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.timeline import Timeline, timeline_of
from pmcareer.errors import PmcareerError
from states import State, states
from sweeps import sweep

from builders import (
    TODAY,
    a_curriculum,
    a_gate,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    assessed,
    by_way_of_a_post,
    experience,
    finished,
)


def timeline(curriculum, *entries, **said) -> Timeline:
    person = person_of(curriculum, a_logbook(*entries), TODAY).saying(**said)
    return timeline_of(Planner(person=person).best, TODAY, short_titles(curriculum.roles))


def names(drawn: Timeline) -> list[tuple[str, str]]:
    return [(row.kind, row.title) for row in drawn.rows]


def exact(months: float) -> tuple[float, float, float]:
    return (months, months, months)


A_WAY = a_curriculum(
    an_exercise(hours=(80, 100, 120)),
    a_role("starter"),
    a_role("lead", search=exact(2), needs={"risk": 2}),
    a_role(
        "tech-pm",
        search=exact(3),
        gates=(a_gate("two-closed", kind="closed", count=2, months=(4, 5, 8)),),
    ),
    a_move("starter", "lead", months=exact(6)),
    a_move("lead", "tech-pm", months=exact(12)),
)


def test_a_route_is_study_then_what_each_post_takes_and_at_the_end_the_role():
    drawn = timeline(A_WAY)

    assert [(row.kind, row.title, row.note) for row in drawn.rows] == [
        ("study", "Study", "100 h"),
        ("post", "About starter", "6 months"),
        ("search", "Apply, About lead", "2 months"),
        ("post", "About lead", "12 months"),
        ("gate", "2 closed projects", "0 of 2"),
        ("search", "Apply, About tech-pm", "3 months"),
        ("role", "In the role", "About tech-pm"),
    ]
    assert drawn.title == "About tech-pm"


def test_each_row_begins_where_what_it_waits_for_ends():
    study, starter, first_search, lead, gate, search, role = timeline(A_WAY).rows

    assert study.begin == starter.begin == TODAY
    assert first_search.begin == starter.likely
    assert lead.begin == gate.begin == first_search.likely
    assert search.begin == lead.likely
    assert role.begin == role.likely == search.likely
    assert (first_search.likely - first_search.begin).days in range(60, 62)
    assert (lead.likely - lead.begin).days in range(364, 367)


def test_the_last_day_of_the_axis_is_the_last_that_any_row_names():
    drawn = timeline(A_WAY)

    assert drawn.today == TODAY
    assert drawn.last == max(row.safe for row in drawn.rows) == drawn.rows[-1].safe
    assert drawn.is_drawn


def test_the_months_decide_where_study_is_done_long_before():
    assert timeline(A_WAY).deciding.id == "move:lead:tech-pm"


def test_study_decides_where_it_takes_longer_than_all_else():
    much = a_curriculum(an_exercise(hours=(800, 1000, 1200)))

    assert names(timeline(much)) == [("study", "Study"), ("role", "In the role")]
    assert timeline(much).deciding.id == "effort"


def test_nothing_decides_where_nothing_is_left():
    done = timeline(a_curriculum(an_exercise()), finished("rsk-01"))

    assert names(done) == [("role", "In the role")]
    assert done.deciding is None
    assert not done.is_drawn


def test_months_that_are_over_are_nothing_to_draw():
    months_ago = TODAY - timedelta(days=400)
    served = timeline(A_WAY, experience("technical", months_ago, role="starter"), role="starter")

    assert ("post", "About starter") not in names(served)
    assert ("post", "About lead") in names(served)


def test_who_looks_already_has_no_row_that_ends_on_the_day_it_begins():
    way = a_curriculum(
        an_exercise(),
        a_role("starter"),
        a_role("lead", search=exact(4), needs={"risk": 2}),
        a_move("starter", "lead", months=(6, 12, 60)),
    )
    served = experience("technical", TODAY - timedelta(days=1200), role="starter")
    me = a_profile(role="starter", target="lead", looking=TODAY - timedelta(days=30))
    looking = timeline(way, served, me)

    assert [kind for kind, _ in names(looking)] == ["study", "search", "role"]
    for row in looking.rows:
        assert row.safe is None or row.kind == "role" or row.safe > row.begin


def test_a_post_for_a_time_has_its_search_and_decides_for_the_gate_that_it_gives():
    junior, senior, post = by_way_of_a_post(search=exact(1))
    there = post.model_copy(update={"search": exact(2)})
    move = a_move("junior", "senior", months=exact(1))
    drawn = timeline(a_curriculum(an_exercise(), junior, senior, there, move), target="senior")

    assert names(drawn) == [
        ("study", "Study"),
        ("post", "About junior"),
        ("search", "Apply, About post"),
        ("detour", "About post"),
        ("search", "Apply, About senior"),
        ("role", "In the role"),
    ]
    detour = drawn.rows[3]
    assert detour.stands_for == ("business-12",)
    assert detour is drawn.deciding
    assert detour.begin == drawn.rows[2].likely
    assert (detour.begin - TODAY).days in range(60, 62)
    assert detour.likely == drawn.rows[4].begin


def test_months_that_decide_and_that_no_post_is_taken_for_have_a_row():
    leading = a_curriculum(
        an_exercise(),
        a_role("starter", work=("leading",)),
        a_role("tech-pm", gates=(a_gate(months=12),)),
    )
    drawn = timeline(leading)

    assert names(drawn) == [("gate", "12 months of leading work"), ("role", "In the role")]
    assert drawn.deciding.id == "leading-12"
    assert (drawn.deciding.note, drawn.deciding.by_others) == ("0 of 12", False)
    assert (drawn.deciding.likely - TODAY).days in range(364, 367)


def test_what_nobody_dates_has_a_row_without_an_end():
    open_end = a_curriculum(
        an_exercise(),
        a_role("starter"),
        a_role("tech-pm", needs={"risk": 2}, gates=(a_gate("they-say-so", kind="confirmed"),)),
    )
    gate = next(row for row in timeline(open_end).rows if row.kind == "gate")

    assert (gate.title, gate.note) == ("they say so (confirmed by others)", "")
    assert (gate.begin, gate.likely, gate.safe) == (TODAY, None, None)
    assert not gate.is_dated


def test_who_holds_the_role_has_study_and_gates_and_no_day_of_arrival():
    drawn = timeline(A_WAY, role="tech-pm", target="tech-pm")

    assert {row.kind for row in drawn.rows} <= {"study", "gate"}


def test_a_way_that_never_opens_says_why_and_has_no_end():
    shut = a_curriculum(
        an_exercise(),
        a_role("starter"),
        a_role("tech-pm", needs={"risk": 2}, gates=(a_gate("pmo", work="pmo", months=12),)),
    )
    role = timeline(shut).rows[-1]

    assert (role.kind, role.likely, role.safe) == ("role", None, None)
    assert "nothing on this way gives them" in role.reason


def test_a_map_that_asks_for_nothing_has_no_rows():
    nothing = a_curriculum(a_role("starter"), a_role("tech-pm", search=(0, 0, 0)))

    assert timeline(nothing).rows == ()


def test_levels_that_are_rated_and_not_studied_have_no_rows():
    rated = a_curriculum(a_role("starter"), a_role("tech-pm", needs={"risk": 3}))

    assert timeline(rated, assessed("risk", 1)).rows == ()


WAYS = list(
    product(
        [None, "programmer", "pmo-manager", "programme-manager"],
        ["tech-pm", "senior-pm", "portfolio-pmo", "director-of-pm"],
    )
)


@pytest.mark.parametrize(("role", "target"), sweep(WAYS, quick=WAYS[::5]))
def test_the_shipped_routes_keep_the_law_of_rows(role, target):
    check_rows(person_of(shipped(), a_logbook(), TODAY).saying(role=role, target=target))


@settings(max_examples=25)
@given(states())
def test_the_law_of_rows_holds_whatever_stands_in_the_logbook(state: State):
    check_rows(state.person)


def check_rows(person):
    """Rows run forward, one of them is what decides, and none goes beyond the axis."""
    try:
        route = Planner(person=person).best
    except PmcareerError:
        return
    drawn = timeline_of(route, person.today, short_titles(person.curriculum.roles))
    for row in drawn.rows:
        days = [day for day in (row.begin, row.likely, row.safe) if day]
        assert days == sorted(days), row
        assert all(person.today <= day <= drawn.last for day in (row.likely, row.safe) if day), row
        assert row.title
    decides = [row for row in drawn.rows if row.decides]
    if route.finish.is_undated or route.has_nothing_to_set:
        assert decides == []
    else:
        (decider,) = decides
        assert route.driver in (decider.id, *decider.stands_for)
