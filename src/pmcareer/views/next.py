"""Today's task, drawn and as keys."""

from datetime import date
from itertools import chain
from math import inf
from typing import TYPE_CHECKING

from pmcareer.domain.coaching.advice import Said
from pmcareer.domain.coaching.because import Because
from pmcareer.domain.coaching.mentoring import ToAsk
from pmcareer.domain.coaching.practices import NotForYou
from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.curriculum.guide import NO_GUIDE, Guide, Reading
from pmcareer.domain.curriculum.items import Exercise, Role, Skill
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.domain.person.steps import Awaited
from pmcareer.domain.plan.aim import Aim
from pmcareer.domain.plan.first import Beside, StepCard
from pmcareer.domain.plan.parts import PartNow
from pmcareer.domain.plan.rest import Pending
from pmcareer.domain.plan.today import BEGIN_MINUTES, MOST_BEGUN, MOST_MINUTES_A_DAY, Slice, Today
from pmcareer.domain.plan.waiting import Arrival
from pmcareer.domain.roadmap.workplan import Task
from pmcareer.views.parts.advice import TRY, advice_rows
from pmcareer.views.parts.aim import aim_keys, due_command, due_words
from pmcareer.views.parts.because import because_in_full, because_keys
from pmcareer.views.parts.checklist import checklist, short_checklist
from pmcareer.views.parts.guide import guide_keys, part_keys, part_words, reading_pieces
from pmcareer.views.parts.keys import (
    Keys,
    hours_as_dict,
    ids,
    not_for_you_keys,
    or_null,
    picked,
    picked_each,
    practice_keys,
    said_keys,
    slice_keys,
)
from pmcareer.views.parts.log_lines import finish_line, log_part_line, log_slice_line
from pmcareer.views.parts.mentor import mentor_keys, mentor_words
from pmcareer.views.parts.room import fitted, placed, ranked
from pmcareer.views.parts.step_card import (
    also_keys,
    answer_line,
    beside_rows,
    step_card,
    step_keys,
    step_work,
)
from pmcareer.views.parts.steps import awaited_keys
from pmcareer.views.parts.text import hours, if_said, joined, minutes, number, plural

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pmcareer.views.parts.layout import Blocks, Page, Piece
    from pmcareer.views.parts.styled import Block

    Rows = Iterator[tuple[int, Block]]
    Points = Callable[..., Blocks]

MOST_LINES = 22


@frozen
class NextAnswer:
    """The task of the day and what goes with it."""

    target: Role
    day: date
    today: Today | None
    then: tuple[Task, ...]
    practice: Practice | None
    practice_because: str
    """Why it is shown: whom it suits."""
    not_for_you: NotForYou | None
    advice: Said | None
    begun: int
    """How many tasks are begun."""
    minutes_today: int
    """Minutes of work logged for today."""
    step: StepCard | None = None
    """What is done with people, where that comes first; `today` is the study after it then."""
    arrival: Arrival | None = None
    """The role that one is asked about, from the likely day on."""
    standing: str = ""
    """The question whether another role is one's own, which the record speaks for."""
    beside: Beside | None = None
    """The step that study which is begun leaves room for."""
    awaited: tuple[Awaited, ...] = ()
    """The answers that are awaited, who is to be asked again first first."""
    reminder: Awaited | None = None
    """The one of them to be asked for today."""
    because: tuple[Because, ...] = ()
    """The answers that change the plan it comes from."""
    pending: tuple[Pending, ...] = ()
    """What others have still to say, where nothing is to be done."""
    skill: Skill | None = None
    """The skill of the task."""
    reason: str = ""
    """Why there is no task."""
    time_box_minutes: int | None = None
    slice: Slice | None = None
    guide: Guide = NO_GUIDE
    """What helps with the task."""
    part: PartNow | None = None
    """The part of it that comes now, where it has parts."""
    readings: tuple[Reading, ...] = ()
    """What to read for it, the most useful first."""
    aim: Aim | None = None
    """The certificate that the profile aims at."""
    mentor: ToAsk | None = None
    """The mentor who was named, and what to ask them next."""
    shows_why: bool = False
    serves: tuple[str, ...] = ()
    """Items of published frameworks that the task serves, where all there is was asked for."""
    detail: bool = False
    """All there is, on as many lines as it takes."""
    problems: Problems = ()


def render(answer: NextAnswer, page: "Page") -> "Blocks":
    """Draw what to do, why, what to hand over, when it counts as done, and what goes beside it.

    What is asked for is drawn whole; else what is needed least gives way to the task.
    """
    is_whole = answer.detail or answer.shows_why
    points = checklist if is_whole else short_checklist
    groups = [ranked(0, _asked(answer, page)), *_card(answer, page, points)]
    groups += [_beside(answer, page), ranked(0, _why(answer, page))]
    parts = [list(placed(number, rows)) for number, rows in enumerate(groups)]
    yield from fitted(list(chain(*parts)), inf if is_whole else MOST_LINES, page)


def _card(answer: NextAnswer, page: "Page", points: "Points") -> "Iterable[Rows]":
    """Draw the task: a head that never gives way, and what belongs to it."""
    today = answer.today
    if answer.step:
        yield ranked(0, step_card(answer.step, page))
        yield step_work(answer.step, _then_study(answer), page, points)
    elif today:
        yield ranked(0, _task(answer, today.task.exercise, today, page))
        yield _work(answer, today, page, points)
    else:
        yield ranked(0, _nothing(answer, page))


def _asked(answer: NextAnswer, page: "Page") -> "Blocks":
    if answer.arrival:
        yield page.line((answer.arrival.text, "strong"))
    elif answer.standing:
        yield page.line((answer.standing, "strong"))


def _nothing(answer: NextAnswer, page: "Page") -> "Blocks":
    yield page.line((answer.reason, "strong"))
    yield page.line(("Where you stand: ", "quiet"), ("pmcareer status", "item"))


def _then_study(answer: NextAnswer) -> str:
    """Say what study goes on with once the step is done."""
    if not answer.then or not answer.step:
        return "."
    task = answer.then[0]
    left = minutes(round(60 * task.effort_left))
    following = f"{task.exercise.title} ({task.exercise.id}), {left} left of it."
    if answer.step.study_minutes:
        return f", then {minutes(answer.step.study_minutes)} of study: {following}"
    return f". Once it is done, study is next: {following}"


def _task(answer: NextAnswer, exercise: Exercise, today: Today, page: "Page") -> "Blocks":
    skill = answer.skill.title if answer.skill else exercise.skill
    yield page.line((exercise.title, "heading"), (f"  {exercise.id}", "item"))
    yield page.line(f"{skill}, level {exercise.level}; {_effort(today, exercise)}")
    if today.overrun:
        yield page.line((today.overrun, "warning"))
    elif exercise.why and not answer.beside:
        yield page.line(exercise.why)


def _effort(today: Today, exercise: Exercise) -> str:
    span = f", over at least {plural(exercise.span_days, 'day')}" if exercise.span_days else ""
    if today.minutes_logged:
        logged, left = minutes(today.minutes_logged), minutes(today.minutes_left)
        return f"begun, {logged} logged, {left} left{span}"
    low, _, high = map(number, exercise.hours)
    return f"about {hours(exercise.mean_hours)} ({low} to {high}){span}"


def _work(answer: NextAnswer, today: Today, page: "Page", points: "Points") -> "Rows":
    exercise = today.task.exercise
    if exercise.deliverable:
        yield 0, page.row("Hand over", exercise.deliverable)
    yield from ranked(0, points(exercise.accept, answer.slice, page))
    yield from _beginning(answer, today, page)
    # What is begun is begun somewhere: the hint to take it to work comes too late then.
    if exercise.at_work and not today.minutes_logged:
        yield 9, page.row("At work", exercise.at_work)
    yield 1, page.row("Today", *_today(answer, today))
    # The step beside it takes the room of what is known since it was begun.
    if not answer.beside:
        yield from _ahead(answer, today, page)
        yield from _reading(answer, page)
    yield from _logging(answer, today, page)
    if answer.beside:
        yield from ranked(0, beside_rows(answer.beside, page))


def _logging(answer: NextAnswer, today: Today, page: "Page") -> "Rows":
    """Draw what is typed once this much is done, and where there is room once all is."""
    line, whole = _log_line(answer, today), finish_line(today)
    yield 0, page.row("Log it", (line, "item"))
    if line != whole:
        yield 9, page.row("All done", (whole, "item"))


def _log_line(answer: NextAnswer, today: Today) -> str:
    if answer.slice:
        return log_slice_line(today, answer.slice)
    if answer.part:
        return log_part_line(today, answer.part, answer.time_box_minutes or 0)
    return finish_line(today)


def _beginning(answer: NextAnswer, today: Today, page: "Page") -> "Rows":
    """Draw the part that comes now, or how it is begun; what fits in a given time says it too."""
    if answer.slice:
        return
    begin = today.task.exercise.begin
    if answer.part:
        yield 1, page.row("Part", part_words(answer.part, is_begun=bool(today.minutes_logged)))
    elif begin and not today.minutes_logged:
        yield 8, page.row("Begin", f"{minutes(BEGIN_MINUTES)}, alone: ", begin)


def _reading(answer: NextAnswer, page: "Page") -> "Rows":
    for reading in answer.readings if answer.detail else answer.readings[:1]:
        yield 5, page.row("Read", *reading_pieces(reading))


def _ahead(answer: NextAnswer, today: Today, page: "Page") -> "Rows":
    if today.unlocks:
        yield 8, page.row("Unlocks", joined(ids(today.unlocks)))
    if answer.serves:
        yield 9, page.row("Serves", ", ".join(answer.serves))
    if answer.then:
        yield 7, page.row("Then", ", ".join(task.exercise.id for task in answer.then))


def _today(answer: NextAnswer, today: Today) -> "Iterator[Piece]":
    """Say how long to work on it today; with two hours behind one, that it is enough."""
    is_asked = answer.slice is not None
    if answer.minutes_today >= MOST_MINUTES_A_DAY and not is_asked:
        yield (f"{minutes(answer.minutes_today)} done", "strong")
        yield ", which is enough for a day; the rest keeps until tomorrow."
        return
    yield (minutes(answer.time_box_minutes or 0), "strong")
    yield _pacing(answer, today)


def _pacing(answer: NextAnswer, today: Today) -> str:
    """Say what helps most with this much time."""
    time_box = answer.time_box_minutes or 0
    if answer.begun >= MOST_BEGUN:
        return f", to finish it: {answer.begun} are begun, so take up nothing new."
    if time_box > MOST_MINUTES_A_DAY or answer.minutes_today >= MOST_MINUTES_A_DAY:
        return "; two hours are enough for a day, the rest keeps until tomorrow."
    if answer.slice and answer.slice.is_all_of(today.minutes_left):
        return ", and all of it fits."
    if not today.minutes_logged:
        # Who says when and where finishes oftener and sooner: Koole and van 't Spijker 2000.
        return ". Decide now when and where you will do it."
    return ""


def _beside(answer: NextAnswer, page: "Page") -> "Rows":
    awaited = list(_awaited(answer, page))
    yield from ranked(1, awaited)
    if answer.aim and answer.aim.is_due:
        due = due_words(answer.aim, answer.day)
        yield 3, page.row("Goal", due, (due_command(answer.aim), "item"))
    if answer.mentor and (answer.mentor.is_due or answer.detail):
        yield 3, page.row("Mentor", mentor_words(answer.mentor, answer.day))
    if habit := answer.practice:
        note = f"  {habit.id}, {minutes(habit.minutes)}{if_said(': {}', answer.practice_because)}"
        yield 5, page.row("Practice", habit.do, (note, "quiet"))
    # What is asked of one goes before what one is told: the card stays on a screen.
    is_short = not (answer.detail or answer.shows_why)
    if is_short and (awaited or answer.beside or answer.arrival):
        return
    if unkept := answer.not_for_you:
        mute = f"pmcareer profile --mute {unkept.practice.id}"
        words = f"{unkept.practice.title}, not kept for a fortnight. Not for you: "
        yield 4, page.row("Drop it?", words, (mute, "item"))
    if said := answer.advice:
        # Where there is no room for both, what to do is of more use than why.
        for label, pieces in advice_rows(said):
            yield (5 if label == TRY else 7), page.row(label, *pieces)


def _awaited(answer: NextAnswer, page: "Page") -> "Blocks":
    """Say how to record the answer asked for today, where it is not what the card is on."""
    awaited = answer.reminder
    if awaited and (answer.step is None or answer.step.today.step.id != awaited.step):
        yield page.row("Answered?", (answer_line(awaited), "item"))


def _why(answer: NextAnswer, page: "Page") -> "Blocks":
    first = answer.step or answer.today
    if first and answer.shows_why:
        yield page.heading("Why this one")
        yield page.numbered([term.text for term in first.why])
    if answer.because and answer.shows_why:
        yield page.heading("What you said")
        yield page.bullets(because_in_full(answer.because))


def as_dict(answer: NextAnswer) -> Keys:
    """Write the keys of the contract."""
    first = answer.step or answer
    return {
        "target": answer.target.id,
        "task": step_keys(answer.step)
        if answer.step
        else _with_guide(_task_keys(answer.today), answer),
        "reason": answer.reason or None,
        "also": also_keys(answer.beside),
        "then": list(map(_then_keys, answer.then)),
        "practice": practice_keys(answer.practice),
        "practice_because": answer.practice_because or None,
        "not_for_you": not_for_you_keys(answer.not_for_you),
        "advice": said_keys(answer.advice),
        "awaited": [*map(awaited_keys, answer.awaited), *map(_pending_keys, answer.pending)],
        "asks": answer.arrival.text if answer.arrival else answer.standing or None,
        "because": because_keys(answer.because),
        "time_box_minutes": first.time_box_minutes,
        "slice": slice_keys(first.slice),
        "certificate": aim_keys(answer.aim),
        "mentor": mentor_keys(answer.mentor),
    }


def _with_guide(keys: Keys | None, answer: NextAnswer) -> Keys | None:
    """Add what helps with the exercise, and which part of it comes now."""
    if keys is None:
        return None
    return keys | {"part": part_keys(answer.part)} | guide_keys(answer.guide, answer.readings)


def _pending_keys(pending: Pending) -> Keys:
    """Write what nobody by name was asked for: the keys of an answer, and what to type."""
    nobody = {"step": None, "with": None, "since": pending.since, "ask_again_on": None}
    return {**nobody, "for": pending.thing, **picked(pending, "text", "command")}


def _then_keys(task: Task) -> Keys:
    return picked(task.exercise, "id", "title") | {"minutes_left": round(60 * task.effort_left)}


@or_null
def _task_keys(today: Today) -> Keys:
    exercise = today.task.exercise
    return {
        **picked(exercise, "id", "title"),
        "kind": "exercise",
        "for": None,
        **picked(exercise, "skill", "level", "core"),
        "hours": hours_as_dict(exercise),
        "industry": exercise.industry,
        **picked(today, "minutes_logged", "minutes_left"),
        "span_days": exercise.span_days,
        "matters": exercise.why,
        "deliverable": exercise.deliverable,
        "checklist": exercise.accept,
        "resources": exercise.resources,
        "state": "started" if today.task.state == "started" else "new",
        "why": picked_each(today.why, "term", "value", "text"),
        "unlocks": ids(today.unlocks),
    }
