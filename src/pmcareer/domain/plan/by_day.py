"""Whether one will be there by a day, and the hours a week that it takes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import ceil

from pmcareer.domain.forecast.dates import at_quantile
from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.planner import Planner

MOST_HOURS = 80.0
HALVINGS = 10
"""Of eighty hours, down to less than a tenth of one."""


@frozen
class By:
    """How likely a day is to be kept."""

    day: date
    chance: float
    """Of being in the role by then, people who stop counted; 0 to 1."""
    chance_going: float
    """The same for people who keep going."""
    study_chance: float
    """Of having done the study by then, people who stop counted."""
    pace_needed: float | None
    """Hours a week that would make it as likely as not; None when no number of hours would."""
    study_pace_needed: float | None


def chance_with_stopping(planner: Planner, chosen: RouteDates) -> float | None:
    """Find the chance of the study by its P50 date when people who stop are counted.

    None where that is muted, and where study waits for a role: then effort alone does not decide.
    """
    study = chosen.study.p50
    if study is None or not chosen.hours_left or "stopping" in planner.person.says.get("muted", ()):
        return None
    if any(stage.waiting for stage in chosen.stages):
        return None
    return planner.forecaster.chance_with_stopping(chosen.hours_left, study)


def by_day(planner: Planner, chosen: RouteDates, day: date) -> By:
    """Find the chance of being there by a day, and the pace that it takes."""
    ahead = (day - planner.person.today).days
    stopping = replace(planner.forecaster, stopping=True).walked(chosen.route, chosen.stages)[-1]
    return By(
        day=day,
        chance=_share(stopping.finish, ahead),
        chance_going=_share(chosen.finish_days, ahead),
        study_chance=_share(stopping.study, ahead),
        pace_needed=_hours_needed(planner.forecaster, chosen, ahead, of_study=False),
        study_pace_needed=_hours_needed(planner.forecaster, chosen, ahead, of_study=True),
    )


def _share(days: Sequence[float], ahead: int) -> float:
    return sum(ceil(day - 1e-9) <= ahead for day in days) / len(days)


def _hours_needed(
    forecaster: Forecaster, chosen: RouteDates, ahead: int, *, of_study: bool
) -> float | None:
    """Halve the hours a week down to what makes the P50 fall on the day, to a tenth of an hour."""

    def is_in_time(hours: float) -> bool:
        last = replace(forecaster, hours_per_week=hours).walked(chosen.route, chosen.stages)[-1]
        days = last.study if of_study else last.finish
        return at_quantile(sorted(days), 0.5) <= ahead

    if ahead <= 0 or not is_in_time(MOST_HOURS):
        return None
    too_few, enough = 0.0, MOST_HOURS
    for _ in range(HALVINGS):
        middle = (too_few + enough) / 2
        if is_in_time(middle):
            enough = middle
        else:
            too_few = middle
    return ceil(enough * 10) / 10
