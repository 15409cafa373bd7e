"""What a mentor is told: where somebody stands, what they did lately, where they need others."""

from collections.abc import Mapping
from datetime import date, timedelta

from pmcareer.domain.coaching.advice import Said, first_advice
from pmcareer.domain.coaching.agenda import tasks_ahead
from pmcareer.domain.coaching.review import steps_since
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.forecast.basis import PaceBasis, pace_basis
from pmcareer.domain.forecast.outlook import RouteForecast
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Did
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import Streak, hours_by_side, streak_of
from pmcareer.domain.person.steps import Awaited, awaited_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.stages import tasks_not_covered
from pmcareer.domain.roadmap.workplan import Task
from pmcareer.domain.words.titles import Titles

DAYS_BACK = 28
TASKS_AHEAD = 5


@frozen
class MentorReport:
    """The last four weeks, and the way ahead."""

    person: Person
    since: date
    """The day before the four weeks."""
    role: Role | None
    """Where one stands on the map; None where nobody said."""
    target: Role
    route: RouteForecast
    """The recommended one."""
    tasks: tuple[Task, ...]
    """Every exercise of it, prior learning left out."""
    first: Step | None
    """A step that comes before all study."""
    ahead: tuple[Task, ...]
    """The next of them."""
    pace: PaceBasis
    streak: Streak
    hours_by_side: Mapping[str, float]
    """Hours of the last four weeks on each side of the Talent Triangle."""
    advice: Said | None
    steps: tuple[Did, ...]
    """What was done with people in the last four weeks, and the gates that others confirmed."""
    awaited: tuple[Awaited, ...]
    """Answers that somebody owes."""
    titles: Mapping[str, str]
    name: str = ""
    """Who reports; "" where they did not say."""


def mentor_report_of(planner: Planner, name: str = "") -> MentorReport:
    """Look back over four weeks, and ahead along the recommended route."""
    person, route = planner.person, planner.best
    step = planner.for_today.first_step
    since = person.today - timedelta(days=DAYS_BACK)
    return MentorReport(
        person=person,
        since=since,
        role=person.curriculum.role.get(person.stands_at),
        target=planner.target,
        route=route,
        tasks=tasks_not_covered(route.stages),
        first=step.step if step else None,
        ahead=tasks_ahead(planner, TASKS_AHEAD),
        pace=pace_basis(planner.forecaster, is_tried=False),
        streak=streak_of(person),
        hours_by_side=hours_by_side(person, since + timedelta(days=1)),
        advice=first_advice(person),
        steps=steps_since(person, since + timedelta(days=1)),
        awaited=awaited_of(person),
        titles=Titles(person.curriculum),
        name=name,
    )
