"""Write what a package installs beside the program: python docs/man.py [FOLDER], which is share.

The manual page and the files that bring TAB to a shell are made from the program, and kept in
`share/` so that a wheel can carry them; a test holds them to what the program says.
`mandoc -T lint -W error` finds no fault with the page.
"""  # noqa: INP001 -- a script

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import typer
from typer.core import TyperArgument

from pmcareer import __version__
from pmcareer.cli.cards import Card, cards
from pmcareer.cli.completion import script_for
from pmcareer.cli.help import (
    SOURCES,
    argument_name,
    bare_name,
    options_in,
)
from pmcareer.cli.main import NAME, app
from pmcareer.cli.menu import Menu, Verb
from pmcareer.cli.overview import PURPOSE, WHERE_TO_LOOK
from pmcareer.cli.topics import EXIT_CODES
from pmcareer.cli.typer_parts import Context

CHECKOUT = Path(__file__).parents[1]
FILES = (
    (
        "$PMCAREER_HOME/logbook.toml",
        "The logbook: yours to read and edit. The one file that is written.",
    ),
    ("$PMCAREER_HOME/curriculum.toml", "A curriculum of your own, where there is one."),
)
# zsh reads the file when TAB is pressed for the first time, and expects an answer from that.
ZSH_FIRST_TIME = '[[ $zsh_eval_context[-1] == loadautofunc ]] && _pmcareer_completion "$@"\n'


def main() -> None:
    """Write every file below the folder that is named, or below share."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CHECKOUT / "share"
    for name, text in shared().items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def shared() -> Mapping[str, str]:
    """Return each file's text by its place, where man and the shells look for it."""
    return {
        f"man/man1/{NAME}.1": page(),
        f"bash-completion/completions/{NAME}": script_for("bash").strip() + "\n",
        f"zsh/site-functions/_{NAME}": script_for("zsh").strip() + f"\n{ZSH_FIRST_TIME}",
        f"fish/vendor_completions.d/{NAME}.fish": script_for("fish").strip() + "\n",
    }


def page() -> str:
    """Write the manual page in the macros of man(7)."""
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
    stand_ins = ((name, f"Stands in for {option}.") for option, name in SOURCES.items())
    yield from (".SH ENVIRONMENT", *_defined(stand_ins))
    yield from (".SH FILES", *_defined(FILES))
    yield from (".SH SEE ALSO", "\n.br\n".join(map(_text, WHERE_TO_LOOK)))


def _released() -> str:
    """Return the day of the newest version: the day of writing would always differ."""
    changes = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(r"^## \[[^\]]+\] - (\d{4}-\d{2}-\d{2})$", changes, re.MULTILINE)
    return found[1] if found else ""


def _command(menu: Menu, context: Context, card: Card) -> Iterator[str]:
    verb = menu.get_command(context, card.name)
    assert isinstance(verb, Verb)  # noqa: S101 -- for the type checker
    params = verb.get_params(context)
    arguments = [param for param in params if isinstance(param, TyperArgument)]
    shown = " ".join(f"\\fI{_text(argument_name(argument))}\\fR" for argument in arguments)
    yield f".SS {NAME} {card.name} {shown}".rstrip()
    yield _text(card.summary)
    for paragraph in card.paragraphs:
        yield from (".PP", _text(paragraph))
    yield from _defined((bare_name(argument), argument.help or "") for argument in arguments)
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
    """Write a text in which nothing is a request or an escape, and a hyphen is copied as typed."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe


if __name__ == "__main__":
    main()
