"""What was served in a role, and on a detour from it."""

from datetime import date

import pytest

from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.person.person import person_of
from pmcareer.domain.person.served import ranges_held, ranges_in_role, ranges_on_detour

from builders import TODAY, a_curriculum, a_detour, a_logbook, a_move, a_profile, a_role, experience

MAP = a_curriculum(
    a_role("lead", work=("leading",)),
    a_role("head", work=("people",)),
    a_detour("stint", work=("business",)),
    a_move("lead", "head"),
)


def somebody(*entries):
    return person_of(MAP, a_logbook(a_profile(role="lead", on="2026-01-01"), *entries), TODAY)


@pytest.mark.parametrize(
    ("stay", "lead", "head"),
    [
        pytest.param(experience("technical", "2025-11-22", role="lead"), 12, 0, id="in the role"),
        pytest.param(experience("people", "2025-11-22", role="head"), 12, 12, id="further along"),
        pytest.param(experience("people", "2025-11-22"), 12, 12, id="of a later role's work"),
        pytest.param(experience("business", "2025-11-22", role="stint"), 12, 0, id="on a detour"),
        pytest.param(experience("business", "2025-11-22"), 0, 0, id="of no role's work"),
    ],
)
def test_months_serve_the_role_they_were_spent_in_and_those_before_it(stay, lead, head):
    person = somebody(stay)

    assert round(months_in(ranges_in_role(person, "lead"))) == lead
    assert round(months_in(ranges_in_role(person, "head"))) == head


def test_months_on_a_detour_are_those_that_name_it_and_those_since_its_first_day():
    named = experience("business", "2025-11-22", "2026-05-21", role="stint")
    person = somebody(named, a_profile(role="stint", since=date(2026, 5, 22)))

    assert round(months_in(ranges_on_detour(person, "stint"))) == 12


def test_what_was_served_in_a_role_is_held_to_be_its_work_too():
    person = somebody(experience("risk", "2025-11-22", role="head"))

    assert round(months_in(ranges_held(person, "people"))) == 12
    assert months_in(ranges_held(person, "business")) == 0
    assert months_in(person.ranges_of("people")) == 0
