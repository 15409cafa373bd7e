"""Where pmcareer starts: the options before the command, and the exit code."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache, partial
from itertools import islice, pairwise, takewhile
from typing import Annotated, NamedTuple, NoReturn

import typer
from typer import Context

from pmcareer import __version__
from pmcareer.cli import completion, streams
from pmcareer.cli.boundary import guarded, is_json
from pmcareer.cli.look import Look
from pmcareer.cli.menu import Menu
from pmcareer.cli.options import Said, flag, option
from pmcareer.cli.outcome import Outcome
from pmcareer.cli.put_off import put_off_plugins
from pmcareer.cli.session import Session, Waiting, settings_from
from pmcareer.cli.streams import Environment
from pmcareer.cli.typer_parts import Command
from pmcareer.errors import WrongValue

NAME = "pmcareer"
FIRST_COMMAND = "next"
COLOR = "--color"
VALUED = ("--home", "--curriculum", "--today", COLOR)
LEAVING = ("-h", "--help", "-V", "--version", "--install-completion", "--show-completion")
PLAIN = "--plain"
NO_PAGER = "--no-pager"
NO_INPUT = "--no-input"
VERBOSE = "--verbose"
FLAGS = (PLAIN, NO_PAGER, NO_INPUT, VERBOSE)
COLORS = ("auto", "always", "never")


class Start(NamedTuple):
    """What is there before any option is read."""

    look: Look
    outcome: Outcome


def main() -> NoReturn:
    """Run the command line, and leave with its exit code."""
    # One command and out. Looking for Pydantic's plugins in every installed package and taking the
    # interpreter apart at the end cost the user's time, and nobody is left who would gain.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    put_off_plugins()
    code = run(sys.argv[1:], os.environ, is_last=True)
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    os._exit(code)


def run(arguments: Sequence[str], environment: Environment, *, is_last: bool = False) -> int:
    """Run one command line and return its exit code.

    After the last one the program ends: signals that waited for its answer wait to the end, as
    there is nothing left that they could stop.
    """
    streams.prepare()
    arranged = arranged_arguments(arguments)
    as_json = is_json(arranged)
    look = look_of(arranged, environment)
    outcome = Outcome(as_json=as_json, note=look.note)
    try:
        invoke = partial(_invoke, arranged, Start(look, outcome))
        return guarded(invoke, look, as_json=as_json, outcome=outcome)
    finally:
        if not is_last:
            outcome.let_go()


def look_of(arranged: Sequence[str], environment: Environment) -> Look:
    """Read how all is to look before any option is judged: help and errors have a look, too."""
    ours = [*takewhile(lambda word: word != "--", arranged)]
    colors = [word for before, word in pairwise(ours) if before == COLOR]
    colors += [word.partition("=")[2] for word in ours if word.startswith(f"{COLOR}=")]
    return Look(
        environment=environment,
        color=colors[-1] if colors and colors[-1] in COLORS else COLORS[0],
        plain=PLAIN in ours or environment.get("ACCESSIBLE", "0") not in {"", "0"},
        may_page=NO_PAGER not in ours,
        is_verbose=VERBOSE in ours,
    )


@cache
def _menu() -> Command:
    return typer.main.get_command(app)


def _invoke(arguments: list[str], start: Start) -> None:
    menu = _menu()
    is_completing = completion.COMPLETING in start.look.environment
    if is_completing or not {completion.SHOW, completion.INSTALL}.isdisjoint(arguments):
        from pmcareer.cli.shells import prepare

        prepare()
    if is_completing:
        menu.main(arguments, prog_name=NAME)
    if arguments[:1] == [completion.SHOW] and len(arguments) == 2:  # noqa: PLR2004
        streams.write(f"{completion.script_for(arguments[1])}\n")
        return
    # Not through menu.main(): it would catch what our own boundary tells in our words.
    with menu.make_context(NAME, arguments, obj=start) as context:
        menu.invoke(context)


def arranged_arguments(arguments: Sequence[str]) -> list[str]:
    """Put global options first, wherever they were typed, and `next` where no command is named.

    A text that reads like a global option is given with an equals sign, `--note=--plain`, or after
    `--`.
    """
    ours: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for word in waiting:
        name, is_valued, _ = word.partition("=")
        # What follows is text, whatever it looks like: the loop ends with it.
        if word == "--":
            rest += [word, *waiting]
        elif word in VALUED:
            value = list(islice(waiting, 1))
            # Where nothing follows, the first command must not become the value.
            if not value:
                return [*ours, word]
            ours += [word, *value]
        elif word in FLAGS or (is_valued and name in VALUED):
            ours.append(word)
        else:
            rest.append(word)
    if not rest or _is_no_command(rest[0]):
        rest.insert(0, FIRST_COMMAND)
    return ours + rest


def _is_no_command(word: str) -> bool:
    """Tell whether a line begins with an option of the first command, such as --why."""
    return word.startswith("-") and word.partition("=")[0] not in LEAVING


def _print_version(wanted: bool) -> None:  # noqa: FBT001 -- Typer calls it with the flag
    if wanted:
        streams.write(f"{NAME} {__version__}\n")
        raise typer.Exit


app = typer.Typer(
    name=NAME,
    cls=Menu,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def open_session(
    context: Context,
    *,
    home: Said = option("--home", "DIR", "Folder of the logbook.", completion.files),
    curriculum: Said = option("--curriculum", "FILE", "Curriculum to use.", completion.files),
    today: Said = option("--today", "DATE", "The day it is: 2026-11-21, yesterday, next friday."),
    color: str = option(
        "--color", "WHEN", "auto, always or never.", completion.words(*COLORS), default="auto"
    ),
    _plain: bool = flag(PLAIN, "Words only: no signs, no bars."),
    _no_pager: bool = flag(NO_PAGER, "Never page by page, however long an answer is."),
    no_input: bool = flag(NO_INPUT, "Ask nothing; what nobody says takes its default."),
    _verbose: bool = flag(VERBOSE, "With the place and the id of what is stored."),
    _version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", help="Say the version.", is_eager=True, callback=_print_version
        ),
    ] = False,
) -> None:
    """Decide, before any command, where things lie, what day it is and how answers look."""
    look, outcome = context.obj
    if color not in COLORS:
        raise WrongValue(COLOR, color, "auto, always or never")
    waiting = Waiting()
    context.obj = Session(
        settings=settings_from(
            look.environment,
            home=home,
            curriculum=curriculum,
            today=today,
            waiting=waiting,
            outcome=outcome,
        ),
        look=look,
        may_ask=not no_input,
        waiting=waiting,
        outcome=outcome,
    )
