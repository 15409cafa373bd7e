"""`pmcareer defer`: an exercise is not for now."""

from pmcareer.commands.entry import entry_for, stored
from pmcareer.domain.logbook.entries import Deferred
from pmcareer.domain.person.person import person_of
from pmcareer.domain.words.days import coming_day
from pmcareer.domain.words.lookup import exercise_named
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook
from pmcareer.views.parts.stored import Stored

FINISHED = "It is finished already, so nothing changes."


def run(
    settings: Settings, exercise: str, *, until: str, note: str | None = None, dry_run: bool = False
) -> Stored:
    """Put an exercise off until a day to come."""
    curriculum = read_curriculum(settings.curriculum)
    person = person_of(curriculum, read_logbook(settings.logbook), settings.today)

    meant = exercise_named(curriculum, exercise)
    day = coming_day(until, settings.today)
    entry = entry_for(settings, Deferred, exercise=meant.id, until=day, note=note)
    remarks = (FINISHED,) if meant.id in person.finished else ()

    return stored(settings, curriculum, entry, dry_run=dry_run, remarks=remarks)
