"""Certificates on record: what became of each, and no renewal that nobody wrote down."""

from datetime import date

import pytest

from pmcareer.domain.person.holdings import holdings_of, valid_among

from builders import TODAY, a_certification, a_curriculum, an_exercise, certified

THREE_YEARS = {"years": 3, "units": 60, "unit": "PDU"}
TWO_YEARS = {"years": 2, "units": 20, "unit": "SEU"}
NEW_EXAM = {"grace_months": 12, "exam_again": True}


def holdings(*entries, items):
    return holdings_of(a_curriculum(an_exercise(), *items), entries, TODAY)


def held(*entries, name="pmp", **keys):
    return holdings(*entries, items=(a_certification(name, **keys),))[name]


def test_a_certificate_without_an_end_is_valid_for_good():
    found = held(certified("pmp", on="2001-01-01"))
    assert (found.state, found.until, found.exam_again) == ("valid", None, False)


def test_within_its_first_term_it_is_valid_until_the_term_ends():
    found = held(certified("pmp", on="2024-03-01"), renew=THREE_YEARS)
    assert (found.state, found.until, found.is_said) == ("valid", date(2027, 3, 1), False)


def test_held_longer_than_a_term_without_a_renewal_on_record_nobody_knows():
    found = held(certified("csm", on="2022-09-10"), name="csm", renew=TWO_YEARS, lapse={})
    assert (found.state, found.until) == ("unknown", date(2024, 9, 10))
    assert found.exam_again is False


@pytest.mark.parametrize(
    ("expires", "state", "again"),
    [
        ("2026-11-21", "valid", False),
        ("2026-11-20", "grace", False),
        ("2025-11-21", "grace", False),
        ("2025-11-20", "lapsed", True),
    ],
)
def test_one_that_was_said_to_run_out_has_its_grace_and_then_takes_a_new_exam(
    expires, state, again
):
    entry = certified("pmp", on="2020-01-01", expires=date.fromisoformat(expires))
    found = held(entry, renew=THREE_YEARS, lapse=NEW_EXAM)
    assert (found.state, found.exam_again) == (state, again)


def test_without_a_rule_of_the_issuer_nobody_knows_what_it_takes_to_hold_it_again():
    found = held(certified("pmp", on="2020-01-01", expires=date(2023, 1, 1)))
    assert (found.state, found.exam_again) == ("lapsed", None)


def test_a_renewal_on_record_begins_a_new_term():
    earned = certified("csm", on="2022-09-10", id="earned")
    renewed = certified("csm", on="2024-09-01", expires=date(2026, 12, 31), id="renewed")
    found = held(earned, renewed, name="csm", renew=TWO_YEARS)
    assert (found.state, found.since, found.until) == (
        "valid",
        date(2022, 9, 10),
        date(2026, 12, 31),
    )
    assert found.begun_on == date(2024, 12, 31)


def test_another_certificate_that_renews_it_counts_from_the_day_it_is_earned():
    csm = a_certification("csm", renew=TWO_YEARS, renewed_by=("a-csm",))
    higher = a_certification("a-csm", renew=TWO_YEARS)
    earned = certified("csm", on="2022-09-10", id="earned")
    later = certified("a-csm", on="2025-01-10", id="later")
    before = certified("a-csm", on="2022-01-10", id="before")
    assert holdings(earned, later, items=(csm, higher))["csm"].until == date(2027, 1, 10)
    assert holdings(earned, before, items=(csm, higher))["csm"].state == "unknown"


def test_a_term_ends_on_no_day_before_the_one_that_its_issuer_set():
    lapse = {"not_before": date(2023, 7, 1)}
    old = held(
        certified("prince2", on="2019-05-01"), name="prince2", renew=THREE_YEARS, lapse=lapse
    )
    later = held(
        certified("prince2", on="2021-05-01"), name="prince2", renew=THREE_YEARS, lapse=lapse
    )
    assert (old.until, later.until) == (date(2023, 7, 1), date(2024, 5, 1))
    assert old.state == later.state == "unknown"


def test_only_what_is_valid_stands_in_for_anything():
    items = (a_certification("pmp", renew=THREE_YEARS), a_certification("capm"))
    entries = (certified("pmp", on="2016-01-01"), certified("capm", on="2016-01-01"))
    assert set(valid_among(holdings(*entries, items=items))) == {"capm"}
