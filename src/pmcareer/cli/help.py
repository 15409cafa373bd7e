"""Help as plain text that fits the window, from 20 columns to 80."""

import sys
from collections.abc import Iterable, Iterator, Sequence

from typer.core import TyperArgument, TyperOption

from pmcareer.cli import streams
from pmcareer.cli.cards import Card
from pmcareer.cli.completion import SHOW
from pmcareer.cli.look import Ink, Look, marked, to_be_copied, unpainted, wrapped
from pmcareer.cli.typer_parts import Context, Parameter
from pmcareer.domain.ground.frozen import frozen

STACKED = 60
"""Below this width names and their meaning stand on lines of their own."""
WIDEST_NAME = 26
SOURCES = {
    "--home": "PMCAREER_HOME",
    "--curriculum": "PMCAREER_CURRICULUM",
    "--today": "PMCAREER_TODAY",
    "--color": "NO_COLOR, FORCE_COLOR, CLICOLOR",
    "--plain": "ACCESSIBLE=1",
    "--no-pager": "PAGER=cat",
}
"""An option to the environment that stands in for it."""
Lines = Iterator[str]


@frozen
class Sheet:
    """What help is written on: so many columns, in colours or not."""

    width: int
    ink: Ink

    def mark(self, line: str) -> str:
        """Mark the commands in a line."""
        return line if self.ink is unpainted else marked(line)

    def led(self, lead: str, lines: Iterable[str]) -> Lines:
        """Mark lines of which the first begins with a word that leads them."""
        for line in lines:
            begin = lead if line.startswith(lead) else ""
            yield self.ink(begin, "heading") + self.mark(line.removeprefix(begin))


def command_help(card: Card, params: Sequence[Parameter], context: Context) -> str:
    """Write the help of a command: what for, examples, arguments, options, JSON keys."""
    return "\n".join(_command(card, params, sheet_of(context)))


def sheet_of(context: Context) -> Sheet:
    """Return what help is written on."""
    look: Look = context.find_root().obj.look
    return Sheet(width=streams.help_columns(look.environment), ink=look.ink(sys.stdout))


def _command(card: Card, params: Sequence[Parameter], sheet: Sheet) -> Lines:
    arguments = [param for param in params if isinstance(param, TyperArgument)]
    yield from _purpose(card, arguments, sheet)
    if arguments:
        meanings = [(bare_name(argument), argument.help or "") for argument in arguments]
        yield from section("Arguments", meanings, sheet)
    yield from section("Options", options_in(params), sheet)
    if card.json:
        yield ""
        keys = wrapped(f"JSON keys beside format, command, today: {card.json}", sheet.width)
        yield from sheet.led("JSON keys", keys)


def _purpose(card: Card, arguments: Iterable[TyperArgument], sheet: Sheet) -> Lines:
    """Write how it is typed, what it is for, and examples of its use."""
    words = ["Usage: pmcareer", card.name, "[OPTIONS]", *map(argument_name, arguments)]
    yield from sheet.led("Usage:", wrapped(" ".join(words), sheet.width, hanging=4))
    for paragraph in (card.summary, *card.paragraphs):
        yield ""
        yield from map(sheet.mark, wrapped(paragraph, sheet.width))
    yield ""
    yield sheet.ink("Examples:" if len(card.examples) > 1 else "Example:", "heading")
    for example in card.examples:
        for line in _to_be_copied(example, sheet.width):
            yield sheet.ink(line, "command")


def _to_be_copied(example: str, width: int) -> Lines:
    """Write an example whole where it fits; where not, as a shell takes one of several lines."""
    if len(example) <= width:
        yield " " * min(2, width - len(example)) + example
        return
    yield from to_be_copied(example, width, 2, 4)


def section(
    title: str, pairs: Iterable[tuple[str, str]], sheet: Sheet, style: str = "command"
) -> Lines:
    """Write names with their meaning beside them, or below where there is little room."""
    yield ""
    yield sheet.ink(f"{title}:", "heading")
    yield from definitions(tuple(pairs), sheet, style)


def definitions(
    pairs: Sequence[tuple[str, str]], sheet: Sheet, style: str, least: int = 0
) -> Lines:
    """Write names in this style with their meaning beside them, `least` columns further in."""
    longest = max(len(name) for name, _ in pairs)
    column = max(min(longest, WIDEST_NAME), least) + 4
    for name, meaning in pairs:
        yield from _definition((name, meaning), sheet, column, style)


def _definition(pair: tuple[str, str], sheet: Sheet, column: int, style: str) -> Lines:
    name, meaning = pair
    # A name too long for its column gets a line of its own, and its meaning the next one.
    if sheet.width >= STACKED and len(name) <= WIDEST_NAME:
        first, *rest = map(sheet.mark, wrapped(meaning, sheet.width - column) or [""])
        yield f"  {sheet.ink(name, style)}{' ' * (column - 2 - len(name))}{first}".rstrip()
        yield from (" " * column + line for line in rest)
    else:
        for line in wrapped(name, sheet.width, 2, 2):
            yield sheet.ink(line, style)
        indent = column if sheet.width >= STACKED else 6
        yield from map(sheet.mark, wrapped(meaning, sheet.width, indent))


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
    # Typer's own words for these speak of customizing the installation, and name no shell.
    if SHOW in option.opts:
        return "Print what brings TAB to this shell; or name one: bash, zsh, fish, powershell."
    parts = ["Show this help." if "--help" in option.opts else option.help or ""]
    if option.multiple:
        parts.append("Can be repeated.")
    parts += [f"[{SOURCES[name]}]" for name in option.opts if name in SOURCES]
    return " ".join(parts)
