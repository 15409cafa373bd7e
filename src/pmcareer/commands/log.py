"""`pmcareer log`: record what was done."""

from pmcareer.commands.entry import entry_for, stored, telling_of
from pmcareer.commands.home import home_of
from pmcareer.domain.coaching.recording import entry_kind, refuse_slip, something_to_log
from pmcareer.domain.coaching.remarks import remarks_on
from pmcareer.domain.logbook.entries import Finished, Worked
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.progress import progress_between
from pmcareer.domain.words.amounts import minutes_left_of, minutes_of
from pmcareer.domain.words.optional import Typed, if_typed
from pmcareer.settings import Settings
from pmcareer.storage.logbook.noticing import noticed
from pmcareer.views.log import Logged


def run(
    settings: Settings,
    word: Typed = None,
    *,
    minutes: Typed = None,
    left: Typed = None,
    on: Typed = None,
    partial: bool = False,
    simulated: bool = False,
    again: bool = False,
    dry_run: bool = False,
    **said: Typed,
) -> Logged:
    """Record an exercise, a practice, a step or a gate; without a word, today's task."""
    home = home_of(settings)

    before = Planner(person=home.person)
    meant = something_to_log(before, word)
    spent = if_typed(minutes_of, minutes)
    ahead = if_typed(minutes_left_of, left, meant.item.id)
    if simulated:
        said["mode"] = "simulated"
    # The word decides the kind: an exercise is finished, a practice kept, a gate confirmed.
    kind, keys = entry_kind(meant, partial=partial, minutes=spent, left=ahead, said=said)
    if kind in {Finished, Worked}:
        keys["curriculum"] = home.curriculum.version
    entry = entry_for(settings, kind, on=on, **keys)
    refuse_slip(home.person, entry, again=again)

    # Looked at before anything is added: an entry hides that the file has become shorter.
    seen = noticed(settings.logbook, settings.state)
    telling = telling_of(home, entry, without=before)
    remarks = remarks_on(home.person, entry, before, telling.after.person)
    progress = progress_between(before, telling.after, entry)
    return Logged(
        stored=stored(settings, home, entry, dry_run=dry_run, remarks=remarks, telling=telling),
        progress=progress,
        problems=(*home.problems, *seen),
    )
