"""A way that is given up is one that takes too long; of every other the median is that of all its days."""

from datetime import date
from math import inf

import pytest

from pmcareer.domain.forecast.dates import median_of
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.storage.curriculum.reading import read_curriculum

from builders import TODAY, a_logbook, a_profile, assessed, experience, finished

SHIPPED = read_curriculum(None)
WAYS = [
    ("programmer", "portfolio-pmo"),
    ("qa-lead", "programme-manager"),
    ("junior-pm", "pmo-manager"),
]


@pytest.mark.parametrize(("role", "target"), WAYS)
@pytest.mark.parametrize("share", [0.2, 0.6, 0.95, 1, 1.05, inf])
def test_a_way_is_given_up_only_where_it_takes_longer(role, target, share):
    said = a_profile(role=role, target=target, since=date(2025, 9, 1), on="2026-01-01")
    ways = Planner(person=person_of(SHIPPED, a_logbook(said, finished("tec-06")), TODAY))

    for each in ways.candidates[:3]:
        middle = median_of(each.forecaster.walked(each.route, each.stages)[-1].finish)
        found = each.median_within(middle * share)
        assert found == middle or (found == inf and share < 1)


def test_months_that_were_served_before_are_not_served_again():
    """Who was a tech PM for six years, and is a programmer again, waits for no such months."""
    said = a_profile(role="programmer", target="portfolio-pmo", since=date(2026, 6, 1))
    served = [
        experience("hands-on", f"{year}-01-01", f"{year + 5}-12-31", role=role)
        for year, role in ((1996, "junior-pm"), (2002, "tech-pm"), (2008, "pmo-manager"))
    ]
    shown = [assessed(skill.id, 5) for skill in SHIPPED.skills]
    ways = Planner(person=person_of(SHIPPED, a_logbook(said, *served, *shown), TODAY))
    held = 0
    for each in ways.candidates:
        held += sum(leg.served_months > 0 for leg in each.route.legs[1:])
        middle = median_of(each.forecaster.walked(each.route, each.stages)[-1].finish)
        assert each.median_within(middle) == middle
    assert held


def test_who_is_sure_to_come_too_late_is_not_followed_to_the_end():
    said = a_profile(role="programmer", target="portfolio-pmo", on="2026-01-01")
    way = Planner(person=person_of(SHIPPED, a_logbook(said), TODAY)).candidates[0]

    assert way.median_within(30.0) == inf
