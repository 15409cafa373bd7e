"""`pmcareer log`: record what was done."""

from pmcareer.commands.noting import entry_for
from pmcareer.domain.amounts import minutes_of
from pmcareer.domain.days import past_day
from pmcareer.domain.lookup import titles_of
from pmcareer.domain.person import person_of
from pmcareer.domain.planning import Planner
from pmcareer.domain.progress import progress_between
from pmcareer.domain.recording import entry_kind, refuse_slip, remarks_on, something_to_log
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import append_entries, read_logbook
from pmcareer.storage.noticing import noticed
from pmcareer.views.log import Logged


def run(
    settings: Settings,
    word: str | None = None,
    *,
    minutes: str | None = None,
    on: str | None = None,
    partial: bool = False,
    simulated: bool = False,
    again: bool = False,
    dry_run: bool = False,
    **said: str | None,
) -> Logged:
    """Record an exercise, a practice or a job step on the user's day; without a word, today's task."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    before = Planner(person=person_of(curriculum, logbook, settings.today))
    meant = something_to_log(before, word)
    spent = minutes_of(minutes) if minutes is not None else None
    said["mode"] = "simulated" if simulated else None
    kind, keys = entry_kind(meant, partial=partial, minutes=spent, said=said)
    entry = entry_for(settings, kind, on=past_day(on, settings.today), **keys)
    refuse_slip(before.person, entry, again=again)
    after = person_of(curriculum, logbook.add(entry), settings.today)

    seen = noticed(settings.logbook, settings.state)
    if not dry_run:
        append_entries(settings.logbook, settings.state, (entry,), say=settings.say)
    return Logged(
        entry=entry,
        progress=progress_between(before, after, entry),
        logbook=str(settings.logbook),
        is_stored=not dry_run,
        titles=titles_of(curriculum),
        remarks=remarks_on(before.person, entry, before),
        today=settings.today,
        problems=(*logbook.problems, *seen),
    )
