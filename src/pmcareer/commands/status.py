"""`pmcareer status`: where one stands."""

from dataclasses import replace

from pmcareer.commands.home import home_of
from pmcareer.domain.coaching.advice import Said, advice_for, advice_of_the_day
from pmcareer.domain.coaching.mentoring import to_ask
from pmcareer.domain.coaching.practices import practices_of
from pmcareer.domain.curriculum.short_titles import short_titles
from pmcareer.domain.forecast.basis import pace_basis
from pmcareer.domain.forecast.track_record import track_record_of
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import balance_of, heat_of, is_monday, streak_of
from pmcareer.domain.person.steps import awaited_of
from pmcareer.domain.person.weeks import month_of, weeks_in, weeks_of
from pmcareer.domain.plan.earned import earned_of
from pmcareer.domain.plan.first import first_item
from pmcareer.domain.plan.milestones import next_gate, next_milestone, promise_of, short_side
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.stages import tasks_not_covered
from pmcareer.settings import Settings
from pmcareer.views.status.answer import StatusAnswer


def run(settings: Settings, *, detail: bool = False, in_full: bool = False) -> StatusAnswer:
    """Look at the skills, the gates, the pace and the weeks behind.

    What --detail alone shows is worked out for that, and with `in_full` for scripts.
    """
    home = home_of(settings)
    person = home.person

    planner = Planner(person=person)
    route = planner.best
    balance = balance_of(person)

    answer = StatusAnswer(
        today=settings.today,
        target=planner.target,
        source=home.curriculum.role.get(person.stands_at),
        short_titles=short_titles(home.curriculum.roles),
        skills=home.curriculum.skill,
        route=route,
        next_gate=next_gate(route.gates),
        tasks=tasks_not_covered(route.stages),
        pace=pace_basis(planner.forecaster, is_tried=False),
        levels=levels_of(person),
        streak=streak_of(person),
        week=weeks_in(person),
        weeks=weeks_of(person),
        # Where nothing is left to study nobody is behind with it.
        month=month_of(person) if route.hours_left else None,
        days=heat_of(person),
        balance=balance,
        short=short_side(planner, balance),
        earned=earned_of(person, planner.target.id, route),
        first=first_item(planner),
        milestone=next_milestone(planner),
        practices=practices_of(person),
        practices_chosen=person.says.get("practices") is not None,
        awaited=awaited_of(person),
        titles=home.titles,
        mentor=to_ask(planner),
        said=_said(person),
        muted=person.says.get("muted", ()),
        detail=detail,
        problems=home.problems,
    )
    return _in_full(planner, answer) if detail or in_full else answer


def _in_full(planner: Planner, answer: StatusAnswer) -> StatusAnswer:
    """Add how one kept to what was promised and forecast, and all the advice that applies."""
    person, hours_left = planner.person, answer.route.hours_left
    return replace(
        answer,
        promise=promise_of(person) if hours_left else None,
        track=track_record_of(planner.forecaster, hours_left),
        advice=advice_for(person),
    )


def _said(person: Person) -> Said | None:
    """Return the day's advice on Mondays, when one looks at the week; else `next` says it."""
    return advice_of_the_day(person) if is_monday(person.today) else None
