"""`pmcareer answer`: the answer to one of the curriculum's questions."""

from pmcareer.commands.entry import entry_for, stored
from pmcareer.commands.home import home_of
from pmcareer.domain.logbook.entries import Answered
from pmcareer.domain.words.lookup import prompt_named
from pmcareer.domain.words.optional import Typed
from pmcareer.settings import Settings
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
    home = home_of(settings)

    meant = prompt_named(home.curriculum, prompt)
    entry = entry_for(settings, Answered, prompt=meant.id, text=text, on=on, note=note)

    remarks = (f"What it changes: {meant.changes}",) if meant.changes else ()
    return stored(settings, home, entry, dry_run=dry_run, remarks=remarks)
