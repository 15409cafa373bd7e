"""The one place that shows an answer: to people through Rich, to scripts as one JSON object."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

import typer
from typer import Context

from pmcareer.cli import streams
from pmcareer.cli.boundary import AnswerLost
from pmcareer.cli.session import Session, session_of

FORMAT = 1
WARNINGS = 3
_HIDDEN_IN_JSON = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_LINE_END = re.compile(r"[ \t]+((?:\x1b\[[0-9;]*m)*)$", re.MULTILINE)


Shown = Any
"""Each view has an answer of its own, and draws what Rich can print."""


class View(Protocol):
    """A module in views: one answer, for people and for scripts."""

    def render(self, answer: Shown, page: Shown, /) -> Iterable[Shown]:
        """Draw the answer, one part after the other."""

    def as_dict(self, answer: Shown, /) -> Mapping[str, Any]:
        """Return the keys of the JSON object, the same whatever the data."""


def show(context: Context, answer: object, view: View, *, as_json: bool) -> None:
    """Print an answer, say on stderr what is wrong with its files, and leave with its exit code.

    An answer may have `hints`, `problems` and an `exit_code`; that of a command which writes for
    itself has `stored_ids`, None where it wrote nothing.
    """
    session = session_of(context)
    # Both forms come from the one answer, so that screen and script can't disagree.
    if as_json:
        text = _json(context.info_name or "", session, view.as_dict(answer))
    else:
        text = _drawn(answer, view, session)
    # Computed and drawn: from here on only the disk can refuse.
    stored = session.write() or getattr(answer, "stored_ids", None)
    problems = getattr(answer, "problems", ())
    _warn_first(problems)
    _send(text, stored)
    if not as_json:
        for hint in getattr(answer, "hints", ()):
            streams.note(_cleaned(hint))
    _warn(problems)
    if code := getattr(answer, "exit_code", 0):
        raise typer.Exit(code)


def _send(text: str, stored: tuple[str, ...] | None) -> None:
    """Write the answer; that it is lost undoes nothing, so what is stored is no failure."""
    try:
        streams.write(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        if stored is None:
            raise
        streams.let_go()
        raise AnswerLost(error.strerror or type(error).__name__, stored) from error


def show_text(text: str) -> None:
    """Print a text that has a form of its own, such as a schema."""
    streams.write(text if text.endswith("\n") else f"{text}\n")


def show_export(answer: object, text: str) -> None:
    """Print a file's worth of text as it would stand in the file, and warn of what it rests on."""
    problems = getattr(answer, "problems", ())
    _warn_first(problems)
    streams.write_bytes(text.encode())
    _warn(problems)


def _json(command: str, session: Session, keys: Mapping[str, Any]) -> str:
    import json

    whole = {
        # These three stand in every answer, and first, so that a script can look before it reads.
        "format": FORMAT,
        "command": command,
        "today": session.settings.today.isoformat(),
        **keys,
    }
    # What a terminal could obey, or a reader could not see, is escaped even in UTF-8.
    text = json.dumps(whole, ensure_ascii=not streams.is_utf8(), allow_nan=False, default=_plain)
    return _HIDDEN_IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def _plain(value: Any) -> object:  # noqa: ANN401 -- json hands over what it does not know
    """Turn dates and times into ISO text, and anything else that has keys into an object."""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "as_row"):
        return value.as_row()
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Iterable):
        return list(value)
    return str(value)


def _drawn(answer: object, view: View, session: Session) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.theme import Theme

    from pmcareer.views.parts.layout import Page
    from pmcareer.views.parts.theme import STYLES

    plain = session.plain
    width = streams.columns(session.environment)
    page = Page(width=width, unicode=streams.is_unicode(), plain=plain)
    colour = streams.has_colour(session.environment, session.color)
    # Into a text first: what is written is written whole, and lines have no blanks at their ends.
    console = Console(
        file=StringIO(),
        width=width,
        height=25,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        theme=Theme(STYLES, inherit=False),
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    for part in view.render(answer, page):
        console.print(part)
    assert isinstance(console.file, StringIO)  # noqa: S101 -- for the type checker
    return _LINE_END.sub(r"\1", console.file.getvalue())


def _warn_first(problems: Iterable[Any]) -> None:
    """Say before the answer what turns all of it into another one."""
    for problem in problems:
        if not problem.is_error:
            streams.note(_cleaned(f"Warning: {problem}"))


def _warn(problems: Iterable[Any]) -> None:
    listed = tuple(problem for problem in problems if problem.is_error)
    # A logbook of ten years may have a hundred; doctor lists them all.
    for problem in listed[:WARNINGS]:
        streams.note(_cleaned(f"Warning: {problem.said}"))
    more = len(listed) - WARNINGS
    if listed:
        count = f"{more} more. " if more > 0 else ""
        streams.note(f"{count}What could be read was used. See: pmcareer doctor")


def _cleaned(text: str) -> str:
    from pmcareer.views.parts.text import clean

    return clean(text)
