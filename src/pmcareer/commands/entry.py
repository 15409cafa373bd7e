"""What all commands that write have in common: one entry, stored or only shown."""

from collections.abc import Mapping

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.logbook.entries import AnEntry, Entry
from pmcareer.domain.logbook.typed_entry import entry_of
from pmcareer.domain.words.lookup import titles_of
from pmcareer.settings import Settings
from pmcareer.storage.appending import append_entries
from pmcareer.views.parts.stored import Stored


def entry_for(
    settings: Settings,
    kind: type[AnEntry],
    names: Mapping[str, str] | None = None,
    /,
    **keys: object,
) -> AnEntry:
    """Make an entry of today, or of the day under `on`.

    `names` are options that are not spelt like their key.
    """
    if keys.get("on") is None:
        keys["on"] = settings.today
    return entry_of(kind, names or {}, at=settings.now(), id=settings.new_id(), **keys)


def stored(
    settings: Settings,
    curriculum: Curriculum,
    entry: Entry,
    *,
    dry_run: bool,
    remarks: tuple[str, ...] = (),
) -> Stored:
    """Append an entry to the logbook, unless this is a dry run."""
    if not dry_run:
        append_entries(settings.logbook, settings.state, (entry,), say=settings.say)
    return Stored(
        entry=entry,
        today=settings.today,
        logbook=str(settings.logbook),
        is_stored=not dry_run,
        titles=titles_of(curriculum),
        remarks=remarks,
    )
