"""Values compare, hash and show themselves as dataclasses do, and nobody changes them."""

from dataclasses import FrozenInstanceError, field, replace
from functools import cached_property

import pytest

from pmcareer.domain.ground.frozen import frozen


@frozen
class Pair:
    """Two numbers, and a remark that makes no difference."""

    first: int
    second: int = 2
    remark: str = field(default="", compare=False, repr=False)


@frozen
class Other:
    """The same fields in another class."""

    first: int
    second: int = 2


def test_values_with_equal_fields_are_equal_and_count_once():
    assert Pair(first=1) == Pair(first=1, remark="again")
    assert {Pair(first=1), Pair(first=1, remark="again"), Pair(first=2)} == {
        Pair(first=1),
        Pair(first=2),
    }


def test_values_that_differ_in_a_field_or_in_their_class_are_not_equal():
    assert Pair(first=1) != Pair(first=1, second=3)
    assert Pair(first=1) != Other(first=1)


def test_a_value_shows_its_fields():
    assert repr(Pair(first=1, remark="hidden")) == "Pair(first=1, second=2)"


def test_a_value_is_built_by_keyword_and_never_changed():
    with pytest.raises(TypeError):
        Pair(1)
    with pytest.raises(FrozenInstanceError):
        Pair(first=1).first = 2
    with pytest.raises((AttributeError, TypeError)):
        Pair(first=1).third = 3


@frozen
class Ring:
    """A radius, and what is worked out of it once."""

    radius: int
    marks: dict[str, int] = field(default_factory=dict)

    @cached_property
    def workings(self) -> list[int]:
        """The diameter, in a list of its own."""
        return [2 * self.radius]


@frozen
class Triple(Pair):
    """A pair with a third number."""

    third: int


def test_a_value_that_caches_works_a_property_out_once_and_is_never_changed():
    ring = Ring(radius=3)
    assert ring.workings == [6]
    assert ring.workings is ring.workings
    with pytest.raises(FrozenInstanceError):
        ring.radius = 4
    with pytest.raises(FrozenInstanceError):
        del ring.radius


def test_what_is_made_anew_for_a_value_is_shared_with_no_other():
    assert Ring(radius=1).marks is not Ring(radius=1).marks
    assert Ring(radius=1) == Ring(radius=1)
    assert replace(Ring(radius=1, marks={"a": 1}), radius=2) == Ring(radius=2, marks={"a": 1})


def test_a_class_that_adds_a_field_has_all_of_them():
    assert repr(Triple(first=1, third=3)) == "Triple(first=1, second=2, third=3)"


@pytest.mark.parametrize("said", [{}, {"first": 1, "width": 2}, {"width": 2}])
def test_a_value_with_a_missing_or_an_unknown_field_is_not_built(said):
    with pytest.raises(TypeError):
        Pair(**said)
    with pytest.raises(TypeError):
        Ring(**said)
