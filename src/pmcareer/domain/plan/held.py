"""A target that is held already: there is no way to it, and all of it to be proved."""

from dataclasses import replace

from pmcareer.domain.forecast.outlook import YOU_HOLD_IT, Dates, RouteDates
from pmcareer.domain.person.person import Person

IN_IT = Dates(
    kept=None, p10=None, p50=None, p80=None, p95=None, likely=None, safe=None, reason=YOU_HOLD_IT
)


def without_arrival(person: Person, dates: RouteDates) -> RouteDates:
    """Leave out the days on which one could apply and would be in the role, for one is in it.

    The study stays: it ends on the day by which all that the role asks for is shown.
    """
    if not person.holds_target or dates.finish.is_undated:
        return dates
    return replace(dates, ready=IN_IT, finish=IN_IT)
