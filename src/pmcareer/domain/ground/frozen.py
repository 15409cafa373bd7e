"""What is computed is a frozen value, slotted and built by keyword; what is read is a Record."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

AValue = TypeVar("AValue")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def frozen(cls: type[AValue]) -> type[AValue]:
    """Make a class a frozen value.

    A class that caches its own properties needs a `__dict__`, and stays a plain frozen dataclass.
    """
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)
