"""`pmcareer defer`: an exercise or a step is not for now."""

from pmcareer.commands.entry import entry_for, stored
from pmcareer.commands.home import home_of
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.logbook.entries import Deferred
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.put_off import put_off_of
from pmcareer.domain.person.steps import step_log
from pmcareer.domain.words.days import day_said
from pmcareer.domain.words.lookup import something_to_put_off
from pmcareer.domain.words.named import Named
from pmcareer.domain.words.optional import Typed
from pmcareer.domain.words.unmistakable import refuse_guess
from pmcareer.settings import Settings
from pmcareer.views.parts.stored import Stored
from pmcareer.views.put_off import AllPutOff

FINISHED = "It is finished already, so nothing changes."
DONE = "It is done already, so nothing changes."
ASKED = "What builds on it waits until you have asked again."


def run(
    settings: Settings,
    word: str,
    *,
    day: Typed = None,
    until: Typed = None,
    note: Typed = None,
    dry_run: bool = False,
) -> Stored:
    """Put an exercise or a step off until a day to come.

    `day` is that day where it is typed behind the word, without its option.
    """
    home = home_of(settings)

    meant = something_to_put_off(home.curriculum, word)
    refuse_guess(meant, word)
    back = day_said(day, until, settings.today)
    entry = entry_for(settings, Deferred, **{meant.kind: meant.item.id}, until=back, note=note)

    remarks = _remarks(home.person, meant)
    return stored(settings, home, entry, dry_run=dry_run, remarks=remarks)


def every(settings: Settings) -> AllPutOff:
    """List what is put off."""
    home = home_of(settings)
    return AllPutOff(
        put_off=put_off_of(home.person),
        titles=home.titles,
        today=home.today,
        problems=home.problems,
    )


def _remarks(person: Person, meant: Named) -> tuple[str, ...]:
    # A word and no refusal: it is harmless, and who does it again may mean it.
    if isinstance(meant.item, Step):
        is_over = step_log(person, meant.item).done and meant.item.again is None
        if is_over and meant.item.waits:
            return (ASKED,)
        return (DONE,) if is_over else ()
    return (FINISHED,) if meant.item.id in person.finished else ()
