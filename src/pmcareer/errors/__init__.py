"""Every expected failure: its sentence, its hint, its exit code.

A class lies with others of its subject, and all of them can be had from here. What starting up
needs is in `base`; the other modules are loaded when one of their names is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from pmcareer.errors.base import (
    FAILED,
    NEEDS_REPAIR,
    SHOWN_MATCHES,
    SHOWN_PROBLEMS,
    USAGE,
    Ambiguous,
    PmcareerError,
    WrongValue,
    did_you_mean,
    nearest,
    offering,
    with_nearest,
)

if TYPE_CHECKING:
    from pmcareer.errors.entries import *  # noqa: F403 -- for type checkers, all of them
    from pmcareer.errors.files import *  # noqa: F403 -- for type checkers, all of them
    from pmcareer.errors.practice import *  # noqa: F403 -- for type checkers, all of them
    from pmcareer.errors.programs import *  # noqa: F403 -- for type checkers, all of them
    from pmcareer.errors.sheets import *  # noqa: F403 -- for type checkers, all of them
    from pmcareer.errors.words import *  # noqa: F403 -- for type checkers, all of them

__all__ = [
    "FAILED",
    "NEEDS_REPAIR",
    "SHOWN_MATCHES",
    "SHOWN_PROBLEMS",
    "USAGE",
    "Ambiguous",
    "PmcareerError",
    "WrongValue",
    "did_you_mean",
    "nearest",
    "offering",
    "with_nearest",
]
SUBJECTS = ("words", "files", "entries", "sheets", "programs", "practice")
"""Modules in which a name is looked for, those that most commands need first."""


def __getattr__(name: str) -> type[PmcareerError]:
    """Find a failure by its name, in whichever module it lies.

    Raises:
        AttributeError: there is none of this name, as Python asks of a module.
    """
    if name not in SUBJECTS and not name.startswith("_"):
        for subject in SUBJECTS:
            found = vars(import_module(f"{__name__}.{subject}")).get(name)
            if isinstance(found, type):
                globals()[name] = found
                return found
    msg = f"module '{__name__}' has no attribute '{name}'"
    raise AttributeError(msg)
