"""How far the dates moved since they were last told, for scripts and in a sentence."""

from collections.abc import Iterator
from datetime import date

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.plan.told import OTHER_EDITION, Longer, Move, Told
from pmcareer.views.parts.dates import FAR_OFF, about, is_far_off
from pmcareer.views.parts.keys import Keys, or_null, picked, picked_each
from pmcareer.views.parts.text import later, on_day, span

THIS = "this entry"
EXACT_TO = 0.01
"""Of the days ahead: so far a thousand trials are from a hundred thousand, see `benchmarks`."""


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


def has_moved(move: Move) -> bool:
    """Tell whether a date has left what was told, or can't be compared with it."""
    return bool(move.moved_days) or move.reason_before == OTHER_EDITION


def _is_much(move: Move, today: date) -> bool:
    """Tell whether a date moved by more than the forecast itself is exact to."""
    # A date 500 days ahead is exact to 5: that it is 3 days earlier is nothing to be told of.
    ahead = (move.after - today).days if move.after else 0
    return abs(move.moved_days or 0) > EXACT_TO * ahead


def moved_row(told: Told | None, today: date) -> tuple[str, str] | None:
    """Say which date an entry moved, as a label and what stands beside it; None where none did.

    The day in the role is what a plan is for: the study alone is said where that stays.
    """
    if told is None:
        return None
    for label, what, move in (
        ("The role", "likely in it", told.finish),
        ("Study", "likely done", told.study),
    ):
        words = date_words(what, move, told.since, today)
        if words and has_moved(move) and not _is_behind(move, today):
            return label, words
    return None


def moved_words(told: Told | None, today: date, entry: str = THIS) -> str:
    """Say which date an entry moved, the role before the study; nothing where none moved."""
    if told is None:
        return ""
    if told.was_target:
        return retargeted_words(told, told.was_target, today)
    lost = lost_words(told, today)
    if lost:
        return lost
    for what, move in (("Likely in the role", told.finish), ("Study likely done", told.study)):
        if _is_behind(move, today):
            continue
        words = date_words(what, move, told.since, today, entry=entry)
        if words and (_is_much(move, today) or move.reason_before == OTHER_EDITION):
            return f"{words}."
    return ""


def retargeted_words(told: Told, before: Role, today: date) -> str:
    """Name the target that was left, and say the day of the new one: of two roles none is later."""
    left = f"Your target was {before.short or before.title} (pmcareer plan --target {before.id})."
    if is_far_off(told.finish.after, today):
        return left
    return f"{left} Likely in the new one by {_day(told.finish, today)}."


def _day(move: Move, today: date) -> str:
    return about(move.after, today, by_others=move.by_others)


def lost_words(told: Told, today: date) -> str:
    """Say that a day that was told is none any more, or too far off; "" where each is still one."""
    for what, move in (("The role", told.finish), ("The study", told.study)):
        if is_far_off(move.before, today):
            continue
        before = about(move.before, today, by_others=move.by_others)
        if move.is_lost:
            return f"{what} has no day now; it was {before}. Why: pmcareer plan"
        if move.after and is_far_off(move.after, today):
            return f"{what} is {FAR_OFF} now; it was {before}. Why: pmcareer plan"
    return ""


def _is_behind(move: Move, today: date) -> bool:
    """Tell of a date that is today's each day, because nothing is left that it waits for."""
    return move.after is not None and move.after <= today and (move.moved_days or 0) >= 0


def study_words(
    told: Told | None,
    likely: date | None,
    today: date,
    known: str = "",
    *,
    what: str = "Study likely done",
) -> str:
    """Say when the study is likely done, and how far that has moved since it was last told.

    `known` is an exercise of which the line says by itself that it takes longer.
    """
    if told:
        return date_words(what, told.study, told.since, today, known=known)
    if is_far_off(likely, today):
        return ""
    return f"{what} by {about(likely, today)}"


def date_words(
    what: str, move: Move, since: date, today: date, *, known: str = "", entry: str = THIS
) -> str:
    """Say a date and how far it moved; nothing of one that is too far off to be said."""
    if is_far_off(move.after, today):
        return ""
    words = f"{what} by {about(move.after, today, by_others=move.by_others)}"
    if move.reason_before == OTHER_EDITION:
        return f"{words}; the curriculum has changed since the entry before"
    if move.moved_days is None or is_far_off(move.before, today):
        return f"{words}; {on_day(since, today)} it was further off than could be said"
    was = "it was" if since == today else f"it was {on_day(since, today)}"
    if not move.moved_days:
        return f"{words}, as {was}"
    if not _is_much(move, today):
        return f"{words}, much as {was}"
    moved = f"{later(move.moved_days)} than {was}"
    return f"{words}, {moved}{_parts(move, known, entry)}"


def _parts(move: Move, known: str, entry: str) -> str:
    """Say what passed, what had been held back and what was done, where more than one moved it."""
    parts = [*_passed(move, known), *_held(move), *_written(move.written, entry)]
    if len(parts) > 1:
        return f" ({', '.join(parts)})"
    if move.held:
        return f"; that {'is' if move.is_held_again else 'had been'} {_held_when(move)}"
    return _why_later(move, known) if move.passed > 0 else ""


def _why_later(move: Move, known: str) -> str:
    if move.longer is None:
        return "; the days since put it off"
    return "" if move.longer.exercise == known else f"; {_longer(move.longer)}"


def _passed(move: Move, known: str) -> Iterator[str]:
    idle = move.passed - move.over
    if idle < 0:
        yield f"what you did before made it {span(idle)} earlier"
    if move.longer and move.longer.exercise == known:
        yield f"the work before put it off by {span(move.over)}"
    elif move.longer:
        yield f"{_longer(move.longer)}: {span(move.over)}"
    if idle > 0:
        yield f"the days since put it off by {span(idle)}"


def _longer(longer: Longer) -> str:
    verb = "took" if longer.is_finished else "takes"
    return f"{longer.exercise} {verb} longer than estimated"


def _held(move: Move) -> Iterator[str]:
    if not move.held:
        return
    # What is held back again is the other way round: a gain that is not shown makes it later.
    is_delay = (move.held > 0) != move.is_held_again
    what = f"{span(move.held)} of {'delay' if is_delay else 'gain'}"
    yield f"{what} {'are' if move.is_held_again else 'had been'} {_held_when(move)}"


def _held_when(move: Move) -> str:
    return "held back again" if move.is_held_again else "held back until now"


def _written(days: int, entry: str) -> Iterator[str]:
    if days > 0:
        yield f"{entry} added {span(days)}"
    elif days < 0:
        yield f"{entry} made it {span(days)} earlier"
