"""The projects that were led to their end."""

from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Closed
from pmcareer.views.parts.answer import Answer
from pmcareer.views.parts.entries import Titles, title_of
from pmcareer.views.parts.keys import Keys

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


@frozen
class Projects(Answer):
    """The projects that were led to their end, earliest first."""

    projects: tuple[Closed, ...]
    today: date
    titles: Titles


def render(answer: Projects, page: "Page") -> "Blocks":
    """Show each project in a row of its own."""
    if not answer.projects:
        example = 'pmcareer project "New CRM" --outcome "Live, 3 % under budget"'
        yield page.line(f"No project is on record. Example: {example}")
        return
    columns = (
        page.column("ended", "quiet"),
        page.column("project", wraps=True, key=True),
        page.column("outcome", wraps=True),
        page.column("size", wraps=True),
        page.column("skills", wraps=True),
        page.column("id", "item"),
    )
    yield page.records(columns, (_row(entry, answer, page) for entry in answer.projects))


def _row(entry: Closed, answer: Projects, page: "Page") -> tuple[str, ...]:
    skills = ", ".join(title_of(name, answer.titles) for name in entry.skills)
    ended = page.dated(entry.on, answer.today)
    return ended, entry.project, entry.outcome, entry.size or "", skills, entry.id


def as_dict(answer: Projects) -> Keys:
    """Return each project as the file has it."""
    return {"entry": None, "projects": answer.projects}
