"""What a forecast rests on, and whether it is worth much."""

from dataclasses import dataclass
from typing import Literal

from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.forecast.outlook import RouteDates, RouteForecast
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK

Basis = Literal["default", "profile", "history"]
HISTORY_COUNTS_FROM = 0.5
WEAK = 2.0
"""A forecast whose P80 is more than twice as far as its P50 is weak."""
IDLE_FROM_HOURS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceBasis:
    """The pace that the dates rest on, and where it comes from."""

    hours_per_week: float
    """The promise while that is what counts, later the credited hours of one's own weeks."""
    basis: Basis
    weeks_seen: int
    promised: float
    bias: float
    bias_from: int


def pace_basis(forecaster: Forecaster, *, is_tried: bool) -> PaceBasis:
    """Say whether the promise or the history carries the dates."""
    person = forecaster.person
    from_history = forecaster.pace.trust >= HISTORY_COUNTS_FROM
    said = is_tried or "hours_per_week" in person.says
    return PaceBasis(
        hours_per_week=round(
            forecaster.credited_hours_per_week if from_history else forecaster.promised, 2
        ),
        basis="history" if from_history else ("profile" if said else "default"),
        weeks_seen=int(forecaster.pace.weeks_seen),
        promised=forecaster.promised,
        bias=round(person.bias[0], 3),
        bias_from=person.bias[1],
    )


def is_weak(route: RouteDates) -> bool:
    """Tell whether the study's P80 is more than twice as far off as its P50."""
    count = len(route.study_days)
    p50, p80 = route.study_days[count // 2], route.study_days[int(0.8 * count)]
    return p50 > 0 and p80 > WEAK * p50


def idle_hours(route: RouteForecast, promised: float) -> float:
    """Give the hours a week that the study could do without and be done in time: 0 when study decides."""
    count = len(route.finish_days)
    weeks = route.finish_days[count // 2] / DAYS_PER_WEEK
    if route.driver == "effort" or not 0 < weeks < float("inf"):
        return 0.0
    spare = promised - route.hours_left / weeks
    return spare if spare >= IDLE_FROM_HOURS else 0.0
