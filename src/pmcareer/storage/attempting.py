"""Look at one thing among several: what goes wrong with it is an answer, and stops no other."""

from collections.abc import Callable
from typing import TypeVar

from pmcareer.errors import PmcareerError
from pmcareer.storage.disk.files import reason_of

Found = TypeVar("Found")


def attempted(look: Callable[[], Found], otherwise: Callable[[str], Found]) -> Found:
    """Return what is found, else what `otherwise` makes of the reason why nothing is."""
    try:
        return look()
    except Exception as error:  # noqa: BLE001 -- one bug must not hide what the others find
        return otherwise(_reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, PmcareerError):
        return error.message
    if isinstance(error, MemoryError):
        return "there is not enough memory."
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return f"{place}{reason_of(error)}."
    return f"{type(error).__name__}, which is a bug of pmcareer's; your files are as they were."
