"""What has still to be done before one may apply for the next role of a route."""

from datetime import date

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.outlook import RouteForecast, StageForecast
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.roadmap.routes import Leg
from pmcareer.domain.roadmap.search import hours_until_search
from pmcareer.domain.roadmap.stages import Stage


@frozen
class Applying:
    """The next role that one applies for, and what comes before that."""

    role: str
    since: date | None
    """The day on which the search for it began, where that is on record."""
    is_due: bool
    """One may apply today."""
    study_hours: float
    """Credited hours until enough of the study is done."""
    whole_hours: float
    """Credited hours left of all the study for the role, part of which may wait until then."""
    months: float
    """Months that are ahead in the role that one comes from, as a rule."""
    comes_from: str
    is_present: bool
    """One holds that role today."""
    detours: tuple[Role, ...]
    """Posts for a time that are taken before."""


def applying_of(route: RouteForecast, today: date) -> Applying | None:
    """Find the next role of a route that somebody has to be asked for; None where none is left."""
    stages = {stage.role: stage for stage in route.stage_forecasts if not stage.detour}
    for place, leg in enumerate(route.route.legs):
        stage = stages[leg.target.id]
        if stage.finish.likely is None or stage.finish.likely > today:
            return _applying(leg, stage, route.stages[place], is_due=stage.ready.likely == today)
    return None


def _applying(leg: Leg, stage: StageForecast, study: Stage, *, is_due: bool) -> Applying | None:
    if stage.search is None or stage.finish.is_held:
        return None
    return Applying(
        role=stage.role,
        since=stage.search.since,
        is_due=is_due,
        study_hours=hours_until_search(study),
        whole_hours=study.hours_left,
        months=max(0.0, leg.months[1] - leg.served_months),
        comes_from=leg.source.id,
        is_present=leg.is_first,
        detours=tuple(detour.role for detour in leg.detours),
    )
