"""Broad sweeps: a sample of each runs every time, all the rest of it among the slow tests."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis.strategies import SearchStrategy


def sweep(values: Iterable[Any], *, quick: Iterable[Any]) -> list[Any]:
    """Mark as slow what is not among the quick ones; tuples are the arguments of one case.

    >>> @pytest.mark.parametrize("columns", sweep(["20", "40", "80"], quick=["40"]))
    """
    chosen = list(quick)
    cases = list(values)
    assert all(each in cases for each in chosen), "a quick one that is none of the sweep"
    return [_case(each, is_quick=each in chosen) for each in cases]


def _case(value: Any, *, is_quick: bool) -> Any:
    arguments = value if isinstance(value, tuple) else (value,)
    return pytest.param(*arguments, marks=() if is_quick else pytest.mark.slow)


def for_all(
    *drawn: SearchStrategy, few: int, many: int, **how: Any
) -> Callable[[Callable], Callable]:
    """Make a law of a function's arguments two tests: with few examples every time, with many among the slow."""

    def tried(law: Callable) -> Callable:
        @pytest.mark.parametrize("examples", sweep([few, many], quick=[few]))
        def test(examples: int) -> None:
            settings(max_examples=examples, **how)(given(*drawn)(law))()

        test.__name__, test.__qualname__ = law.__name__, law.__qualname__
        test.__module__, test.__doc__ = law.__module__, law.__doc__
        return test

    return tried
