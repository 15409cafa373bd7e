"""Options that need not be typed."""

from collections.abc import Callable, Mapping
from typing import Concatenate, ParamSpec, TypeVar

Typed = str | None
"""The text of an argument or option; None when it was left out."""
More = ParamSpec("More")
Meant = TypeVar("Meant")
Value = TypeVar("Value")


def if_typed(
    read: Callable[Concatenate[str, More], Meant],
    text: Typed,
    /,
    *more: More.args,
    **named: More.kwargs,
) -> Meant | None:
    """Read what was typed, if anything was.

    For instance `if_typed(day_of, since, today, "--since")`.
    """
    if text is None:
        return None
    return read(text, *more, **named)


def only_said(keys: Mapping[str, Value | None]) -> dict[str, Value]:
    """Leave out the keys of which nothing was said."""
    return {key: value for key, value in keys.items() if value is not None}
