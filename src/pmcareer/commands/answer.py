"""`pmcareer answer`: the answer to one of the curriculum's questions."""

from pmcareer.commands.entry import entry_for, stored
from pmcareer.domain.logbook.entries import Answered
from pmcareer.domain.words.lookup import prompt_named
from pmcareer.domain.words.optional import Typed
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.views.parts.stored import Stored


def run(
    settings: Settings,
    prompt: str,
    text: str,
    *,
    on: Typed = None,
    note: Typed = None,
    dry_run: bool = False,
) -> Stored:
    """Keep an answer."""
    curriculum = read_curriculum(settings.curriculum)

    meant = prompt_named(curriculum, prompt)
    entry = entry_for(settings, Answered, prompt=meant.id, text=text, on=on, note=note)

    remarks = (f"What it changes: {meant.changes}",) if meant.changes else ()
    return stored(settings, curriculum, entry, dry_run=dry_run, remarks=remarks)
