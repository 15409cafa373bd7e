"""Broad sweeps: a sample of each runs every time, all the rest of it among the slow tests.

What is quick and holds of some hundred things is one test, which names those that break it.
"""

from collections.abc import Callable, Collection, Iterable
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

        return _named_like(law, test)

    return tried


def of_each(
    values: Collection[Any] | Callable[[], Collection[Any]],
    *,
    called: Callable[[Any], object] = str,
) -> Callable[[Callable], Callable]:
    """Make a promise about every one of these a single test; tuples are the arguments of one case.

    What takes long to read is given by a function, and read by the worker that runs the test.

    For what only looks at what ships: a test of its own for each of 500 figures takes three
    times as long as looking. All that break the promise are named, not the first alone.

    >>> @of_each(EXERCISES, called=lambda exercise: exercise.id)
    """

    def told(promise: Callable) -> Callable:
        def test() -> None:
            found = values() if callable(values) else values
            assert found, "nothing that this could hold of"
            broken = [wrong for value in found if (wrong := _broken(promise, value))]
            for wrong, value in broken:
                wrong.add_note(f"That was {called(value)}.")
            if broken:
                message = f"{len(broken)} of {len(found)}"
                raise ExceptionGroup(message, [wrong for wrong, _ in broken])

        return _named_like(promise, test)

    return told


def _broken(promise: Callable, value: Any) -> tuple[Exception, Any] | None:
    try:
        promise(*(value if isinstance(value, tuple) else (value,)))
    except Exception as wrong:  # noqa: BLE001 -- whatever breaks it is told
        return wrong, value
    return None


def _named_like(promise: Callable, test: Callable) -> Callable:
    test.__name__, test.__qualname__ = promise.__name__, promise.__qualname__
    test.__module__, test.__doc__ = promise.__module__, promise.__doc__
    return test
