from datetime import UTC, date, datetime

from pmcareer.domain.coaching.standing import standing_in_question
from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_curriculum,
    a_gate,
    a_logbook,
    a_move,
    a_profile,
    a_role,
    an_exercise,
    closed,
    experience,
)

TWO_CLOSED = {"id": "two-closed", "kind": "closed", "count": 2}
SHOWN = {"id": "shown", "kind": "confirmed"}
MAP = a_curriculum(
    an_exercise(),
    a_role("starter"),
    a_role("lead", gates=(a_gate(), TWO_CLOSED, SHOWN)),
    a_role("head", gates=(a_gate("leading-36", months=36),)),
    a_role("tech-pm"),
    a_move("starter", "lead"),
    a_move("lead", "head"),
    a_move("head", "tech-pm"),
)
LED = experience("leading", date(2022, 1, 1), date(2026, 1, 1))
PROJECTS = (closed("A shop"), closed("A release"))
ROLE = a_profile(role="starter", on=date(2026, 1, 2))


def asked(*entries):
    return standing_in_question(person_of(MAP, a_logbook(*entries), TODAY))


def test_who_has_led_and_closed_is_asked_whether_the_role_that_asks_for_it_is_theirs():
    found = asked(ROLE, LED, *PROJECTS)

    assert found.startswith("Is About lead what you do? Your record has what it asks (")
    assert found.endswith("pmcareer profile --role lead --since DATE")


def test_months_alone_or_projects_alone_speak_for_no_role():
    assert asked(ROLE, LED) == ""
    assert asked(ROLE, *PROJECTS) == ""
    assert asked(ROLE, LED, PROJECTS[0]) == ""


def test_whoever_says_a_role_after_the_record_has_answered():
    assert asked(LED, *PROJECTS, a_profile(role="starter", on=TODAY, id="later")) != ""
    later = a_profile(role="starter", at=datetime(2026, 11, 21, 23, tzinfo=UTC))
    assert asked(LED, *PROJECTS, later) == ""


def test_who_is_there_already_is_asked_nothing():
    assert asked(a_profile(role="lead", on=date(2026, 1, 2)), LED, *PROJECTS) == ""
