"""`pmcareer certificate`: a certificate earned, or where one stands with one or all of them."""

from pmcareer.commands.entry import entry_for, stored
from pmcareer.domain.gates.certificates import certification_clocks, clock_for
from pmcareer.domain.logbook.entries import Certified
from pmcareer.domain.person.person import person_of
from pmcareer.domain.words.days import day_of, past_day
from pmcareer.domain.words.lookup import certification_named, titles_of
from pmcareer.domain.words.optional import if_typed
from pmcareer.errors import WrongValue
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook
from pmcareer.views.certificate.screen import Certificates
from pmcareer.views.parts.stored import Stored

EXPIRES = "--expires"


def run(
    settings: Settings,
    certification: str,
    *,
    on: str,
    expires: str | None = None,
    note: str | None = None,
    dry_run: bool = False,
) -> Stored:
    """Record a certificate on the day it was earned."""
    curriculum = read_curriculum(settings.curriculum)

    meant = certification_named(curriculum, certification)
    earned = past_day(on, settings.today)
    until = if_typed(day_of, expires, settings.today, EXPIRES)
    if until is not None and until <= earned:
        raise WrongValue(EXPIRES, expires, f"a day after {earned}")
    entry = entry_for(
        settings, Certified, certification=meant.id, expires=until, on=earned, note=note
    )

    return stored(settings, curriculum, entry, dry_run=dry_run)


def every(settings: Settings) -> Certificates:
    """Read the clock of every certification."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    person = person_of(curriculum, logbook, settings.today)

    return Certificates(
        person=person,
        clocks=certification_clocks(person, person.hours_per_week),
        titles=titles_of(curriculum),
        problems=logbook.problems,
    )


def one(settings: Settings, certification: str) -> Certificates:
    """Read the clock of one certification, and give all that is known of it."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    person = person_of(curriculum, logbook, settings.today)
    meant = certification_named(curriculum, certification)

    return Certificates(
        person=person,
        clocks=(clock_for(person, meant, person.hours_per_week),),
        titles=titles_of(curriculum),
        in_full=True,
        problems=logbook.problems,
    )
