"""What is computed is a frozen value, built by keyword; what is read from a file is a Record."""

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from functools import cache
from typing import Any, NoReturn, TypeVar, dataclass_transform

AValue = TypeVar("AValue")


# A dataclass writes and compiles methods of its own for each class, and over a hundred classes are
# loaded before `next` can answer. Here all of them share theirs.
@dataclass_transform(frozen_default=True, kw_only_default=True)
def frozen(cls: type[AValue]) -> type[AValue]:
    """Make a class a frozen value, which may cache its own properties.

    To `fields`, `replace` and `asdict` it is a dataclass as any other.
    """
    for name, shared in SHARED.items():
        setattr(cls, name, shared)
    setattr(cls, "__dataclass_fields__", _FieldsOf(cls))  # noqa: B010 -- not for type checkers
    return cls


class _FieldsOf:
    """Stands in for the fields of a class until a value is built: of many none ever is."""

    def __init__(self, made: type[Any]) -> None:
        self._made = made

    def __get__(self, value: object, cls: type[Any]) -> dict[str, Field[Any]]:
        made = dataclass(init=False, eq=False, repr=False, kw_only=True)(self._made)
        found: dict[str, Field[Any]] = made.__dataclass_fields__
        return found


class _Parts:
    """What the values of a class are built of, and compared by."""

    def __init__(self, made: type[Any]) -> None:
        every = fields(made)
        anew = {each.name: each.default_factory for each in every}
        self.names = frozenset(anew)
        self.usual = {each.name: each.default for each in every if each.default is not MISSING}
        self.factories = {name: make for name, make in anew.items() if make is not MISSING}
        self.compared = [each.name for each in every if each.compare]

    def with_usual(self, said: dict[str, Any]) -> dict[str, Any]:
        """Add what is usual of parts that were not said."""
        made = {name: make() for name, make in self.factories.items() if name not in said}
        return self.usual | made | said


_parts_of = cache(_Parts)


def _build(value: Any, /, **said: Any) -> None:  # noqa: ANN401 -- a value of any class
    parts = _parts_of(value.__class__)
    if said.keys() != parts.names:
        said = parts.with_usual(said)
    if said.keys() != parts.names:
        wrong = ", ".join(sorted(said.keys() ^ parts.names))
        kind = type(value).__name__
        message = f"{kind} is built with parts it does not have, or without: {wrong}"
        raise TypeError(message)
    vars(value).update(said)


def _refuse(value: object, name: str, *_: object) -> NoReturn:
    message = f"{name} of {type(value).__name__} stays as it is"
    raise FrozenInstanceError(message)


def _compared(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 -- as above
    whole = vars(value)
    return tuple([whole[name] for name in _parts_of(value.__class__).compared])


def _equal(value: object, other: object) -> bool:
    return type(value) is type(other) and _compared(value) == _compared(other)


def _hash(value: object) -> int:
    return hash(_compared(value))


def _shown(value: Any) -> str:  # noqa: ANN401 -- as above
    parts = [f"{each.name}={getattr(value, each.name)!r}" for each in fields(value) if each.repr]
    return f"{type(value).__name__}({', '.join(parts)})"


SHARED = {
    "__init__": _build,
    "__delattr__": _refuse,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _refuse,
}
