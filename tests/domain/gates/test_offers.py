"""A certificate is named for a role by itself or by the move to it, the same on every screen."""

from pmcareer.domain.gates.offers import helpful_for, is_usual, named_for, usual_for
from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
)

ITEMS = (
    a_certification("offered", offer_to=("senior",)),
    a_certification("by-move", offer_to=("other",)),
    a_certification("by-another-move", offer_to=("other",)),
    a_certification("by-any-move"),
    a_certification("suits", fit=("senior",)),
    a_certification("retired", offer_to=("senior",), retired=True),
)
ROLES = (a_role("starter"), a_role("other"), a_role("senior"))
MOVES = (
    a_move("starter", "senior", certificates=("by-move",)),
    a_move("other", "senior", certificates=("by-another-move", "by-any-move")),
)


def somebody(**said):
    curriculum = a_curriculum(an_exercise(), *ROLES, *MOVES, *ITEMS)
    profile = a_profile(role="starter", target="senior", **said)
    return person_of(curriculum, a_logbook(profile), TODAY)


def test_those_help_that_are_offered_or_that_the_move_from_where_one_stands_names():
    helpful = [item.id for item in helpful_for(somebody(), "senior")]
    assert helpful == ["offered", "by-move", "by-any-move"]


def test_one_that_is_offered_for_no_role_is_named_where_it_suits():
    named = {item.id for item in named_for(somebody(), "senior")}
    assert named == {"offered", "by-move", "by-any-move", "suits"}


def test_what_is_asked_for_in_one_place_is_usual_for_who_works_there_or_aims_at_it():
    local = a_certification("local", only_where="in building", industries=("building",))
    assert not is_usual(somebody(), local)
    assert is_usual(somebody(industry="building"), local)
    assert is_usual(somebody(goal_certificate="local"), local)


def test_what_is_usual_leaves_out_what_is_asked_for_in_places_that_are_not_theirs():
    elsewhere = a_certification("elsewhere", only_where="in rail", industries=("rail",))
    curriculum = a_curriculum(an_exercise(), *ROLES, a_certification("anywhere"), elsewhere)
    person = person_of(curriculum, a_logbook(a_profile(role="starter", target="senior")), TODAY)
    assert usual_for(person) == {"anywhere"}
