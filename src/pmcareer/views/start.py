"""The first run's answer: what was kept, the first half-hour, and the range of the plan."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.plan.first import StepCard
from pmcareer.domain.plan.today import Slice, Today
from pmcareer.domain.plan.told import Told
from pmcareer.views.next import log_line
from pmcareer.views.parts.dates import at_first, dates_keys, likely, own_pace, so_far
from pmcareer.views.parts.entries import as_row
from pmcareer.views.parts.keys import Keys, or_null, picked, picked_each, practice_keys, slice_keys
from pmcareer.views.parts.step_card import log_step_line, step_card
from pmcareer.views.parts.text import clean, minutes, number
from pmcareer.views.parts.told import told_keys

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.catalogue import Prompt
    from pmcareer.views.parts.layout import Blocks, Page

# Columns of the labels.
LABEL = 11
STAY = (
    "Stay on your team for your first 90 days, and help its project managers: no move before that."
)


@frozen
class Started:
    """What was kept, and what to begin with."""

    entries: tuple[Entry, ...]
    day: date
    """The user's."""
    role: Role | None
    """The role one has, if one was said."""
    target: Role
    hours_per_week: float
    pace: PaceBasis
    """What the dates rest on: somebody may begin anew."""
    route: RouteDates
    """The recommended one."""
    step: StepCard | None
    """A step that comes before all study."""
    today: Today | None
    slice: Slice | None
    practice: Practice | None
    questions: "tuple[Prompt, ...]"
    """What somebody in a PMO should answer before the plan is worth much."""
    stays: bool
    """Somebody in their first 90 days on a team."""
    logbook: str
    is_stored: bool
    told: Told | None
    """How far the dates moved since the entry before, for somebody who begins anew."""
    unsaid: tuple[str, ...] = ()
    """Questions that the date rests on, each with its command."""
    problems: Problems = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is worth knowing on the first day."""
        return (STAY, *self.unsaid) if self.stays else self.unsaid


def render(started: Started, page: "Page") -> "Blocks":
    """Draw where one goes from where, the first half-hour, and when one may be there."""
    yield from page.apart(
        _heading(started, page),
        _questions(started.questions, page),
        _first(started, page),
        _dates(started, page),
        map(page.line, started.remarks),
        [page.quiet(_stored(started))],
    )


def _heading(started: Started, page: "Page") -> "Blocks":
    source = started.role.title if started.role else "no role yet"
    yield page.line(
        (source, "heading"),
        page.arrow,
        (started.target.title, "heading"),
        (f"  {_promise(started)}", "quiet"),
    )


def _promise(started: Started) -> str:
    return f"{number(started.hours_per_week)} h a week"


def _questions(questions: "tuple[Prompt, ...]", page: "Page") -> "Blocks":
    if not questions:
        return
    yield page.line("Before the plan, these questions: each answer can change the route.")
    yield page.bullets([[prompt.text, (f"  {prompt.id}", "item")] for prompt in questions])
    example = f'pmcareer answer {questions[0].id} "..."'
    yield page.line(("Answer one: ", "quiet"), (example, "item"), indent=2)


def _first(started: Started, page: "Page") -> "Blocks":
    if started.step is None:
        yield from _first_task(started.today, started.slice, page)
        return
    card = started.step
    yield page.quiet(f"Your first {minutes(card.time_box_minutes)}")
    yield from step_card(card, page)
    if card.slice:
        yield page.bullets(card.slice.checklist, mark="[ ]")
    yield page.line(("Then: ", "quiet"), (log_step_line(card), "item"))


def _first_task(today: Today | None, part: Slice | None, page: "Page") -> "Blocks":
    if today is None or part is None:
        return
    exercise = today.task.exercise
    yield page.quiet(f"Your first {minutes(part.minutes)}")
    yield page.line((exercise.title, "heading"), (f"  {exercise.id}", "item"))
    yield page.bullets(part.checklist, mark="[ ]")
    yield page.line(("Then: ", "quiet"), (log_line(today, part), "item"))


def _dates(started: Started, page: "Page") -> "Blocks":
    row = partial(page.row, columns=LABEL)
    route, today = started.route, started.day
    if route.hours_left and not started.pace.weeks_seen:
        promised = started.hours_per_week
        yield row("In the role", at_first(route.finish, promised, today, there="in it"))
        yield row("Study done", at_first(route.study, promised, today, there="done"))
    else:
        in_role = likely(route.finish, today)
        yield row("In the role", so_far(route.finish, started.pace, today) or in_role)
        studied = likely(route.study, today)
        yield row("Study done", so_far(route.study, started.pace, today) or studied)
    yield row("Rests on", _rests_on(started))


def _rests_on(started: Started) -> str:
    if started.pace.basis == "history":
        return f"{own_pace(started.pace)}."
    return f"your promise of {_promise(started)}; what you log will sharpen it."


def _stored(started: Started) -> str:
    if not started.is_stored:
        return "Dry run: nothing was stored."
    return f"Stored in {clean(started.logbook)}. Change it any time: pmcareer profile"


def as_dict(started: Started) -> Keys:
    """Write the entries as stored, and what there is to begin with."""
    return {
        "entry": as_row(started.entries[0]),
        "entries": list(map(as_row, started.entries)),
        "stored": started.is_stored,
        "role": started.role.id if started.role else None,
        "target": started.target.id,
        "hours_per_week": started.hours_per_week,
        "task": _step_keys(started.step) or _task_keys(started.today),
        "slice": slice_keys((started.step or started).slice),
        "practice": practice_keys(started.practice),
        **dates_keys(started.route, "study", "ready", "finish"),
        "questions": picked_each(started.questions, "id", "title", "text"),
        "remarks": started.remarks,
        "told": told_keys(started.told),
    }


@or_null
def _step_keys(card: StepCard) -> Keys:
    return picked(card.today.step, "id", "title") | picked(card.today.action, "minutes_left")


@or_null
def _task_keys(today: Today) -> Keys:
    return picked(today.task.exercise, "id", "title") | {"minutes_left": today.minutes_left}
