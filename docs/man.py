"""Write the manual page from the help: python docs/man.py [pmcareer.1].

It is made when a package is built, and never kept: what `pmcareer -h` says is the one source. `man -l pmcareer.1` shows
it; `mandoc -T lint -W error pmcareer.1` finds no fault with it.
"""  # noqa: INP001 -- a script

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import typer
from typer.core import TyperArgument

from pmcareer import __version__
from pmcareer.cli.cards import Card, cards
from pmcareer.cli.help import (
    EXIT_CODES,
    PURPOSE,
    SOURCES,
    WHERE_TO_LOOK,
    argument_name,
    bare_name,
    options_in,
)
from pmcareer.cli.main import NAME, app
from pmcareer.cli.menu import Menu, Verb
from pmcareer.cli.typer_parts import Context

FILES = (
    (
        "$PMCAREER_HOME/logbook.toml",
        "The logbook: yours to read and edit. The one file that is written.",
    ),
    ("$PMCAREER_HOME/curriculum.toml", "A curriculum of your own, where there is one."),
)


def main() -> None:
    """Write the page to the file that is named, or to pmcareer.1."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else f"{NAME}.1")
    target.write_text(page(), encoding="utf-8")


def page() -> str:
    """Give the page in the macros of man(7)."""
    menu = typer.main.get_command(app)
    assert isinstance(menu, Menu)  # noqa: S101 -- for the type checker
    context = menu.make_context(NAME, [], obj={}, resilient_parsing=True)
    return "\n".join(_lines(menu, context)) + "\n"


def _lines(menu: Menu, context: Context) -> Iterator[str]:
    yield f'.TH {NAME.upper()} 1 "{_released()}" "{NAME} {__version__}" "User commands"'
    yield from (".SH NAME", f"{NAME} \\- {_text(PURPOSE.rstrip('.').lower())}")
    yield from (".SH SYNOPSIS", f".B {NAME}", r"[\fIoptions\fR] \fIcommand\fR [\fIarguments\fR]")
    yield from (".SH DESCRIPTION", _text(PURPOSE), f"Without a command it is \\fB{NAME} next\\fR.")
    yield from (".SH OPTIONS", *_defined(options_in(menu.get_params(context))))
    for title, panel in cards():
        yield f".SH {title.upper()} COMMANDS"
        for card in panel:
            yield from _command(menu, context, card)
    yield from (".SH EXIT STATUS", *_defined(EXIT_CODES))
    yield from (
        ".SH ENVIRONMENT",
        *_defined((name, f"Stands in for {option}.") for option, name in SOURCES.items()),
    )
    yield from (".SH FILES", *_defined(FILES))
    yield ".SH SEE ALSO"
    for line in WHERE_TO_LOOK:
        yield from (_text(line), ".br")


def _released() -> str:
    """Give the day of the newest version: a page that says when it was made would differ each time."""
    changes = (Path(__file__).parents[1] / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(r"^## \[[^\]]+\] - (\d{4}-\d{2}-\d{2})$", changes, re.MULTILINE)
    return found[1] if found else ""


def _command(menu: Menu, context: Context, card: Card) -> Iterator[str]:
    verb = menu.get_command(context, card.name)
    assert isinstance(verb, Verb)  # noqa: S101 -- for the type checker
    params = verb.get_params(context)
    arguments = [param for param in params if isinstance(param, TyperArgument)]
    shown = " ".join(f"\\fI{_text(argument_name(param))}\\fR" for param in arguments)
    yield f".SS {NAME} {card.name} {shown}".rstrip()
    yield _text(card.summary)
    for paragraph in card.details.split("\n\n") if card.details else ():
        yield from (".PP", _text(" ".join(paragraph.split())))
    yield from _defined((bare_name(param), param.help or "") for param in arguments)
    yield from _defined(options_in(params))
    yield from (".PP", "Examples:")
    for example in card.examples:
        yield from (".br", f"\\fB{_text(example)}\\fR")
    if card.json:
        yield from (".PP", _text(f"JSON keys beside format, command, today: {card.json}."))


def _defined(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, meaning in pairs:
        yield from (".TP", f"\\fB{_text(name)}\\fR", _text(meaning))


def _text(text: str) -> str:
    """Write a text so that nothing in it is a request or an escape, and a hyphen can be copied as it is typed."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe


if __name__ == "__main__":
    main()
