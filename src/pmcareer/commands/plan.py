"""`pmcareer plan`: the way to a role, with dates."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pmcareer.commands.home import Home, home_of
from pmcareer.domain.coaching.advice import advice_for
from pmcareer.domain.coaching.because import because_of
from pmcareer.domain.coaching.options import option_words
from pmcareer.domain.coaching.unsaid import unsaid
from pmcareer.domain.curriculum.short_titles import short_titles
from pmcareer.domain.forecast.basis import is_weak, pace_basis
from pmcareer.domain.forecast.outlook import RouteDates, RouteForecast
from pmcareer.domain.forecast.track_record import track_record_of
from pmcareer.domain.logbook.entries import Baseline
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.aim import aim_of
from pmcareer.domain.plan.applying import applying_of
from pmcareer.domain.plan.by_day import By, by_day, chance_with_stopping
from pmcareer.domain.plan.choice import choice_of
from pmcareer.domain.plan.drift import baseline_keys, drift_of
from pmcareer.domain.plan.earned import earned_of
from pmcareer.domain.plan.first import first_item
from pmcareer.domain.plan.levers import days_gained, idle_hours, levers_of
from pmcareer.domain.plan.nearer_post import nearer_post
from pmcareer.domain.plan.new_edition import new_edition_of
from pmcareer.domain.plan.past_estimate import overruns_in
from pmcareer.domain.plan.planned import Planned
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.timeline import timeline_of
from pmcareer.domain.plan.waiting import asked_of
from pmcareer.domain.roadmap.actions import ActionsByRole, by_role
from pmcareer.domain.words.amounts import hours_per_week_of
from pmcareer.domain.words.optional import Typed, if_typed
from pmcareer.errors import NotTogether
from pmcareer.settings import Settings
from pmcareer.views.plan.answer import PlanAnswer, Saved


def run(
    settings: Settings,
    *,
    target: Typed = None,
    source: Typed = None,
    hours_per_week: Typed = None,
    by: Typed = None,
    route: Typed = None,
    compare: bool = False,
    why: bool = False,
    everything: bool = False,
    detail: bool = False,
    in_full: bool = False,
    save: bool = False,
    dry_run: bool = False,
) -> PlanAnswer:
    """Forecast every route to a role, the earliest first; keep the dates as the baseline if asked.

    With `in_full` every route is looked into, as --compare needs it; otherwise only the chosen one.
    """
    if not in_full:  # a script gets all of it, whatever it asks for
        _refuse_two_answers(by=by is not None, compare=compare, why=why)
    home = home_of(settings)

    person = home.person_saying(target=target, role=source)
    promised = if_typed(hours_per_week_of, hours_per_week)
    planner = Planner(person=person, hours_per_week=promised)
    compares = compare or in_full
    # Where one route is shown, not all of the others are gone along in every trial.
    routes = planner.forecasts if compares or route or everything or detail else ()
    chosen = planner.in_full(planner.route_named(route))
    pace = pace_basis(planner.forecaster, is_tried=promised is not None)
    answer = PlanAnswer(
        today=settings.today,
        target=planner.target,
        source=home.curriculum.role.get(person.stands_at),
        is_from_nothing=_is_from_nothing(person),
        roles=home.curriculum.role,
        short_titles=short_titles(home.curriculum.roles),
        routes=routes or (chosen,),
        ways=len(planner.candidates),
        in_full=_every_route(planner, chosen) if compares else (),
        chosen=chosen,
        is_weak=is_weak(chosen),
        pace=pace,
        drift=drift_of(planner, home.logbook),
        by=_by(planner, chosen, by),
        aim=aim_of(planner),
        overruns=overruns_in(person, chosen.stages),
        shows_all=everything,
        shows_detail=detail,
        compares=compare,
        shows_why=why,
        problems=home.problems,
    )

    if everything or in_full:
        answer = replace(answer, actions=_actions(planner))
    answer = _asked(planner, _moving(planner, _in_time(answer)), route)
    if detail or in_full:
        answer = _measured(planner, answer)

    # Kept last: the drift above is measured from the dates that were kept before.
    if not save:
        return answer
    # What is tried out has other dates than those that were told.
    told = None if any((target, source, hours_per_week)) else planner
    return _saved(home, baseline_keys(planner, chosen), told, answer, dry_run=dry_run)


def _refuse_two_answers(**asked: bool) -> None:
    """Refuse two options each of which asks for another screen.

    Raises:
        NotTogether: There are two.
    """
    both = [f"--{name}" for name, is_asked in asked.items() if is_asked]
    if len(both) > 1:
        raise NotTogether(both[0], both[1])


def _is_from_nothing(person: Person) -> bool:
    """Tell whether no role was said, where there is one besides the goal to stand at."""
    places = sum(not (role.detour or role.retired) for role in person.curriculum.roles)
    return person.role is None and places > 1


def _planned(planner: Planner, chosen: RouteDates) -> Planned:
    """Find the way that is shown among those that were planned."""
    return next(each for each in planner.candidates if each.route.id == chosen.route.id)


def _asked(planner: Planner, answer: PlanAnswer, route: Typed) -> PlanAnswer:
    """Add what to do first, what is new or not said yet, and what the chosen way costs."""
    asked, begun = tuple(unsaid(planner.person)), asked_of(planner)
    if begun:
        asked = (*asked, begun.slides)
    edition = new_edition_of(planner.person, answer.chosen.stages)
    weighs = option_words(planner.person)
    nearer = nearer_post(planner.person, planner.target, answer.chosen)
    answer = replace(answer, unsaid=asked, edition=edition, weighs=weighs, nearer=nearer)
    answer = replace(answer, first=first_item(planner))
    answer = replace(answer, because=because_of(_planned(planner, answer.chosen)))
    if planner.for_today.first_step:
        answer = replace(answer, first_minutes=planner.for_today.first_step.minutes_left)
    # Of a route that is tried out the profile says nothing.
    if route is not None:
        return answer
    return replace(answer, choice=choice_of(planner))


def _measured(planner: Planner, answer: PlanAnswer) -> PlanAnswer:
    """Add what looks back: it takes a dozen replays, which no plan has to wait for.

    All the advice that applies is for the same readers.
    """
    return replace(
        answer,
        advice=advice_for(planner.person.saying(hours_per_week=planner.hours_per_week)),
        earned=earned_of(planner.person, planner.target.id, answer.chosen),
        track=track_record_of(planner.forecaster, answer.chosen.hours_left),
    )


def _every_route(planner: Planner, chosen: RouteForecast) -> tuple[RouteForecast, ...]:
    return tuple(
        chosen if each.route.id == chosen.route.id else planner.in_full(each)
        for each in planner.forecasts
    )


def _in_time(answer: PlanAnswer) -> PlanAnswer:
    """Add the routes that are shown as rows in time, and what comes before one applies."""
    today, titles = answer.today, answer.short_titles
    timelines = {}
    for route in (answer.chosen, *answer.in_full):
        timelines[route.route.id] = timeline_of(route, today, titles)
    return replace(answer, timelines=timelines, applying=applying_of(answer.chosen, today))


def _moving(planner: Planner, answer: PlanAnswer) -> PlanAnswer:
    """Add what would move the date, the hours that don't, and who stops before it."""
    # Once for both: what two more hours would gain, and whether hours are idle.
    gained = days_gained(planner, answer.chosen)
    idle = idle_hours(planner, answer.chosen, answer.pace.hours_per_week, gained)
    answer = replace(answer, idle_hours=idle, levers=levers_of(planner, answer.chosen, gained))
    if not (answer.shows_all or answer.shows_detail):
        return answer
    return replace(answer, chance_with_stopping=chance_with_stopping(planner, answer.chosen))


def _actions(planner: Planner) -> dict[str, ActionsByRole]:
    return {each.route.id: by_role(each.route, each.actions) for each in planner.candidates}


def _by(planner: Planner, chosen: RouteForecast, typed: Typed) -> By | None:
    if typed is None:
        return None
    from pmcareer.domain.words.days import coming_day  # noqa: PLC0415 -- for --by alone

    return by_day(planner, chosen, coming_day(typed, planner.person.today, "--by", ends=True))


def _saved(
    home: Home,
    kept: Mapping[str, Any],
    without: Planner | None,
    answer: PlanAnswer,
    *,
    dry_run: bool,
) -> PlanAnswer:
    """Keep the dates, and say so."""
    # What writes is loaded for whoever saves.
    from pmcareer.commands.entry import append, entry_for, telling_of  # noqa: PLC0415

    entry = entry_for(home.settings, Baseline, **kept)
    telling = telling_of(home, entry, without=without)
    told = telling.told
    append(home, *telling.added, dry_run=dry_run)
    saved = Saved(
        entry=entry,
        logbook=str(home.settings.logbook),
        is_first=answer.drift is None,
        told=told,
        is_stored=not dry_run,
    )
    return replace(answer, saved=saved)
