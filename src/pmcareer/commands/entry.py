"""What all commands that write have in common: one entry, stored or only shown."""

from functools import partial

from pmcareer.commands.clock import SET_THE_CLOCK, oddity_of
from pmcareer.commands.home import Home
from pmcareer.domain.logbook.entries import AnEntry, Entry
from pmcareer.domain.logbook.typed_entry import entry_of
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.plan.told import Telling
from pmcareer.domain.words.days import ON, past_day
from pmcareer.domain.words.optional import Typed
from pmcareer.settings import Settings, Writing
from pmcareer.storage.logbook.appending import append_entries
from pmcareer.views.parts.stored import Stored

ARGUMENTS = {"text": "TEXT", "project": "TITLE"}
"""Keys of entries that are typed without an option, to what the menu calls them."""


def entry_for(
    settings: Settings,
    kind: type[AnEntry],
    *,
    on: Typed = None,
    option: Typed = ON,
    name: Typed = None,
    **keys: object,
) -> AnEntry:
    """Make an entry of today, or of the day that was typed; `name` is the id a script chose.

    `option` is what the day was typed as.
    """
    # The day is the user's, `at` is the clock's: what was done on Friday may be logged on Sunday.
    return entry_of(
        kind,
        ARGUMENTS,
        on=past_day(on, settings.today, option or ON),
        at=settings.now(),
        id=name or settings.new_id(),
        **keys,
    )


def append(home: Home, *entries: Entry, dry_run: bool) -> None:
    """Add entries to the logbook that was read, all or none; nothing in a dry run."""
    settings = home.settings
    oddity = oddity_of(settings, home.logbook, entries)
    if dry_run:
        if oddity:
            settings.say(f"Warning: {oddity}.")
        return
    write = partial(append_entries, settings.logbook, settings.state, entries)
    write = partial(write, say=settings.say, hold=settings.hold, basis=home.basis)
    settings.write(partial(_warned, write, settings, oddity) if oddity else write)


def _warned(write: Writing, settings: Settings, oddity: str) -> tuple[str, ...]:
    """Write, and warn when it is done: what is not stored needs no taking back."""
    ids = write()
    settings.say(f"Warning: {oddity}. {SET_THE_CLOCK}")
    return ids


def telling_of(home: Home, *added: Entry, without: Planner | None = None) -> Telling:
    """Prepare to tell how far the dates move with what is about to be written.

    `without` saves a command that plans for itself from planning twice.
    """
    planner = without or Planner(person=home.person)
    return Telling(logbook=home.logbook, added=added, without=planner)


def stored(
    settings: Settings,
    home: Home,
    entry: Entry,
    *,
    dry_run: bool,
    remarks: tuple[str, ...] = (),
    telling: Telling | None = None,
) -> Stored:
    """Add an entry to the logbook, and say what was added and how far the dates moved."""
    # Told first: once the entry is on the disk nothing may fail any more.
    told = (telling or telling_of(home, entry)).told
    append(home, entry, dry_run=dry_run)
    return Stored(
        entry=entry,
        today=settings.today,
        logbook=str(settings.logbook),
        is_stored=not dry_run,
        titles=home.titles,
        remarks=remarks,
        told=told,
        problems=home.problems,
    )


def stored_before(
    home: Home, entry: Entry, remarks: tuple[str, ...], *, dry_run: bool = False
) -> Stored:
    """Say of an entry that it is in the logbook already, once the disk has promised to keep it."""
    from pmcareer.storage.logbook.confirming import confirm_entries  # noqa: PLC0415 -- seldom

    settings = home.settings
    if not dry_run:
        # The try that stored it may have been told that nobody knows.
        confirm = partial(confirm_entries, settings.logbook, settings.state, (entry.id,))
        settings.write(partial(confirm, basis=home.basis, say=settings.say))
    return Stored(
        entry=entry,
        today=home.today,
        logbook=str(home.settings.logbook),
        is_stored=True,
        is_from_before=True,
        titles=home.titles,
        remarks=remarks,
        told=None,
        problems=home.problems,
    )
