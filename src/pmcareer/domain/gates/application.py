"""What the application for a certificate asks for: months by kind of work without overlaps, hours by side, projects."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.gates.certificates import CertificationClock, ClockedGate, clock_for
from pmcareer.domain.ground.calendar import (
    Range,
    clipped,
    months_in,
    plus_days,
    plus_years,
    union_of,
)
from pmcareer.domain.ground.vocabulary import SIDES
from pmcareer.domain.ground.work import counts
from pmcareer.domain.logbook.entries import Closed, Experience, Finished, Worked
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import minutes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The months that count for one rule: date ranges inside its window without overlaps, and where they are from."""

    gate: ClockedGate
    ranges: tuple[tuple[Range, float], ...]
    """First and last day, and the months between them."""
    entries: tuple[Experience, ...]

    @property
    def months(self) -> float:
        """Months that count, each day once."""
        return sum(months for _, months in self.ranges)


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """The facts for one application, as of a day."""

    today: date
    clock: CertificationClock
    counted: tuple[Counted, ...]
    months_by_work: Mapping[str, float]
    """Months per kind of work as it was entered, overlaps inside a kind counted once."""
    hours_by_side: Mapping[str, float]
    projects: tuple[Closed, ...]

    @property
    def certification(self) -> Certification:
        """The certificate that is applied for."""
        return self.clock.certification


def application_of(person: Person, certification: Certification) -> Application:
    """Gather what is on record for a certificate."""
    clock = clock_for(person, certification, person.hours_per_week)
    return Application(
        today=person.today,
        clock=clock,
        counted=tuple(_counted(person, gate) for gate in clock.gates),
        months_by_work=_months_by_work(person),
        hours_by_side=hours_by_side(person),
        projects=tuple(sorted(person.closed_projects, key=lambda entry: (entry.on, entry.id))),
    )


def _counted(person: Person, gate: ClockedGate) -> Counted:
    rule = gate.status.gate
    years = rule.window_years
    first = plus_days(plus_years(person.today, -years), 1) if years else date.min
    inside = union_of(clipped(person.ranges_of(rule.work or ""), first, person.today))
    entries = (entry for entry in person.experiences if counts(entry.work, rule.work or ""))
    return Counted(
        gate=gate,
        ranges=tuple((each, months_in((each,))) for each in inside),
        entries=tuple(sorted(entries, key=lambda entry: (entry.start, entry.id))),
    )


def _months_by_work(person: Person) -> dict[str, float]:
    kinds = dict.fromkeys(
        entry.work for entry in sorted(person.experiences, key=lambda entry: entry.start)
    )
    return {
        kind: months_in(
            (e.start, min(e.end or person.today, person.today))
            for e in person.experiences
            if e.work == kind
        )
        for kind in kinds
    }


def hours_by_side(person: Person, days: int | None = None) -> dict[str, float]:
    """Add up the hours of exercises on each side of the Talent Triangle, of the last so many days or of all."""
    hours = dict.fromkeys(SIDES, 0.0)
    since = person.today - timedelta(days=days) if days is not None else date.min
    for entry in person.entries:
        if isinstance(entry, Finished | Worked) and entry.on > since:
            exercise = person.curriculum.exercise.get(
                person.curriculum.now_called("exercises", entry.exercise)
            )
            if exercise and exercise.skill in person.curriculum.skill:
                hours[person.curriculum.side_of(exercise)] += minutes_of(person, entry) / 60
    return {side: round(total, 1) for side, total in hours.items()}
