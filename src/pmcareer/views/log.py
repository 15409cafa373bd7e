"""What was recorded, and what it changed."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.plan.progress import Progress
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.entries import as_row, described
from pmcareer.views.parts.keys import Keys, ids, picked
from pmcareer.views.parts.stored import stored_words
from pmcareer.views.parts.text import day, joined, later

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


@frozen
class Logged:
    """One entry of work, where it went and what it moved."""

    entry: Entry
    progress: Progress
    logbook: str
    is_stored: bool
    titles: Mapping[str, str]
    today: date
    remarks: tuple[str, ...] = ()
    """What is unusual about it, a sentence each."""
    problems: tuple[Problem, ...] = ()


def render(logged: Logged, page: "Page") -> "Blocks":
    """Say what, what it changed, and where it went: three lines."""
    entry = logged.entry
    what = f"{described(entry, logged.titles)}, {day(entry.on)}."
    where = stored_words(entry, logged.logbook, is_stored=logged.is_stored)
    yield page.line((what, "strong"), " ".join(("", *logged.remarks)))
    yield page.line(_changed(logged))
    yield page.quiet(where)


def _changed(logged: Logged) -> str:
    progress = logged.progress
    parts = (
        _skill(progress),
        _unlocked(progress),
        _date_moved(progress, logged.today),
        _next(progress),
    )
    return " ".join(part for part in parts if part)


def _skill(progress: Progress) -> str:
    if progress.skill is None:
        return ""
    before, after = progress.level_before, progress.level_after
    moved = f"{before} to {after}" if after != before else f"stays at {after}"
    return f"{progress.skill.title}: level {moved}."


def _unlocked(progress: Progress) -> str:
    if not progress.unlocked:
        return ""
    return f"Unlocked: {joined(ids(progress.unlocked))}."


def _date_moved(progress: Progress, today: date) -> str:
    before, after = progress.study_before, progress.study_after
    if after is None:
        return ""
    if after <= today:
        return "The study of your plan is done."
    if before is None:
        return ""
    likely = f"Study likely done by {about(after, today)}"
    if before == after:
        return f"{likely}, as before."
    return f"{likely}, {later((after - before).days)} than before."


def _next(progress: Progress) -> str:
    following = progress.next_exercise
    if following:
        return f"Next: {following.title} ({following.id})."
    return ""


def as_dict(logged: Logged) -> Keys:
    """Write the keys of the contract."""
    progress = logged.progress
    following = progress.next_exercise
    return {
        "entry": as_row(logged.entry),
        "stored": logged.is_stored,
        "unlocked": ids(progress.unlocked),
        "skill": _skill_keys(progress),
        "study_before": progress.study_before,
        "study_after": progress.study_after,
        "next": following.id if following else None,
        "remarks": logged.remarks,
    }


def _skill_keys(progress: Progress) -> Keys | None:
    if progress.skill is None:
        return None
    return picked(progress.skill, "id", "title") | picked(progress, "level_before", "level_after")
