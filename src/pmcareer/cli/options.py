"""Options that several commands share; values arrive as text, and the rules say what they mean."""

from collections.abc import Sequence
from typing import Annotated

import typer

from pmcareer.cli import completion
from pmcareer.domain.ground.vocabulary import BACKGROUNDS, EDUCATIONS, PMO_TYPES, PROJECTS
from pmcareer.errors import WrongValue


def either(words: Sequence[str]) -> str:
    """Name the words that can be typed: "add, list or matrix."."""
    return f"{', '.join(words[:-1])} or {words[-1]}."


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
Target = Annotated[
    str | None,
    typer.Option(
        "--target", metavar="ROLE", help="The role you want.", autocompletion=completion.roles
    ),
]
Education = Annotated[
    str | None, typer.Option("--education", metavar="WORD", help=either(EDUCATIONS))
]
Background = Annotated[
    str | None, typer.Option("--background", metavar="WORD", help=either(BACKGROUNDS))
]
Projects = Annotated[str | None, typer.Option("--projects", metavar="WORD", help=either(PROJECTS))]
PmoType = Annotated[str | None, typer.Option("--pmo-type", metavar="WORD", help=either(PMO_TYPES))]


def the_one_of(**flags: bool) -> str | None:
    """Name the flag that was set.

    Raises:
        WrongValue: Two that exclude each other.
    """
    chosen = [name for name, is_set in flags.items() if is_set]
    if len(chosen) > 1:
        raise WrongValue(f"--{chosen[0]}", f"--{chosen[1]}", f"one of --{', --'.join(flags)}")
    return chosen[0] if chosen else None
