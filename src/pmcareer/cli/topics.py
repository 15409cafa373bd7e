"""What `pmcareer help` explains beside commands: options, words, exit codes."""

from collections.abc import Callable, Iterable, Mapping

from pmcareer.cli.help import Lines, Sheet, definitions, options_in, section
from pmcareer.cli.look import wrapped
from pmcareer.cli.typer_parts import Parameter

EXIT_CODES = (
    ("0", "done"),
    ("1", "an expected failure, explained in a sentence"),
    ("2", "the command line is wrong"),
    ("3", "a data file needs repair"),
    ("130", "interrupted; 143 and 129 when it was told to end, or the terminal was closed"),
)


def topic_help(name: str, options: Iterable[Parameter], sheet: Sheet) -> str:
    """Write what there is to say of a topic."""
    _, *lines = WRITTEN_BY[name](options, sheet)
    return "\n".join(lines)


def _options(options: Iterable[Parameter], sheet: Sheet) -> Lines:
    yield from section("Options of every command", options_in(options), sheet)


def _exit_codes(_: Iterable[Parameter], sheet: Sheet) -> Lines:
    yield from section("Exit codes", EXIT_CODES, sheet, "strong")


def _words(_: Iterable[Parameter], sheet: Sheet) -> Lines:
    from pmcareer.views.parts.plain_words import GLOSSARY

    longest = max(len(word.plain) for words in GLOSSARY.values() for word in words)
    for title, words in GLOSSARY.items():
        yield ""
        yield sheet.ink(f"{title}:", "heading")
        meanings = [(word.plain, word.told) for word in words]
        yield from definitions(meanings, sheet, "strong", longest)
    yield ""
    yield from wrapped("In brackets: how --detail and --json say it.", sheet.width)


WRITTEN_BY: Mapping[str, Callable[[Iterable[Parameter], Sheet], Lines]] = {
    "options": _options,
    "words": _words,
    "exit-codes": _exit_codes,
}
"""A word after `pmcareer help` to what it explains."""
