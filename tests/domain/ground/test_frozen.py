"""Values compare, hash and show themselves as dataclasses do, and nobody changes them."""

from dataclasses import FrozenInstanceError, field

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
