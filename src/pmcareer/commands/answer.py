"""`pmcareer answer`: the answer to one of the curriculum's questions."""

from pmcareer.commands.entry import entry_for, stored
from pmcareer.commands.home import home_of
from pmcareer.domain.coaching.prompts import question_of, questions_of
from pmcareer.domain.logbook.entries import Answered
from pmcareer.domain.words.lookup import prompt_named
from pmcareer.domain.words.optional import Typed
from pmcareer.settings import Settings
from pmcareer.views.parts.stored import Stored
from pmcareer.views.questions import Questions


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


def every(settings: Settings) -> Questions:
    """List what can be answered."""
    home = home_of(settings)
    return Questions(
        questions=questions_of(home.person),
        today=home.today,
        in_full=False,
        problems=home.problems,
    )


def one(settings: Settings, prompt: str) -> Questions:
    """Show one question, and what was said of it."""
    home = home_of(settings)
    meant = prompt_named(home.curriculum, prompt)
    return Questions(
        questions=(question_of(home.person, meant),),
        today=home.today,
        in_full=True,
        problems=home.problems,
    )
