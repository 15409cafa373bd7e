"""Whether one will be there by a day, and the hours a week that it takes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from math import ceil

from pmcareer.domain.forecast.dates import median_of
from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.forecast.leg_times import LegTimes
from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.ground.calendar import A_MOMENT
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
    """The same for the study."""
    study_chance_going: float = 0.0
    """Of having done the study by then, for people who keep going."""
    faster: float | None = None
    """How many times the hours of now `pace_needed` is: of one's own weeks, or promised."""
    study_faster: float | None = None
    """The same for the study."""


def chance_with_stopping(planner: Planner, chosen: RouteDates) -> float | None:
    """Find the chance of the study by its likely date when people who stop are counted.

    None where that is muted, and where nothing is left to study.
    """
    study = chosen.study.likely
    if study is None or not chosen.hours_left or "stopping" in planner.person.muted:
        return None
    if not any(stage.waiting for stage in chosen.stages):
        return planner.forecaster.chance_with_stopping(chosen.hours_left, study)
    # What waits for a role is done when that is reached: the trials know, the pace alone does not.
    stopping = replace(planner.forecaster, stopping=True)
    return _share(_last_leg(stopping, chosen).study, (study - planner.person.today).days)


def by_day(planner: Planner, chosen: RouteDates, day: date) -> By:
    """Find the chance of being there by a day, and the pace that it takes."""
    if chosen.finish.is_undated:
        return By(
            day=day,
            chance=0.0,
            chance_going=0.0,
            study_chance=0.0,
            pace_needed=None,
            study_pace_needed=None,
        )
    ahead = (day - planner.person.today).days
    stopping = _last_leg(replace(planner.forecaster, stopping=True), chosen)

    def tried(hours: float) -> LegTimes:
        return _last_leg(replace(planner.forecaster, hours_per_week=hours), chosen)

    needed = _hours_needed(lambda hours: tried(hours).finish, ahead)
    study_needed = _hours_needed(lambda hours: tried(hours).study, ahead)
    present = planner.forecaster.present_hours
    return By(
        day=day,
        chance=_share(stopping.finish, ahead),
        chance_going=_share(chosen.finish_days, ahead),
        study_chance=_share(stopping.study, ahead),
        pace_needed=needed,
        study_pace_needed=study_needed,
        study_chance_going=_share(chosen.study_days, ahead),
        faster=_times(needed, present),
        study_faster=_times(study_needed, present),
    )


def _times(hours: float | None, present: float) -> float | None:
    return None if hours is None else hours / present


def _last_leg(forecaster: Forecaster, chosen: RouteDates) -> LegTimes:
    return forecaster.walked(chosen.route, chosen.stages)[-1]


def _share(days: Sequence[float], ahead: int) -> float:
    return sum(day - A_MOMENT <= ahead for day in days) / len(days)


def _hours_needed(days_at: Callable[[float], Sequence[float]], ahead: int) -> float | None:
    """Halve the hours a week down to what makes the P50 fall on the day, to a tenth of an hour."""
    if ahead <= 0 or median_of(days_at(MOST_HOURS)) > ahead:
        return None
    # 80 hours would do, 40 would not: then 60, and so on, ten times.
    too_few, enough = 0.0, MOST_HOURS
    for _ in range(HALVINGS):
        middle = (too_few + enough) / 2
        if median_of(days_at(middle)) <= ahead:
            enough = middle
        else:
            too_few = middle
    return ceil(enough * 10) / 10
