"""Steps and study take turns: what was logged last says which of the two comes first.

Whoever does the one task of an evening gets both. It goes by the logbook alone and not by the day,
so that what a receipt calls next is next on the days after, too.
"""

from datetime import date
from typing import TypeGuard

from pmcareer.domain.logbook.as_filed import STUDY, Study
from pmcareer.domain.logbook.entries import Did, Entry
from pmcareer.domain.logbook.logbook import oldest_first
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.promise import hours_spent, promised_in_week
from pmcareer.domain.person.rhythm import monday_of


def owes_study(person: Person) -> bool:
    """Tell whether nothing was studied since the last step was done; one only begun goes on."""
    # Five open steps on an evening were five asks and no study, and the next evening the same.
    done = _done(person)
    return bool(done) and isinstance(done[-1], Did)


def owes_hours(person: Person) -> bool:
    """Tell whether the week of the last step still lacks hours that were promised for it.

    That is over once somebody studied in a later week.
    """
    # Of four hours an ask and two of study are done by Friday: study first. On Monday study is
    # first still, as Friday's receipt said, and once that is logged the week has room for a step.
    done = _done(person)
    steps = [entry for entry in done if type(entry) is Did]
    if not steps:
        return False
    monday = monday_of(done[-1].on)
    if steps[-1].on < monday:
        return False
    return hours_spent(person, monday) < promised_in_week(person, monday)


def settled_on(person: Person) -> date:
    """Find the last day with study or a step that was done; without any it is today."""
    done = _done(person)
    return done[-1].on if done else person.today


def _done(person: Person) -> list[Did | Study]:
    """List the steps that were done and all study, the oldest first; of one day as in the file."""
    if "done in order" not in person.memo:
        person.memo["done in order"] = oldest_first(filter(_is_done, person.entries))
    done: list[Did | Study] = person.memo["done in order"]
    return done


def _is_done(entry: Entry) -> TypeGuard[Did | Study]:
    return type(entry) in STUDY or (type(entry) is Did and bool(entry.step) and not entry.begun)
