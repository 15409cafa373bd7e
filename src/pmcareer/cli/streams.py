"""The three streams and what is known about the terminal behind them."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress

UNLIMITED = 100_000
LEAST_WIDTH = 20
WIDEST = 120
"""Longer lines than this are hard to read, however wide the window is."""


def prepare() -> None:
    """Make output possible: closed streams lead nowhere, and no character can stop it."""
    # A file opened later must not become the stream that was closed: one would write into the logbook.
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def write(text: str) -> None:
    """Write a result to stdout, through to whoever reads it."""
    sys.stdout.write(text)
    sys.stdout.flush()


def note(text: str) -> None:
    """Write what is no result to stderr; nobody there to read it is no reason to fail."""
    with suppress(OSError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def let_go() -> None:
    """Lead stdout nowhere, so that Python does not try again what has failed."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def columns(environment: Mapping[str, str]) -> int:
    """Give the width: COLUMNS, else the terminal's; a pipe has no end."""
    named = environment.get("COLUMNS", "")
    if named.isdecimal() and int(named) > 0:
        return max(int(named), LEAST_WIDTH)
    if not sys.stdout.isatty():
        return UNLIMITED
    with suppress(OSError, ValueError):
        return min(max(os.get_terminal_size(sys.stdout.fileno()).columns or 80, LEAST_WIDTH), WIDEST)
    return 80


def help_columns(environment: Mapping[str, str]) -> int:
    """Give the width of help, which is prose even in a pipe."""
    return min(columns(environment), 80)


def is_unicode() -> bool:
    """Tell whether stdout takes every character."""
    return is_utf8() or (sys.stdout.encoding or "").lower().startswith("utf")


def is_utf8() -> bool:
    """Tell whether stdout is UTF-8."""
    return (sys.stdout.encoding or "").lower().replace("-", "").replace("_", "") in {"utf8", "utf8sig"}


def has_colour(environment: Mapping[str, str], choice: str) -> bool:
    """Decide about colour: the option, then NO_COLOR and a dumb terminal, then FORCE_COLOR, then the terminal."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR") or environment.get("TERM", "") in {"dumb", "unknown"}:
        return False
    if environment.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return sys.stdout.isatty() and not _is_old_windows()


def _is_old_windows() -> bool:
    if os.name != "nt":
        return False
    from rich.console import detect_legacy_windows

    return detect_legacy_windows()
