"""`pmcareer log`: record what was done."""

from pmcareer.commands.entry import entry_for
from pmcareer.domain.coaching.recording import entry_kind, refuse_slip, something_to_log
from pmcareer.domain.coaching.remarks import remarks_on
from pmcareer.domain.person.person import person_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.progress import progress_between
from pmcareer.domain.words.amounts import minutes_of
from pmcareer.domain.words.days import past_day
from pmcareer.domain.words.lookup import titles_of
from pmcareer.domain.words.optional import if_typed
from pmcareer.settings import Settings
from pmcareer.storage.appending import append_entries
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook
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
    """Record an exercise, a practice or a job step; without a word, today's task."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    before = Planner(person=person_of(curriculum, logbook, settings.today))
    meant = something_to_log(before, word)
    spent = if_typed(minutes_of, minutes)
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
