"""The lessons that were kept."""

from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Lesson
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.keys import Keys

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


@frozen
class Lessons(Answer):
    """The lessons that were kept, the newest last."""

    lessons: tuple[Lesson, ...]
    today: date


def render(answer: Lessons, page: "Page") -> "Blocks":
    """Show each lesson in a row of its own, the newest nearest to where one types."""
    if not answer.lessons:
        example = 'pmcareer lesson "Ask for the budget before the date" --for "new leads"'
        yield page.line(f"No lesson is kept yet. Example: {example}")
        return
    columns = (
        page.column("kept", "quiet"),
        page.column("lesson", wraps=True, key=True),
        page.column("for", wraps=True),
        page.column("id", "item"),
    )
    yield page.records(columns, (_row(entry, answer.today, page) for entry in answer.lessons))


def _row(entry: Lesson, today: date, page: "Page") -> tuple[str, ...]:
    return page.dated(entry.on, today), entry.text, entry.whom or "", entry.id


def as_dict(answer: Lessons) -> Keys:
    """Return each lesson as the file has it."""
    return {"entry": None, "lessons": answer.lessons}
