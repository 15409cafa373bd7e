from dataclasses import replace

import pytest

from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.person.person import person_of
from pmcareer.domain.roadmap.paths import routes_of
from pmcareer.domain.roadmap.routes import (
    Route,
    ToProve,
    months_a_month,
    move_between,
    share_for,
)

from builders import (
    TODAY,
    a_curriculum,
    a_detour,
    a_gate,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    a_skill,
    an_exercise,
    experience,
)

MAP = a_curriculum(
    an_exercise(),
    a_role("starter", work={"delivery": 0.5}),
    a_role("middle", work={"delivery": 0.25}),
    a_detour(work=("business",)),
    a_role("tech-pm", gates=(a_gate("business", work="business"),)),
    a_move("starter", "middle"),
    a_move("middle", "tech-pm"),
)
(DELIVERY,) = a_role(gates=(a_gate(work="delivery"),)).gates


def somebody(*entries):
    return person_of(MAP, a_logbook(*entries), TODAY)


def route(*entries) -> Route:
    return routes_of(somebody(*entries), MAP.role["tech-pm"])[0]


def test_a_route_is_called_by_the_roles_between_and_by_its_detours():
    assert route().id == "via-middle-with-delivery-stint"
    assert route().title == (
        "About starter, then About middle, then About delivery-stint, then About tech-pm"
    )


def test_a_route_to_where_one_stands_names_the_role_once():
    there, direct = route(a_profile(role="tech-pm")), route(a_profile(role="middle"))

    assert (there.id, there.title) == ("direct", "About tech-pm")
    assert direct.title == "About middle, then About delivery-stint, then About tech-pm"


def test_a_leg_lacks_the_gates_of_months_that_are_not_on_record():
    first, last = route().legs
    on_record = experience("business", "2020-01-01", "2022-12-31")

    assert (first.lacking, [status.gate.id for status in last.lacking]) == ([], ["business"])
    assert route(on_record).legs[-1].lacking == []


@pytest.mark.parametrize(
    ("entries", "shares"),
    [
        pytest.param((), [0.5, 0.25], id="by the role"),
        pytest.param((experience("delivery", "2026-01-01"),), [1.0, 0.25], id="going on today"),
        pytest.param((experience("delivery", "2025-01-01", "2025-06-30"),), [0.5, 0.25], id="over"),
    ],
)
def test_what_a_month_in_a_role_counts_and_more_at_first_where_the_work_goes_on(entries, shares):
    person = somebody(*entries)

    assert [months_a_month(person, leg, DELIVERY) for leg in route(*entries).legs] == shares


def test_a_leg_without_a_move_takes_no_months():
    leg = replace(route().legs[0], move=None)

    assert leg.months == (0.0, 0.0, 0.0)


def test_others_decide_when_a_leg_ends_where_one_looks_for_a_post_or_they_open_a_gate():
    taught = a_role(gates=(a_gate("taught", kind="confirmed", months=(1, 3, 9)),)).gates[0]
    leg = route().legs[0]
    assert leg.is_for_others is False
    assert replace(leg, search=(2, 4, 8)).is_for_others is True
    assert replace(leg, gates=(gate_status(somebody(), taught),)).is_for_others is True


def test_of_many_levels_to_be_proved_in_the_roles_three_are_named_each_at_its_highest():
    def proved(*levels):
        proofs = [ToProve(skill=a_skill(name), level=level, months=0.0) for name, level in levels]
        return Route(legs=(replace(route().legs[0], to_prove=tuple(proofs)),)).proofs

    three = ("one", 4), ("two", 5), ("three", 4)
    assert proved(*three) == "About one 4, About two 5, About three 4"
    assert proved(*three, ("one", 5)) == "About one 5, About two 5, About three 4"
    assert proved(*three, ("four", 4), ("five", 5)) == (
        "About one 4, About two 5, About three 4 and 2 more"
    )


def test_who_has_no_role_looks_for_one_to_which_no_move_leads_and_who_holds_it_does_not():
    alone = a_role("alone", needs={"risk": 2}, search=None)
    island = a_curriculum(an_exercise(), a_role("a"), a_role("b"), alone, a_move("a", "b"))

    def search(*entries):
        person = person_of(island, a_logbook(*entries), TODAY)
        return routes_of(person, alone)[0].legs[0].search

    assert search() == (2, 4, 8)
    assert search(a_profile(role="alone")) == (0, 0, 0)


def test_a_move_is_found_by_where_it_leads_from_and_to():
    assert move_between(MAP, "starter", "middle") is MAP.moves[0]
    assert move_between(MAP, "middle", "starter") is None


def test_a_role_gives_a_gate_the_share_of_its_work():
    assert share_for(MAP.role["starter"], DELIVERY) == 0.5
    assert share_for(MAP.role["delivery-stint"], DELIVERY) == 0.0
