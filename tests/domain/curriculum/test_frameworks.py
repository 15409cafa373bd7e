"""The frameworks that are shipped: every line leads somewhere, and says how it is known."""

import pytest

from pmcareer.storage.curriculum.reading import read_curriculum

SHIPPED = read_curriculum(None)
FRAMEWORKS = SHIPPED.frameworks
each_framework = pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda each: each.id)


@each_framework
def test_every_line_names_what_is_there(framework):
    for item in framework.items:
        assert set(item.exercises) <= SHIPPED.exercise.keys()
        assert set(item.skills) <= SHIPPED.skill.keys()
        assert set(item.roles) <= SHIPPED.role.keys()
    assert set(framework.certifications) <= SHIPPED.certification.keys()


@each_framework
def test_what_nothing_serves_says_why(framework):
    bare = [item for item in framework.items if not (item.exercises or item.skills or item.roles)]
    assert [item.id for item in bare if not item.note] == []


@each_framework
def test_weights_are_all_there_and_add_up_or_none_is(framework):
    weights = [domain.weight for domain in framework.domains]
    assert not any(weights) or sum(weights) == 100
    assert framework.has_weights == any(weights)


@each_framework
def test_every_item_stands_in_a_part_where_there_are_parts(framework):
    parts = {domain.id for domain in framework.domains} or {None}
    assert {item.domain for item in framework.items} <= parts


@each_framework
def test_titles_are_short_and_none_is_there_twice_in_a_part(framework):
    places = [(item.domain, item.title) for item in framework.items]
    assert len(places) == len(set(places))
    assert all(len(item.title) <= 60 for item in framework.items)


def test_a_framework_whose_text_was_not_read_has_an_address_and_no_items():
    (unread,) = (framework for framework in FRAMEWORKS if not framework.items)
    assert unread.url
    assert "could not be read" in unread.read
