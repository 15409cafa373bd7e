"""How much of a framework is covered: by what is done, by levels and posts, and by the plan."""

import pytest

from pmcareer.domain.plan.framework_gap import framework_gap

from builders import (
    a_framework,
    a_planner,
    a_profile,
    a_role,
    a_skill,
    an_exercise,
    assessed,
    experience,
    finished,
)

ONE = an_exercise("rsk-01")
TWO = an_exercise("rsk-02", level=3)
LATER = an_exercise("gov-01", skill="governance", level=4)


def gap(*items, entries=(), exercises=(ONE, TWO, LATER), **keys):
    """The framework of these items, of somebody on the way to a role that asks for risk at 3."""
    roles = (a_role("starter"), a_role("tech-pm", needs={"risk": 3}))
    framework = a_framework("apm3", *items, **keys)
    planner = a_planner(*entries, items=(*exercises, *roles, framework))
    return framework_gap(planner, framework)


def states(*items, **told):
    return [each.state for each in gap(*items, **told).items]


def test_an_item_is_covered_by_one_exercise_and_planned_open_or_missing_else():
    served = {"id": "a", "exercises": ("rsk-01", "gov-01")}
    planned = {"id": "b", "exercises": ("rsk-02",)}
    outside = {"id": "c", "exercises": ("gov-01",)}
    found = states(served, planned, outside, {"id": "d"}, entries=[finished("rsk-01")])
    assert found == ["covered", "planned", "open", "missing"]


def test_an_assessed_level_covers_the_exercises_up_to_it():
    (item,) = gap({"id": "a", "exercises": ("rsk-01",)}, entries=[assessed("risk", 2)]).items
    assert (item.state, item.done) == ("covered", ("rsk-01",))


def test_what_a_role_is_assumed_to_know_covers_nothing():
    holder = [a_profile(role="starter", target="tech-pm")]
    roles = (a_role("starter", needs={"risk": 3}), a_role("tech-pm", needs={"risk": 3}))
    framework = a_framework("apm3", {"id": "a", "exercises": ("rsk-01",)})
    planner = a_planner(*holder, items=(ONE, TWO, *roles, framework))
    found = framework_gap(planner, framework)
    assert [each.state for each in found.items] == ["open"]


@pytest.mark.parametrize(
    ("level", "expected"), [(3, "planned"), (4, "open")], ids=["by exercises", "by months, too"]
)
def test_a_level_is_planned_where_exercises_alone_lift_to_it(level, expected):
    assert states({"id": "a", "skills": {"risk": level}}) == [expected]


def test_a_level_that_is_on_record_covers_it():
    item = {"id": "a", "skills": {"risk": 3}}
    assert states(item, entries=[assessed("risk", 3, by="manager")]) == ["covered"]


def test_a_post_covers_its_item_once_it_is_held_and_is_planned_on_the_way():
    item = {"id": "a", "roles": ("tech-pm",)}
    assert states(item) == ["planned"]
    held = experience("leading", start="2024-01-01", role="tech-pm")
    assert states(item, entries=[held]) == ["covered"]


def test_a_post_on_the_way_plans_an_item_whose_exercise_the_plan_leaves_out():
    (item,) = gap({"id": "a", "roles": ("tech-pm",), "exercises": ("gov-01",)}).items
    assert (item.state, item.following, item.role.id) == ("planned", None, "tech-pm")


def test_the_share_goes_by_weights_where_the_publisher_gives_them():
    domains = (
        {"id": "x", "title": "X", "weight": 75.0},
        {"id": "y", "title": "Y", "weight": 25.0},
    )
    items = (
        {"id": "a", "domain": "x", "exercises": ("rsk-01",)},
        {"id": "b", "domain": "y", "exercises": ("rsk-02",)},
        {"id": "c", "domain": "y"},
    )
    found = gap(*items, domains=domains, entries=[finished("rsk-01")])
    assert (found.share, found.share_once_planned) == (0.75, 0.875)
    plain = tuple(domain | {"weight": None} for domain in domains)
    found = gap(*items, domains=plain, entries=[finished("rsk-01")])
    assert (found.share, found.share_once_planned) == (pytest.approx(1 / 3), pytest.approx(2 / 3))


def test_the_next_of_the_plan_comes_first_and_what_has_to_wait_last():
    first = an_exercise("gov-02", skill="governance", level=3)
    waiting = an_exercise("gov-03", skill="governance", level=2, requires=("gov-02",))
    items = [
        {"id": name, "exercises": (name,)} for name in ("gov-03", "gov-02", "rsk-02", "rsk-01")
    ]
    found = gap(*items, exercises=(ONE, TWO, first, waiting))
    assert [each.item.id for each in found.ahead] == ["rsk-01", "rsk-02", "gov-02", "gov-03"]


def test_a_framework_without_items_has_nothing_covered():
    found = gap()
    assert (found.share, found.items, found.ahead, found.missing) == (0.0, (), [], [])


def test_a_skill_without_exercises_is_open_and_names_no_exercise():
    framework = a_framework("apm3", {"id": "a", "skills": {"talk": 4}})
    planner = a_planner(items=(ONE, a_skill("talk"), framework))
    (item,) = framework_gap(planner, framework).items
    assert (item.state, item.following, item.role) == ("open", None, None)
