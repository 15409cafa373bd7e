"""The one place that shows an answer: to people in lines, to scripts as one JSON object."""

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from functools import partial
from typing import Any, Protocol

import typer
from typer import Context

from pmcareer.cli import pager, streams
from pmcareer.cli.boundary import AnswerLost
from pmcareer.cli.look import Look, painted
from pmcareer.cli.session import Session, day_warning, session_of
from pmcareer.errors import Stale

FORMAT = 1
MOST_TRIES = 5
"""Times that an answer is worked out while others write what it rests on."""
TRY_ALONE = 4
"""From this time on nobody else who knows our locks may write meanwhile."""
WARNINGS = 3
CLOSED = "standard output is closed"
_HIDDEN_IN_JSON = "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
_LINE_END = r"[ \t]+((?:\x1b\[[0-9;]*m)*)$"


Shown = Any
"""Each view has an answer of its own, and draws blocks of lines."""


class View(Protocol):
    """A module in views: one answer, for people and for scripts."""

    def render(self, answer: Shown, page: Shown, /) -> Iterable[Shown]:
        """Draw the answer, one part after the other."""

    def as_dict(self, answer: Shown, /) -> Mapping[str, Any]:
        """Return the keys of the JSON object, the same whatever the data."""


def show(context: Context, answer: object, view: View, *, as_json: bool) -> None:
    """Print an answer, say on stderr what is wrong with its files, and leave with its exit code.

    An answer may have `hints`, `problems` and an `exit_code`.
    """
    look = session_of(context).look
    text = _text_of(context, answer, view, as_json=as_json)
    _warn_of_day(session_of(context))
    _tell(answer, text, None, look, as_json=as_json)


def store(context: Context, compute: Callable[[], object], view: View, *, as_json: bool) -> None:
    """Work an answer out, write what it says is stored, and show it as `show` does.

    It is worked out anew where the logbook has changed before it could be written, so that it is
    true of what is stored. That of a command which writes for itself has `stored_ids`, None where
    it wrote nothing.

    Raises:
        Stale: the logbook changes all the time; nothing is written.
    """
    session = session_of(context)
    with ExitStack() as line:
        answer, text = _written(context, compute, view, line, as_json=as_json)
    stored = session.outcome.stored if session.outcome.is_stored else None
    _warn_of_day(session)
    _tell(answer, text, stored, session.look, as_json=as_json)


def _written(
    context: Context, compute: Callable[[], object], view: View, line: ExitStack, *, as_json: bool
) -> tuple[object, str]:
    session = session_of(context)
    tries = 0
    while True:
        tries += 1
        if tries == TRY_ALONE:
            session.stand_alone(line)
        answer = compute()
        stored = getattr(answer, "stored_ids", None)
        if stored is not None:
            session.outcome.keep(stored)
        text = _text_of(context, answer, view, as_json=as_json)
        # Whoever stands in line once stands there while the answer is worked out anew.
        if tries == 1:
            session.stand_in(line)
        # Computed and drawn: from here on only the disk can refuse, or somebody be quicker.
        try:
            session.write()
        except Stale:
            session.outcome.resume()
            if tries == MOST_TRIES:
                raise
        else:
            return answer, text


def _text_of(context: Context, answer: object, view: View, *, as_json: bool) -> str:
    # Both forms come from the one answer, so that screen and script can't disagree.
    session = session_of(context)
    if as_json:
        return _json(context.info_name or "", session, view.as_dict(answer))
    return drawn(partial(view.render, answer), session)


def _tell(
    answer: object, text: str, stored: tuple[str, ...] | None, look: Look, *, as_json: bool
) -> None:
    problems = getattr(answer, "problems", ())
    # A script looks at stderr once it has its answer, and finds one object there if it has none.
    if as_json:
        _send(text, stored)
        _warn_first(problems, look)
    else:
        _warn_first(problems, look)
        _send(text, stored, look)
        for hint in getattr(answer, "hints", ()):
            look.note(_cleaned(hint))
    _warn(problems, look)
    if code := getattr(answer, "exit_code", 0):
        raise typer.Exit(code)


def _send(text: str, stored: tuple[str, ...] | None, look: Look | None = None) -> None:
    """Write the answer; that it is lost undoes nothing, so what is stored is no failure."""
    if stored is not None and streams.is_closed():
        raise AnswerLost(CLOSED, stored)
    # What was only asked for may be longer than the screen; what is done is said at once.
    if stored is None and look:
        pager.write(text, look)
        return
    try:
        streams.write(text)
    except OSError as error:
        if stored is None:
            raise
        streams.let_go()
        raise AnswerLost(error.strerror or type(error).__name__, stored) from error


def show_text(context: Context, text: str) -> None:
    """Print a text that has a form of its own, such as a schema."""
    pager.write(text if text.endswith("\n") else f"{text}\n", session_of(context).look)


def show_export(context: Context, answer: object, text: str) -> None:
    """Print a file's worth of text as it would stand in the file, and warn of what it rests on."""
    problems, look = getattr(answer, "problems", ()), session_of(context).look
    _warn_of_day(session_of(context))
    _warn_first(problems, look)
    streams.write_bytes(text.encode())
    _warn(problems, look)


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
    return re.sub(_HIDDEN_IN_JSON, lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


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


def drawn(render: Callable[[Shown], Iterable[Shown]], session: Session) -> str:
    """Draw on a page as wide as what stdout leads to."""
    from pmcareer.views.parts.layout import Page
    from pmcareer.views.parts.styled import lines_of

    look = session.look
    width = streams.columns(look.environment)
    page = Page(
        width=width, unicode=streams.is_unicode(), plain=look.plain, verbose=look.is_verbose
    )
    # Into a text first: what is written is written whole, and lines have no blanks at their ends.
    lines = lines_of(render(page), width)
    if look.has_colour(sys.stdout):
        return "".join(f"{_in_colours(line)}\n" for line in lines)
    return "".join(line.plain.rstrip(" \t") + "\n" for line in lines)


def _in_colours(line: Shown) -> str:
    text = "".join(painted(part, *styles) for part, styles in line.runs())
    return re.sub(_LINE_END, r"\1", text) if line.plain.endswith((" ", "\t")) else text


def _warn_of_day(session: Session) -> None:
    if warning := day_warning(session.settings):
        session.look.warn(warning)


def _warn_first(problems: Iterable[Any], look: Look) -> None:
    """Say before the answer what turns all of it into another one."""
    for problem in problems:
        if not problem.is_error:
            look.warn(_cleaned(problem))


def _warn(problems: Iterable[Any], look: Look) -> None:
    listed = tuple(problem for problem in problems if problem.is_error)
    # A logbook of ten years may have a hundred; doctor lists them all.
    for problem in listed[:WARNINGS]:
        look.warn(_cleaned(problem.said))
    more = len(listed) - WARNINGS
    if listed:
        count = f"{more} more. " if more > 0 else ""
        look.note(f"{count}The rest was used. See: pmcareer doctor")


def _cleaned(text: object) -> str:
    from pmcareer.views.parts.text import clean

    return clean(text)
