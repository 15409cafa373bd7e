"""The first run's answer: what was kept, the first half-hour, and the range of the plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.plan.today import Slice, Today
from pmcareer.views.parts.dates import about_range, dates_as_dict
from pmcareer.views.parts.entries import as_row
from pmcareer.views.parts.text import clean, minutes, number

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.catalogue import Prompt
    from pmcareer.views.parts.layout import Page

_CHANCE = (" (P50 to P80)", "quiet")
STAY = (
    "Stay on your team for your first 90 days, and help its project managers: no move before that."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """What was kept, and what to begin with."""

    entries: tuple[Entry, ...]
    day: date
    """The user's."""
    role: Role | None
    """The role one has, if one was said."""
    target: Role
    hours_per_week: float
    route: RouteDates
    """The recommended one."""
    today: Today | None
    slice: Slice | None
    practice: Practice | None
    questions: "tuple[Prompt, ...]"
    """What somebody in a PMO should answer before the plan is worth much."""
    stays: bool
    """Somebody in their first 90 days on a team."""
    logbook: str
    is_stored: bool
    problems: tuple[Problem, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is worth knowing on the first day."""
        return (STAY,) if self.stays else ()


def render(started: Started, page: "Page") -> Iterator[Any]:
    """Draw where one goes from where, the first half-hour, and when one may be there."""
    source = started.role.title if started.role else "no role yet"
    promise = f"{number(started.hours_per_week)} h a week"
    yield page.line(
        (source, "heading"),
        f" {page.glyph('arrow')} ",
        (started.target.title, "heading"),
        (f"  {promise}", "quiet"),
    )
    if started.questions:
        yield page.blank()
        yield page.line("Before the plan, these questions: each answer can change the route.")
        yield page.bullets(
            [[prompt.text, (f"  {prompt.id}", "item")] for prompt in started.questions]
        )
        first = started.questions[0].id
        yield page.line(
            ("Answer one: ", "quiet"), (f'pmcareer answer {first} "..."', "item"), indent=2
        )
    if started.today and started.slice:
        yield page.blank()
        yield from _first_task(started.today, started.slice, page)
    route, today = started.route, started.day
    yield page.blank()
    yield page.row(
        "In the role",
        (about_range(route.finish.p50, route.finish.p80, today), "strong"),
        _CHANCE,
        columns=11,
    )
    yield page.row("Study done", about_range(route.study.p50, route.study.p80, today), columns=11)
    yield page.row(
        "Rests on", f"your promise of {promise}; what you log will sharpen it.", columns=11
    )
    for remark in started.remarks:
        yield page.blank()
        yield page.line(remark)
    yield page.blank()
    yield page.line((_stored(started), "quiet"))


def _first_task(today: Today, part: Slice, page: "Page") -> Iterator[Any]:
    exercise = today.task.exercise
    is_whole = part.minutes >= today.minutes_left
    yield page.line((f"Your first {minutes(part.minutes)}", "quiet"))
    yield page.line((exercise.title, "heading"), (f"  {exercise.id}", "item"))
    yield page.bullets(part.checklist, mark="[ ]", indent=2)
    rest = "" if is_whole else f" --partial --minutes {part.minutes}"
    yield page.line(("Then: ", "quiet"), (f"pmcareer log {exercise.id}{rest}", "item"))


def _stored(started: Started) -> str:
    if not started.is_stored:
        return "Dry run: nothing was stored."
    return f"Stored in {clean(started.logbook)}. Change it any time: pmcareer profile"


def as_dict(started: Started) -> dict[str, Any]:
    """Give the entries as written, and what there is to begin with."""
    route, today = started.route, started.today
    exercise = today.task.exercise if today else None
    return {
        "entry": as_row(started.entries[0]),
        "entries": [as_row(entry) for entry in started.entries],
        "stored": started.is_stored,
        "role": started.role.id if started.role else None,
        "target": started.target.id,
        "hours_per_week": started.hours_per_week,
        "task": {"id": exercise.id, "title": exercise.title, "minutes_left": today.minutes_left}
        if exercise and today
        else None,
        "slice": {"minutes": started.slice.minutes, "checklist": list(started.slice.checklist)}
        if started.slice
        else None,
        "practice": {
            "id": started.practice.id,
            "title": started.practice.title,
            "minutes": started.practice.minutes,
        }
        if started.practice
        else None,
        "study": dates_as_dict(route.study),
        "finish": dates_as_dict(route.finish),
        "questions": [
            {"id": prompt.id, "title": prompt.title, "text": prompt.text}
            for prompt in started.questions
        ],
        "remarks": list(started.remarks),
    }
