"""`pmcareer experience`: months of a kind of work, recorded or listed."""

from datetime import date
from operator import attrgetter
from typing import Any

from pmcareer.commands.entry import entry_for, stored, telling_of
from pmcareer.commands.home import home_of
from pmcareer.domain.coaching.unsaid import role_asked
from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.ground.vocabulary import COMPLEXITIES, WORK_KINDS
from pmcareer.domain.logbook.entries import Experience
from pmcareer.domain.person.complexity import QUESTIONS, complexity_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.words.amounts import parts_of, word_of
from pmcareer.domain.words.days import day_of, past_day
from pmcareer.domain.words.lookup import role_id
from pmcareer.domain.words.optional import Typed, if_typed
from pmcareer.errors import WrongValue
from pmcareer.settings import Settings
from pmcareer.views.experience import OnRecord
from pmcareer.views.parts.stored import Stored

TO = "--to"
COMPLEXITY = "--complexity"
POINTS = ("1", "2", "3", "4")
STILL = ("now", "present")
"""What a CV says where work still goes on."""


def run(
    settings: Settings,
    work: str,
    *,
    start: str,
    end: Typed = None,
    role: Typed = None,
    organisation: Typed = None,
    complexity: Typed = None,
    note: Typed = None,
    dry_run: bool = False,
) -> Stored:
    """Record a stretch of work; without an end it is still going on."""
    home = home_of(settings)

    first = past_day(start, settings.today, "--from", lengths=True)
    last = if_typed(_last_day, end, settings.today)
    # Work of one day begins and ends on it.
    if last is not None and last < first:
        raise WrongValue(TO, end, f"a day that is not before {first}")
    keys: dict[str, Any] = {
        "work": word_of(work, WORK_KINDS, "WORK"),
        "role": role_id(home.curriculum, role),
        "from": first,
        "to": last,
        "organisation": organisation,
        **_complexity(complexity),
        "note": note,
    }
    entry = entry_for(settings, Experience, **keys)

    telling = telling_of(home, entry)
    asked = role_asked(telling.after.person)
    remarks = (asked,) if asked else ()
    return stored(settings, home, entry, dry_run=dry_run, remarks=remarks, telling=telling)


def _last_day(text: str, today: date) -> date | None:
    """Read the last day of a stretch of work; None where it still goes on."""
    if text.strip().lower() in STILL:
        return None
    return day_of(text, today, TO, ends=True, lengths=True)


def _complexity(typed: Typed) -> dict[str, Any]:
    """Read a word, or the points of the ten questions, which come to one."""
    if typed is None:
        return {}
    if "," not in typed:
        return {"complexity": word_of(typed, COMPLEXITIES, COMPLEXITY)}
    scores = tuple(map(_score, parts_of([typed], COMPLEXITY)))
    if len(scores) != len(QUESTIONS):
        raise WrongValue(COMPLEXITY, typed, f"{len(QUESTIONS)} points from 1 to 4, with commas")
    return {"complexity": complexity_of(scores), "scores": scores}


def _score(typed: str) -> int:
    if typed not in POINTS:
        raise WrongValue(COMPLEXITY, typed, "points from 1 to 4")
    return int(typed)


def on_record(settings: Settings) -> OnRecord:
    """List the work on record."""
    home = home_of(settings)
    earliest_first = sorted(home.person.experiences, key=attrgetter("start", "id"))
    return OnRecord(
        stretches=tuple((entry, _months(entry, home.today)) for entry in earliest_first),
        today=home.today,
        totals=_totals(home.person),
        titles=home.titles,
        problems=home.problems,
    )


def _months(entry: Experience, today: date) -> float:
    # What was promised beyond today is not on record yet.
    return months_in([(entry.start, min(entry.end or today, today))])


def _totals(person: Person) -> dict[str, float]:
    """Add up the months of each kind of work; a month counts once, however many it was part of."""
    return {work: months for work in WORK_KINDS if (months := months_in(person.ranges_of(work)))}
