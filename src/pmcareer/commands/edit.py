"""`pmcareer edit`: the logbook in one's own editor, put back only when it is valid."""

from collections.abc import Mapping

from pmcareer.domain.logbook.logbook import Logbook
from pmcareer.settings import Settings
from pmcareer.storage.logbook.editing import edit_logbook, editor_in
from pmcareer.storage.logbook.joining import ASIDE
from pmcareer.storage.logbook.missing import lost_entries, read_receipts
from pmcareer.views.edit import Edited


def run(
    settings: Settings,
    environment: Mapping[str, str],
    *,
    at_terminal: bool = True,
) -> Edited:
    """Open the logbook in $VISUAL, else $EDITOR, else what a terminal's system has."""
    editor = editor_in(environment, at_terminal=at_terminal)
    edited = edit_logbook(
        settings.logbook,
        settings.state,
        editor,
        say=settings.say,
        watch=settings.watch,
        hold=settings.hold,
    )

    receipts = read_receipts(settings.logbook, settings.state)

    # By their ids: an entry that was changed is neither added nor removed.
    before, after = _ids(edited.before), _ids(edited.after)

    return Edited(
        logbook=str(settings.logbook),
        changed=edited.changed,
        before=len(before),
        after=len(after),
        added=_missing_in(before, after),
        removed=_missing_in(after, before),
        meanwhile=edited.meanwhile,
        disagreed=edited.disagreed,
        not_chosen=str(settings.state / ASIDE),
        notes=edited.after.notes,
        # What was taken out in the editor has its receipt no more.
        problems=lost_entries(settings.logbook, settings.state, edited.after, receipts),
    )


def _ids(logbook: Logbook) -> dict[str, None]:
    return dict.fromkeys(entry.id for entry in logbook.entries)


def _missing_in(ids: Mapping[str, None], others: Mapping[str, None]) -> tuple[str, ...]:
    return tuple(name for name in others if name not in ids)
