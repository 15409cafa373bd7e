"""Options that several commands share; values arrive as text, and the rules say what they mean."""

from collections.abc import Sequence
from typing import Any

import typer

from pmcareer.cli import completion
from pmcareer.domain.ground.vocabulary import BACKGROUNDS, EDUCATIONS, PMO_TYPES, PROJECTS
from pmcareer.errors import NotTogether

Said = str | None
"""What was typed after an option; None where the option was not."""
SaidOften = list[str] | None
"""The same of an option that can be repeated."""
Described = Any
"""What Typer reads as the default of an argument; it has the type of whatever is typed."""


def option(
    names: str,
    metavar: str,
    meaning: str,
    completer: completion.Completer | None = None,
    default: object = None,
) -> Described:
    """Describe an option that takes a value; `names` are its spellings, "--minutes -m"."""
    return typer.Option(
        default, *names.split(), metavar=metavar, help=meaning, autocompletion=completer
    )


def flag(names: str, meaning: str) -> Described:
    """Describe an option that is there or not."""
    return typer.Option(False, *names.split(), help=meaning)  # noqa: FBT003 -- Typer's signature


def argument(
    metavar: str,
    meaning: str,
    completer: completion.Completer | None = None,
    default: object = None,
) -> Described:
    """Describe a word that is typed without an option; with `default=...` it can't be left out."""
    return typer.Argument(default, metavar=metavar, help=meaning, autocompletion=completer)


def either(words: Sequence[str]) -> str:
    """Name the words that can be typed: "add, list or matrix."."""
    return f"{', '.join(words[:-1])} or {words[-1]}."


AS_JSON = flag("--json", "Answer with one JSON object.")
DETAIL = flag("--detail", "Every figure, not only the first screen.")
DRY_RUN = flag("--dry-run -n", "Say what would be stored, and store nothing.")
CLOCK_IS_RIGHT = flag("--clock-is-right", "The clock is right, though it looks wrong.")
EVIDENCE = option("--evidence", "URL", "Where it can be seen.")
OUTCOME = option("--outcome", "TEXT", "What came of it.")
NOTE = option("--note", "TEXT", "A remark that is kept with it.")
ON = option("--on", "DATE", "The day it happened: 20 Nov, last friday, 3 days ago.")
SINCE = option("--since", "DATE", "From this day on: monday, 5 Jan, 2 weeks ago.")
UNTIL = option("--until", "DATE", "Up to and with this day; a month to its end.")
ORGANISATION = option("--organisation", "TEXT", "Where it was.")
ROLE = option("--role", "ROLE", "A role of the map.", completion.roles)
GOAL = argument("ROLE", "The role you want; words of its title will do.", completion.goals)
TARGET = option("--target", "ROLE", "The role you want.", completion.goals)
PAST_WEEKS = option("--past-weeks", "N", "Of the last 26 weeks, those in which you studied.")
EDUCATION = option("--education", "WORD", either(EDUCATIONS), completion.words(*EDUCATIONS))
BACKGROUND = option("--background", "WORD", either(BACKGROUNDS), completion.words(*BACKGROUNDS))
PROJECTS_LED = option("--projects", "WORD", either(PROJECTS), completion.words(*PROJECTS))
INDUSTRY = option(
    "--industry", "WORD", "The trade you work in: construction; or none.", completion.industries
)
PMO_TYPE = option("--pmo-type", "WORD", either(PMO_TYPES), completion.words(*PMO_TYPES))


def with_or_without(name: str, word: Said, value: Said) -> Said:
    """Return what was typed as a bare word, or as the option of this name.

    Raises:
        NotTogether: Both were typed.
    """
    if word is None:
        return value
    if value is not None:
        raise NotTogether(word, f"{name} {value}")
    return word


def the_one_of(**flags: bool) -> str | None:
    """Name the flag that was set.

    Raises:
        NotTogether: Two that exclude each other.
    """
    # Three flags rather than a word: `--led` is quicker to type than `--part led`.
    chosen = [name for name, is_set in flags.items() if is_set]
    if len(chosen) > 1:
        raise NotTogether(f"--{chosen[0]}", f"--{chosen[1]}")
    return chosen[0] if chosen else None
