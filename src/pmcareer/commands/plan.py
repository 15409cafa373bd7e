"""`pmcareer plan`: the way to a role, with dates."""

from pmcareer.commands.entry import entry_for
from pmcareer.domain.coaching.advice import advice_for
from pmcareer.domain.forecast.track_record import track_record_of
from pmcareer.domain.logbook.entries import Baseline
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.by_day import by_day
from pmcareer.domain.plan.drift import baseline_keys, drift_of
from pmcareer.domain.plan.levers import levers_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.facts import PersonFacts
from pmcareer.domain.words.amounts import hours_per_week_of
from pmcareer.domain.words.days import coming_day
from pmcareer.domain.words.lookup import role_named
from pmcareer.settings import Settings
from pmcareer.storage.appending import append_entries
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook
from pmcareer.views.plan.answer import PlanAnswer, Saved


def run(
    settings: Settings,
    *,
    target: str | None = None,
    source: str | None = None,
    hours_per_week: str | None = None,
    by: str | None = None,
    route: str | None = None,
    compare: bool = False,
    why: bool = False,
    everything: bool = False,
) -> PlanAnswer:
    """Forecast every route to a role, the earliest first."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    person = person_of(curriculum, logbook, settings.today).saying(
        target=role_named(curriculum, target).id if target is not None else None,
        role=role_named(curriculum, source).id if source is not None else None,
    )
    promised = hours_per_week_of(hours_per_week) if hours_per_week is not None else None
    planner = Planner(person=person, hours_per_week=promised)
    chosen = planner.route_named(route)

    return PlanAnswer(
        planner=planner,
        chosen=chosen,
        advice=advice_for(PersonFacts(person=person, hours_per_week=promised)),
        drift=drift_of(planner, logbook),
        by=by_day(planner, chosen, coming_day(by, settings.today, "--by"))
        if by is not None
        else None,
        levers=levers_of(planner, chosen),
        track=track_record_of(planner.forecaster),
        shows_all=everything,
        compares=compare,
        shows_why=why,
        problems=logbook.problems,
    )


def save(settings: Settings, *, dry_run: bool = False, **asked: str | bool | None) -> PlanAnswer:
    """Forecast, and keep the dates and what they rest on as the baseline."""
    answer = run(settings, **asked)  # type: ignore[arg-type]

    entry = entry_for(settings, Baseline, **baseline_keys(answer.planner, answer.chosen))
    kept = Saved(
        entry=entry,
        logbook=str(settings.logbook),
        is_first=answer.drift is None,
        is_stored=not dry_run,
    )

    if not dry_run:
        append_entries(settings.logbook, settings.state, (entry,), say=settings.say)
    return answer.having_saved(kept)
