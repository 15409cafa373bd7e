"""What is computed is a frozen value, slotted and built by keyword; what is read is a Record."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from typing import Any, NoReturn, TypeVar, dataclass_transform

AValue = TypeVar("AValue")


# A dataclass writes and compiles its methods anew for every class: half a millisecond, and
# some ninety classes are loaded before `next` can answer. Here all of them share the same.
@dataclass_transform(frozen_default=True, kw_only_default=True)
def frozen(cls: type[AValue]) -> type[AValue]:
    """Make a class a frozen value."""
    return _shared(dataclass(slots=True, **BARE)(cls))


@dataclass_transform(frozen_default=True, kw_only_default=True)
def frozen_with_cache(cls: type[AValue]) -> type[AValue]:
    """Make a class a frozen value that caches its own properties, in a `__dict__`."""
    return _shared(dataclass(**BARE)(cls))


def _shared(made: type[AValue]) -> type[AValue]:
    for name, function in SHARED.items():
        setattr(made, name, function)
    setattr(made, "__init__", _builder_of(made))  # noqa: B010 -- not for type checkers
    return made


def _builder_of(made: type[Any]) -> Callable[..., None]:
    """Return what builds a value of a class by keyword."""
    usual: dict[str, Any] = {}
    factories: dict[str, Callable[[], Any]] = {}
    for each in fields(made):
        if each.default is not MISSING:
            usual[each.name] = each.default
        elif each.default_factory is not MISSING:
            factories[each.name] = each.default_factory
    names = {each.name for each in fields(made)}

    def build(value: object, /, **said: Any) -> None:  # noqa: ANN401 -- a value of any class
        whole = usual | said
        for name, make in factories.items():
            if name not in said:
                whole[name] = make()
        if whole.keys() != names:
            wrong = ", ".join(sorted(whole.keys() ^ names))
            message = f"{made.__name__} is built with parts it does not have, or without: {wrong}"
            raise TypeError(message)
        for name, part in whole.items():
            object.__setattr__(value, name, part)

    return build


def _refuse(value: object, name: str, *_: object) -> NoReturn:
    message = f"{name} of {type(value).__name__} stays as it is"
    raise FrozenInstanceError(message)


def _compared(value: Any) -> tuple[Any, ...]:  # noqa: ANN401 -- a value of any class
    return tuple(getattr(value, each.name) for each in fields(value) if each.compare)


def _equal(value: object, other: object) -> bool:
    return type(value) is type(other) and _compared(value) == _compared(other)


def _hash(value: object) -> int:
    return hash(_compared(value))


def _shown(value: Any) -> str:  # noqa: ANN401 -- as above
    parts = [f"{each.name}={getattr(value, each.name)!r}" for each in fields(value) if each.repr]
    return f"{type(value).__name__}({', '.join(parts)})"


BARE: Mapping[str, bool] = {"init": False, "eq": False, "repr": False, "kw_only": True}
SHARED = {
    "__delattr__": _refuse,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _refuse,
}
