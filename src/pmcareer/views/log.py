"""What was recorded, and what it changed."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.domain.plan.progress import Progress
from pmcareer.views.parts.dates import about, is_far_off
from pmcareer.views.parts.entries import as_row, described
from pmcareer.views.parts.keys import Keys, ids, picked
from pmcareer.views.parts.stored import Stored, stored_words
from pmcareer.views.parts.text import day, joined, later

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
    yield page.line(" ".join(_changed(logged.progress, stored.today)))
    yield page.quiet(stored_words(stored))


def _changed(progress: Progress, today: date) -> Iterator[str]:
    if progress.skill:
        yield f"{progress.skill.title}: level {_level(progress)}."
    if progress.unlocked:
        yield f"Unlocked: {joined(ids(progress.unlocked))}."
    before, after = progress.study_before, progress.study_after
    if after and after <= today:
        yield "The study of your plan is done."
    elif after and before and not is_far_off(after, today):
        moved = f"{_than(before, after)} before{_longer(progress)}"
        yield f"Study likely done by {about(after, today)}, {moved}."
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


def _longer(progress: Progress) -> str:
    return f": {progress.longer}" if progress.longer else ""


def as_dict(logged: Logged) -> Keys:
    """Write the keys of the contract."""
    progress = logged.progress
    following = progress.next_exercise
    return {
        "entry": as_row(logged.stored.entry),
        "stored": logged.stored.is_stored,
        "unlocked": ids(progress.unlocked),
        "skill": _skill_keys(progress),
        **picked(progress, "study_before", "study_after"),
        "longer": progress.longer or None,
        "next": following.id if following else None,
        "remarks": logged.stored.remarks,
    }


def _skill_keys(progress: Progress) -> Keys | None:
    if progress.skill is None:
        return None
    return picked(progress.skill, "id", "title") | picked(progress, "level_before", "level_after")
