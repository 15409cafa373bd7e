"""What was recorded, and what it changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pmcareer.domain.ground.problem import Problem
from pmcareer.domain.logbook.entries import Entry
from pmcareer.domain.plan.progress import Progress
from pmcareer.views.parts.dates import about
from pmcareer.views.parts.entries import as_row, described
from pmcareer.views.parts.stored import stored_words
from pmcareer.views.parts.text import day, joined, span

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Hanging, Page


@dataclass(frozen=True, slots=True, kw_only=True)
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


def render(logged: Logged, page: "Page") -> Iterator["Hanging"]:
    """Say what, what it changed, and where it went: three lines."""
    said = " ".join(("", *logged.remarks))
    yield page.line(
        (f"{described(logged.entry, logged.titles)}, {day(logged.entry.on)}.", "strong"), said
    )
    yield page.line(_changed(logged))
    yield page.line(
        (stored_words(logged.entry, logged.logbook, is_stored=logged.is_stored), "quiet")
    )


def _changed(logged: Logged) -> str:
    progress = logged.progress
    parts = []
    if progress.skill:
        before, after = progress.level_before, progress.level_after
        moved = f"{before} to {after}" if after != before else f"stays at {after}"
        parts.append(f"{progress.skill.title}: level {moved}.")
    if progress.unlocked:
        parts.append(f"Unlocked: {joined(item.id for item in progress.unlocked)}.")
    parts.append(_date_moved(progress, logged.today))
    if progress.next_exercise:
        parts.append(f"Next: {progress.next_exercise.title} ({progress.next_exercise.id}).")
    return " ".join(part for part in parts if part)


def _date_moved(progress: Progress, today: date) -> str:
    before, after = progress.study_before, progress.study_after
    if after is None:
        return ""
    if after <= today:
        return "The study of your plan is done."
    if before is None or before == after:
        return f"Study likely done by {about(after, today)}, as before." if before else ""
    days = (after - before).days
    return f"Study likely done by {about(after, today)}, {span(days)} {'later' if days > 0 else 'earlier'} than before."


def as_dict(logged: Logged) -> dict[str, Any]:
    """Give the keys of the contract."""
    progress = logged.progress
    return {
        "entry": as_row(logged.entry),
        "stored": logged.is_stored,
        "unlocked": [item.id for item in progress.unlocked],
        "skill": {
            "id": progress.skill.id,
            "title": progress.skill.title,
            "level_before": progress.level_before,
            "level_after": progress.level_after,
        }
        if progress.skill
        else None,
        "study_before": progress.study_before,
        "study_after": progress.study_after,
        "next": progress.next_exercise.id if progress.next_exercise else None,
        "remarks": list(logged.remarks),
    }
