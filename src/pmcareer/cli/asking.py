"""The one picker: a question on a terminal, asked until the answer is one that can be meant."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from typer import Context

from pmcareer.cli import streams
from pmcareer.cli.session import Session, session_of
from pmcareer.cli.show import drawn
from pmcareer.errors import Ambiguous, PmcareerError

BACK = "back"
LEAVING = ("quit", "exit", "q")
Ask = Any
"""A Question: what it is made of is loaded once somebody is asked."""
Reader = Callable[[str], Any]
"""Reads an answer, the empty line too, or raises a PmcareerError."""


def may_ask(context: Context) -> bool:
    """Tell whether somebody can be asked who did not say otherwise."""
    wants_json = context.params.get("as_json", False)
    return session_of(context).can_ask and not wants_json


def ask(session: Session, question: Ask, read: Reader) -> str | None:
    """Ask until an answer can be meant, and repeat what it was taken for; None to go back.

    Raises:
        Abort: Whoever was asked closed the input, or interrupted.
    """
    from pmcareer.views import asked as view
    from pmcareer.views.parts.text import clean

    _write(session, partial(view.render, question))
    prompt = clean(view.prompt_of(question, streams.columns(session.look.environment)))
    while True:
        typed = streams.ask(prompt)
        if typed.lower() in LEAVING:
            streams.leave()
        if typed.lower() == BACK:
            return None
        try:
            meant = read(typed)
        except PmcareerError as error:
            session.look.note(clean(error.as_answer()))
        else:
            _write(session, partial(view.understood, meant.words))
            answer: str = meant.answer
            return answer


def _write(session: Session, render: Callable[[Any], Iterable[Any]]) -> None:
    streams.note(drawn(render, session).rstrip("\n"))


def pick(context: Context, text: str, titles: Sequence[tuple[str, str]]) -> str | None:
    """Let one of these ids be chosen by its number or by words; None where Enter takes none."""
    from pmcareer.domain.words.choices import Choice, Meant, Question, chosen

    choices = tuple(Choice(id=name, title=title or name) for name, title in titles)
    question = Question(key="", text=text, choices=choices, default_words="none of these")

    def read(typed: str) -> Meant:
        if not typed:
            return Meant(answer="", words="none of these")
        found = chosen(choices, typed)
        return Meant(answer=found.id, words=found.title)

    return ask(session_of(context), question, read) or None


def narrowed(context: Context, error: Ambiguous) -> bool:
    """Ask which of several a word means, and put it in its place; False where nobody says."""
    places = [name for name, value in context.params.items() if _has(value, error.word)]
    # Of a word that was typed twice nobody knows which of the two is asked about.
    if not may_ask(context) or len(places) != 1:
        return False
    picked = pick(context, error.question, list(error.titles.items()))
    if picked is None:
        return False
    context.params[places[0]] = _with(context.params[places[0]], error.word, picked)
    # What the command had in mind to write was for another meaning.
    session_of(context).waiting.take()
    return True


def _has(value: object, word: str) -> bool:
    if isinstance(value, list | tuple):
        return " ".join(value) == word or word in _parts(value)
    return value == word


def _parts(value: Iterable[str]) -> list[str]:
    return [part.strip() for text in value for part in text.split(",")]


def _with(value: object, word: str, picked: str) -> object:
    """Put what was picked in the place of a word, in a list as well."""
    if not isinstance(value, list | tuple):
        return picked
    if " ".join(value) == word:
        return [picked]
    return [picked if part == word else part for part in _parts(value)]
