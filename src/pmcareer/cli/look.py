"""How words look that no page draws: help, errors, warnings and hints.

They are plain text, so that no screen has to load Rich for them. On a terminal they are broken
where it ends, though never within a command, and marked; in a pipe they stay as they are.
"""

import sys
from functools import cache
from typing import Protocol, TextIO

from pmcareer.cli import streams
from pmcareer.cli.streams import Environment
from pmcareer.domain.ground.frozen import frozen

CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "magenta": "35",
    "cyan": "36",
}
"""A word of the theme to what a terminal calls it."""
UNDIMMED = "not dim "
"""What a look begins with that is as bright within faint words."""
INDENT = 2
"""Columns by which a list is set in."""
END = "\x1b[0m"


class Ink(Protocol):
    """Puts a text into a style of the theme."""

    def __call__(self, text: str, style: str, /) -> str:
        """Return the text as a terminal is to be sent it."""


@frozen
class Look:
    """What was typed and set about how everything looks."""

    environment: Environment
    color: str = "auto"
    """auto, always or never."""
    plain: bool = False
    may_page: bool = True
    is_verbose: bool = False
    """The place and the id of what is stored are said, too."""

    def has_colour(self, stream: TextIO) -> bool:
        """Tell whether what is written there may have colours."""
        return streams.has_colour(self.environment, self.color, stream)

    @property
    def width(self) -> int:
        """Columns of what is written to stderr; a pipe has no end."""
        return streams.window(sys.stderr) if sys.stderr.isatty() else streams.UNLIMITED

    def ink(self, stream: TextIO) -> "Ink":
        """Return what puts a text into a style, where what is written there may have one."""
        return painted if self.has_colour(stream) else unpainted

    def note(self, text: str, style: str = "") -> None:
        """Write what is no result to stderr: its first line in this style, or commands marked."""
        streams.note("\n".join(self._lines(text, style)))

    def _lines(self, text: str, style: str) -> list[str]:
        is_coloured = self.has_colour(sys.stderr)
        lines: list[str] = []
        for line in text.split("\n"):
            broken = _broken(line, self.width)
            if is_coloured:
                broken = [painted(part, style) if style else marked(part) for part in broken]
            lines += broken
            style = ""
        return lines

    def warn(self, what: str) -> None:
        """Warn on stderr, with the word that says so."""
        word = "Warning:"
        if not self.has_colour(sys.stderr):
            self.note(f"{word} {what}")
            return
        first, *rest = _broken(f"{word} {what}", self.width)
        lines = [painted(word, "warning") + marked(first.removeprefix(word)), *map(marked, rest)]
        streams.note("\n".join(lines))


def _broken(line: str, width: int) -> list[str]:
    # What is set in is a line of a file, with a caret below it; a long path is broken nowhere.
    text = line.lstrip(" ")
    indent = len(line) - len(text)
    if indent > INDENT:
        return [line]
    return wrapped(text, width, indent, indent, breaks_words=False)


def painted(text: str, *styles: str) -> str:
    """Put a text into the look that styles of the theme have, one upon the other."""
    codes = _codes(styles)
    return f"\x1b[{codes}m{text}{END}" if text and codes else text


@cache
def _codes(styles: tuple[str, ...]) -> str:
    from pmcareer.views.parts.theme import STYLES

    worn: dict[str, str] = {}
    for style in styles:
        # Not all that leads a line has a look of its own.
        look = STYLES.get(style, "")
        if look.startswith(UNDIMMED):
            worn.pop(CODES["dim"], None)
        # Colours begin alike, and of those the last one is seen.
        worn |= {CODES[word][0]: CODES[word] for word in look.removeprefix(UNDIMMED).split()}
    return ";".join(sorted(worn.values()))


def unpainted(text: str, style: str) -> str:  # noqa: ARG001 -- as painted
    """Leave a text as it is."""
    return text


def marked(text: str) -> str:
    """Mark the commands in a text, and the words that are offered in place of a mistyped one."""
    from pmcareer.views.parts.typed import commands_in

    parts, last = [], 0
    for begin, end in sorted(commands_in(text)):
        parts += [text[last:begin], painted(text[begin:end], "command")]
        last = end
    return "".join((*parts, text[last:]))


def wrapped(
    text: str, width: int, indent: int = 0, hanging: int = 0, *, breaks_words: bool = True
) -> list[str]:
    """Break a text into lines; a command that fits a line is whole on one.

    One that is longer is broken as a shell takes it, and a number stays with its unit.
    """
    from pmcareer.views.parts.typed import commands_in, to_the_blank

    if len(text) + indent <= width or width >= streams.UNLIMITED:
        return [" " * indent + text]
    spans = [(begin, to_the_blank(text, end)) for begin, end in commands_in(text)]
    return _wrapped(text, spans, (width, indent, hanging), breaks_words=breaks_words)


def to_be_copied(command: str, width: int, indent: int = 0, hanging: int = 0) -> list[str]:
    """Break a command that is longer than a line, whatever words are in it."""
    return _wrapped(command, [(0, len(command))], (width, indent, hanging), breaks_words=True)


def _wrapped(
    text: str, spans: list[tuple[int, int]], columns: tuple[int, int, int], *, breaks_words: bool
) -> list[str]:
    from textwrap import wrap

    from pmcareer.views.parts.typed import GOES_ON, HELD, breaks_in, held, let_go, units_in

    width, indent, hanging = columns
    room = width - indent - hanging
    kept = held(text, [*spans, *units_in(text)])
    goes_on = GOES_ON.replace(" ", HELD) + "\n"
    for blank in reversed(list(breaks_in(text, spans, room))):
        kept = kept[:blank] + goes_on + kept[blank + 1 :]
    lines: list[str] = []
    for part in kept.split("\n"):
        lines += wrap(
            part,
            width=width,
            initial_indent=" " * (indent + hanging * bool(lines)),
            subsequent_indent=" " * (indent + hanging),
            break_on_hyphens=False,
            break_long_words=breaks_words,
        )
    return list(map(let_go, lines))
