"""What was recorded, and what it changed."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
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
    problems: Problems = ()


def render(logged: Logged, page: "Page") -> "Blocks":
    """Say what, what it changed, and where it went: three lines."""
    entry = logged.entry
    what = f"{described(entry, logged.titles)}, {day(entry.on)}."
    yield page.line((what, "strong"), " ".join(("", *logged.remarks)))
    yield page.line(_changed(logged))
    yield page.quiet(stored_words(entry, logged.logbook, is_stored=logged.is_stored))


def _changed(logged: Logged) -> str:
    return " ".join(_progress(logged.progress, logged.today))


def _progress(progress: Progress, today: date) -> Iterator[str]:
    if progress.skill:
        yield f"{progress.skill.title}: level {_level(progress)}."
    if progress.unlocked:
        yield f"Unlocked: {joined(ids(progress.unlocked))}."
    before, after = progress.study_before, progress.study_after
    if after and after <= today:
        yield "The study of your plan is done."
    elif after and before:
        yield f"Study likely done by {about(after, today)}, {_than(before, after)} before."
    if following := progress.next_exercise:
        yield f"Next: {following.title} ({following.id})."


def _level(progress: Progress) -> str:
    before, after = progress.level_before, progress.level_after
    if before == after:
        return f"stays at {after}"
    return f"{before} to {after}"


def _than(before: date, after: date) -> str:
    if before == after:
        return "as"
    return f"{later((after - before).days)} than"


def as_dict(logged: Logged) -> Keys:
    """Write the keys of the contract."""
    progress = logged.progress
    following = progress.next_exercise
    return {
        "entry": as_row(logged.entry),
        "stored": logged.is_stored,
        "unlocked": ids(progress.unlocked),
        "skill": _skill_keys(progress),
        **picked(progress, "study_before", "study_after"),
        "next": following.id if following else None,
        "remarks": logged.remarks,
    }


def _skill_keys(progress: Progress) -> Keys | None:
    if progress.skill is None:
        return None
    return picked(progress.skill, "id", "title") | picked(progress, "level_before", "level_after")
