"""The courses that were kept, with their hours by side."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Learned
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.entries import Titles
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import hours, number, one_line, spaced

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

EXAMPLE = 'pmcareer learned "Facilitation, two days" --hours 14 --side power-skills'
WHERE = "What they come to for a certificate you hold: pmcareer certificate ID"


@frozen
class Courses(Answer):
    """The courses that were kept, the newest last."""

    courses: tuple[Learned, ...]
    today: date
    titles: Titles


def render(answer: Courses, page: "Page") -> "Blocks":
    """Show each course in a row of its own, the newest nearest to where one types."""
    if not answer.courses:
        yield page.line(f"No course is kept yet. Example: {EXAMPLE}")
        return
    columns = (
        page.column("ended", "quiet"),
        page.column("h", right=True),
        page.column("course", wraps=True, key=True),
        page.column("side"),
        page.column("id", "item"),
    )
    yield page.records(columns, (_row(entry, answer, page) for entry in answer.courses))
    yield page.quiet(f"{hours(sum(entry.hours for entry in answer.courses))}. {WHERE}")


def _row(entry: Learned, answer: Courses, page: "Page") -> tuple[str, ...]:
    told = ", ".join(filter(None, _told(entry, answer)))
    side = spaced(entry.side or "")
    return page.dated(entry.on, answer.today), number(entry.hours), told, side, entry.id


def _told(entry: Learned, answer: Courses) -> Iterator[str]:
    yield one_line(entry.title)
    yield one_line(entry.provider or "")
    if entry.certification:
        name = answer.titles.get(entry.certification, entry.certification)
        yield f"for {one_line(name)}"


def as_dict(answer: Courses) -> Keys:
    """Return each course as the file has it."""
    return {"entry": None, "courses": answer.courses}
