"""The three streams and what is known about the terminal behind them."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import NoReturn, TextIO

Environment = Mapping[str, str]
UNLIMITED = 100_000
LEAST_WIDTH = 20
WIDEST = 120
"""Longer lines than this are hard to read, however wide the window is."""


def prepare() -> None:
    """Make output possible: closed streams lead nowhere, and no character can stop it."""
    # A file opened later must not become the stream that was closed: answers would go into the
    # logbook.
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        # A question mark in a title is better than no answer on an old terminal.
        if reconfigure is not None:
            reconfigure(errors="replace")


def is_closed() -> bool:
    """Tell whether there was no stdout to begin with, and `prepare` has led it nowhere."""
    return getattr(sys.stdout, "name", None) == os.devnull


def write(text: str) -> None:
    """Write a result to stdout, through to whoever reads it."""
    sys.stdout.write(text)
    sys.stdout.flush()


def write_bytes(content: bytes) -> None:
    """Write to stdout byte for byte, for formats that have line ends of their own."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def note(text: str) -> None:
    """Write what is no result to stderr; nobody there to read it is no reason to fail."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal who sees a question and can answer it.

    All three streams: whoever pipes an answer on is asked nothing.
    """
    return sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()


def ask(question: str) -> str:
    """Ask on stderr and read a line; whoever closes the input, or interrupts, has answered nothing.

    Raises:
        Abort: There is no answer.
    """
    try:
        line = _line_after(question)
        # An old terminal may send letters in another encoding than it says.
        while line is None:
            note("That is no text in this terminal's encoding. Once more, please.")
            line = _line_after(question)
    except KeyboardInterrupt:
        line = ""
    # Half a line before the end of the input is no answer: nobody pressed Enter.
    if not line.endswith("\n"):
        note("")
        leave()
    return line.strip()


def leave() -> NoReturn:
    """Say to whoever answers no more questions that nothing came of the others.

    Raises:
        Abort: Always.
    """
    import typer

    note("Nothing was written.")
    raise typer.Abort


def _line_after(question: str) -> str | None:
    """Read a line; None where it is no text."""
    sys.stderr.write(question)
    sys.stderr.flush()
    try:
        return sys.stdin.readline()
    except UnicodeDecodeError:
        return None


def let_go() -> None:
    """Lead stdout nowhere, so that Python does not try again what has failed."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def columns(environment: Environment) -> int:
    """Return the width: COLUMNS, else the terminal's; a pipe has no end."""
    named = environment.get("COLUMNS", "")
    if named.isdecimal() and int(named) > 0:
        return max(int(named), LEAST_WIDTH)
    if not sys.stdout.isatty():
        return UNLIMITED
    return window(sys.stdout, WIDEST)


def window(stream: TextIO, widest: int = 80) -> int:
    """Return the columns to use of the terminal behind a stream, 80 where it does not tell."""
    wide = 0
    with suppress(OSError, ValueError):
        wide = os.get_terminal_size(stream.fileno()).columns
    return max(LEAST_WIDTH, min(wide or 80, widest))


def rows(environment: Environment) -> int:
    """Return the rows of the terminal behind stdout: LINES, else what it tells; 0 for no end."""
    named = environment.get("LINES", "")
    if named.isdecimal():
        return int(named)
    with suppress(OSError, ValueError):
        return os.get_terminal_size(sys.stdout.fileno()).lines
    return 0


def help_columns(environment: Environment) -> int:
    """Return the width of help, which is prose even in a pipe."""
    return min(columns(environment), 80)


def is_unicode() -> bool:
    """Tell whether stdout takes every character."""
    return is_utf8() or (sys.stdout.encoding or "").lower().startswith("utf")


def is_utf8() -> bool:
    """Tell whether stdout is UTF-8."""
    name = (sys.stdout.encoding or "").lower().replace("-", "").replace("_", "")
    return name in {"utf8", "utf8sig"}


def has_colour(environment: Environment, choice: str, stream: TextIO) -> bool:
    """Decide about colour: the option, NO_COLOR or a dumb terminal, FORCE_COLOR, CLICOLOR."""
    if choice != "auto":
        return choice == "always"
    # https://no-color.org: any value that is not empty, and it beats a wish for colour.
    if environment.get("NO_COLOR") or environment.get("TERM", "") in {"dumb", "unknown"}:
        return False
    forced = [environment.get(name, "") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")]
    if any(each not in {"", "0"} for each in forced):
        return True
    # https://bixense.com/clicolors
    if "0" in {environment.get("FORCE_COLOR"), environment.get("CLICOLOR")}:
        return False
    return stream.isatty() and not _is_old_windows()


def _is_old_windows() -> bool:
    if os.name != "nt":
        return False
    from rich.console import detect_legacy_windows

    return detect_legacy_windows()
