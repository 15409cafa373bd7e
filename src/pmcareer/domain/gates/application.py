"""What an application for a certificate asks for: months by kind of work, hours, projects."""

from collections.abc import Mapping
from datetime import date
from operator import attrgetter

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.gate import ExperienceGate
from pmcareer.domain.gates.certificates import CertificationClock, clock_for
from pmcareer.domain.gates.clock import first_day_inside
from pmcareer.domain.ground.calendar import (
    Range,
    clipped,
    months_in,
    union_of,
)
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.work import counts
from pmcareer.domain.logbook.entries import Closed, Experience, Learned
from pmcareer.domain.logbook.logbook import of_kind
from pmcareer.domain.person.complexity import is_enough, ranges_as_complex
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import hours_by_side


@frozen
class Counted:
    """The months that count for one gate, each day once, and the entries they come from."""

    gate: ExperienceGate
    ranges: tuple[tuple[Range, float], ...]
    """First and last day, and the months between them."""
    entries: tuple[Experience, ...]

    @property
    def months(self) -> float:
        """Months that count, each day once."""
        return sum(months for _, months in self.ranges)


@frozen
class Application:
    """The facts for one application, as of a day."""

    today: date
    clock: CertificationClock
    counted: tuple[Counted, ...]
    months_by_work: Mapping[str, float]
    """Months per kind of work as it was recorded, overlaps inside a kind counted once."""
    hours_by_side: Mapping[str, float]
    side_titles: Mapping[str, str]
    projects: tuple[Closed, ...]
    courses: tuple[Learned, ...]
    """Courses that were kept, the earliest first: of those an issuer may take the training."""

    @property
    def certification(self) -> Certification:
        """The certificate that is applied for."""
        return self.clock.certification


def application_of(
    person: Person, certification: Certification, hours_per_week: float
) -> Application:
    """Gather what is on record for a certificate, with its study at so many hours a week."""
    in_months = [gate for gate in certification.gates if isinstance(gate, ExperienceGate)]
    return Application(
        today=person.today,
        clock=clock_for(person, certification, hours_per_week),
        counted=tuple(_counted(person, gate) for gate in in_months),
        months_by_work=_months_by_work(person),
        hours_by_side=hours_by_side(person),
        side_titles=person.curriculum.side_titles,
        projects=tuple(sorted(person.closed_projects, key=attrgetter("on", "id"))),
        courses=tuple(sorted(of_kind(person.entries, Learned), key=attrgetter("on", "id"))),
    )


def _counted(person: Person, gate: ExperienceGate) -> Counted:
    first = first_day_inside(person.today, gate.window_years)
    ranges = ranges_as_complex(person, gate.work, gate.complexity)
    inside = union_of(clipped(ranges, first, person.today))
    entries = [entry for entry in person.experiences if _is_meant(entry, gate)]
    entries.sort(key=attrgetter("start", "id"))
    return Counted(
        gate=gate,
        ranges=tuple((each, months_in([each])) for each in inside),
        entries=tuple(entries),
    )


def _is_meant(entry: Experience, gate: ExperienceGate) -> bool:
    is_complex = gate.complexity is None or is_enough(entry.complexity, gate.complexity)
    return counts(entry.work, gate.work) and is_complex


def _months_by_work(person: Person) -> dict[str, float]:
    ranges: dict[str, list[Range]] = {}
    for entry in sorted(person.experiences, key=attrgetter("start")):
        ranges.setdefault(entry.work, []).append(person.range_of(entry))
    return {kind: months_in(stretches) for kind, stretches in ranges.items()}
