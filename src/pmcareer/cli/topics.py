"""What `pmcareer help` explains beside commands: options, days, words, exit codes."""

from collections.abc import Callable, Iterable, Mapping

from pmcareer.cli.help import Lines, Sheet, definitions, options_in, section
from pmcareer.cli.look import to_be_copied, wrapped
from pmcareer.cli.typer_parts import Parameter

EXIT_CODES = (
    ("0", "done"),
    ("1", "an expected failure, explained in a sentence"),
    ("2", "the command line is wrong"),
    ("3", "a data file needs repair"),
    ("130", "interrupted; 143 and 129 when it was told to end, or the terminal was closed"),
)
DAYS = (
    ("20 Nov 2026, 2026-11-20", "that day"),
    ("5 Jan, Jan 5, Fri 27 Nov", "the last such day, or the next where it is to come"),
    ("monday, friday", "likewise, and never today"),
    ("March, Jan 2026, 2026-01", "its first day, or its last where something ends"),
    ("yesterday, last friday", "from today"),
    ("3 days ago, in 2 weeks", "from today; so are -3d and +14d"),
    ("last week, 6 years, 2020", "where something began"),
    ("24 Dec to 3 Jan", "days off"),
)
"""Spellings of days, and what they mean."""
TIMES = (
    ("90, 90m, 45 min", "minutes"),
    ("1:30, 1h30, 1.5h, 1,5h", "an hour and a half"),
    ("half an hour, two hours", "said in words"),
)
FIRM = (
    (
        "No project of your own? Most exercises can be done on the practice firm, Tidewell Lines: "
        "made up, with a portfolio, a delivery team, and the minutes of its meetings."
    ),
    (
        "What is done there is simulated, and lifts a skill to level 2 at most. pmcareer show ID "
        "says which exercises it serves."
    ),
)
ON_THE_FIRM = (
    ("pmcareer work --practice tidewell", "copies its files; README.md comes first"),
    ("pmcareer work ID", "writes the sheet, with the files that you need"),
    ("pmcareer work ID --check SHEET", "says which figures are right"),
    ("pmcareer log ID --simulated", "records it"),
)
"""What is typed to do an exercise on the practice firm."""
UNQUOTED = (
    "pmcareer log risk register 45 yesterday",
    "pmcareer defer stk-04 until friday",
    "pmcareer review --since 2 weeks",
)


def topic_help(name: str, options: Iterable[Parameter], sheet: Sheet) -> str:
    """Write what there is to say of a topic."""
    _, *lines = WRITTEN_BY[name](options, sheet)
    return "\n".join(lines)


def _options(options: Iterable[Parameter], sheet: Sheet) -> Lines:
    yield from section("Options of every command", options_in(options), sheet)


def _exit_codes(_: Iterable[Parameter], sheet: Sheet) -> Lines:
    yield from section("Exit codes", EXIT_CODES, sheet, "strong")


def _days(_: Iterable[Parameter], sheet: Sheet) -> Lines:
    yield from section("Days", DAYS, sheet, "strong")
    yield from section("Times", TIMES, sheet, "strong")
    yield ""
    yield sheet.ink("Without quotes:", "heading")
    for example in UNQUOTED:
        for line in to_be_copied(example, sheet.width, 2, 4):
            yield sheet.ink(line, "command")
    yield ""
    asked = "01/05 is asked back: it is 1 May to some and 5 January to others."
    yield from wrapped(asked, sheet.width)


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


def _on_firm(_: Iterable[Parameter], sheet: Sheet) -> Lines:
    for paragraph in FIRM:
        yield ""
        yield from map(sheet.mark, wrapped(paragraph, sheet.width))
    yield from section("In this order", ON_THE_FIRM, sheet)


WRITTEN_BY: Mapping[str, Callable[[Iterable[Parameter], Sheet], Lines]] = {
    "options": _options,
    "days": _days,
    "words": _words,
    "practice": _on_firm,
    "exit-codes": _exit_codes,
}
"""A word after `pmcareer help` to what it explains."""
