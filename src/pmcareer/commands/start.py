"""`pmcareer start`: the first run, from six answers to a first half-hour."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pmcareer.commands.entry import append, entry_for, telling_of
from pmcareer.commands.guided import guide_for
from pmcareer.commands.home import Home, home_of
from pmcareer.commands.profile import READ
from pmcareer.domain.coaching.interview import FIRST_MINUTES, Interview, works_of
from pmcareer.domain.coaching.options import option_words
from pmcareer.domain.coaching.practices import practice_of_the_day
from pmcareer.domain.coaching.prompts import transition_questions
from pmcareer.domain.coaching.unsaid import unsaid
from pmcareer.domain.curriculum.short_titles import short_titles
from pmcareer.domain.forecast.basis import pace_basis
from pmcareer.domain.logbook.entries import Entry, Experience, Profile
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.tenure import is_new_to_team
from pmcareer.domain.plan.first import card_of
from pmcareer.domain.plan.parts import parts_that_fit
from pmcareer.domain.plan.today import Slice, Today, slice_of, today_of
from pmcareer.domain.words.days import past_day
from pmcareer.domain.words.optional import Typed, only_said
from pmcareer.settings import Settings
from pmcareer.views.start import Started


def interview(settings: Settings) -> Interview:
    """Return the questions, to be asked by whoever has somebody to ask."""
    return Interview(person=home_of(settings).person, readers=READ)


def run(
    settings: Settings,
    answers: Mapping[str, Any],
    *,
    looking: Typed = None,
    detail: bool = False,
    dry_run: bool = False,
) -> Started:
    """Keep the answers, all or none; name a first task or slice of it, and the plan's dates."""
    home = home_of(settings)

    said = Interview(person=home.person, readers=READ).complete(answers)
    if looking is not None:
        said["looking"] = past_day(looking, settings.today, "--looking", lengths=True)
    entries = tuple(_entries(settings, home.person, said))
    telling = telling_of(home, *entries)
    planner = telling.after
    after = planner.person
    today = today_of(planner)
    started = Started(
        entries=entries,
        day=settings.today,
        role=home.curriculum.role.get(after.role or ""),
        target=planner.target,
        hours_per_week=after.hours_per_week,
        pace=pace_basis(planner.forecaster, is_tried=False),
        route=planner.in_full(planner.shown),
        short_titles=short_titles(home.curriculum.roles),
        in_detail=detail,
        step=card_of(planner, FIRST_MINUTES),
        today=today,
        slice=_first_slice(home, after, today) if today else None,
        practice=practice_of_the_day(after),
        questions=transition_questions(after),
        stays=is_new_to_team(after),
        unsaid=tuple(unsaid(after)),
        weighs=option_words(after),
        logbook=str(settings.logbook),
        is_stored=not dry_run,
        told=telling.told,
        problems=home.problems,
    )

    # Only now that there is a plan: answers from which none can be made are not kept.
    append(home, *entries, dry_run=dry_run)
    return started


def _first_slice(home: Home, after: Person, today: Today) -> Slice:
    """Cut out what the first half hour is enough for: as a rule the first part."""
    exercise = today.task.exercise
    parts = guide_for(home, exercise).parts
    fitting = parts_that_fit(after, exercise.id, parts, FIRST_MINUTES)
    return slice_of(today, FIRST_MINUTES, fitting)


def _entries(settings: Settings, before: Person, said: Mapping[str, Any]) -> Iterator[Entry]:
    """Make a profile of what was said, and an experience of a role held since a day."""
    profile = dict(said)
    since, left = profile.pop("since", None), profile.get("left")
    yield entry_for(settings, Profile, **profile)
    role = before.curriculum.role.get(said.get("role") or before.role or "")
    # Who starts again must not have the same months twice.
    if role and since and (role.id, since) not in _on_record(before):
        for work in works_of(role):
            served = only_said({"work": work, "role": role.id, "from": since, "to": left})
            yield entry_for(settings, Experience, **served)


def _on_record(person: Person) -> set[tuple[str | None, date]]:
    return {(entry.role, entry.start) for entry in person.experiences}
