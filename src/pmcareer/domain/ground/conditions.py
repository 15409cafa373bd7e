"""Conditions as data: "months_business < 12", "projects = large-complex", "not certificates"."""

import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Final

Fact = float | str | bool | None
Facts = Callable[[str], Fact]
"""Looks a fact up by name; None when it is not known."""

COMPARISONS: Final[Mapping[str, Callable[[float, float], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class BadCondition(ValueError):
    """Say that a condition can't be read."""


def all_hold(conditions: Iterable[str], facts: Facts) -> bool:
    """Tell whether every condition holds; one about a fact that is not known does not."""
    return all(holds(condition, facts) for condition in conditions)


def holds(condition: str, facts: Facts) -> bool:
    """Tell whether a condition holds: `fact`, `not fact`, `fact < 3`, `fact = word`, `fact in word word`.

    Raises:
        BadCondition: it has none of these forms.
    """
    match condition.split():
        case [name]:
            return bool(facts(name))
        case ["not", name]:
            return not facts(name)
        case [name, comparison, number] if comparison in COMPARISONS:
            value = facts(name)
            return isinstance(value, int | float) and COMPARISONS[comparison](
                value, _number(number, condition)
            )
        case [name, "=", word]:
            return facts(name) == word
        case [name, "in", *words] if words:
            return facts(name) in words
    message = f"'{condition}' is no condition"
    raise BadCondition(message)


def facts_in(condition: str) -> str:
    """Name the fact that a condition is about."""
    words = condition.split()
    return words[1] if words[:1] == ["not"] and len(words) > 1 else (words or [""])[0]


def _number(text: str, condition: str) -> float:
    try:
        return float(text)
    except ValueError:
        message = f"'{condition}' compares with '{text}', which is no number"
        raise BadCondition(message) from None
