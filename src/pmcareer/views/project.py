"""The projects that were led to their end."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.entries import Closed
from pmcareer.views.parts.entries import as_row
from pmcareer.views.parts.text import one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pmcareer.views.parts.layout import Page


@frozen
class Projects:
    """The projects that were led to their end, earliest first."""

    projects: tuple[Closed, ...]
    titles: Mapping[str, str]
    problems: tuple[Problem, ...] = ()


def render(answer: Projects, page: "Page") -> Iterator["RenderableType"]:
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
    yield page.records(columns, (_row(entry, answer) for entry in answer.projects))


def _row(entry: Closed, answer: Projects) -> tuple[str, ...]:
    skills = ", ".join(one_line(answer.titles.get(name, name)) for name in entry.skills)
    return entry.on.isoformat(), entry.project, entry.outcome, entry.size or "", skills, entry.id


def as_dict(answer: Projects) -> dict[str, Any]:
    """Return each project as the file has it."""
    return {"entry": None, "projects": [as_row(entry) for entry in answer.projects]}
