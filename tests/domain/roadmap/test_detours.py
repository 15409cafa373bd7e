import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.roadmap.paths import routes_of
from pmcareer.domain.roadmap.routes import Route

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


@pytest.mark.parametrize(
    ("to", "lacks", "ahead"),
    [
        pytest.param("2022-12-31", 12, 12, id="half of it, as much as the gate lacks"),
        pytest.param("2022-06-30", 18, 18, id="a quarter"),
    ],
)
def test_who_goes_again_has_the_rest_of_a_detour_ahead(to, lacks, ahead):
    served = experience("delivery", "2022-01-01", to, role="delivery-stint")
    delivery = routes(GATED, served)[0].legs[0].detours[0]

    assert round(delivery.least_months) == lacks
    assert round(delivery.months_ahead) == ahead
    assert not delivery.is_present


def test_who_served_a_detour_without_its_work_still_stays_until_the_gate_opens():
    served = experience("hands-on", "2020-01-01", "2022-12-31", role="delivery-stint")
    delivery = routes(GATED, served)[0].legs[0].detours[0]

    assert (round(delivery.served_months), delivery.months_ahead) == (36, 24)


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


def test_many_gates_and_many_detours_are_planned():
    works = ("leading", "business", "people", "risk", "agile", "pmo", "portfolio", "analysis")
    detours = [a_detour(f"d{number}", work=works) for number in range(30)]
    gates = tuple(a_gate(f"g-{work}-{number}", work=work) for number in range(3) for work in works)
    curriculum = a_map(*detours, a_move(), needs={"gates": gates})

    assert 1 <= len(routes(curriculum)) <= 24 * 8


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        pytest.param(12, "via-junior-pm-office", id="just as many"),
        pytest.param(13, "via-junior-pm-office-with-delivery-stint", id="one too few"),
    ],
)
def test_a_leg_on_the_way_is_taken_to_give_the_likely_months_of_its_move(months, expected):
    assert ids(earning_on_the_way(months)) == [expected]


def earning_on_the_way(months):
    return a_map(
        a_detour(work=("leading",)),
        a_role("junior-pm", work=("leading",)),
        a_role("office", work=("pmo",)),
        a_move("starter", "junior-pm"),
        a_move("junior-pm", "office", months=(3, 12, 90)),
        a_move("office", "tech-pm"),
        needs={"gates": (a_gate(months=months),)},
    )


def test_months_served_already_are_not_earned_on_the_way_again():
    half_served = experience("technical", "2025-01-01", "2025-06-30", role="junior-pm")

    assert ids(earning_on_the_way(12), half_served) == ["via-junior-pm-office-with-delivery-stint"]


def test_a_detour_on_the_way_gives_its_months_to_the_gates_behind_it():
    def on_the_way(months):
        return a_map(
            a_detour("one", work=("leading",), months=(6, 6, 6)),
            a_detour("two", work=("leading",), months=(6, 6, 6)),
            a_role("middle", gates=(a_gate("first", months=4),)),
            a_move("starter", "middle"),
            a_move("middle", "tech-pm"),
            needs={"gates": (a_gate("last", months=months),)},
        )

    assert ids(on_the_way(6)) == ["via-middle-with-one", "via-middle-with-two"]
    assert ids(on_the_way(7)) == ["via-middle-with-one-two", "via-middle-with-two-one"]


def test_a_detour_lasts_for_the_gate_that_lacks_most():
    gates = (a_gate("few", months=9), a_gate("many", months=15), a_gate("some", months=12))
    curriculum = a_map(a_detour(work=("leading",)), a_move(), needs={"gates": gates})
    (detour,) = routes(curriculum)[0].legs[0].detours

    assert detour.least_months == 15
    assert [gate.id for gate in detour.opens] == ["few", "many", "some"]


@pytest.mark.parametrize(
    ("ways_out", "expected"),
    [
        ([a_move("away", "elsewhere", months=(1, 2, 3))], (1, 2, 3)),
        ([a_move("starter", "away", months=(7, 8, 9))], (0, 0, 0)),
        ([], (0, 0, 0)),
    ],
    ids=["a move elsewhere", "moves in, and none out", "no move at all"],
)
def test_a_detour_from_which_nothing_leads_back_lasts_as_long_as_any_move_out(ways_out, expected):
    curriculum = a_map(
        a_detour("away", work=("business",), months=None),
        a_role("elsewhere"),
        a_move(),
        *ways_out,
        needs={"gates": (a_gate("business", work="business", months=12),)},
    )
    (route,) = routes(curriculum)

    assert route.legs[0].detours[0].months == expected


def test_a_detour_that_was_retired_is_not_proposed():
    curriculum = a_map(
        a_detour("old-stint", work=("leading",), retired=True),
        a_detour("new-stint", work=("leading",)),
        a_move(),
        needs={"gates": (a_gate(),)},
    )

    assert ids(curriculum) == ["direct-with-new-stint"]
