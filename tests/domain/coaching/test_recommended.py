"""At most two certificates, each for a role of the way, and none that would say nothing more."""

from datetime import date

import pytest

from pmcareer.domain.coaching.recommended import named_ahead, recommended
from pmcareer.domain.gates.certificates import certification_clocks, superseded_for
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
"""Sixty months that end today."""
ROLES = (a_role("starter"), a_role("middle"), a_role("senior"))
MOVES = (a_move("starter", "middle"), a_move("middle", "senior"))


def somebody(*entries, items, **profile):
    curriculum = a_curriculum(an_exercise(), *ROLES, *MOVES, *items)
    said = a_profile(role="starter", target="senior", hours_per_week=8.0, **profile)
    return person_of(curriculum, a_logbook(said, *entries), TODAY)


def offered(*entries, items, roles=("middle", "senior"), **profile):
    person = somebody(*entries, items=items, **profile)
    found = recommended(person, roles, certification_clocks(person, 8.0))
    return {each.role.id: each.certification.id for each in found}


def for_role(name, role="middle", **keys):
    study = {"study_hours": (40, 70, 120)}
    return a_certification(name, **({"offer_to": (role,)} | study | keys))


def test_one_is_for_the_next_role_and_one_for_the_role_after():
    items = (for_role("a1"), for_role("a2"), for_role("b1", "senior"))
    assert offered(LED, items=items) == {"middle": "a1", "senior": "b1"}


def test_none_is_offered_before_half_a_year_of_project_work():
    few = experience("leading", "2026-08-22", TODAY)
    assert offered(few, items=(for_role("a1"),)) == {}


def test_that_no_months_are_asked_for_is_no_reason_to_offer():
    assert offered(LED, items=(a_certification("a1", fit=("middle",)),)) == {}


@pytest.mark.parametrize(
    "entry",
    [certified("higher", on="2026-01-01"), certified("higher", on="2016-01-01")],
    ids=["valid", "lapsed long ago"],
)
def test_what_a_certificate_on_record_supersedes_is_not_offered(entry):
    higher = a_certification(
        "higher", supersedes=("middling",), renew={"years": 3, "units": 60}, fit=("senior",)
    )
    middling = a_certification("middling", supersedes=("a1",))
    items = (for_role("a1"), middling, higher)
    assert offered(LED, entry, items=items) == {}
    assert offered(LED, items=items) == {"middle": "a1"}


def test_all_that_follows_from_what_is_superseded_is_superseded_too():
    items = (
        a_certification("a", supersedes=("b",)),
        a_certification("b", supersedes=("c", "a")),
        a_certification("c"),
    )
    person = somebody(certified("a"), items=items)
    assert superseded_for(person) == {"a", "b", "c"}


def test_what_is_asked_for_in_one_trade_alone_is_offered_there_alone():
    items = (for_role("a1", industries=("building",), only_where="in building"),)
    assert offered(LED, items=items) == {}
    assert offered(LED, items=items, goal_certificate="a1") == {"middle": "a1"}


def test_one_that_opens_within_a_year_is_offered_and_a_later_one_is_not():
    soon = for_role("soon", gates=(a_gate(months=66),))
    late = for_role("late", gates=(a_gate(months=80),))
    going_on = experience("leading", "2021-11-22", id="still")
    assert offered(going_on, items=(late, soon)) == {"middle": "soon"}


def test_study_that_fits_no_year_is_not_offered():
    assert offered(LED, items=(for_role("a1", study_hours=(400, 450, 500)),)) == {}


def test_it_is_offered_after_some_work_and_not_any_more_after_much():
    after = for_role("a1", offer_after={"leading": 72.0})
    needless = for_role("a2", needless_after={"leading": 48.0})
    assert offered(LED, items=(after, needless)) == {}
    both = (for_role("a1", offer_after={"leading": 24.0}, needless_after={"leading": 72.0}),)
    assert offered(LED, items=both) == {"middle": "a1"}


def test_one_that_takes_a_new_exam_is_offered_again_and_one_that_can_be_renewed_is_not():
    ran_out = certified("a1", on="2016-01-01", expires=date(2019, 1, 1))
    again = for_role("a1", lapse={"exam_again": True})
    renewable = for_role("a1", lapse={})
    assert offered(LED, ran_out, items=(again,)) == {"middle": "a1"}
    assert offered(LED, ran_out, items=(renewable,)) == {}


def test_what_has_to_be_held_before_comes_before():
    items = (for_role("a1", requires=("first",)), a_certification("first"))
    assert offered(LED, items=items) == {}
    assert offered(LED, certified("first"), items=items) == {"middle": "a1"}


def test_what_serves_in_its_place_is_named_where_its_months_are_there():
    late = a_certification("late", gates=(a_gate(months=80),))
    items = (for_role("a1", alternatives=("late", "other")), late, a_certification("other"))
    person = somebody(LED, items=items)
    (found,) = recommended(person, ("middle",), certification_clocks(person, 8.0))
    assert [each.id for each in found.others] == ["other"]
    assert (found.is_next, found.is_goal, found.industry, found.is_again) == (
        True,
        False,
        None,
        False,
    )


def test_what_serves_a_later_role_too_comes_first_and_then_what_the_move_names():
    items = (for_role("a1"), for_role("a2"), for_role("a3", offer_to=("middle", "senior")))
    assert offered(LED, items=items)["middle"] == "a3"
    curriculum = a_curriculum(
        an_exercise(), *ROLES, a_move("starter", "middle", certificates=("a2",)), *items[:2]
    )
    person = person_of(
        curriculum, a_logbook(a_profile(role="starter", target="middle"), LED), TODAY
    )
    (found,) = recommended(person, ("middle",), certification_clocks(person, 8.0))
    assert found.certification.id == "a2"


def test_what_a_recommended_one_supersedes_is_listed_and_not_offered_beside_it():
    items = (for_role("a1", supersedes=("b1",)), for_role("b1", "senior"))
    person = somebody(LED, items=items)
    found = recommended(person, ("middle", "senior"), certification_clocks(person, 8.0))
    assert [each.certification.id for each in found] == ["a1"]
    assert named_ahead(person, ("middle", "senior")) == {"a1", "b1"}
