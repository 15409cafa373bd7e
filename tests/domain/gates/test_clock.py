from datetime import date, timedelta

import pytest
from pydantic import TypeAdapter

from pmcareer.domain.curriculum.gate import Gate
from pmcareer.domain.gates.clock import clock_of
from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.person.person import Person, person_of

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_gate,
    a_logbook,
    a_profile,
    a_role,
    an_exercise,
    assessed,
    certified,
    closed,
    experience,
)

SMALL = a_curriculum(
    an_exercise("ben-01", skill="benefits", level=4),
    an_exercise("pri-01", skill="prioritisation", level=4),
    an_exercise("rsk-01", skill="risk", level=4),
    a_certification("pmp"),
)


def somebody(*entries, curriculum=SMALL, today=TODAY) -> Person:
    return person_of(curriculum, a_logbook(*entries), today)


def test_fourteen_months_of_leading_that_go_on_open_pmp_in_twenty_two_months():
    person = somebody(experience("leading", "2025-10-01"), today=date(2026, 11, 30))
    clock = clock_of(person, "leading", 36, 10, goes_on=1)

    assert clock.have_months == pytest.approx(14)
    assert abs((clock.open_on - date(2028, 9, 30)).days) <= 1
    assert clock.lost_on == date(2035, 10, 1)


def test_half_a_month_each_month_takes_twice_as_long():
    person = somebody(experience("leading", "2026-01-01", "2026-06-30"))
    whole = clock_of(person, "leading", 12, None, goes_on=1).open_on
    half = clock_of(person, "leading", 12, None, goes_on=0.5).open_on

    assert abs((half - TODAY).days - 2 * (whole - TODAY).days) <= 3


def test_work_that_has_ended_never_opens_a_gate_by_itself():
    person = somebody(experience("leading", "2026-01-01", "2026-06-30"))

    assert clock_of(person, "leading", 12, None, goes_on=0).open_on is None


def test_more_months_than_a_window_holds_never_lie_in_it():
    person = somebody(experience("leading", "2020-01-01"))

    assert clock_of(person, "leading", 36, 2, goes_on=1).open_on is None


def test_the_day_it_opens_is_the_first_on_which_the_months_are_there():
    person = somebody(
        experience("leading", "2020-01-01", "2021-12-31"),
        experience("leading", "2026-11-22", on=TODAY),
    )
    clock = clock_of(person, "leading", 36, 8, goes_on=1)

    assert abs((clock.open_on - date(2027, 11, 21)).days) <= 1


def test_old_months_fall_out_of_a_window_while_new_ones_are_earned():
    old = [experience("leading", "2018-01-01", "2019-12-31")]
    wide = clock_of(somebody(*old), "leading", 36, None, goes_on=1)
    narrow = clock_of(somebody(*old), "leading", 36, 8, goes_on=1)

    assert wide.have_months == pytest.approx(24)
    assert narrow.have_months < 14
    assert narrow.lost_on <= TODAY + timedelta(days=1)
    assert narrow.open_on > wide.open_on


def test_what_is_open_closes_when_the_oldest_needed_month_leaves():
    person = somebody(experience("leading", "2018-01-01", "2020-12-31"))
    clock = clock_of(person, "leading", 24, 10, goes_on=0)

    assert clock.open_on == TODAY
    assert date(2028, 12, 30) <= clock.lost_on <= date(2029, 1, 2)


def test_without_a_window_nothing_is_lost():
    person = somebody(experience("leading", "1990-01-01", "1995-12-31"))

    assert clock_of(person, "leading", 24, None, goes_on=0).lost_on is None


@pytest.mark.parametrize(
    "today", [date(1, 1, 1), date(9999, 12, 31)], ids=["the first day", "the last day"]
)
def test_a_clock_stops_at_the_ends_of_the_calendar(today):
    person = somebody(experience("leading", "0001-01-01", on="0001-01-01"), today=today)

    assert clock_of(person, "leading", 36, 10, goes_on=1).have_months >= 0


def gate(**keys) -> Gate:
    return TypeAdapter(Gate).validate_python(a_gate("g", **keys))


def test_programme_months_are_leading_months_and_leading_is_delivery():
    person = somebody(experience("programme", "2026-01-01", "2026-06-30"))

    assert gate_status(person, gate(work="delivery", months=12)).have == pytest.approx(6)
    assert gate_status(person, gate(work="people", months=12)).have == 0


def test_a_union_of_kinds_counts_a_month_once():
    person = somebody(
        experience("pmo", "2026-01-01", "2026-06-30"),
        experience("portfolio", "2026-04-01", "2026-09-30"),
    )

    assert gate_status(person, gate(work="pmo+portfolio", months=12)).have == pytest.approx(9)


def test_a_certificate_stands_in_for_months_where_the_gate_says_so():
    assert gate_status(somebody(certified("pmp")), gate(months=48, waived_by=("pmp",))).missing == 0
    assert gate_status(somebody(certified("pmp")), gate(months=48)).missing == 48


@pytest.mark.parametrize(
    ("kind", "keys", "entries", "missing"),
    [
        pytest.param("certificate", {"certification": "pmp"}, [], 1, id="a certificate not held"),
        pytest.param(
            "certificate", {"certification": "pmp"}, [certified("pmp")], 0, id="a certificate held"
        ),
        pytest.param("closed", {"count": 2}, [closed("One")], 1, id="one of two projects closed"),
        pytest.param(
            "closed",
            {"count": 2},
            [closed("One"), closed("Two"), closed("Three")],
            0,
            id="enough closed",
        ),
        pytest.param("confirmed", {}, [closed("One")], 1, id="what others have to confirm"),
        pytest.param(
            "services",
            {"of": ("benefits", "prioritisation"), "count": 2, "level": 4},
            [assessed("benefits", 4, "manager"), assessed("prioritisation", 4)],
            1,
            id="one's own word counts up to 3",
        ),
    ],
)
def test_other_kinds_of_gates(kind, keys, entries, missing):
    assert gate_status(somebody(*entries), gate(kind=kind, **keys)).missing == missing


def test_services_are_those_that_the_office_gives_at_the_level_of_the_role():
    curriculum = a_curriculum(
        an_exercise("ben-01", skill="benefits", level=3),
        an_exercise("pri-01", skill="prioritisation", level=3),
        a_role("pmo-manager", needs={"benefits": 3, "prioritisation": 3}),
        a_role("portfolio-pmo"),
    )
    person = somebody(
        a_profile(role="pmo-manager", pmo_services=("benefits", "reporting")), curriculum=curriculum
    )
    rule = gate(kind="services", of=("benefits", "prioritisation"), count=2, level=3)

    assert gate_status(person, rule).have == 1
