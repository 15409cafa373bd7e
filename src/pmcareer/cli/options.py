"""Options that several commands share; all values arrive as text, and the rules say what they mean."""

from typing import Annotated

import typer

from pmcareer.cli import completion
from pmcareer.errors import WrongValue

AsJson = Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", "-n", help="Say what would be stored, and store nothing.")
]
Note = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help="A remark that is kept with it.")
]
On = Annotated[
    str | None,
    typer.Option(
        "--on", metavar="DATE", help="The day it happened: 2026-11-20, yesterday, monday, -3d."
    ),
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="From this day on.")]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Up to and with this day.")
]
Organisation = Annotated[
    str | None, typer.Option("--organisation", metavar="TEXT", help="Where it was.")
]
RoleOption = Annotated[
    str | None,
    typer.Option(
        "--role", metavar="ROLE", help="A role of the map.", autocompletion=completion.roles
    ),
]


def the_one_of(**flags: bool) -> str | None:
    """Give the name of the flag that was set.

    Raises:
        WrongValue: Two that exclude each other.
    """
    chosen = [name for name, is_set in flags.items() if is_set]
    if len(chosen) > 1:
        first, second = (f"--{name}" for name in chosen[:2])
        raise WrongValue(first, second, f"one of --{', --'.join(flags)}")
    return chosen[0] if chosen else None
