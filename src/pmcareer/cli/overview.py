"""The help of the whole program on one screen: every command in a few words, the rest behind."""

from collections.abc import Iterable, Mapping

from pmcareer.cli.cards import few_words
from pmcareer.cli.help import STACKED, Lines, Sheet, options_in
from pmcareer.cli.look import wrapped
from pmcareer.cli.typer_parts import Parameter

PURPOSE = "Plan a project-management career as a good project manager plans a project."
WHERE_TO_LOOK = (
    "Help for a command: pmcareer help log",
    "Whether all is as it should be: pmcareer doctor",
)
TITLE, NAME = 12, 13
"""Columns of a title, and of a command's name."""
WORDS = 21
"""Columns of a command's few words."""


def program_help(options: Iterable[Parameter], sheet: Sheet) -> str:
    """Write what the program is for, its commands by panel, its options, and where more stands."""
    return "\n".join(_program(options, sheet))


def _program(options: Iterable[Parameter], sheet: Sheet) -> Lines:
    yield from wrapped(PURPOSE, sheet.width)
    usage = "Usage: pmcareer [COMMAND] [OPTIONS]. Without a command: pmcareer next"
    yield from sheet.led("Usage:", wrapped(usage, sheet.width, hanging=2))
    yield ""
    for title, words in few_words():
        yield from _panel(title, words, sheet)
    yield ""
    names = "  ".join(name for name, _ in options_in(options) if "completion" not in name)
    yield from _titled("Options", names, sheet, "command")
    yield from _titled("More", "pmcareer help COMMAND, help options, help days, help words", sheet)
    yield from _titled("", "Exit codes: pmcareer help exit-codes", sheet)


def _panel(title: str, words: Mapping[str, str], sheet: Sheet) -> Lines:
    """Write the commands of a panel beside its title, two on a line where there is room."""
    if sheet.width < STACKED:
        yield sheet.ink(title, "heading")
        for name, meaning in words.items():
            yield from _stacked(name, meaning, sheet)
        return
    cells = [_cell(name, meaning, sheet) for name, meaning in words.items()]
    beside = 2 if sheet.width >= TITLE + 2 * (NAME + WORDS) else 1
    for place in range(0, len(cells), beside):
        lead = _padded("" if place else title, "heading", sheet, TITLE)
        yield f"{lead}{''.join(cells[place : place + beside])}".rstrip()


def _cell(name: str, meaning: str, sheet: Sheet) -> str:
    return _padded(name, "command", sheet, NAME) + meaning.ljust(WORDS)


def _padded(text: str, style: str, sheet: Sheet, columns: int) -> str:
    return sheet.ink(text, style) + " " * (columns - len(text))


def _stacked(name: str, meaning: str, sheet: Sheet) -> Lines:
    if sheet.width < 2 + NAME + WORDS:
        yield f"  {sheet.ink(name, 'command')}"
        yield from wrapped(meaning, sheet.width, 4)
    else:
        yield f"  {_padded(name, 'command', sheet, NAME)}{meaning}"


def _titled(title: str, text: str, sheet: Sheet, style: str = "") -> Lines:
    """Write a text beside its title, or below it."""
    mark = (lambda part: sheet.ink(part, style)) if style else sheet.mark
    if sheet.width < STACKED:
        if title:
            yield sheet.ink(title, "heading")
        yield from map(mark, wrapped(text, sheet.width, 2))
        return
    first, *rest = map(mark, wrapped(text, sheet.width - TITLE))
    yield _padded(title, "heading", sheet, TITLE) + first
    yield from (" " * TITLE + line for line in rest)
