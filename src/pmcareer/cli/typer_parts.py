"""Every private part of Typer that we use: one place to mend when one of them moves.

Typer >= 0.26 carries its own Click under a private name; some of what we build on is only there.
`tests/cli/test_typer.py` holds the shape of each part, and says which versions it was tried with.
"""

from typing import TypeAlias

from typer._click.core import Command, Context, Parameter
from typer._click.exceptions import (
    BadOptionUsage,
    ClickException,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer._click.shell_completion import CompletionItem, add_completion_class
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete
from typer._completion_shared import _completion_scripts as completion_scripts
from typer._completion_shared import get_completion_script
from typer.core import TyperArgument, TyperOption

__all__ = [
    "FILES",
    "BadOptionUsage",
    "BashComplete",
    "ClickException",
    "Command",
    "CompletionItem",
    "Context",
    "FishComplete",
    "MissingParameter",
    "NoSuchOption",
    "Parameter",
    "PowerShellComplete",
    "UsageError",
    "ZshComplete",
    "add_completion_class",
    "as_typed",
    "completion_scripts",
    "get_completion_script",
]

FILES = ":files"
"""Stands in the place of a title under TAB where a shell is to offer files; no word is like it."""
Typed: TypeAlias = TyperOption | TyperArgument


def as_typed(params: list[Parameter]) -> list[Parameter]:
    """Spare Typer's coercion of values, which loads Pydantic even under TAB.

    A Typer before 0.29 knows no such attribute, and coerces text to text.
    """
    for param in params:
        param._runtime_param = _AsTyped()  # type: ignore[attr-defined]  # noqa: SLF001
    return params


class _AsTyped:
    """Leave values as they were typed: our rules say what they mean, in our words."""

    # Typer passes the context by its name; what we answer does not depend on it.

    def coerce(self, value: object, param: Typed, ctx: Context) -> object:  # noqa: ARG002
        is_list = param.multiple or param.nargs == -1
        if value is None and is_list:
            return ()
        return value
