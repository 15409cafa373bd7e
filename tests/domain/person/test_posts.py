"""Months of a post whose first day was said, without an experience entry."""

from datetime import date

from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.person.person import person_of
from pmcareer.domain.person.served import ranges_in_role

from builders import TODAY, a_curriculum, a_detour, a_logbook, a_move, a_profile, a_role, experience

MAP = a_curriculum(
    a_role("lead", work={"leading": 1, "people": 0.5}),
    a_role("office", work=("pmo",)),
    a_role("head"),
    a_detour("stint", work=("delivery",)),
    a_move("lead", "office"),
    a_move("office", "head"),
)


def somebody(*entries):
    return person_of(MAP, a_logbook(*entries), TODAY)


def months(person, work):
    return round(months_in(person.ranges_of(work)), 1)


def test_months_since_the_first_day_in_the_role_count_as_its_work_and_parts_by_their_share():
    person = somebody(a_profile(role="lead", since=date(2025, 11, 22)))

    assert (months(person, "leading"), months(person, "people")) == (12, 6)
    assert round(months_in(ranges_in_role(person, "lead")), 1) == 12


def test_a_day_that_an_experience_entry_covers_too_counts_once():
    person = somebody(
        a_profile(role="lead", since=date(2025, 11, 22)), experience("leading", "2025-05-22")
    )

    assert months(person, "leading") == 18


def test_without_a_first_day_no_month_counts():
    assert months(somebody(a_profile(role="lead")), "leading") == 0


def test_a_new_role_ends_the_post_before_it_and_keeps_its_months():
    person = somebody(
        a_profile(role="lead", since=date(2024, 11, 22), on="2025-01-01"),
        a_profile(role="office", since=date(2025, 11, 22)),
    )

    assert (months(person, "leading"), months(person, "pmo")) == (12, 12)


def test_a_new_role_without_a_first_day_ends_the_post_on_the_day_before_it_was_said():
    person = somebody(
        a_profile(role="lead", since=date(2024, 11, 22), on="2025-01-01"),
        a_profile(role="office", on="2025-11-22"),
    )

    assert (months(person, "leading"), months(person, "pmo"), person.since) == (12, 0, None)


def test_who_is_on_a_detour_holds_the_role_before_it_and_serves_in_both():
    person = somebody(
        a_profile(role="lead", on="2026-01-01"),
        a_profile(role="stint", since=date(2026, 5, 22)),
    )

    assert (person.role, person.stands_at, person.detour.id) == ("lead", "lead", "stint")
    assert months(person, "delivery") == 6
    assert round(months_in(ranges_in_role(person, "lead")), 1) == 6


def test_work_of_a_role_further_along_serves_every_move_before_it():
    person = somebody(experience("pmo", "2025-11-22"), a_profile(role="lead"))

    assert round(months_in(ranges_in_role(person, "lead")), 1) == 12
    assert months_in(ranges_in_role(person, "head")) == 0
