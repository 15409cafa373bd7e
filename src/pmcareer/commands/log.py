"""`pmcareer log`: record what was done."""

from pmcareer.commands.entry import entry_for, stored, stored_before, telling_of
from pmcareer.commands.home import Home, home_of
from pmcareer.domain.coaching.recording import entry_kind, refuse_slip, something_to_log
from pmcareer.domain.coaching.remarks import remarks_on
from pmcareer.domain.coaching.stored_before import (
    entry_with,
    given_id,
    refuse_other,
    remarks_on_stored,
    thing_of,
)
from pmcareer.domain.logbook.entries import Entry, Finished, Worked
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.progress import progress_between
from pmcareer.domain.words.amounts import minutes_left_of, time_said
from pmcareer.domain.words.optional import Typed, if_typed
from pmcareer.settings import Settings
from pmcareer.views.log import Logged


def run(
    settings: Settings,
    word: Typed = None,
    *,
    time: Typed = None,
    day: Typed = None,
    minutes: Typed = None,
    left: Typed = None,
    on: Typed = None,
    partial: bool = False,
    simulated: bool = False,
    again: bool = False,
    name: Typed = None,
    dry_run: bool = False,
    **said: Typed,
) -> Logged:
    """Record an exercise, a practice, a step or a gate; without a word, today's task.

    `time` and `day` are what follows the word without an option, `on` is the day in either case,
    and `name` an id that a script chose: what it has stored before is not stored again.
    """
    home = home_of(settings)

    before = Planner(person=home.person)
    known = entry_with(home.logbook, if_typed(given_id, name))
    # Today's task of an earlier try is not today's task any more.
    meant = something_to_log(before, word or thing_of(known), time, day)
    spent = time_said(time, minutes)
    ahead = if_typed(minutes_left_of, left, meant.item.id)
    if simulated:
        said["mode"] = "simulated"
    # The word decides the kind: an exercise is finished, a practice kept, a gate confirmed.
    kind, keys = entry_kind(meant, partial=partial, minutes=spent, left=ahead, said=said)
    if kind in {Finished, Worked}:
        keys["curriculum"] = home.curriculum.version
    entry = entry_for(settings, kind, on=on, name=name, **keys)
    if known:
        # A day that nobody typed is not compared: a script may try again after midnight.
        refuse_other(known, entry, unsaid=() if on else ("on",))
        return _logged_before(home, before, known, dry_run=dry_run)
    refuse_slip(home.person, entry, again=again)

    telling = telling_of(home, entry, without=before)
    remarks = remarks_on(home.person, entry, before, telling.after.person)
    progress = progress_between(before, telling.after, entry)
    return Logged(
        stored=stored(settings, home, entry, dry_run=dry_run, remarks=remarks, telling=telling),
        progress=progress,
        problems=home.problems,
    )


def _logged_before(home: Home, planner: Planner, known: Entry, *, dry_run: bool) -> Logged:
    """Answer with the entry that an earlier try has stored."""
    remarks = remarks_on_stored(home.logbook, known)
    return Logged(
        stored=stored_before(home, known, remarks, dry_run=dry_run),
        progress=progress_between(planner, planner, known),
        problems=home.problems,
    )
