from itertools import pairwise, permutations

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import ROUTES_KEPT, Planner
from pmcareer.domain.roadmap.paths import routes_of
from pmcareer.domain.roadmap.routes import Route

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


def somebody(curriculum, *entries):
    return person_of(curriculum, a_logbook(*entries), TODAY)


def routes(curriculum, *entries, target="tech-pm") -> list[Route]:
    return routes_of(somebody(curriculum, *entries), curriculum.role[target])


def ids(*args, **keys) -> list[str]:
    return [route.id for route in routes(*args, **keys)]


def a_map(*items, needs=None):
    return a_curriculum(
        an_exercise(), a_role("starter"), *items, a_role("tech-pm", **(needs or {}))
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


GATED = a_map(
    a_detour("delivery-stint", work=("leading",), months=(12, 24, 36)),
    a_detour("operations-secondment", work=("business",), months=(6, 9, 12)),
    a_detour("strategy-post", work=("business",), months=(12, 24, 36)),
    a_detour("part-time-mba"),
    a_move(),
    needs={
        "gates": (
            a_gate("delivery", work="delivery", months=24),
            a_gate("business", work="business", months=12),
        )
    },
)


def test_a_detour_is_put_where_months_are_missing_that_it_gives():
    assert set(ids(GATED)) == {
        "direct-with-delivery-stint-operations-secondment",
        "direct-with-delivery-stint-strategy-post",
    }


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param(
            [experience("leading", "2020-01-01", "2022-12-31")],
            {"direct-with-operations-secondment", "direct-with-strategy-post"},
            id="delivery on record",
        ),
        pytest.param(
            [
                experience("leading", "2020-01-01", "2022-12-31"),
                experience("business", "2018-01-01", "2018-12-31"),
            ],
            {"direct"},
            id="all on record",
        ),
        pytest.param(
            [
                experience("leading", "2026-06-01"),
                experience("business", "2018-01-01", "2018-12-31"),
            ],
            {"direct"},
            id="on the way with the present work",
        ),
    ],
)
def test_no_detour_for_months_that_are_there_or_come_anyway(entries, expected):
    assert set(ids(GATED, *entries)) == expected


def test_a_detour_lasts_until_its_gate_has_its_months():
    leg = routes(GATED)[0].legs[0]
    delivery, business = leg.detours

    assert (delivery.least_months, business.least_months) == (24, 12)
    assert [gate.id for gate in business.opens] == ["business"]


def test_a_share_of_a_month_takes_longer():
    curriculum = a_map(
        a_detour("consulting", work={"delivery": 0.5}),
        a_move(),
        needs={"gates": (a_gate(work="delivery", months=12),)},
    )

    assert routes(curriculum)[0].legs[0].detours[0].least_months == 24


def test_months_earned_on_the_way_need_no_detour():
    curriculum = a_map(
        a_detour(work=("leading",)),
        a_role("junior-pm", work=("leading",)),
        a_role("office", work=("pmo",)),
        a_move("starter", "junior-pm"),
        a_move("junior-pm", "office", months=(9, 18, 30)),
        a_move("office", "tech-pm"),
        needs={"gates": (a_gate(months=12),)},
    )

    assert ids(curriculum) == ["via-junior-pm-office"]


def test_each_detour_is_taken_once_on_a_route():
    gates = (a_gate("a", months=12),)
    curriculum = a_map(
        a_detour(work=("leading",), months=(1, 1, 1)),
        a_role("middle", gates=gates),
        a_move("starter", "middle"),
        a_move("middle", "tech-pm"),
        needs={"gates": (a_gate("b", months=60),)},
    )

    for route in routes(curriculum):
        detours = [detour.role.id for leg in route.legs for detour in leg.detours]
        assert len(detours) == len(set(detours))


def test_time_before_a_detour_comes_from_the_map_and_its_length_from_the_role_or_the_move_back():
    curriculum = a_map(
        a_detour(work=("leading",), months=None),
        a_move(),
        a_move("starter", "delivery-stint", months=(1, 2, 3)),
        a_move("delivery-stint", "starter", months=(4, 5, 6)),
        needs={"gates": (a_gate(),)},
    )
    (detour,) = routes(curriculum)[0].legs[0].detours

    assert (detour.wait, detour.months, detour.key) == (
        (1, 2, 3),
        (4, 5, 6),
        "move:starter:delivery-stint",
    )


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
    assert all(earlier <= later for earlier, later in pairwise(medians))


def test_many_gates_and_many_detours_are_planned():
    works = ("leading", "business", "people", "risk", "agile", "pmo", "portfolio", "analysis")
    detours = [a_detour(f"d{number}", work=works) for number in range(30)]
    gates = tuple(a_gate(f"g-{work}-{number}", work=work) for number in range(3) for work in works)
    curriculum = a_map(*detours, a_move(), needs={"gates": gates})

    assert 1 <= len(routes(curriculum)) <= 24 * 8


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
    assert "never opens" in finish.reason
