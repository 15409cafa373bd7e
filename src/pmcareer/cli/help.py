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
    ("130", "interrupted; 143 and 129 when it was told to end, or the terminal was closed"),
)
SOURCES = {
    "--home": "PMCAREER_HOME",
    "--curriculum": "PMCAREER_CURRICULUM",
    "--today": "PMCAREER_TODAY",
    "--color": "NO_COLOR, FORCE_COLOR",
    "--plain": "ACCESSIBLE=1",
}
"""An option to the environment that stands in for it."""
Lines = Iterator[str]


def program_help(options: Iterable[Parameter], context: Context) -> str:
    """Write the help of the program: commands by panel, options, exit codes, where to look."""
    return "\n".join(_program(options, _width(context)))


def _program(options: Iterable[Parameter], width: int) -> Lines:
    yield from _wrapped("Usage: pmcareer [OPTIONS] COMMAND [ARGUMENTS]", width)
    yield ""
    yield from _wrapped(PURPOSE, width)
    yield from _wrapped("Without a command: pmcareer next", width)
    for title, panel in cards():
        summaries = [(card.name, card.summary) for card in panel]
        yield from _section(title, summaries, width, LONGEST_COMMAND)
    yield from _section("Options", options_in(options), width)
    yield from _section("Exit codes", EXIT_CODES, width)
    yield ""
    for line in WHERE_TO_LOOK:
        yield from _wrapped(line, width)


def command_help(card: Card, params: Sequence[Parameter], context: Context) -> str:
    """Write the help of a command: what for, examples, arguments, options, JSON keys."""
    return "\n".join(_command(card, params, _width(context)))


def _command(card: Card, params: Sequence[Parameter], width: int) -> Lines:
    arguments = [param for param in params if isinstance(param, TyperArgument)]
    yield from _purpose(card, arguments, width)
    if arguments:
        meanings = [(bare_name(argument), argument.help or "") for argument in arguments]
        yield from _section("Arguments", meanings, width)
    yield from _section("Options", options_in(params), width)
    if card.json:
        yield ""
        yield from _wrapped(f"JSON keys beside format, command, today: {card.json}", width)


def _purpose(card: Card, arguments: Iterable[TyperArgument], width: int) -> Lines:
    """Write how it is typed, what it is for, and examples of its use."""
    words = ["Usage: pmcareer", card.name, "[OPTIONS]", *map(argument_name, arguments)]
    yield from _wrapped(" ".join(words), width, hanging=4)
    for paragraph in (card.summary, *card.paragraphs):
        yield ""
        yield from _wrapped(paragraph, width)
    yield ""
    for example in card.examples:
        yield from _wrapped(f"Example: {example}", width, hanging=4)


def _width(context: Context) -> int:
    environment = context.find_root().obj
    return streams.help_columns(getattr(environment, "environment", environment))


def _section(title: str, pairs: Iterable[tuple[str, str]], width: int, least: int = 0) -> Lines:
    """Write names with their meaning beside them, or below where there is little room."""
    yield ""
    yield f"{title}:"
    listed = tuple(pairs)
    longest = max(len(name) for name, _ in listed)
    column = max(min(longest, WIDEST_NAME), least) + 4
    for name, meaning in listed:
        yield from _definition(name, meaning, width, column)


def _definition(name: str, meaning: str, width: int, column: int) -> Lines:
    # A name too long for its column gets a line of its own, and its meaning the next one.
    if width >= STACKED and len(name) <= WIDEST_NAME:
        first, *rest = _wrapped(meaning, width, column) or [""]
        yield f"  {name}".ljust(column) + first.lstrip()
        yield from rest
    else:
        yield from _wrapped(name, width, 2, 2)
        yield from _wrapped(meaning, width, column if width >= STACKED else 6)


def _wrapped(text: str, width: int, indent: int = 0, hanging: int = 0) -> list[str]:
    return textwrap.wrap(
        text,
        width=width,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
        break_on_hyphens=False,
    )


def argument_name(argument: TyperArgument) -> str:
    """Return an argument as a usage line shows it: [WHAT] may be left out."""
    name = bare_name(argument)
    if argument.required:
        return name
    return f"[{name}]"


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
    if option.is_flag:
        return names
    return f"{names} {option.metavar}"


def _meaning(option: TyperOption) -> str:
    # Typer's own words speak of customizing the installation, and name no shell.
    if SHOW in option.opts:
        return "Print what brings TAB to this shell; or name one: bash, zsh, fish, powershell."
    parts = [option.help or ""]
    if option.multiple:
        parts.append("Can be repeated.")
    parts += [f"[{SOURCES[name]}]" for name in option.opts if name in SOURCES]
    return " ".join(parts)
