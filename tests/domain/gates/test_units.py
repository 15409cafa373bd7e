"""The ledger of a renewal: courses on each side, what counts of the rest, what is missing."""

from datetime import date

import pytest

from pmcareer.domain.gates.units import sides_of, units_of
from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_logbook,
    an_entry,
    an_exercise,
    certified,
)

RENEW = {
    "years": 3,
    "units": 60,
    "unit": "PDU",
    "min_education": 35,
    "min_per_side": 8,
    "max_giving_back": 25,
    "max_practising": 8,
}
HELD = certified("pmp", on="2025-03-01", id="held")
WAYS, POWER, BUSINESS = "ways-of-working", "power-skills", "business-acumen"


def course(hours, side=None, on="2026-01-10"):
    name = f"{side}-{round(10 * hours)}-{on}"
    return an_entry("learned", title="A course", hours=float(hours), side=side, on=on, id=name)


def ledger(*courses, renew=RENEW, held=(HELD,)):
    item = a_certification("pmp", renew=renew)
    curriculum = a_curriculum(an_exercise(), item)
    return units_of(person_of(curriculum, a_logbook(*held, *courses), TODAY), item)


def test_an_hour_of_a_course_is_a_unit_on_its_side():
    found = ledger(course(14, POWER), course(6, WAYS), course(2.5))
    assert found.by_side == {WAYS: 6, POWER: 14, BUSINESS: 0}
    assert (found.without_side, found.education, found.counted) == (2.5, 22.5, 22.5)


def test_courses_count_from_the_first_day_of_the_cycle_to_its_last():
    found = ledger(course(5, WAYS, "2025-02-28"), course(7, WAYS, "2025-03-01"))
    assert (found.begun_on, found.due_on) == (date(2025, 3, 1), date(2028, 3, 1))
    assert found.by_side[WAYS] == 7


def test_of_giving_back_and_practising_only_so_much_counts():
    assert ledger(course(30, "giving-back"), course(12, "practising")).given == 25
    assert ledger(course(5, "giving-back"), course(12, "practising")).given == 13
    unlimited = {"years": 2, "units": 20, "unit": "SEU"}
    assert ledger(course(30, "giving-back"), renew=unlimited).given == 30


def test_what_is_missing_is_what_each_side_and_learning_and_the_whole_lack():
    found = ledger(course(30, POWER), course(4, WAYS), course(25, "giving-back"))
    assert found.missing_by_side == {WAYS: 4, BUSINESS: 8}
    # 59 of 60 count, and 12 have to be learnt on the other sides all the same.
    assert (found.counted, found.missing_education, found.missing) == (59, 12, 12)


def test_nothing_is_missing_once_all_is_there():
    found = ledger(course(40, POWER), course(10, WAYS), course(10, BUSINESS))
    assert (found.missing, found.missing_by_side) == (0, {})


@pytest.mark.parametrize(
    ("renew", "held"),
    [(RENEW, ()), ({"years": 3}, (HELD,)), ({"units": 60}, (HELD,)), (None, (HELD,))],
    ids=["never earned", "number not known", "no end", "nothing known"],
)
def test_there_is_no_ledger_without_a_cycle_and_a_number(renew, held):
    assert ledger(course(5, WAYS), renew=renew, held=held) is None


def test_a_side_of_another_curriculum_counts_for_no_minimum():
    assert ledger(course(5, "elsewhere")).without_side == 5


def test_the_sides_are_those_of_the_curriculum_and_two_more():
    assert sides_of(a_curriculum(an_exercise())) == (
        WAYS,
        POWER,
        BUSINESS,
        "giving-back",
        "practising",
    )
