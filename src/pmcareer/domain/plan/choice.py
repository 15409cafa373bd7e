"""What was chosen of the ways to a target, a way or detours not wanted, and what it costs."""

from dataclasses import replace
from math import isfinite

from pmcareer.domain.forecast.dates import median_of
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.routes import Route

CHOICES = ("route", "without")
"""What of the profile narrows the ways."""


@frozen
class Choice:
    """What was chosen, beside the way with the earliest date that there would be without it."""

    days: int | None
    """By which it is later; None where one of the two never ends."""
    earliest: Route
    lost: str | None = None
    """The id of a way that was chosen and is none of those there are."""


def choice_of(planner: Planner) -> Choice | None:
    """Compare the recommended way with the one that free choice would recommend.

    None where nothing was chosen.
    """
    says = planner.person.says
    is_preferring = len(planner.preferred) < len(planner.candidates)
    if not (is_preferring or any(says.get(key) for key in CHOICES)):
        return None
    free = replace(planner, person=_free(planner.person), prefers=False, looks={})
    return Choice(
        days=_days_later(planner.recommended, free.recommended),
        earliest=free.recommended.route,
        lost=None if planner.chosen else says.get("route"),
    )


def _days_later(chosen: Planned, free: Planned) -> int | None:
    later = _median_days(chosen) - _median_days(free)
    # Of two ways as early but for noise the plainer is recommended: the other may be days earlier.
    return max(0, round(later)) if isfinite(later) else None


def _median_days(planned: Planned) -> float:
    return median_of(planned.finish_days)


def _free(person: Person) -> Person:
    """Return the same person without a word on the way."""
    kept = {key: value for key, value in person.says.items() if key not in CHOICES}
    return replace(person, says=kept)
