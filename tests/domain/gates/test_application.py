"""What the application for a certificate can say: each month once, and where it is from."""

from datetime import date

import pytest

from pmcareer.domain.gates.application import application_of
from pmcareer.domain.person.person import person_of

from builders import (
    TODAY,
    a_certification,
    a_curriculum,
    a_gate,
    a_logbook,
    an_exercise,
    closed,
    experience,
    worked,
)

LEADING = a_gate(months=36, window_years=2)
PMP = a_certification(gates=(LEADING, a_gate("two-projects", kind="closed", count=2)))


def application(*entries):
    return application_of(
        person_of(a_curriculum(an_exercise(), PMP), a_logbook(*entries), TODAY), PMP, 8.0
    )


def test_it_is_that_of_a_certificate_on_a_day():
    facts = application(worked(minutes=90))

    assert (facts.certification, facts.today) == (PMP, TODAY)
    assert facts.clock.certification == PMP
    assert facts.hours_by_side["ways-of-working"] == 1.5


def test_a_day_counts_once_and_only_inside_the_window():
    # Two years that end on 21 November 2026 begin on 22 November 2024.
    facts = application(
        experience("leading", "2026-01-01", "2026-06-30"),
        experience("programme", "2026-04-01", "2026-09-30"),
        experience("leading", "2024-06-01", "2024-12-31", id="first"),
        experience("analysis", "2026-10-01", "2026-10-31"),
    )
    (counted,) = facts.counted

    assert [days for days, _ in counted.ranges] == [
        (date(2024, 11, 22), date(2024, 12, 31)),
        (date(2026, 1, 1), date(2026, 9, 30)),
    ]
    assert counted.months == pytest.approx(9 / 30 + 1 + 9)
    assert [(each.work, each.start.isoformat()) for each in counted.entries] == [
        ("leading", "2024-06-01"),
        ("leading", "2026-01-01"),
        ("programme", "2026-04-01"),
    ]


def test_months_of_a_kind_are_those_of_its_own_until_today():
    facts = application(
        experience("leading", "2026-10-22"),
        experience("analysis", "2026-01-01", "2026-03-31"),
        experience("analysis", "2026-03-01", "2026-04-30", id="second"),
        experience("hands-on", "2026-11-01", "2026-12-31"),
    )

    assert list(facts.months_by_work) == ["analysis", "leading", "hands-on"]
    assert facts.months_by_work == pytest.approx(
        {"analysis": 4, "leading": 10 / 31 + 21 / 30, "hands-on": 21 / 30}
    )


def test_projects_come_in_the_order_in_which_they_were_closed():
    later, sooner = closed("Second", on="2026-06-01"), closed("First", on="2026-05-01")

    assert application(later, sooner).projects == (sooner, later)
