"""What an export declares of itself: its name, what it rests on, its options, its function."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Generic, TypeVar

from pmcareer.domain.ground.frozen import frozen

Value = TypeVar("Value")


@frozen
class Format(Generic[Value]):
    """A form in which the record is taken out; its module calls it FORMAT."""

    name: str
    """As it is typed after `pmcareer export`."""
    rests_on: type[Value]
    """What the command works out for it."""
    write: Callable[[Value], str]
    options: tuple[str, ...] = ()
    """Options that mean something to this format, and nothing to the others."""


def declared_in(module: str) -> Format[Any]:
    """Load the one format that a module of this folder declares."""
    found: Format[Any] = import_module(f"pmcareer.exports.{module}").FORMAT
    return found
