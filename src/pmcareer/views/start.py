"""The first run's answer: what was kept, the first half-hour, and the range of the plan."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.forecast.outlook import RouteForecast
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.plan.first import StepCard
from pmcareer.domain.plan.today import Slice, Today
from pmcareer.domain.plan.told import Told
from pmcareer.views.parts.checklist import boxes_of
from pmcareer.views.parts.dates import (
    at_first,
    dates_keys,
    is_far_off,
    likely,
    own_pace,
    so_far,
    which,
)
from pmcareer.views.parts.entries import as_row
from pmcareer.views.parts.keys import Keys, or_null, picked, picked_each, practice_keys, slice_keys
from pmcareer.views.parts.log_lines import log_slice_line
from pmcareer.views.parts.room import Part, fitted
from pmcareer.views.parts.step_card import log_step_line, step_card
from pmcareer.views.parts.text import clean, if_said, minutes, number, one_line, plural
from pmcareer.views.parts.told import told_keys
from pmcareer.views.parts.way import stops_of, way

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.answers import Prompt
    from pmcareer.views.parts.layout import Blocks, Page

# Columns of the labels.
LABEL = 11
# Blanks before what stands at the end of a line.
GAP = 2
EARLIEST = "at the earliest"
MOST_LINES = 22
MOST_LINES_IN_DETAIL = 1000
# Lines of the card of a step, behind its title.
AIM, REASON = 1, 2
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
    route: RouteForecast
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
    short_titles: Mapping[str, str]
    """Of roles, where there is little room."""
    in_detail: bool = False
    unsaid: tuple[str, ...] = ()
    """Questions that the date rests on, each with its command."""
    weighs: str = ""
    """A way in, or a choice, that fits; with its first step."""
    problems: Problems = ()

    @property
    def has_days(self) -> bool:
        """Tell whether there are days to draw: the target is ahead, and can be reached."""
        finish = self.route.finish
        return not (finish.is_undated or finish.is_shut or finish.is_held)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is worth knowing on the first day."""
        return (STAY, *self.unsaid) if self.stays else self.unsaid

    @property
    def lines(self) -> tuple[str, ...]:
        """The same, and what there is to weigh."""
        weighs = if_said("To weigh: {}", self.weighs)
        return (*self.remarks, *filter(None, [weighs]))


def render(started: Started, page: "Page") -> "Blocks":
    """Draw where one goes from where, the way there with its dates, and the first half-hour."""
    most = MOST_LINES_IN_DETAIL if started.in_detail else MOST_LINES
    yield from fitted(list(_parts(started)), most, page)


def _parts(started: Started) -> Iterator[Part]:
    """Give what is drawn, with what gives way first: why this one, then what is still unsaid."""
    yield Part(draw=partial(_heading, started))
    yield Part(draw=partial(_questions, started), group=1)
    if started.has_days:
        yield Part(draw=partial(_way, started), group=2)
    if started.in_detail or not started.has_days:
        yield Part(draw=partial(_dates, started), group=3)
    yield from _first(started)
    for place, remark in enumerate(started.lines):
        yield Part(draw=partial(_remark, remark), group=5, rank=place)
    yield Part(draw=partial(_foot, started), group=5)


def _remark(text: str, page: "Page") -> "Blocks":
    yield page.line(text)


def _heading(started: Started, page: "Page") -> "Blocks":
    if started.role == started.target:
        yield page.heading(started.target.title, _promise(started))
        return
    source = started.role.title if started.role else "no role yet"
    titles = f"{one_line(source)}{page.arrow}{one_line(started.target.title)}"
    # At a glance the short titles will do; the whole ones stand where there is room.
    if len(titles) + len(_promise(started)) + GAP > page.width and started.role:
        source = started.short_titles[started.role.id]
    yield page.line(
        (source, "heading"),
        page.arrow,
        (started.target.title, "heading"),
        (f"{' ' * GAP}{_promise(started)}", "quiet"),
    )


def _promise(started: Started) -> str:
    return f"{number(started.hours_per_week)} h a week"


def _questions(started: Started, page: "Page") -> "Blocks":
    questions = started.questions
    if not questions:
        return
    if not started.in_detail:
        count = plural(len(questions), "question")
        comes = "comes" if len(questions) == 1 else "come"
        yield page.line(
            f"{count} {comes} before the plan, and can change the route: ",
            ("pmcareer answer", "command"),
        )
        return
    yield page.line("Before the plan, these questions: each answer can change the route.")
    yield page.bullets([[prompt.text, (f"  {prompt.id}", "item")] for prompt in questions])
    example = f'pmcareer answer {questions[0].id} "..."'
    yield page.line(("Answer one: ", "quiet"), (example, "item"), indent=2)


def _way(started: Started, page: "Page") -> "Blocks":
    yield page.heading("Your way")
    titles = started.short_titles
    yield from way(stops_of(started.route, started.role, titles, started.day), page)
    yield page.line((_meaning(started), "quiet"), indent=2)
    if words := started.route.finish.late_because:
        yield page.line((words, "quiet"), indent=2)


def _meaning(started: Started) -> str:
    """Say what the two ends of the last range are, and what they rest on."""
    rests = f"with {_promise(started)} promised"
    if started.pace.basis == "history":
        rests = f"at {own_pace(started.pace)}"
    finish = started.route.finish
    ends = which(finish, started.day)
    if ends == EARLIEST:
        return f"{EARLIEST.capitalize()}, {rests}."
    if is_far_off(finish.likely, started.day):
        return f"As likely as not, {rests}."
    if is_far_off(finish.safe, started.day):
        return f"As likely as not, {rests}; nothing within ten years is safe."
    if not ends:
        return f"As likely as not and safe to promise, {rests}."
    return f"From as likely as not to safe to promise (8 in 10), {rests}."


def _first(started: Started) -> Iterator[Part]:
    card = started.step
    if card is None:
        yield Part(draw=partial(_first_task, started.today, started.slice), group=4)
        return
    yield Part(draw=partial(_step_named, card), group=4)
    # What it is for, and why it comes first, is said by next as well.
    least = len(started.lines) + 1
    for line, rank in ((AIM, least + 1), (REASON, least)):
        yield Part(draw=partial(_of_card, card, line), group=4, rank=rank)
    yield Part(draw=partial(_step_done, card), group=4)


def _step_named(card: StepCard, page: "Page") -> "Blocks":
    yield page.heading(_first_minutes(card.time_box_minutes))
    yield from _of_card(card, 0, page)


def _of_card(card: StepCard, line: int, page: "Page") -> "Blocks":
    yield from list(step_card(card, page))[line : line + 1]


def _step_done(card: StepCard, page: "Page") -> "Blocks":
    if card.slice:
        yield page.bullets(card.slice.checklist, mark="[ ]")
    yield page.line(("Then: ", "quiet"), (log_step_line(card), "item"))


def _first_minutes(length: float) -> str:
    return f"Your first {minutes(length)}, today"


def _first_task(today: Today | None, part: Slice | None, page: "Page") -> "Blocks":
    if today is None or part is None:
        return
    exercise = today.task.exercise
    yield page.heading(_first_minutes(part.minutes))
    yield page.line((exercise.title, "strong"), (f"  {exercise.id}", "item"))
    if part.minutes < today.minutes_left:
        yield page.line(_beginning(today, part), (f"pmcareer work {exercise.id}", "item"))
    yield page.bullets(boxes_of(part), mark="[ ]")
    yield page.line(("Then: ", "quiet"), (log_slice_line(today, part), "item"))


def _beginning(today: Today, part: Slice) -> str:
    whole = minutes(today.minutes_left)
    is_alone = len(part.parts) == 1 or (not part.parts and today.task.exercise.begin)
    if is_alone and not today.minutes_logged:
        return f"A beginning, of {whole} in all, for you alone. The sheet: "
    return f"A beginning, of {whole} in all: open the sheet, and draft what this asks for. "


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


def _foot(started: Started, page: "Page") -> "Blocks":
    if not started.is_stored:
        yield page.quiet("Dry run: nothing was stored.")
        return
    if started.in_detail or page.verbose:
        yield page.quiet(f"Stored in {clean(started.logbook)}.")
    dot = page.glyph("dot")
    yield page.quiet(
        f"Stored. The dates drawn: pmcareer plan {dot} Change an answer: pmcareer profile"
    )


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
        "weighs": started.weighs or None,
        "told": told_keys(started.told),
    }


@or_null
def _step_keys(card: StepCard) -> Keys:
    return picked(card.today.step, "id", "title") | picked(card.today.action, "minutes_left")


@or_null
def _task_keys(today: Today) -> Keys:
    return picked(today.task.exercise, "id", "title") | {"minutes_left": today.minutes_left}
