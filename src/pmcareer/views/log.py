"""What was recorded, and what it changed."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.domain.logbook.entries import Did, Entry, Finished
from pmcareer.domain.person.earned import NOT_REAL_AT_MOST
from pmcareer.domain.plan.parts import PartNow
from pmcareer.domain.plan.progress import Progress
from pmcareer.views.parts.entries import as_row, details_of, done_in_words, is_unfinished
from pmcareer.views.parts.guide import part_keys, part_words
from pmcareer.views.parts.keys import Keys, ids, picked, rounded
from pmcareer.views.parts.levels import squares
from pmcareer.views.parts.room import Part, fitted
from pmcareer.views.parts.steps import awaited_keys
from pmcareer.views.parts.stored import UNDO, WRONG, Stored, ending, place
from pmcareer.views.parts.text import (
    day,
    hours,
    if_said,
    joined,
    minutes,
    number,
    on_day,
    one_line,
    plural,
)
from pmcareer.views.parts.told import has_moved, moved_row, study_words, told_keys

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page, Piece

MOST_LINES = 14
BAR = 20
"""Columns of a bar."""
MINUTES = 90
"""A task of more minutes is told in hours."""
NAMED = 6
"""Exercises that are named of those unlocked."""
Rows = Callable[[Any, Any], "Iterator[list[Piece]]"]


@frozen
class Logged:
    """One entry of work, where it went and what it moved."""

    stored: Stored
    progress: Progress
    part: PartNow | None = None
    """The part of an exercise under way that comes next."""
    problems: Problems = ()


def render(logged: Logged, page: "Page") -> "Blocks":
    """Say what, what it moved, what is next and the way back: fourteen lines at most."""
    yield from fitted(list(_parts(logged)), MOST_LINES, page)


def _parts(logged: Logged) -> Iterator[Part]:
    stored, progress = logged.stored, logged.progress
    yield Part(draw=partial(_head, logged))
    for remark in stored.remarks:
        yield Part(draw=partial(_remark, remark), rank=1)
    # What an earlier try changed was said then.
    if not stored.is_from_before:
        for rank, rows in MOVED:
            yield Part(draw=partial(_rows, rows, logged), rank=rank, group=1)
        if progress.following:
            yield Part(draw=partial(_next, progress), group=2)
    yield Part(draw=partial(_ending, stored), group=2)


def _head(logged: Logged, page: "Page") -> "Blocks":
    """Name what was done, how long it took, and on which day where that is not today."""
    stored, entry = logged.stored, logged.stored.entry
    sign = "started" if is_unfinished(entry) else "done"
    lead, name = done_in_words(entry, stored.titles)
    details = [*_time(entry, logged.progress), *details_of(entry)]
    if entry.on != stored.today:
        details.append(day(entry.on, stored.today))
    yield page.led(
        sign,
        (lead, "strong"),
        (if_said("  {}", name), "item"),
        if_said("  {}", ", ".join(details)),
    )


def _time(entry: Entry, progress: Progress) -> Iterator[str]:
    """Say how long it took, and of an exercise that is finished how long it was thought to take."""
    spent = getattr(entry, "minutes", None)
    if spent:
        yield minutes(spent)
        if round(60 * progress.taken_hours) > spent:
            yield f"{hours(progress.taken_hours)} in all"
    if isinstance(entry, Finished) and progress.estimate_hours:
        yield f"estimate {hours(progress.estimate_hours)}"


def _remark(remark: str, page: "Page") -> "Blocks":
    yield page.line(remark)


def _rows(rows: Rows, logged: Logged, page: "Page") -> "Blocks":
    for label, *pieces in rows(logged, page):
        yield page.row(str(label), *pieces)


def _skill(logged: Logged, page: "Page") -> "Iterator[list[Piece]]":
    """Draw how far the skill is of what the target asks for."""
    progress = logged.progress
    if progress.skill is None:
        return
    capped = _capped(logged.stored.entry, progress)
    words = f"{_level(progress)}{capped}: {one_line(progress.skill.title)}"
    if not progress.level_needed:
        yield ["Skill", words]
        return
    drawn = squares(progress.level_after, progress.level_needed, page)[:2]
    yield ["Skill", *([] if page.plain else [*drawn, "  "]), words]


def _part(logged: Logged, _: "Page") -> "Iterator[list[Piece]]":
    """Say which part of an exercise under way comes next."""
    if logged.part:
        yield ["Part", part_words(logged.part, is_begun=True)]


def _stage(logged: Logged, page: "Page") -> "Iterator[list[Piece]]":
    """Draw how many exercises of the stage are done."""
    stage = logged.progress.stage
    if stage is None:
        return
    whole = stage.done + stage.open
    if not whole:
        # One's role or a rating covers all that it asks for.
        return
    title = one_line(stage.role.short or stage.role.title)
    words = f"{stage.done} of {plural(whole, 'exercise')} to {title}"
    yield ["Stage", _bar(stage.done / whole, page), "  ", words]


def _week(logged: Logged, page: "Page") -> "Iterator[list[Piece]]":
    """Draw this week against its promise."""
    week = logged.progress.week
    if week is None:
        return
    if not week.promised:
        why = "the first on record" if week.promised is None else "a week off"
        yield ["This week", f"{hours(week.hours)}, {why}"]
        return
    words = f"{number(week.hours)} of {hours(week.promised)} promised"
    yield ["This week", _bar(week.hours / week.promised, page), "  ", words]


def _bar(share: float, page: "Page") -> "Piece":
    return page.bar(share, BAR // 2 if page.narrow else BAR)


def _unlocked(logged: Logged, _: "Page") -> "Iterator[list[Piece]]":
    if names := ids(logged.progress.unlocked):
        some = names if len(names) <= NAMED else [*names[:NAMED], f"{len(names) - NAMED} more"]
        yield ["Unlocked", joined(some)]


def _dates(logged: Logged, _: "Page") -> "Iterator[list[Piece]]":
    """Say the date that has left what was told, the study before the role, and why."""
    progress, stored = logged.progress, logged.stored
    likely, today = progress.study_likely, stored.today
    is_study = not isinstance(stored.entry, Did) or stored.told is None
    if likely and likely <= today and is_study:
        yield ["Study", "the study of your plan is done"]
    elif is_study and (words := _study(progress, stored)):
        yield ["Study", words]
    elif row := moved_row(stored.told, today):
        yield [*row]


def _study(progress: Progress, stored: Stored) -> str:
    """Say when the study is likely done, where that was told otherwise, or never."""
    told, longer = stored.told, _longer(progress, stored)
    if told and not has_moved(told.study):
        return ""
    known = getattr(stored.entry, "exercise", "") if longer else ""
    words = study_words(told, progress.study_likely, stored.today, known, what="likely done")
    return f"{words}{longer}" if words else ""


def _with_people(logged: Logged, _: "Page") -> "Iterator[list[Piece]]":
    """Say what a step opened, and when to ask again."""
    progress, stored = logged.progress, logged.stored
    # What comes next is said in its own row.
    opened = [step for step in progress.opened if step != progress.following]
    if opened:
        yield ["Opens", joined(map(_named_step, opened))]
    awaited, step = progress.awaited, getattr(stored.entry, "step", None)
    if awaited:
        whom = f" from {one_line(awaited.whom)}" if awaited.whom else ""
        again = day(awaited.ask_again_on, stored.today)
        yield ["Ask again", f"if there is no answer{whom} by {again}"]
    elif progress.after_a_no:
        # Nobody reads an answer but the one who got it.
        again = f"pmcareer defer {step} --until {progress.after_a_no}"
        yield ["Answer", f"Was it no, or not yet? To ask again in a month: {again}"]
    elif progress.opens_again_on:
        yield ["Again", f"it opens {on_day(progress.opens_again_on, stored.today)}"]


def _named_step(step: Step) -> str:
    return f"{one_line(step.title)} ({step.id})"


def _next(progress: Progress, page: "Page") -> "Blocks":
    following = progress.following
    if following:
        left = progress.following_minutes
        length = hours(left / 60) if left > MINUTES else minutes(left)
        name = (f"  {following.id}", "item")
        yield page.row("Next", (one_line(following.title), "strong"), name, f", {length}")


def _ending(stored: Stored, page: "Page") -> "Blocks":
    """Say the way back; with --verbose where it stands, too."""
    if stored.is_stored and not (stored.is_from_before or page.narrow):
        yield page.row(WRONG, UNDO)
        if page.verbose:
            yield place(stored, page)
    else:
        yield from ending(stored, page)


def _level(progress: Progress) -> str:
    before, after = progress.level_before, progress.level_after
    needed = f" of {progress.level_needed}" if progress.level_needed else ""
    if before == after:
        return f"still level {after}{needed}"
    return f"level {before} to {after}{needed}"


def _capped(entry: Entry, progress: Progress) -> str:
    """Say why more work of this kind lifts no further."""
    before, after = progress.level_before, progress.level_after
    is_simulated = isinstance(entry, Finished) and entry.mode == "simulated"
    if (
        is_simulated
        and before == after >= NOT_REAL_AT_MOST
        and after < (progress.level_needed or 0)
    ):
        return f" (simulated work lifts to {NOT_REAL_AT_MOST})"
    return ""


def _longer(progress: Progress, stored: Stored) -> str:
    # Where nothing was told before, it is not said yet which way the date went.
    way = "; " if stored.told else ", later than before: "
    longer = _longer_words(progress, stored)
    return f"{way}{longer}" if longer else ""


def _longer_words(progress: Progress, stored: Stored) -> str:
    """Say what took longer, where the date is later: than without it, or than was told."""
    was_told_earlier = stored.told is not None and (stored.told.study.moved_days or 0) > 0
    return progress.longer if progress.is_later or was_told_earlier else ""


def as_dict(logged: Logged) -> Keys:
    """Write the keys of the contract."""
    progress = logged.progress
    following = progress.following
    return {
        "entry": as_row(logged.stored.entry),
        "stored": logged.stored.is_stored,
        "stored_before": logged.stored.is_from_before,
        "unlocked": [*ids(progress.unlocked), *ids(progress.opened)],
        "awaited": awaited_keys(progress.awaited),
        "opens_again_on": progress.opens_again_on,
        "after_a_no": progress.after_a_no,
        "skill": _skill_keys(progress),
        "stage": _stage_keys(progress),
        "week": _week_keys(progress),
        **picked(progress, "study_before", "study_after"),
        "longer": _longer_words(progress, logged.stored) or None,
        "next": following.id if following else None,
        "part": part_keys(logged.part),
        "remarks": logged.stored.remarks,
        "told": told_keys(logged.stored.told),
    }


def _skill_keys(progress: Progress) -> Keys | None:
    if progress.skill is None:
        return None
    levels = picked(progress, "level_before", "level_after", "level_needed")
    return picked(progress.skill, "id", "title") | levels


def _stage_keys(progress: Progress) -> Keys | None:
    """Write where the stage leads, and how many of its exercises are done."""
    stage = progress.stage
    return {"role": stage.role.id, **picked(stage, "done", "open")} if stage else None


def _week_keys(progress: Progress) -> Keys | None:
    week = progress.week
    if week is None:
        return None
    promised = None if week.promised is None else round(week.promised, 2)
    return {**rounded(week, "hours"), "promised": promised}


MOVED: Sequence[tuple[int, Rows]] = (
    (1, _part),
    (4, _skill),
    (5, _stage),
    (6, _week),
    (2, _dates),
    (3, _with_people),
    (7, _unlocked),
)
"""What an entry moved, as it is drawn, and what gives way before what."""
