"""Help as plain text that fits the window, from 20 columns to 80."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from typer.core import TyperArgument, TyperOption

from pmcareer.cli import streams
from pmcareer.cli.cards import Card, cards
from pmcareer.cli.completion import SHOW
from pmcareer.cli.typer_parts import Context, Parameter

STACKED = 60
"""Below this width names and their meaning stand on lines of their own."""
WIDEST_NAME = 26
LONGEST_COMMAND = 11
PURPOSE = "Plan a project-management career the way a good project manager plans a project."
WHERE_TO_LOOK = (
    "Help for a command: pmcareer help log",
    "Whether all is as it should be: pmcareer doctor",
)
EXIT_CODES = (
    ("0", "done"),
    ("1", "an expected failure, explained in a sentence"),
    ("2", "the command line is wrong"),
    ("3", "a data file needs repair"),
    ("130", "interrupted"),
)
SOURCES = {
    "--home": "PMCAREER_HOME",
    "--curriculum": "PMCAREER_CURRICULUM",
    "--today": "PMCAREER_TODAY",
    "--color": "NO_COLOR, FORCE_COLOR",
    "--plain": "ACCESSIBLE=1",
}
"""An option to the environment that stands in for it."""


def program_help(options: Iterable[Parameter], context: Context) -> str:
    """Write the help of the program: commands by panel, options, exit codes, where to look."""
    width = _width(context)
    lines = [*_wrapped("Usage: pmcareer [OPTIONS] COMMAND [ARGUMENTS]", width), ""]
    lines += [*_wrapped(PURPOSE, width), *_wrapped("Without a command: pmcareer next", width)]
    for title, panel in cards():
        summaries = [(card.name, card.summary) for card in panel]
        lines += ["", f"{title}:", *_definitions(summaries, width, LONGEST_COMMAND)]
    lines += ["", "Options:", *_definitions(options_in(options), width)]
    lines += ["", "Exit codes:", *_definitions(EXIT_CODES, width), ""]
    for line in WHERE_TO_LOOK:
        lines += _wrapped(line, width)
    return "\n".join(lines)


def command_help(card: Card, params: Sequence[Parameter], context: Context) -> str:
    """Write the help of a command: what for, examples, arguments, options, JSON keys."""
    width = _width(context)
    arguments = [param for param in params if isinstance(param, TyperArgument)]
    words = ["Usage: pmcareer", card.name, "[OPTIONS]", *map(argument_name, arguments)]
    lines = [*_wrapped(" ".join(words), width, hanging=4), "", *_wrapped(card.summary, width)]
    for paragraph in card.paragraphs:
        lines += ["", *_wrapped(paragraph, width)]
    lines.append("")
    for example in card.examples:
        lines += _wrapped(f"Example: {example}", width, hanging=4)
    if arguments:
        meanings = [(bare_name(argument), argument.help or "") for argument in arguments]
        lines += ["", "Arguments:", *_definitions(meanings, width)]
    lines += ["", "Options:", *_definitions(options_in(params), width)]
    if card.json:
        lines += ["", *_wrapped(f"JSON keys beside format, command, today: {card.json}", width)]
    return "\n".join(lines)


def _width(context: Context) -> int:
    environment = context.find_root().obj
    return streams.help_columns(getattr(environment, "environment", environment))


def _wrapped(text: str, width: int, indent: int = 0, hanging: int = 0) -> list[str]:
    return textwrap.wrap(
        text,
        width=width,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
        break_on_hyphens=False,
    )


def _definitions(pairs: Iterable[tuple[str, str]], width: int, least: int = 0) -> Iterator[str]:
    """Write names with their meaning beside them, or below where there is little room."""
    listed = tuple(pairs)
    longest = max((len(name) for name, _ in listed), default=0)
    column = max(min(longest, WIDEST_NAME), least) + 4
    for name, meaning in listed:
        if width < STACKED:
            yield from _wrapped(name, width, 2, 2)
            yield from _wrapped(meaning, width, 6)
        elif len(name) > WIDEST_NAME:
            yield from _wrapped(name, width, 2, 2)
            yield from _wrapped(meaning, width, column)
        else:
            first, *rest = _wrapped(meaning, width, column) or [""]
            yield f"  {name}".ljust(column) + first.lstrip()
            yield from rest


def argument_name(argument: TyperArgument) -> str:
    """Return an argument as a usage line shows it: [WHAT] may be left out."""
    name = bare_name(argument)
    return name if argument.required else f"[{name}]"


def bare_name(argument: TyperArgument) -> str:
    """Return an argument's name without the brackets of the optional."""
    return argument.metavar or argument.name or ""


def options_in(params: Iterable[Parameter]) -> Iterator[tuple[str, str]]:
    """List each option as it is typed, and what it means."""
    for param in params:
        if isinstance(param, TyperOption) and not param.hidden:
            yield _option_name(param), _meaning(param)


def _option_name(option: TyperOption) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar or 'TEXT'}"


def _meaning(option: TyperOption) -> str:
    # Typer's own words speak of customizing the installation, and name no shell.
    if SHOW in option.opts:
        return "Print what brings TAB to this shell; or name one: bash, zsh, fish, powershell."
    parts = [option.help or ""]
    if option.multiple:
        parts.append("Can be repeated.")
    parts += [f"[{SOURCES[name]}]" for name in option.opts if name in SOURCES]
    return " ".join(parts)
