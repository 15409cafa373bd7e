"""What a forecast rests on, and whether it is worth much."""

from typing import Literal

from pmcareer.domain.forecast.dates import at_quantile, median_of
from pmcareer.domain.forecast.forecaster import Forecaster
from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.forecast.pausing import WEAK
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.promise import promised_before

Basis = Literal["default", "profile", "history"]
NEAR = 0.1
"""An index within a tenth of one says that it went as meant (assumed)."""


@frozen
class PaceBasis:
    """The pace that the dates rest on, and where it comes from."""

    hours_per_week: float
    """The promise while that is what counts, later the credited hours of one's own weeks."""
    basis: Basis
    weeks_seen: int
    promised: float
    bias: float
    bias_from: int
    has_days: bool = False
    """Days of work were logged that the dates rest on, be they of less than a week."""
    promised_before: float | None = None
    """What was promised while the pace was learnt, where that changed in the last four weeks."""

    @property
    def to_divide_by(self) -> float:
        """The same hours a week; the promise where they are rounded to nothing."""
        return self.hours_per_week or self.promised

    @property
    def estimates_hold(self) -> bool:
        """Tell whether exercises take about as long as estimated."""
        return abs(self.bias - 1) <= NEAR


def pace_basis(forecaster: Forecaster, *, is_tried: bool) -> PaceBasis:
    """Say whether the promise or the history carries the dates."""
    person = forecaster.person
    basis: Basis = "default"
    before: float | None = None
    hours = forecaster.promised
    if forecaster.rests_on_log:
        basis, hours = "history", forecaster.credited_hours_per_week
        if not is_tried:
            before = promised_before(person, forecaster.begun)
    elif is_tried or "hours_per_week" in person.says:
        basis = "profile"
    return PaceBasis(
        hours_per_week=round(hours, 2),
        basis=basis,
        weeks_seen=int(forecaster.pace.weeks_seen),
        promised=forecaster.promised,
        bias=round(person.bias[0], 3),
        bias_from=person.bias[1],
        has_days=bool(forecaster.settled),
        promised_before=before,
    )


def is_weak(route: RouteDates) -> bool:
    """Tell whether the study's P80 is more than twice as far off as its P50."""
    p50 = median_of(route.study_days)
    return p50 > 0 and at_quantile(route.study_days, 0.8) > WEAK * p50
