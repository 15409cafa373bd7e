"""Nobody is left without a word about certificates: where none is worth its money, the reason is said."""

from datetime import date

import pytest

from pmcareer.domain.coaching.none_to_pay import none_to_pay
from pmcareer.domain.gates.certificates import certification_clocks
from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_gate,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    certified,
    experience,
)

LED = experience("leading", "2021-11-22", TODAY, id="led")
ROLES = (a_role("starter"), a_role("senior"))
CASES = {
    "behind": ((), {}, ()),
    "none": ((), {"offer_to": ("starter",)}, ("senior",)),
    "long": ((), {"study_hours": (500, 500, 500)}, ("senior",)),
    "held": ((certified("a1", on="2026-01-01"),), {}, ("senior",)),
    "renewal": (
        (certified("a1", on="2020-01-01", expires=date(2024, 1, 1)),),
        {"lapse": {}},
        ("senior",),
    ),
    "missing": ((), {"gates": (a_gate(months=80),)}, ("senior",)),
    "needless": ((), {"needless_after": {"leading": 36.0}}, ("senior",)),
    "elsewhere": ((), {"only_where": "in one country"}, ("senior",)),
}


@pytest.mark.parametrize("reason", CASES)
def test_each_reason_is_said_where_it_is_true(reason):
    entries, keys, roles = CASES[reason]
    item = a_certification("a1", **({"offer_to": ("senior",), "renew": {"years": 3}} | keys))
    curriculum = a_curriculum(an_exercise(), *ROLES, a_move("starter", "senior"), item)
    profile = a_profile(role="starter", target="senior")
    person = person_of(curriculum, a_logbook(profile, LED, *entries), TODAY)
    found = none_to_pay(person, roles, certification_clocks(person, 8.0))
    assert (found.reason, found.role.id) == (reason, "senior")
    assert [clock.certification.id for clock in found.clocks] == ["a1"] * (
        reason not in ("behind", "none")
    )


def test_of_several_that_miss_months_the_one_aimed_at_is_named_and_then_the_nearest():
    far = a_certification("far", offer_to=("senior",), gates=(a_gate(months=200),))
    near = a_certification("near", offer_to=("senior",), gates=(a_gate(months=80),))
    curriculum = a_curriculum(an_exercise(), *ROLES, a_move("starter", "senior"), far, near)
    for said, expected in ({}, "near"), ({"goal_certificate": "far"}, "far"):
        profile = a_profile(role="starter", target="senior", **said)
        going_on = experience("leading", "2021-11-22", id="still")
        person = person_of(curriculum, a_logbook(profile, going_on), TODAY)
        found = none_to_pay(person, ("senior",), certification_clocks(person, 8.0))
        assert found.clocks[0].certification.id == expected
