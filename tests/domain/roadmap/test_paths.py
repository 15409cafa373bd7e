from itertools import pairwise, permutations

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import NO_EARLIER, Planner
from pmcareer.domain.plan.rough import ROUTES_KEPT
from pmcareer.domain.roadmap.paths import routes_of
from pmcareer.domain.roadmap.routes import Route, months_a_month

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
    months_of,
)


def somebody(curriculum, *entries):
    return person_of(curriculum, a_logbook(*entries), TODAY)


def routes(curriculum, *entries, target="tech-pm") -> list[Route]:
    return routes_of(somebody(curriculum, *entries), curriculum.role[target])


def ids(*args, **keys) -> list[str]:
    return [route.id for route in routes(*args, **keys)]


def a_map(*items, needs=None, **keys):
    return a_curriculum(
        an_exercise(), a_role("starter"), *items, a_role("tech-pm", **(needs or {})), **keys
    )


def test_a_curriculum_without_moves_has_one_route_of_one_leg():
    (route,) = routes(a_curriculum(an_exercise()))

    assert (route.id, len(route.legs), route.legs[0].move, route.legs[0].months) == (
        "direct",
        1,
        None,
        (0.0, 0.0, 0.0),
    )


def test_who_stands_at_the_target_has_no_way_to_go():
    (route,) = routes(a_map(a_move(), needs={"gates": (a_gate(),)}), a_profile(role="tech-pm"))

    assert route.legs[0].gates == ()
    assert route.legs[0].move is None


def test_routes_are_simple_paths_the_shortest_first():
    curriculum = a_map(
        a_role("junior-pm"),
        a_move("starter", "tech-pm", months=(30, 40, 50)),
        a_move("starter", "junior-pm", months=(3, 6, 9)),
        a_move("junior-pm", "tech-pm", months=(9, 18, 30)),
    )

    assert ids(curriculum) == ["via-junior-pm", "direct"]
    assert routes(curriculum)[0].title == "About starter, then About junior-pm, then About tech-pm"


def test_a_map_that_runs_in_circles_has_an_end():
    curriculum = a_map(
        a_role("a"), a_role("b"),
        a_move("starter", "a"), a_move("a", "b"), a_move("b", "a"), a_move("a", "starter"),
        a_move("b", "tech-pm"), a_move("tech-pm", "a"), a_move("tech-pm", "starter"),
    )  # fmt: skip

    assert ids(curriculum) == ["via-a-b"]


def test_an_unreachable_target_is_one_leg_without_a_move():
    curriculum = a_map(a_role("island"), a_move("tech-pm", "starter"), a_move("starter", "island"))

    (route,) = routes(curriculum)
    assert (route.id, route.legs[0].move) == ("direct", None)


def test_a_path_never_leads_through_a_detour():
    curriculum = a_map(
        a_detour(), a_move("starter", "delivery-stint"), a_move("delivery-stint", "tech-pm")
    )

    assert ids(curriculum) == ["direct"]


def test_months_served_count_from_any_time_in_the_from_role():
    curriculum = a_map(a_move())
    person = [experience("agile", "2026-01-01", "2026-06-30", role="starter")]

    assert routes(curriculum, *person)[0].legs[0].served_months == pytest.approx(6)


def a_dense_map(count: int):
    names = ["starter", *(f"r{number}" for number in range(count - 2)), "tech-pm"]
    moves = [a_move(start, end) for start, end in permutations(names, 2)]
    roles = [a_role(name, gates=(a_gate(f"g-{name}"),)) for name in names]
    detours = [a_detour(f"d{number}", work=("leading",)) for number in range(6)]
    return a_curriculum(an_exercise(), *roles, *detours, *moves)


def test_a_dense_map_of_thirty_roles_is_planned_and_six_routes_are_kept():
    planner = Planner(person=somebody(a_dense_map(30)))
    medians = [
        forecast.finish_days[len(forecast.finish_days) // 2] for forecast in planner.forecasts
    ]

    assert len(planner.forecasts) == ROUTES_KEPT == 6
    assert all(earlier <= later * NO_EARLIER for earlier, later in pairwise(medians))


def test_a_route_whose_gate_never_opens_is_not_offered_beside_one_that_opens():
    curriculum = a_map(
        a_role("island", work=("pmo",)),
        a_role("yard", work=("leading",)),
        a_move("starter", "island", months=(1, 1, 1)),
        a_move("island", "tech-pm", months=(1, 1, 1)),
        a_move("starter", "yard", months=(1, 1, 1)),
        a_move("yard", "tech-pm", months=(9, 9, 9)),
        needs={"gates": (a_gate(),)},
    )
    planner = Planner(person=somebody(curriculum))

    assert [forecast.route.id for forecast in planner.forecasts] == ["via-yard"]


def test_where_no_route_ever_opens_the_reason_is_said_in_place_of_a_date():
    curriculum = a_map(a_move(), needs={"gates": (a_gate(),)})
    finish = Planner(person=somebody(curriculum)).forecasts[0].finish

    assert (finish.p50, finish.kept) == (None, None)
    assert "nothing on this way gives them" in finish.reason


TWO_STARTS = (
    a_role("lead"),
    a_role("office"),
    a_role("head", needs={"risk": 2}, gates=(a_gate(),)),
    a_move("lead", "head", months=(6, 12, 24)),
    a_move("office", "head", months=(3, 6, 12)),
)


def from_nowhere(*entries, **keys):
    curriculum = a_curriculum(an_exercise(), *TWO_STARTS, **keys)
    person = person_of(curriculum, a_logbook(*entries), TODAY)
    return routes_of(person, curriculum.role["head"])


def test_where_nobodys_place_is_the_start_routes_begin_at_each_role_that_no_move_leads_to():
    found = from_nowhere(experience("leading", "2020-01-01", role="lead"))

    assert {route.id for route in found} == {"via-lead", "via-office"}
    assert {route.legs[0].served_months for route in found} == {0}
    assert {len(route.legs[0].gates) for route in found} == {1}


def test_the_default_role_is_where_one_without_a_role_stands():
    (route,) = from_nowhere(default_role="office")

    assert (route.id, route.legs[0].source.id) == ("direct", "office")


def test_who_is_on_a_detour_comes_back_from_it_before_the_move():
    curriculum = a_curriculum(
        an_exercise(),
        *TWO_STARTS,
        a_detour("stint", work=("leading",), months=(6, 12, 18)),
        a_detour("other", work=("leading",)),
    )
    said = (a_profile(role="lead", on="2026-01-01"), a_profile(role="stint", since=TODAY))
    person = person_of(curriculum, a_logbook(*said), TODAY)
    (route,) = routes_of(person, curriculum.role["head"])

    assert route.id == "direct-with-stint"
    (detour,) = route.detours
    assert detour.is_present
    assert [gate.id for gate in detour.opens] == ["leading-12"]


def test_a_detour_that_is_not_wanted_is_put_into_no_route():
    curriculum = a_curriculum(an_exercise(), *TWO_STARTS, a_detour("stint", work=("leading",)))
    said = a_profile(role="lead", without=("stint",))
    person = person_of(curriculum, a_logbook(said), TODAY)

    assert [route.id for route in routes_of(person, curriculum.role["head"])] == ["direct"]


ON_A_BREAK = a_profile(role="starter", context="break", target="tech-pm")


def test_a_move_under_conditions_is_for_those_for_whom_they_hold():
    led = a_map(
        a_role("junior-pm"),
        a_move("starter", "junior-pm"),
        a_move("junior-pm", "tech-pm"),
        a_move(months=(0, 6, 18), when=("months_leading >= 12",)),
    )
    record = experience("leading", "2024-01-01", "2026-01-01")

    assert ids(led) == ["via-junior-pm"]
    assert ids(led, record)[0] == "direct"


def test_a_detour_is_taken_from_the_roles_it_names_and_by_those_for_whom_it_is():
    gated = {"gates": (a_gate(),)}
    beside = a_map(a_detour(**{"from": ("tech-pm",)}, work=("leading",)), a_move(), needs=gated)
    returners = a_map(a_detour(when=("after_break",), work=("leading",)), a_move(), needs=gated)
    anybody = a_map(a_detour(**{"from": ("starter",)}, work=("leading",)), a_move(), needs=gated)

    assert ids(beside) == ids(returners) == ["direct"]
    assert ids(anybody) == ["direct-with-delivery-stint"]


def test_who_comes_back_is_first_in_the_role_before_and_goes_on_from_there():
    there = a_map(a_move(), needs={"gates": (a_gate(),)}, searches={"break": (3, 6, 12)})
    (route,) = routes(there, ON_A_BREAK)

    assert [(leg.source.id, leg.target.id) for leg in route.legs] == [
        ("starter", "starter"),
        ("starter", "tech-pm"),
    ]
    assert [leg.is_return for leg in route.legs] == [True, False]
    assert (route.id, route.legs[0].gates) == ("direct", ())
    assert [leg.search for leg in route.legs] == [(3, 6, 12), (0, 0, 0)]


def test_a_placement_for_people_who_come_back_is_offered_beside_the_plain_way():
    returnship = a_detour("returnship", when=("after_break",))
    there = a_map(returnship, a_move(), searches={"break": (3, 6, 12)})

    assert ids(there, ON_A_BREAK) == ["direct", "direct-with-returnship"]
    plain, placed = routes(there, ON_A_BREAK)
    assert placed.legs[0].search < plain.legs[0].search


def test_a_placement_for_people_who_come_back_is_offered_on_the_way_back_alone():
    returnship = a_detour("returnship", when=("after_break",), work=("leading",))
    there = a_map(returnship, a_move(), needs={"gates": (a_gate(),)})
    placed = routes(there, ON_A_BREAK)[-1]

    assert ids(there, ON_A_BREAK) == ["direct", "direct-with-returnship"]
    assert [len(leg.detours) for leg in placed.legs] == [1, 0]


def test_on_the_way_back_no_month_of_the_role_counts():
    works = a_map(a_role("lead", work=("leading",)), a_move("lead", "tech-pm"))
    (route,) = routes(works, a_profile(role="lead", context="break"))
    gate = a_map(needs={"gates": (a_gate(),)}).role["tech-pm"].gates[0]
    person = somebody(works, a_profile(role="lead", context="break"))

    assert months_a_month(person, route.legs[0], gate) == 0
    assert months_a_month(person, route.legs[1], gate) == 1


def test_a_step_back_asks_for_no_gate():
    chain = a_curriculum(
        an_exercise(),
        a_role("starter"),
        a_role("tech-pm", work=("leading",), gates=(a_gate(), {"id": "x", "kind": "confirmed"})),
        a_role("head"),
        a_move("starter", "tech-pm"),
        a_move("tech-pm", "head"),
    )
    (route,) = routes(chain, a_profile(role="head"))

    assert route.is_step_back
    assert not route.is_off_the_map
    assert route.legs[0].gates == ()


def test_a_role_behind_that_needs_something_else_is_another_trade():
    chain = a_curriculum(
        an_exercise(),
        a_role("starter"),
        a_role("tech-pm", needs={"product": 3, "risk": 1}, gates=(a_gate(),)),
        a_role("head", needs={"risk": 3}),
        a_move("starter", "tech-pm"),
        a_move("tech-pm", "head"),
    )
    (route,) = routes(chain, a_profile(role="head"))

    assert route.is_off_the_map
    assert [status.gate.id for status in route.legs[0].gates] == ["leading-12"]


def test_between_two_roles_that_no_move_joins_the_way_is_off_the_map():
    beside = a_map(a_role("analyst"), a_move(), a_move("starter", "analyst"))
    (route,) = routes(beside, a_profile(role="analyst"))

    assert route.is_off_the_map
    assert not route.is_step_back


def test_a_project_beside_the_post_leaves_the_posts_own_months_running():
    gates = (months_of("pmo", 12), months_of("leading", 6))
    office = a_role("office", work=("pmo",))
    beside = {"beside": True, "work": {"leading": 0.5}, "months": (12, 12, 12)}
    goes_on = a_map(office, a_detour(**beside), a_move("office", "tech-pm"), needs={"gates": gates})
    away = a_map(
        office,
        a_detour(**{**beside, "beside": False}),
        a_move("office", "tech-pm"),
        needs={"gates": gates},
    )
    held = a_profile(role="office", target="tech-pm", since=TODAY)

    def finish(curriculum):
        return Planner(person=somebody(curriculum, held)).forecasts[0].finish.p50

    assert finish(goes_on) < finish(away)


def test_a_move_aside_is_the_first_of_a_way_or_its_last_and_never_in_its_midst():
    aside = a_move("lead", "other", months=(1, 2, 3), side=True)
    long = a_move("lead", "tech-pm", months=(48, 60, 72))
    onward = (a_move("starter", "lead"), a_move("other", "tech-pm"), long)
    curriculum = a_map(a_role("lead"), a_role("other"), *onward, aside)

    assert ids(curriculum) == ["via-lead"]
    assert ids(curriculum, target="other") == ["via-lead"]
    assert ids(curriculum, a_profile(role="lead")) == ["via-other", "direct"]


def test_who_went_aside_is_no_further_along_and_goes_back_without_gates():
    back = a_move("tech-pm", "starter", side=True)
    curriculum = a_map(a_move(), back, needs={"gates": (a_gate(),)})
    (route,) = routes(curriculum, a_profile(role="tech-pm"), target="starter")

    assert route.is_step_back
    assert curriculum.further_along("tech-pm") == ("tech-pm",)


def test_months_of_another_trade_are_asked_of_those_too_who_come_back():
    gates = (a_gate(), a_gate("months-technical", work="technical", stays=True))
    curriculum = a_map(a_role("lead"), a_move("tech-pm", "lead"), needs={"gates": gates})
    (route,) = routes(curriculum, a_profile(role="lead"))

    assert route.is_step_back
    assert [status.gate.id for status in route.legs[0].gates] == ["months-technical"]
