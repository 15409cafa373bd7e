"""`pmcareer defer`: an exercise is not for now."""

from pmcareer.commands.entry import entry_for, stored
from pmcareer.commands.home import home_of
from pmcareer.domain.logbook.entries import Deferred
from pmcareer.domain.words.days import coming_day
from pmcareer.domain.words.lookup import exercise_named
from pmcareer.domain.words.optional import Typed
from pmcareer.settings import Settings
from pmcareer.views.parts.stored import Stored

FINISHED = "It is finished already, so nothing changes."


def run(
    settings: Settings, exercise: str, *, until: str, note: Typed = None, dry_run: bool = False
) -> Stored:
    """Put an exercise off until a day to come."""
    home = home_of(settings)

    meant = exercise_named(home.curriculum, exercise)
    day = coming_day(until, settings.today)
    entry = entry_for(settings, Deferred, exercise=meant.id, until=day, note=note)
    # A word and no refusal: it is harmless, and who does it again may mean it.
    remarks = (FINISHED,) if meant.id in home.person.finished else ()

    return stored(settings, home, entry, dry_run=dry_run, remarks=remarks)
