"""A promise about many is one test, and still says of which it does not hold."""

import pytest

from sweeps import of_each


def test_all_that_break_a_promise_are_named_and_no_other():
    @of_each([1, 2, 3, 4], called=lambda number: f"number {number}")
    def test_it_is_odd(number):
        assert number % 2

    with pytest.raises(ExceptionGroup, match="2 of 4") as broken:
        test_it_is_odd()
    named = [note for wrong in broken.value.exceptions for note in wrong.__notes__]
    assert named == ["That was number 2.", "That was number 4."]


def test_a_promise_that_nothing_could_break_is_none():
    @of_each([])
    def test_it_is_odd(number):
        assert number % 2

    with pytest.raises(AssertionError, match="nothing"):
        test_it_is_odd()


def test_a_promise_about_two_things_is_given_both():
    given = []

    @of_each([(1, 2), (3, 4)])
    def test_they_are_neighbours(first, second):
        given.append((first, second))
        assert second == first + 1

    test_they_are_neighbours()
    assert given == [(1, 2), (3, 4)]


def test_what_takes_long_to_read_is_read_when_the_promise_is_looked_at():
    asked = []

    def numbers():
        asked.append("once")
        return [1, 2]

    @of_each(numbers)
    def test_it_is_odd(number):
        assert number % 2

    assert asked == []
    with pytest.raises(ExceptionGroup, match="1 of 2"):
        test_it_is_odd()
    assert asked == ["once"]
