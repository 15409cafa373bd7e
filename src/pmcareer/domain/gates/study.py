"""What a certificate asks for by education, and the hours until one could hold it."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.ground.vocabulary import Education
from pmcareer.domain.logbook.entries import Learned
from pmcareer.domain.logbook.logbook import of_kind
from pmcareer.domain.person.person import Person

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.catalogue import Certification

BEYOND_BACHELOR = ("master", "mba")
"""Degrees of which a bachelor's is a part."""


def by_education(asked: float | Mapping[Education, float], person: Person) -> float:
    """Choose what is asked of a person's tier; master and MBA are a bachelor, unknown the most.

    Of { secondary = 60, bachelor = 36 } a master needs 36, and who did not say needs 60.
    """
    if not isinstance(asked, Mapping):
        return asked
    tier = person.says.get("education")
    for name, needed in asked.items():
        if name == ("bachelor" if tier in BEYOND_BACHELOR else tier):
            return needed
    return max(asked.values())


def training_hours(person: Person, item: "Certification") -> float:
    """Find the training that is asked for and not waived, in hours."""
    if any(name in person.certificates for name in item.training_waived_by):
        return 0.0
    return by_education(item.training_hours, person)


def study_hours(person: Person, item: "Certification") -> float:
    """Add up the hours before it can be held: PERT means of study and application, training."""
    return training_hours(person, item) + _exam(person, item) + _pert(item.application_hours)


def _exam(person: Person, item: "Certification") -> float:
    """Work out the study for the exam; who passed it once and let it run out takes less."""
    holding = person.holdings.get(item.id)
    if holding and holding.exam_again and item.study_hours_again:
        return _pert(item.study_hours_again)
    return _pert(item.study_hours)


def hours_for(person: Person, item: "Certification") -> float:
    """Add up the courses that were kept as study for a certificate, in hours.

    What was learnt for it before it was earned, and ran out since, is of the first time.
    """
    holding = person.holdings.get(item.id)
    first = holding.entry.on if holding else date.min
    hours = 0.0
    for entry in of_kind(person.entries, Learned):
        if entry.certification == item.id and entry.on >= first:
            hours += entry.hours
    return hours


def _pert(hours: tuple[float, float, float] | None) -> float:
    """Work out the PERT mean in hours, (o + 4m + p) / 6 (Malcolm et al. 1959)."""
    if hours is None:
        return 0.0
    low, likely, high = hours
    return (low + 4 * likely + high) / 6
