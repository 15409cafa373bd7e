"""What is known of every command before it is built: its panel, its words, its examples."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from itertools import chain

from pmcareer.cli.unquoted import Sorting
from pmcareer.domain.ground.frozen import frozen

PANELS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "Daily": {
        "daily": {
            "next": "your task today",
            "log": "what you did (done)",
            "work": "a sheet to work on",
            "defer": "put a task off",
            "undo": "take an entry back",
            "answer": "answer a question",
            "lesson": "keep a lesson",
        },
        "weekly": {"status": "where you stand", "review": "look back on a week"},
        "learning": {"learned": "a course you took"},
    },
    "Plan": {
        "start": {"start": "begin here"},
        "plan": {
            "plan": "the way, with dates",
            "gap": "what is missing",
            "profile": "role, target, hours",
        },
        "record": {
            "experience": "months of work",
            "certificate": "held, or how near",
            "project": "projects you led",
            "assess": "rate a skill",
        },
    },
    "Look up": {
        "lookup": {
            "show": "one thing in full",
            "list": "everything of a kind",
            "history": "what is logged",
        }
    },
    "Evidence": {
        "evidence": {"story": "interview stories", "export": "calendar, portfolio"},
    },
    "Curriculum": {
        "curriculum": {"check": "one that you wrote", "schema": "for your editor"},
    },
    "Care": {
        "care": {
            "doctor": "is all in order?",
            "edit": "your logbook by hand",
            "merge": "join two logbooks",
        }
    },
}
"""Title of a part of the help to modules of this folder, with their commands in few words."""


# Which module a command stands in is known without loading any of them.
MODULES = {
    name: module for parts in PANELS.values() for module, names in parts.items() for name in names
}


HELP = "help"
TOPICS = ("options", "days", "words", "practice", "exit-codes")
"""What help explains beside commands."""
OTHER_WORDS = {"done": "log"}
"""Other words for commands, for who says what was done and does not think of a log."""


Function = Callable[..., None]


@frozen
class Card:
    """What is known of a command before it is built."""

    name: str
    function: Function
    examples: tuple[str, ...]
    json: str
    """The keys of its JSON object; empty for a command without --json."""
    sorts: Sorting | None = None
    """Sorts words that nobody put in quotes into its arguments; without it they are refused."""

    @property
    def summary(self) -> str:
        """The first line of its help."""
        return (self.function.__doc__ or "").partition("\n")[0]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What its help says below the first line, each paragraph on one line."""
        _, _, rest = inspect.cleandoc(self.function.__doc__ or "").partition("\n")
        return tuple(" ".join(part.split()) for part in rest.split("\n\n") if part.strip())


class Panel(dict[str, Card]):
    """The commands of one module, by name."""

    def command(
        self, name: str, *examples: str, json: str = "", sorts: Sorting | None = None
    ) -> Callable[[Function], Function]:
        """Register a function as a command, with examples of its use."""

        def register(function: Function) -> Function:
            self[name] = Card(
                name=name, function=function, examples=examples, json=json, sorts=sorts
            )
            return function

        return register


def card_of(name: str) -> Card:
    """Find the card of a command."""
    panel: Panel = import_module(f"pmcareer.cli.{MODULES[name]}").panel
    return panel[name]


def few_words() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Go through the panels without loading a command: title, and few words for each name."""
    for title, parts in PANELS.items():
        yield title, {name: words for names in parts.values() for name, words in names.items()}


def cards() -> Iterator[tuple[str, tuple[Card, ...]]]:
    """Go through the panels of the help: title and cards."""
    for title, parts in PANELS.items():
        yield title, tuple(map(card_of, chain(*parts.values())))
