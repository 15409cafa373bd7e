"""Where pmcareer starts: the options before the command, and the exit code."""

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from pmcareer import __version__
from pmcareer.cli import completion, streams
from pmcareer.cli.boundary import guarded, is_json
from pmcareer.cli.menu import Menu
from pmcareer.cli.session import Session
from pmcareer.errors import WrongValue
from pmcareer.settings import Settings, settings_of

NAME = "pmcareer"
FIRST_COMMAND = "next"
COLOR = "--color"
VALUED = ("--home", "--curriculum", "--today", COLOR)
LEAVING = ("-h", "--help", "-V", "--version", "--install-completion", "--show-completion")
COLORS = ("auto", "always", "never")
YEARS = (2000, 2199)
"""First and last year that a day may have: forecasts need room before the calendar ends."""


def main() -> NoReturn:
    """Run the command line, and leave with its exit code."""
    # One command and out. Collecting garbage on the way, looking for Pydantic's plugins in every installed package and
    # taking the interpreter apart at the end cost some 40 ms of the user's time, and nobody is left who would gain.
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    code = run(sys.argv[1:], os.environ)
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    os._exit(code)


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run one command line and give its exit code."""
    streams.prepare()
    arranged = arranged_arguments(arguments)
    return guarded(lambda: _invoke(arranged, environment), environment, as_json=is_json(arranged))


def _invoke(arguments: list[str], environment: Mapping[str, str]) -> None:
    menu = typer.main.get_command(app)
    if completion.COMPLETING in environment:
        menu.main(arguments, prog_name=NAME)
    if arguments[:1] == [completion.SHOW] and len(arguments) == 2:  # noqa: PLR2004 -- the option and a shell
        streams.write(f"{completion.script_for(arguments[1])}\n")
        return
    with menu.make_context(NAME, arguments, obj=environment) as context:
        menu.invoke(context)


def arranged_arguments(arguments: Sequence[str]) -> list[str]:
    """Put global options first, wherever they were typed, and the first command where none is named.

    A text that reads like a global option is given with an equals sign, `--note=--plain`, or after `--`.
    """
    ours: list[str] = []
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            rest += [word, *waiting]
            break
        if word in VALUED:
            ours += [word, *waiting[:1]]
            del waiting[:1]
        elif word == "--plain" or word.startswith(tuple(f"{option}=" for option in VALUED)):
            ours.append(word)
        else:
            rest.append(word)
    if not rest or (rest[0].startswith("-") and rest[0].partition("=")[0] not in LEAVING):
        rest.insert(0, FIRST_COMMAND)
    return ours + rest


def settings_from(
    environment: Mapping[str, str], *, home: str | None, curriculum: str | None, today: str | None
) -> Settings:
    """Decide the settings from what was typed and from the environment.

    Raises:
        WrongValue: A value is empty, or the day is no ISO date.
    """
    return settings_of(
        environment,
        home=_path("--home", home, "a folder"),
        curriculum=_path("--curriculum", curriculum, "a file"),
        today=_day("--today", today) or _day("PMCAREER_TODAY", environment.get("PMCAREER_TODAY") or None),
        say=streams.note,
    )


def _path(option: str, text: str | None, wanted: str) -> Path | None:
    if text is None:
        return None
    if not text.strip() or "\0" in text:
        raise WrongValue(option, text, wanted)
    return Path(text).expanduser()


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    day = _iso_day(text)
    if day is None or not YEARS[0] <= day.year <= YEARS[1]:
        raise WrongValue(option, text, f"a day like 2026-11-21, from {YEARS[0]} to {YEARS[1]}")
    return day


def _iso_day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None


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
    context: typer.Context,
    *,
    home: Annotated[str | None, typer.Option("--home", metavar="DIR", help="Folder of the logbook.")] = None,
    curriculum: Annotated[str | None, typer.Option("--curriculum", metavar="FILE", help="Curriculum to use.")] = None,
    today: Annotated[str | None, typer.Option("--today", metavar="DATE", help="The day it is: 2026-11-21.")] = None,
    color: Annotated[
        str,
        typer.Option(
            "--color", metavar="WHEN", help="auto, always or never.", autocompletion=completion.words(*COLORS)
        ),
    ] = "auto",
    plain: Annotated[bool, typer.Option("--plain", help="Words only: no signs, no bars.")] = False,
    _version: Annotated[
        bool,
        typer.Option("--version", "-V", help="Say the version.", is_eager=True, callback=_print_version),
    ] = False,
) -> None:
    """Decide, before any command, where things lie, what day it is and how answers look."""
    environment: Mapping[str, str] = context.obj
    if color not in COLORS:
        raise WrongValue(COLOR, color, "auto, always or never")
    context.obj = Session(
        settings=settings_from(environment, home=home, curriculum=curriculum, today=today),
        environment=environment,
        color=color,
        plain=plain or environment.get("ACCESSIBLE", "0") not in {"", "0"},
    )
