"""When a certificate opens, when to begin studying, and what keeps it alive."""

from datetime import date

import pytest

from pmcareer.domain.gates.certificates import certification_clocks, clock_for, old_facts
from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_gate,
    a_logbook,
    a_profile,
    a_role,
    a_skill,
    an_exercise,
    certified,
    experience,
    worked,
)

RENEWED = {"years": 3, "units": 60, "unit": "PDU", "min_per_side": 8}
HANDS_ON = experience("hands-on", "2025-11-22", TODAY)
"""Twelve months that end today."""


def somebody(*entries, items=(), **profile):
    curriculum = a_curriculum(an_exercise(), a_skill("risk"), *items)
    return person_of(curriculum, a_logbook(*entries, a_profile(**profile)), TODAY)


def clock(item, *entries, hours_per_week=7, items=(), **profile):
    person = somebody(*entries, items=(item, *items), hours_per_week=hours_per_week, **profile)
    return clock_for(person, item, hours_per_week)


def test_the_clocks_are_those_of_every_certificate_that_is_still_given():
    items = (a_certification("pmp"), a_certification("old", retired=True), a_certification("capm"))
    clocks = certification_clocks(somebody(items=items), 8.0)

    assert [each.certification.id for each in clocks] == ["pmp", "capm"]


def test_study_is_the_mean_of_study_and_application_and_the_training():
    item = a_certification(study_hours=(6, 12, 24), application_hours=(1, 2, 9), training_hours=35)
    pmp = clock(item, HANDS_ON)

    assert pmp.training_hours == 35
    assert pmp.study_hours == pytest.approx(35 + 13 + 3)
    assert pmp.study_weeks == pytest.approx(51 / 7)


def test_training_is_waived_by_a_certificate_that_is_held():
    item = a_certification(training_hours=35, training_waived_by=("capm",))

    assert clock(item, certified("capm"), items=(a_certification("capm"),)).training_hours == 0


def test_study_begins_so_that_it_ends_on_the_day_the_certificate_opens():
    # 24 months of leading, 12 of them there and going on: a year to come. 70 hours at 7 a week
    # are ten weeks.
    item = a_certification(
        gates=(a_gate(months=24),), study_hours=(70, 70, 70), application_hours=(0, 0, 0)
    )
    pmp = clock(item, experience("leading", "2025-11-22"))

    assert abs((pmp.open_on - date(2027, 11, 21)).days) <= 1
    assert (pmp.open_on - pmp.begin_study_on).days == 70


def test_study_that_takes_longer_than_the_wait_begins_today():
    item = a_certification(study_hours=(70, 70, 70))
    pmp = clock(item, HANDS_ON)

    assert (pmp.open_on, pmp.begin_study_on) == (TODAY, TODAY)


def test_what_never_opens_has_no_day_to_begin():
    item = a_certification(gates=(a_gate(months=24),))
    pmp = clock(item, HANDS_ON)

    assert (pmp.open_on, pmp.begin_study_on, pmp.parked_reason) == (None, None, None)


@pytest.mark.parametrize(
    ("start", "parked"),
    [
        ("2026-05-22", None),
        (
            "2026-06-22",
            "after 6 to 12 months of hands-on project work; 5 on record, likely from 2026-12-21",
        ),
    ],
    ids=["six months", "five that go on"],
)
def test_a_certificate_waits_for_six_months_of_project_work(start, parked):
    item = a_certification(study_hours=(7, 7, 7))
    pmp = clock(item, experience("hands-on", start))

    assert pmp.parked_reason == parked
    assert (pmp.begin_study_on is None) is bool(parked)


def test_months_that_do_not_go_on_promise_no_day():
    pmp = clock(a_certification(), experience("hands-on", "2026-06-01", "2026-08-31"))

    assert pmp.parked_reason == "after 6 to 12 months of hands-on project work; 3 on record"


def test_half_of_each_month_in_a_role_takes_twice_as_long():
    half = a_role("half", work={"pmo": 0.5})
    others = (half, a_role("tech-pm"))
    pmp = clock(
        a_certification(),
        experience("pmo", "2026-06-01", "2026-08-31"),
        items=others,
        role="half",
    )
    since = a_profile(role="half", since=TODAY, id="since")
    counted = clock(
        a_certification(), experience("pmo", "2026-06-01", "2026-08-31"), since, items=others
    )

    assert pmp.parked_reason.endswith("; 3 on record")
    assert counted.parked_reason.endswith("; 3 on record, likely from 2027-05-21")


@pytest.mark.parametrize(
    ("start", "lost_on"),
    [("2024-11-21", date(2027, 11, 21)), ("2024-11-23", None)],
    ids=["in a year", "later"],
)
def test_months_that_are_lost_within_a_year_are_told(start, lost_on):
    item = a_certification(gates=(a_gate(months=36, window_years=3),))

    assert clock(item, experience("leading", start, "2026-06-30")).lost_on == lost_on


def test_facts_older_than_twelve_months_are_stale():
    fresh = clock(a_certification(as_of=date(2025, 11, 21)))
    old = clock(a_certification(as_of=date(2025, 11, 20)))

    assert (fresh.stale, old.stale) == (False, True)


def test_one_fact_that_is_older_than_the_rest_is_named():
    item = a_certification(facts={"fee": {"as_of": date(2024, 1, 1)}}, as_of=TODAY)

    assert clock(item).stale
    assert old_facts(item, TODAY) == ("fee",)


def test_certificates_to_be_held_before_are_those_that_are_not():
    item = a_certification("pgmp", requires=("pmp", "capm"))
    others = (a_certification("pmp"), a_certification("capm"))

    assert clock(item, certified("capm"), items=others).requires == ("pmp",)


def test_what_is_held_waits_for_nothing_and_has_a_renewal():
    held = clock(a_certification(renew=RENEWED), certified("pmp", on="2025-03-01"))

    assert (held.held, held.parked_reason, held.begin_study_on) == (True, None, None)
    assert held.renewal.due_on == date(2028, 3, 1)
    assert (held.renewal.units, held.renewal.unit) == (60, "PDU")
    assert held.renewal.minimum_per_side == 8
    assert clock(a_certification(renew=RENEWED)).renewal is None


def test_hours_count_for_a_renewal_from_the_day_its_cycle_began():
    # Earned in March 2020, renewed twice: the cycle of 2026 began in March.
    said = (
        certified("pmp", on="2020-03-01", expires=date(2029, 3, 1)),
        worked(minutes=60, on="2026-02-28", id="before"),
        worked(minutes=120, on="2026-03-01", id="on-the-day"),
        worked(minutes=240, on="2026-10-01", id="after"),
    )
    renewal = clock(a_certification(renew=RENEWED), *said).renewal

    assert renewal.due_on == date(2029, 3, 1)
    assert renewal.hours_by_side["ways-of-working"] == 6


def test_the_day_it_was_said_to_run_out_counts():
    said = certified("pmp", on="2025-03-01", expires=date(2027, 12, 31))

    assert clock(a_certification(renew=RENEWED), said).renewal.due_on == date(2027, 12, 31)


@pytest.mark.parametrize(
    "renew",
    [None, {}, {"years": 3}, {"units": 60}, {"years": 0, "units": 60}, {"years": "3", "units": 60}],
    ids=str,
)
def test_what_need_not_be_renewed_or_says_not_how_has_no_renewal(renew):
    assert clock(a_certification(renew=renew), certified("pmp")).renewal is None


def test_what_nobody_renewed_stands_in_for_nothing_and_is_given_no_new_cycle():
    item = a_certification(renew=RENEWED, lapse={"grace_months": 12, "exam_again": True})
    found = clock(item, certified("pmp", on="2020-03-01"))

    assert (found.held, found.renewal, found.holding.state) == (False, None, "unknown")


def test_study_is_less_for_who_passed_it_once_and_has_to_again():
    item = a_certification(
        study_hours=(70, 70, 70), study_hours_again=(35, 35, 35), lapse={"exam_again": True}
    )
    ran_out = certified("pmp", on="2016-03-01", expires=date(2019, 3, 1))

    assert clock(item, ran_out).study_hours == 35
    assert clock(item).study_hours == 70


def test_what_is_renewed_every_year_has_a_renewal():
    renewal = clock(a_certification(renew={"years": 1, "units": 20}), certified("pmp")).renewal
    assert (renewal.units, renewal.unit) == (20, "unit")


def test_months_open_on_a_day_of_their_own_whatever_another_certificate_waits_for():
    other = a_certification("capm", study_hours=(70, 70, 70))
    asked = (a_gate(months=12), a_gate("held", kind="certificate", certification="capm"))
    led = experience("leading", "2025-11-22", TODAY)
    pmp = clock(a_certification(gates=asked), led, items=(other,))
    assert pmp.months_open_on == TODAY < pmp.open_on


def test_a_renewal_without_words_has_units_and_no_minimum():
    renew = {"years": 3, "units": 60, "min_per_side": "some"}
    renewal = clock(a_certification(renew=renew), certified("pmp")).renewal

    assert (renewal.unit, renewal.minimum_per_side) == ("unit", 0)
