"""The ledger of a renewal: what courses come to on each side, and what is missing until when.

An hour of learning is a unit (reference 3.1). Of what is given back to the profession, and of
practising, only so much counts as the issuer says.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import UNIT_SIDES
from pmcareer.domain.logbook.entries import Learned
from pmcareer.domain.logbook.logbook import of_kind
from pmcareer.domain.person.person import Person

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.catalogue import Certification

GIVING_BACK, PRACTISING = UNIT_SIDES


@frozen
class Units:
    """What was gathered in a cycle, in units, and what is missing."""

    begun_on: date
    due_on: date
    last_on: date
    """The last day on which a unit counts: in grace it is later than the day it was due."""
    asked: float
    by_side: Mapping[str, float]
    """Learning on each side of the curriculum."""
    without_side: float
    """Learning of which nobody said the side: it counts, and for no side's minimum."""
    least_education: float
    least_per_side: float
    giving_back: float
    """As it was kept; practising is no part of it."""
    practising: float
    most_giving_back: float | None
    """The most that counts of giving back and practising together; None where nobody limits it."""
    most_practising: float | None

    @property
    def education(self) -> float:
        """Learning, on whatever side."""
        return sum(self.by_side.values()) + self.without_side

    @property
    def given(self) -> float:
        """What counts of giving back and practising."""
        # 30 given back and 12 practised, at most 25 and 8 of it: 25.
        practised = _at_most(self.practising, self.most_practising)
        return _at_most(self.giving_back + practised, self.most_giving_back)

    @property
    def counted(self) -> float:
        """All that counts."""
        return self.education + self.given

    @property
    def missing_by_side(self) -> Mapping[str, float]:
        """What each side lacks of its minimum."""
        found: dict[str, float] = {}
        for side, there in self.by_side.items():
            if there < self.least_per_side:
                found[side] = self.least_per_side - there
        return found

    @property
    def missing_education(self) -> float:
        """What learning lacks of its minimum, and of those of its sides."""
        lacking = sum(self.missing_by_side.values())
        return max(0.0, self.least_education - self.education, lacking)

    @property
    def missing(self) -> float:
        """What is missing of all."""
        return max(0.0, self.asked - self.counted, self.missing_education)


def _at_most(there: float, most: float | None) -> float:
    if most is None:
        return there
    return min(there, most)


def sides_of(curriculum: Curriculum) -> tuple[str, ...]:
    """List what the hours of a course can be kept for."""
    return (*curriculum.side_titles, *UNIT_SIDES)


def units_of(person: Person, item: "Certification") -> Units | None:
    """Gather the units of the last cycle of a certificate on record.

    None where it has no end, or the issuer's number is not known.
    """
    holding, renew = person.holdings.get(item.id), item.renew or {}
    asked = figure(renew.get("units"))
    if holding is None or holding.until is None or asked is None:
        return None
    last = holding.grace_until or holding.until
    hours = _hours(person, holding.begun_on, last)
    sides = dict.fromkeys(person.curriculum.side_titles, 0.0)
    return Units(
        begun_on=holding.begun_on,
        due_on=holding.until,
        last_on=last if holding.state == "grace" else holding.until,
        asked=asked,
        by_side={side: hours.get(side, 0.0) for side in sides},
        without_side=hours.get(None, 0.0),
        least_education=figure(renew.get("min_education")) or 0.0,
        least_per_side=figure(renew.get("min_per_side")) or 0.0,
        giving_back=hours.get(GIVING_BACK, 0.0),
        practising=hours.get(PRACTISING, 0.0),
        most_giving_back=figure(renew.get("max_giving_back")),
        most_practising=figure(renew.get("max_practising")),
    )


def _hours(person: Person, first: date, last: date) -> Mapping[str | None, float]:
    """Add up the hours of courses by what they are kept for, from a day to another."""
    sides = sides_of(person.curriculum)
    hours: dict[str | None, float] = {}
    for entry in of_kind(person.entries, Learned):
        if first <= entry.on <= last:
            # A side of another curriculum is none of this one's.
            side = entry.side if entry.side in sides else None
            hours[side] = hours.get(side, 0.0) + entry.hours
    return hours


def figure(value: float | str | None) -> float | None:
    """Return what the table of a renewal says in figures; the rest of it is words."""
    if isinstance(value, int | float):
        return float(value)
    return None
