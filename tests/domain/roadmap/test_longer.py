"""A longer way that opens nothing is not offered; one that opens something is."""

import pytest

from pmcareer.domain.person.person import person_of
from pmcareer.domain.roadmap.paths import routes_of
from running import run_cli

from builders import TODAY, a_curriculum, a_gate, a_logbook, a_move, a_role, an_exercise, experience

SHORT = a_move("starter", "tech-pm", months=(6, 12, 24))
FIRST = a_move("starter", "middle", months=(3, 6, 12))
SECOND = a_move("middle", "tech-pm", months=(6, 12, 24))


def ids(middle=None, *moves, exercise=None, **target):
    curriculum = a_curriculum(
        exercise or an_exercise(),
        a_role("starter"),
        middle or a_role("middle"),
        a_role("tech-pm", **target),
        *(moves or (SHORT, FIRST, SECOND)),
        default_role="starter",
    )
    person = person_of(curriculum, a_logbook(experience("technical", "2026-01-01")), TODAY)
    return {route.id for route in routes_of(person, curriculum.role["tech-pm"])}


def test_a_way_with_one_role_more_that_opens_nothing_is_not_offered():
    assert ids() == {"direct"}


@pytest.mark.parametrize(
    ("middle", "target"),
    [
        pytest.param(
            a_role("middle", work=("leading",)),
            {"gates": (a_gate(months=12),)},
            id="months of a gate",
        ),
        pytest.param(
            a_role("middle"), {"requires": ("rsk-01",)}, id="an exercise that it requires"
        ),
    ],
)
def test_a_way_whose_role_opens_something_is_offered(middle, target):
    office = an_exercise(standing="middle" if "requires" in target else None)
    assert "via-middle" in ids(middle, exercise=office, **target)


@pytest.mark.parametrize(
    "months", [pytest.param((1, 2, 3), id="all of them"), pytest.param((9, 13, 14), id="the most")]
)
def test_a_way_that_takes_fewer_months_is_offered(months):
    quick = a_move("middle", "tech-pm", months=months)
    assert ids(None, SHORT, a_move("starter", "middle", months=(1, 2, 3)), quick) == {
        "direct",
        "via-middle",
    }


def test_whoever_has_led_for_years_is_not_sent_by_way_of_a_coordinator():
    assert run_cli("experience", "leading", "--from", "2022-05-22").code == 0
    for target in ("junior-pm", "tech-pm", "senior-pm"):
        routes = run_cli("plan", "--target", target, "--json").json["routes"]
        assert all("coordinator" not in route["id"] for route in routes)
