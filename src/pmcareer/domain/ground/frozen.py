"""What is computed is a frozen value, slotted and built by keyword; what is read is a Record."""

from dataclasses import dataclass, fields
from typing import Any, TypeVar, dataclass_transform

AValue = TypeVar("AValue")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def frozen(cls: type[AValue]) -> type[AValue]:
    """Make a class a frozen value.

    A class that caches its own properties needs a `__dict__`, and stays a plain frozen dataclass.
    """
    made = dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)(cls)
    # A dataclass writes and compiles these anew for every class: a third of a millisecond each,
    # and some sixty classes are loaded before `next` can answer.
    for name, function in SHARED.items():
        setattr(made, name, function)
    return made


def _compared(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 -- a value of any class
    return tuple(getattr(value, each.name) for each in fields(value) if each.compare)


def _equal(value: object, other: object) -> bool:
    return type(value) is type(other) and _compared(value) == _compared(other)


def _hash(value: object) -> int:
    return hash(_compared(value))


def _shown(value: Any) -> str:  # noqa: ANN401 -- as above
    parts = [f"{each.name}={getattr(value, each.name)!r}" for each in fields(value) if each.repr]
    return f"{type(value).__name__}({', '.join(parts)})"


SHARED = {"__eq__": _equal, "__hash__": _hash, "__repr__": _shown}
