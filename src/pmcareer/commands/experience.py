"""`pmcareer experience`: months of a kind of work, recorded or listed."""

from pmcareer.commands.entry import entry_for, stored
from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.ground.vocabulary import WORK_KINDS
from pmcareer.domain.logbook.entries import Experience
from pmcareer.domain.person.person import Person, person_of
from pmcareer.domain.words.amounts import word_of
from pmcareer.domain.words.days import day_of, past_day
from pmcareer.domain.words.lookup import role_named, titles_of
from pmcareer.domain.words.optional import if_typed
from pmcareer.errors import WrongValue
from pmcareer.settings import Settings
from pmcareer.storage.curriculum_file import read_curriculum
from pmcareer.storage.logbook_file import read_logbook
from pmcareer.views.experience import OnRecord
from pmcareer.views.parts.stored import Stored

TO = "--to"


def run(
    settings: Settings,
    work: str,
    *,
    start: str,
    end: str | None = None,
    role: str | None = None,
    organisation: str | None = None,
    note: str | None = None,
    dry_run: bool = False,
) -> Stored:
    """Record a stretch of work; without an end it is still going on."""
    curriculum = read_curriculum(settings.curriculum)

    first = past_day(start, settings.today, "--from")
    last = if_typed(day_of, end, settings.today, TO)
    if last is not None and last < first:
        raise WrongValue(TO, end, f"a day that is not before {first}")
    keys = {
        "work": word_of(work, WORK_KINDS, "WORK"),
        "role": role_named(curriculum, role).id if role is not None else None,
        "from": first,
        "to": last,
        "organisation": organisation,
        "note": note,
    }
    entry = entry_for(settings, Experience, **keys)

    return stored(settings, curriculum, entry, dry_run=dry_run)


def on_record(settings: Settings) -> OnRecord:
    """List the work on record."""
    curriculum = read_curriculum(settings.curriculum)
    logbook = read_logbook(settings.logbook)

    person = person_of(curriculum, logbook, settings.today)
    stretches = sorted(person.experiences, key=_start)
    totals = {work: months_in(person.ranges_of(work)) for work in WORK_KINDS}

    return OnRecord(
        stretches=tuple((entry, _months(person, entry)) for entry in stretches),
        totals={work: months for work, months in totals.items() if months},
        titles=titles_of(curriculum),
        problems=logbook.problems,
    )


def _months(person: Person, entry: Experience) -> float:
    return months_in([(entry.start, min(entry.end or person.today, person.today))])


def _start(entry: Experience) -> tuple[str, str]:
    return entry.start.isoformat(), entry.id
