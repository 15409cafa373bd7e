"""What `log` asks at a terminal before it stores: how long it took, and what came of it.

Nothing is locked while somebody thinks: what is stored is worked out after the last answer.
"""

import re
import signal
import sys
from contextlib import suppress
from dataclasses import replace
from typing import Any

from pmcareer.cli import streams
from pmcareer.cli.outcome import Handler
from pmcareer.cli.session import Session
from pmcareer.errors import PmcareerError
from pmcareer.settings import Settings

Line = Any
"""What was typed behind `log`, of commands/log.py, which is loaded once somebody is asked."""
Item = Any
Entry = Any
"""What is logged, and what would be stored of it."""

TIMES = "Times are 45, 1:30, 2h or half an hour; Enter says none."
HOW_LONG = "How long did it take? 45, 1:30, 2h (Enter: not said; Ctrl-C: nothing is stored)"
LOGGED = "To be logged:"
STORED_WITHOUT = "(Enter or Ctrl-C: stored without)"
WHAT_CAME = f"What came of it, for your portfolio? {STORED_WITHOUT}"
WHAT_CAME_OF_STEP = f"What came of it? {STORED_WITHOUT}"
WHAT_THEY_SAID = "What did they answer? (Enter or Ctrl-C: no answer yet, stored without)"
PROMPT = "> "
NOT_FINISHED = "Not finished? Ctrl-C, then: pmcareer log --partial 45"
GOES_ON = "It stays open."
KEYS = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O[A-Z])?")
"""What keys send that type no letter, as an arrow does."""
MOST_LETTERS = 4000
"""An entry's text holds so many."""


def with_answers(session: Session, settings: Settings, line: Line) -> Line:
    """Ask what a line leaves open, and return it with the answers.

    What is refused is refused before anything is asked.

    Raises:
        Abort: Somebody left at the first question: nothing is stored.
        PmcareerError: The line can't be meant.
    """
    from pmcareer.commands.log import to_be_logged

    is_bare = _says_nothing(line)
    if is_bare:
        line = _about_today(session, settings, line)
    meant, entry = to_be_logged(settings, line)
    question = _question_about(meant, entry)
    if question:
        if not is_bare:
            # Words may have been taken for another title than was meant.
            session.look.note(f"{LOGGED} {_named(meant)}", "heading")
        line = replace(line, said={**line.said, "outcome": _what_came(session, question)})
    if is_bare or question:
        # What was asked stands apart from what is answered.
        streams.note("")
    return line


def _says_nothing(line: Line) -> bool:
    """Tell whether it says neither what was done nor how long."""
    said = (line.word, line.time, line.minutes, line.left)
    return all(each is None for each in said)


def _question_about(meant: Item, entry: Entry) -> str:
    """Choose what is asked before an entry is stored; "" where nothing is."""
    if entry.kind == "finished":
        return WHAT_CAME
    if not _is_done_step(entry):
        return ""
    # Until there is an answer on record the plan waits for one, and reminds of it.
    return WHAT_THEY_SAID if meant.waits else WHAT_CAME_OF_STEP


def _is_done_step(entry: Entry) -> bool:
    return entry.kind == "did" and entry.step and not entry.begun


def _named(item: Item) -> str:
    from pmcareer.views.parts.text import one_line

    return f"{one_line(item.title)}  {item.id}"


def _about_today(session: Session, settings: Settings, line: Line) -> Line:
    """Show today's task in two lines, and ask how long it took."""
    from pmcareer.commands.log import task_of_the_day
    from pmcareer.views.parts.text import minutes

    task, left = task_of_the_day(settings)
    session.look.note(f"Today: {_named(task)}, about {minutes(left)} to go", "heading")
    session.look.note(GOES_ON if line.partial else NOT_FINISHED)
    # Named from here on: tomorrow's task is not the one that was shown.
    return replace(line, word=task.id, minutes=_how_long(session))


def _how_long(session: Session) -> str | None:
    """Ask until a time is said, or none."""
    from pmcareer.domain.words.amounts import minutes_of

    session.look.note(HOW_LONG)
    while text := streams.ask(PROMPT):
        try:
            minutes_of(text)
        except PmcareerError:
            session.look.note(f"'{text}' is no time. {TIMES}")
        else:
            return text
    return None


def _what_came(session: Session, question: str) -> str | None:
    session.look.note(question)
    return _in_passing(PROMPT)[:MOST_LETTERS] or None


def _in_passing(prompt: str) -> str:
    """Read a line that may be left out: "" where nothing was typed.

    Whoever presses Enter or Ctrl-D, interrupts, or closes the terminal has left it out, and no
    more than that.
    """
    # The end of a terminal is there to be read a moment before the signal that tells of it, and
    # the shell may send another one.
    hung_up = _when_hung_up(signal.SIG_IGN)
    line = ""
    # A letter that can't be read is no reason to lose the others.
    with suppress(OSError, ValueError):
        sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
    # A terminal that is gone answers with an error, too.
    with suppress(KeyboardInterrupt, OSError, UnicodeDecodeError):
        sys.stderr.write(prompt)
        sys.stderr.flush()
        line = sys.stdin.readline()
    if line.endswith("\n"):
        _when_hung_up(hung_up)
    else:
        streams.note("")
    return _typed(line)


def _when_hung_up(handler: Handler) -> Handler:
    """Say what happens when the terminal is closed, and return what would have happened."""
    number = getattr(signal, "SIGHUP", None)
    if number is None or handler is None:
        return None
    # Outside the main thread no signal arrives either.
    with suppress(ValueError):
        return signal.signal(number, handler)
    return None


def _typed(line: str) -> str:
    """Take out what types no letter: arrows and other keys of control."""
    shown = KEYS.sub("", line).replace("\t", " ")
    return " ".join("".join(filter(str.isprintable, shown)).split())
