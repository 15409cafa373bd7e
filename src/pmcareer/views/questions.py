"""The questions that can be answered: those that are due, and what was said of the others."""

from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.coaching.prompts import Offer, Question
from pmcareer.domain.ground.frozen import frozen
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.keys import Keys, picked
from pmcareer.views.parts.text import if_said, on_day

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


NOTHING = "changes nothing: a plan takes it for granted"
IN_NO_PLAN = "It changes nothing in your plan as it stands today."
INDENT = 4


@frozen
class Questions(Answer):
    """Questions, those that are due first."""

    questions: tuple[Question, ...]
    today: date
    in_full: bool
    """True where one was named, and all of it is to be shown."""


def render(answer: Questions, page: "Page") -> "Blocks":
    """Show each in a row, or one with all that is known of it."""
    if answer.in_full:
        for question in answer.questions:
            yield from _in_full(question, answer.today, page)
    elif answer.questions:
        yield from _listed(answer, page)
    else:
        yield page.line("This curriculum asks no questions.")


def _listed(answer: Questions, page: "Page") -> "Blocks":
    if not page.piped:
        yield from _first(answer.questions[0], page)
    columns = (
        page.column("id", "item", key=True),
        page.column("question", wraps=True, key=True),
        page.column(""),
    )
    rows = [
        (each.prompt.id, each.prompt.title, _state(each, answer.today)) for each in answer.questions
    ]
    yield page.records(columns, rows)
    if not page.piped:
        yield page.blank()
        other = answer.questions[-1].prompt.id
        yield page.line(f"One of them in full: pmcareer answer {other}")


def _first(question: Question, page: "Page") -> "Blocks":
    """Ask the question that is due, so that it can be answered at once."""
    if question.is_due:
        name = question.prompt.id
        yield page.line(("Due now", "strong"), f"  {question.prompt.text}")
        words = "" if question.offers else ' "Your words"'
        yield page.line(f"pmcareer answer {name}{words}", indent=2)
        yield page.blank()


def _state(question: Question, today: date) -> str:
    answered = question.answered
    said = f"answered {on_day(answered.on, today)}" if answered else ""
    due = "due now" if question.is_due else ""
    return ", ".join(filter(None, (said, due)))


def _in_full(question: Question, today: date, page: "Page") -> "Blocks":
    prompt, last = question.prompt, question.answered
    yield page.line((prompt.title, "strong"), "  ", (prompt.id, "item"))
    yield page.line(prompt.text)
    facts = [("it changes", prompt.changes or "")]
    if question.text:
        said = question.text.text or ""
        facts.append(("you said", f'"{said}", {on_day(question.text.on, today)}'))
    yield page.facts(facts)
    if question.offers:
        yield from _offers(question, page)
        return
    yield page.line(f'Answer{if_said(" anew", last)}: pmcareer answer {prompt.id} "Your words"')


def _offers(question: Question, page: "Page") -> "Blocks":
    """List the answers, below each what it changes, and which one counts."""
    name = question.prompt.id
    yield page.blank()
    for offer in question.offers:
        mark = ("  in force", "strong") if offer.counts else ""
        yield page.line((offer.answer.id, "item"), f"  {offer.answer.text}", mark)
        yield page.line((offer.changes or NOTHING, "quiet"), indent=INDENT)
    yield page.blank()
    first = question.offers[0].answer.id
    yield page.line("Pick one: ", (f"pmcareer answer {name} {first}", "command"))
    if any(offer.counts for offer in question.offers):
        yield page.line("Take it back: ", (f"pmcareer answer {name} --clear", "command"))
    words = (f'pmcareer answer {name} "Your words"', "command")
    yield page.line("More words are a note: ", words)


def as_dict(answer: Questions) -> Keys:
    """Return each question, whether it is due, and its last answer as the file has it."""
    rows = []
    for each in answer.questions:
        row = picked(each.prompt, "id", "title", "text", "changes")
        row |= {"due": each.is_due, "answered": each.answered}
        rows.append(row | {"answers": [_offer_keys(offer) for offer in each.offers]})
    return {"entry": None, "questions": rows}


def _offer_keys(offer: Offer) -> Keys:
    return picked(offer.answer, "id", "text", "go") | {
        "changes": offer.changes or None,
        "in_force": offer.counts,
    }
