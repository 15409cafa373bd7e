"""How far the dates moved since they were last told, for scripts and in a sentence."""

from datetime import date

from pmcareer.domain.plan.told import Move, Told
from pmcareer.views.parts.dates import about, is_far_off
from pmcareer.views.parts.keys import Keys, or_null, picked, picked_each
from pmcareer.views.parts.text import day, later, plural

# Larger parts that nearly cancel out say nothing that one could plan by.
MOST_DAYS = 60


@or_null
def told_keys(told: Told) -> Keys:
    """Write both moves with their causes."""
    return {"since": told.since, "study": _keys(told.study), "finish": _keys(told.finish)}


def _keys(move: Move) -> Keys:
    return {
        **picked(move, "before", "after", "moved_days"),
        "because": picked_each(move.because, "cause", "days"),
        **picked(move, "reason_before", "reason_after"),
    }


def moved_words(told: Told | None, today: date) -> str:
    """Say which date an entry moved, the study before the role; nothing where none moved."""
    if told is None:
        return ""
    for what, move in (("Study likely done", told.study), ("Likely in the role", told.finish)):
        words = date_words(what, move, told.since, today)
        if move.moved_days and words:
            return f"{words}."
    return ""


def study_words(told: Told | None, likely: date | None, today: date) -> str:
    """Say when the study is likely done, and how far that has moved since it was last told."""
    if told:
        return date_words("Study likely done", told.study, told.since, today)
    if is_far_off(likely, today):
        return ""
    return f"Study likely done by {about(likely, today)}"


def date_words(what: str, move: Move, since: date, today: date) -> str:
    """Say a date and how far it moved; nothing of one that is too far off to be said."""
    if is_far_off(move.after, today):
        return ""
    words = f"{what} by {about(move.after, today, by_others=move.by_others)}"
    told_on = _told_on(since, today)
    if move.moved_days is None or is_far_off(move.before, today):
        return f"{words}; {told_on} it was further off than could be said"
    if not move.moved_days:
        return f"{words}, as you were told {told_on}"
    return f"{words}, {later(move.moved_days)} than you were told {told_on}{_parts(move)}"


def _told_on(since: date, today: date) -> str:
    named = day(since, today)
    return named if named in {"today", "yesterday"} else f"on {named}"


def _parts(move: Move) -> str:
    """Say what passed and what was done, where both moved the date."""
    passed, written = move.passed, (move.moved_days or 0) - move.passed
    if not passed or not written:
        return "; the days since put it off" if passed > 0 else ""
    if max(abs(passed), abs(written)) > MOST_DAYS:
        return ""
    return f" ({_passed(passed)}, {_written(written)})"


def _passed(days: int) -> str:
    if days > 0:
        return f"the days since put it off by {plural(days, 'day')}"
    return f"what you did before brought {plural(-days, 'day')}"


def _written(days: int) -> str:
    if days > 0:
        return f"this entry added {plural(days, 'day')}"
    return f"this entry took {plural(-days, 'day')} back"
