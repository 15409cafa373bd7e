"""What is on record for a gate, and the day on which it opens."""

from datetime import date, timedelta
from math import inf

import pytest
from pydantic import TypeAdapter

from pmcareer.domain.curriculum.gate import Gate
from pmcareer.domain.gates.clock import clock_of
from pmcareer.domain.gates.on_record import gate_forecasts, gate_status
from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_gate,
    a_logbook,
    a_profile,
    an_entry,
    an_exercise,
    experience,
    void,
)

STUDIED = a_certification("pmp", study_hours=(35, 35, 35), gates=(a_gate(months=12),))


def somebody(*entries):
    return person_of(a_curriculum(an_exercise(), STUDIED), a_logbook(*entries, a_profile()), TODAY)


def a_status(person, **keys):
    return gate_status(person, TypeAdapter(Gate).validate_python(a_gate("it", **keys)))


def test_a_gate_is_left_open_until_it_is_met_where_nothing_says_how_long_others_take():
    by_word = {"kind": "confirmed"}
    met = an_entry("did", gate="it", **{"with": "Anna"})
    assert a_status(somebody(), **by_word).is_left_open
    assert not a_status(somebody(met), **by_word).is_left_open
    assert not a_status(somebody(), months=(1, 3, 9), **by_word).is_left_open
    assert not a_status(somebody(), work="leading", months=12).is_left_open


def test_a_certificate_that_opens_is_ready_when_its_study_could_be_done():
    person = somebody(experience("leading", "2025-01-01", "2025-12-31"))
    status = a_status(person, kind="certificate", certification="pmp")

    assert status.wait is not None
    assert status.wait.opens_in_days == 0
    # At half the pace the study takes twice as long.
    assert (status.wait.days_at(7), status.wait.days_at(3.5)) == (35, 70)


def test_a_certificate_that_never_opens_or_is_not_known_is_never_ready():
    never = a_status(somebody(), kind="certificate", certification="pmp")
    unknown = a_status(somebody(), kind="certificate", certification="nobody-knows")

    assert never.wait is not None
    assert unknown.wait is not None
    assert never.wait.days_at(8) == unknown.wait.days_at(8) == inf


def test_the_kind_of_work_is_that_of_months_alone():
    assert a_status(somebody(), work="pmo+portfolio", months=3).work == "pmo+portfolio"
    assert a_status(somebody(), kind="closed", count=2).work == ""


def test_months_that_lack_a_week_are_there_in_a_week():
    # 2026-11-01 to 2026-11-21 are 21 of 30 days; seven more make 28.
    person = somebody(experience("leading", date(2026, 11, 1)))
    clock = clock_of(person, "leading", 28 / 30, None, goes_on=1)

    assert clock.open_on == TODAY + timedelta(days=7)


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("confirmed", {}),
        ("closed", {"count": 2}),
        ("services", {"of": ["risk"], "count": 1, "level": 3}),
    ],
)
def test_a_gate_that_others_confirm_is_met_from_that_day_until_it_is_taken_back(kind, keys):
    said = an_entry("did", gate="it", on="2026-11-02", **{"with": "Anna"})
    gate = TypeAdapter(Gate).validate_python(a_gate("it", kind=kind, **keys))

    (met,) = gate_forecasts(somebody(said), [gate], 8)
    assert (met.status.missing, met.open_on) == (0, date(2026, 11, 2))

    (not_yet,) = gate_forecasts(somebody(said, void(said)), [gate], 8)
    assert (not_yet.status.have, not_yet.open_on) == (0, None)


def test_months_are_not_there_because_somebody_says_so():
    said = an_entry("did", gate="it", **{"with": "Anna"})
    assert a_status(somebody(said), work="leading", months=12).missing == 12


def test_a_day_that_is_begun_is_counted_whole():
    # 35 hours at 8 a week are 30.6 days: it opens on the 31st.
    led = experience("leading", "2025-01-01", "2025-12-31")
    asked = a_gate("it", kind="certificate", certification="pmp")
    gate = TypeAdapter(Gate).validate_python(asked)
    (held,) = gate_forecasts(somebody(led), [gate], 8)
    assert held.open_on == TODAY + timedelta(days=31)
