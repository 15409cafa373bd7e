"""What is longer than the terminal, through the reader's pager."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from pmcareer.cli import streams
from pmcareer.cli.look import Look
from pmcareer.cli.streams import Environment

PAGER = "less"
# As git and gh set them: leave when all fits, let colours through, leave the text on the screen.
MANNERS = {"LESS": "FRX", "LV": "-c"}


def write(text: str, look: Look) -> None:
    """Write a text that was asked for to stdout, page by page where it is longer than a screen."""
    if not (_is_wanted(text, look) and _paged(text, look.environment)):
        streams.write(text)


def _is_wanted(text: str, look: Look) -> bool:
    # Whoever listens to a screen, or has a terminal that can't go back, is read everything.
    is_dumb = look.environment.get("TERM", "") in {"dumb", "unknown", ""}
    if not look.may_page or look.plain or is_dumb or not sys.stdout.isatty():
        return False
    # The line that the shell asks on next needs a place, too.
    return 0 < streams.rows(look.environment) <= text.count("\n")


def _paged(text: str, environment: Environment) -> bool:
    """Let the pager show it; False where there is none to be had."""
    import signal
    import subprocess

    words = _words(environment.get("PAGER", PAGER))
    if not words:
        return False
    try:
        reader = subprocess.Popen(  # noqa: S603 -- what the user's PAGER says
            _letting_colours_through(words, environment),
            stdin=subprocess.PIPE,
            env=MANNERS | dict(environment),
            encoding=sys.stdout.encoding,
            errors="replace",
        )
    except OSError:
        return False
    # Ctrl-C is the pager's: it takes back a search, and must not leave the terminal to nobody.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with suppress(OSError):
            reader.communicate(text)
        reader.wait()
    finally:
        signal.signal(signal.SIGINT, before)
    return True


def _letting_colours_through(words: list[str], environment: Environment) -> list[str]:
    """Add what a less needs whose reader's own LESS would show the codes of colours as text."""
    # LESS=S alone: "ESC[1mIn the roleESC[0m".
    options, program = environment.get("LESS"), Path(words[0]).stem
    is_lacking = options is not None and not {"R", "r"} & set(options)
    return [*words, "-R"] if is_lacking and program == "less" else words


def _words(line: str) -> list[str]:
    """Take apart what PAGER says; nothing where it says nothing, or can't be read."""
    import shlex

    try:
        return shlex.split(line, posix=os.name != "nt")
    except ValueError:
        return []
