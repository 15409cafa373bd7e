"""Ways that begin alike are gone along once, gates that are alike as one: nobody's days differ."""

from dataclasses import replace
from datetime import date
from functools import cache
from random import Random

import pytest

from pmcareer.domain.forecast.dates import dates_of, median_of
from pmcareer.domain.forecast.own_months import months_served_on
from pmcareer.domain.forecast.per_trial import latest
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import NO_EARLIER, Planner
from pmcareer.domain.plan.rough import ROUTES_KEPT, Rough
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.paths import route_as_of, routes_of
from pmcareer.domain.roadmap.routes import Route
from pmcareer.storage.curriculum.reading import read_curriculum
from sweeps import sweep

from builders import TODAY, a_logbook, a_profile, experience, finished

SHIPPED = read_curriculum(None)
PLACES = [role.id for role in SHIPPED.roles if role.is_place]
PAIRS = [(role, target) for role in PLACES for target in PLACES if role != target]
SOME = Random(15).sample(PAIRS, 12)  # noqa: S311 -- a sample, and no secret
FAR = [("programmer", "portfolio-pmo"), ("qa-lead", "programme-manager")]
anybody = pytest.mark.parametrize(
    ("role", "target"), sweep([*SOME, *FAR], quick=[*SOME[::3], *FAR])
)


@cache
def planner(role, target):
    """Plan once for all tests that hold one way against others; a planner changes nothing of itself."""
    said = a_profile(role=role, target=target, since=date(2025, 9, 1), on="2026-01-01")
    record = (experience("delivery", "2024-01-01", "2025-03-01"), finished("tec-06"))
    return Planner(person=person_of(SHIPPED, a_logbook(said, *record), TODAY))


def days(walked):
    return [(leg.study, leg.ready, leg.finish, leg.gates, leg.detour_ends) for leg in walked]


@anybody
def test_a_way_takes_as_long_as_if_no_other_had_been_gone_along(role, target):
    ways = planner(role, target)

    for each in ways.candidates:
        alone = replace(ways.forecaster)
        assert days(each.trials) == days(alone.walked(each.route, each.stages))


@anybody
def test_a_gate_opens_when_it_would_if_the_leg_had_no_other(role, target):
    ways = planner(role, target)
    each = ways.candidates[-1]
    *behind, leg = each.route.legs
    for status in leg.lacking:
        taken_for = {gate.id for detour in leg.detours for gate in detour.opens}
        kept = [known for known in leg.gates if known is status or known.gate.id in taken_for]
        alone = Route(legs=(*behind, replace(leg, gates=tuple(kept))))
        walked = replace(ways.forecaster).walked(alone, each.stages)
        assert walked[-1].gates[status.gate.id] == each.trials[-1].gates[status.gate.id]


@anybody
def test_a_leg_that_ways_share_is_the_one_that_each_would_have(role, target):
    person = planner(role, target).person

    for route in routes_of(person, SHIPPED.role[target]):
        assert route_as_of(person, route) == route


@anybody
def test_the_nearest_ways_are_those_that_end_first_when_all_are_followed_to_the_end(role, target):
    ways = planner(role, target)
    asker = Asker(person=ways.person)
    routes = routes_of(ways.person, ways.target)
    alone = Rough(asker=asker, forecaster=replace(ways.forecaster))
    ends = {}
    for each in routes:
        work = list(alone.work(each.legs))
        ends[each.id] = ways.forecaster.likely_finish(each, work)

    nearest = Rough(asker=asker, forecaster=ways.forecaster).nearest(routes, routes[-1].id)

    first = sorted(routes, key=lambda each: ends[each.id])[:ROUTES_KEPT]
    assert nearest == [*first, *[each for each in routes[-1:] if each not in first]]


@anybody
def test_study_ends_on_the_days_that_the_whole_way_finds(role, target):
    ways = planner(role, target)

    for each in ways.candidates:
        walked = ways.forecaster.walked(each.route, each.stages)
        assert replace(ways.forecaster).studied(each.route, each.stages) == sorted(walked[-1].study)


@anybody
def test_the_recommended_way_is_the_first_of_all_that_are_followed_to_the_end(role, target):
    ways = planner(role, target)
    fresh = Planner(person=ways.person)

    assert fresh.recommended.route == ways.ranked[0].route
    middle = {each.route.id: median_of(each.trials[-1].finish) for each in ways.preferred}
    near = [
        each
        for each in ways.preferred
        if middle[each.route.id] <= min(middle.values()) * NO_EARLIER
    ]
    first = min(near, key=lambda each: (each.route.posts, each.route.likely_months, each.route.id))
    assert fresh.recommended.route == first.route


@anybody
def test_a_changed_way_is_studied_for_as_long_as_if_nothing_had_been_studied_before(role, target):
    ways = planner(role, target)

    for each in ways.candidates:
        (leg, *others), drawn = each.route.legs, each.trials
        looking = Route(legs=(replace(leg, searched_days=0), *others))
        changed = ways.forecaster.walked(looking, each.stages)
        assert [leg.by_effort for leg in changed] == [leg.by_effort for leg in drawn]
        assert days(changed) == days(replace(ways.forecaster).walked(looking, each.stages))


@anybody
def test_nothing_makes_one_ready_before_the_leg_begins(role, target):
    for each in planner(role, target).candidates:
        for leg in each.trials:
            for _, ready in leg.makes_ready:
                assert latest(leg.start, ready) == ready


@anybody
def test_gates_that_lack_as_many_months_of_one_work_open_when_each_would(role, target):
    ways = planner(role, target)
    dates, drawn, person = ways.shown, ways.recommended.trials, ways.person
    stages = [
        each for each in ways.forecaster.in_full(dates, drawn).stage_forecasts if not each.detour
    ]
    for place, stage in enumerate(stages, 1):
        legs = dates.route.legs[:place]
        for status in legs[-1].lacking:
            alone = months_served_on(person, legs, drawn[:place], status)
            opening = stage.opening[status.gate.id]
            dated = dates_of(person, alone, 0.0, by_others=not status.gate.has_calendar)
            assert (opening.p50, opening.p80) == (dated.p50, dated.p80)
