"""Services that a post asks for and nobody spoke of are unknown, and no zero."""

from datetime import date

from pmcareer.domain.person.person import person_of
from pmcareer.domain.person.unsaid_skills import asking_command, unsaid_skills

from builders import (
    TODAY,
    a_curriculum,
    a_logbook,
    a_profile,
    a_role,
    assessed,
    experience,
)

MAP = a_curriculum(
    a_role("starter"),
    a_role("office", needs={"benefits": 3, "prioritisation": 1}, work=("pmo",)),
    a_role("head", needs={"benefits": 3}, work=("portfolio", "pmo")),
    a_role("top"),
)
OFFICE = a_profile(role="office", target="top")


def asked(*entries):
    person = person_of(MAP, a_logbook(*entries), TODAY)
    return unsaid_skills(person), asking_command(person)


def test_somebody_of_an_office_is_asked_what_it_gives_until_that_or_its_type_is_said():
    assert asked(OFFICE) == (("benefits",), "pmcareer profile --pmo-services WORDS")
    assert asked(OFFICE, assessed("benefits", 1))[0] == ()
    for said in ({"pmo_type": "project"}, {"pmo_services": ("reporting",)}):
        assert asked(OFFICE, a_profile(**said)) == ((), "")


def test_whose_months_would_tell_is_asked_since_when():
    head = a_profile(role="head", target="top")
    assert asked(head) == (("benefits",), "pmcareer profile --role head --since DATE")
    assert asked(head, experience("pmo", "2026-10-01", role="head")) == ((), "")
    assert asked() == ((), "")


def test_of_a_target_that_is_held_all_is_unknown_until_its_months_are_said():
    head = a_profile(role="head", target="head")
    assert asked(head) == (("benefits",), "pmcareer profile --role head --since DATE")
    assert asked(head, a_profile(since=date(2026, 10, 1))) == ((), "")
