"""What was recorded, and what it changed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.domain.logbook.entries import Did
from pmcareer.domain.plan.progress import Progress
from pmcareer.views.parts.entries import as_row, described
from pmcareer.views.parts.keys import Keys, ids, picked
from pmcareer.views.parts.steps import awaited_keys
from pmcareer.views.parts.stored import Stored, stored_words
from pmcareer.views.parts.text import day, joined, one_line
from pmcareer.views.parts.told import moved_words, study_words, told_keys

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


@frozen
class Logged:
    """One entry of work, where it went and what it moved."""

    stored: Stored
    progress: Progress
    problems: Problems = ()


def render(logged: Logged, page: "Page") -> "Blocks":
    """Say what, what it changed, and where it went: three lines."""
    stored = logged.stored
    what = f"{described(stored.entry, stored.titles)}, {day(stored.entry.on)}."
    yield page.line((what, "strong"), " ".join(("", *stored.remarks)))
    # What an earlier try changed was said then.
    changed = "" if stored.is_from_before else " ".join(_changed(logged.progress, stored))
    if changed:
        yield page.line(changed)
    yield page.quiet(stored_words(stored))


def _changed(progress: Progress, stored: Stored) -> Iterator[str]:
    if progress.skill:
        yield f"{progress.skill.title}: level {_level(progress)}."
    if progress.unlocked:
        yield f"Unlocked: {joined(ids(progress.unlocked))}."
    yield from _with_people(progress, stored)
    today, likely = stored.today, progress.study_likely
    if likely and likely <= today:
        yield "The study of your plan is done."
    elif words := _study(progress, stored):
        yield f"{words}."
    if following := progress.following:
        yield f"Next: {following.title} ({following.id})."


def _with_people(progress: Progress, stored: Stored) -> Iterator[str]:
    """Say what a step opened, when to ask again, and how far a step or a gate moved the date."""
    if isinstance(stored.entry, Did) and (moved := moved_words(stored.told, stored.today)):
        yield moved
    # What comes next is said at the end of the line.
    opened = [step for step in progress.opened if step != progress.following]
    if opened:
        yield f"Opens: {joined(map(_named_step, opened))}."
    awaited, step = progress.awaited, getattr(stored.entry, "step", None)
    if awaited:
        whom = f" from {one_line(awaited.whom)}" if awaited.whom else ""
        yield f"No answer{whom} by {day(awaited.ask_again_on)}? Ask again."
    elif progress.after_a_no:
        # Nobody reads an answer but the one who got it.
        again = f"pmcareer defer {step} --until {progress.after_a_no}"
        yield f"Was it no, or not yet? To ask again in a month: {again}."
    elif progress.opens_again_on:
        yield f"It opens again on {day(progress.opens_again_on)}."


def _named_step(step: Step) -> str:
    return f"{one_line(step.title)} ({step.id})"


def _study(progress: Progress, stored: Stored) -> str:
    # Of a step or a gate it is said above which date it moved.
    if isinstance(stored.entry, Did) and stored.told:
        return ""
    longer = _longer(progress, stored)
    known = getattr(stored.entry, "exercise", "") if longer else ""
    words = study_words(stored.told, progress.study_likely, stored.today, known)
    return f"{words}{longer}" if words else ""


def _level(progress: Progress) -> str:
    before, after = progress.level_before, progress.level_after
    if before == after:
        return f"stays at {after}"
    return f"{before} to {after}"


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
        **picked(progress, "study_before", "study_after"),
        "longer": _longer_words(progress, logged.stored) or None,
        "next": following.id if following else None,
        "remarks": logged.stored.remarks,
        "told": told_keys(logged.stored.told),
    }


def _skill_keys(progress: Progress) -> Keys | None:
    if progress.skill is None:
        return None
    return picked(progress.skill, "id", "title") | picked(progress, "level_before", "level_after")
