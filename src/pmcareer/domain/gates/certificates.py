"""When a certificate opens, when to begin studying for it, when old months are lost."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.gates.on_record import gate_forecasts, opening_day, present_share
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.gates.study import hours_for, study_hours, training_hours
from pmcareer.domain.gates.units import Units, units_of
from pmcareer.domain.ground.calendar import (
    DAYS_PER_WEEK,
    months_in,
    plus_days,
    plus_months,
)
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import ASPECTS, Aspect
from pmcareer.domain.ground.work import counts
from pmcareer.domain.person.holdings import Holding
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.rhythm import hours_by_side

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.catalogue import Certification

STALE_MONTHS = 12
"""Facts that were looked up longer ago are called old."""
HANDS_ON_MONTHS = 6
"""No certificate is suggested before so many months of project work (S1-98, S1-103)."""
HANDS_ON = "project-related+agile+analysis"
"""The work that certificates wait for; a PMO is hands-on enough (reference 3.3), and so are a team
that works in sprints and the analysis for projects."""
SAY_SINCE = "pmcareer profile --since DATE"
LOST_SOON_MONTHS = 12
"""Old months that fall out of a window within so many months are warned of."""


@frozen
class Renewal:
    """What keeps a certificate alive: units until a day, and what is there of them."""

    due_on: date
    units: float
    unit: str
    minimum_per_side: float
    hours_by_side: Mapping[str, float]
    """Hours of exercises in this cycle; whether an issuer takes them is for it to say."""
    ledger: Units
    """Courses in this cycle, which it takes."""


@frozen
class CertificationClock:
    """Where somebody stands with a certificate."""

    certification: "Certification"
    held: bool
    """It is valid today."""
    holding: Holding | None = None
    """What became of it, where it was earned once."""
    gates: tuple[GateForecast, ...]
    open_on: date | None
    """The first day on which its gates are open if the present work goes on; None if never."""
    months_open_on: date | None
    """The same of those alone that ask for months of work."""
    lost_on: date | None = None
    """The day within a year on which old months fall out of a window."""
    training_hours: float
    """Training that is asked for and not waived."""
    study_hours: float
    """PERT means of the study and the application, and the training."""
    hours_done: float = 0.0
    """Courses that were kept as study for it, at most what it takes."""
    study_weeks: float
    """Of what is left of the study."""
    begin_study_on: date | None = None
    """So that the study ends on the day it opens; None while it is parked or never opens."""
    parked_reason: str | None = None
    stale: bool
    requires: tuple[str, ...]
    """Certificates to be held before."""
    renewal: Renewal | None = None

    @property
    def id(self) -> str:
        """The id of the certificate."""
        return self.certification.id

    @property
    def is_unknown(self) -> bool:
        """Tell whether nobody wrote if it was renewed when its term ended."""
        return self.holding is not None and self.holding.state == "unknown"

    @property
    def since(self) -> date:
        """The day on which it was earned first; the earliest of all where it never was."""
        return self.holding.since if self.holding else date.min

    @property
    def waits(self) -> bool:
        """Tell whether it has to wait for other work, or for another certificate."""
        return bool(self.parked_reason or self.requires)

    @property
    def is_short(self) -> bool:
        """Tell whether months of work are missing for it."""
        return any(each.status.work and each.status.missing for each in self.gates)

    @property
    def study_left(self) -> float:
        """What is left of its study, in hours."""
        return max(0.0, self.study_hours - self.hours_done)


def certification_clocks(person: Person, hours_per_week: float) -> tuple[CertificationClock, ...]:
    """Read every certification's clock, with the study at so many hours a week."""
    living = (item for item in person.curriculum.certifications if not item.retired)
    return tuple(clock_for(person, item, hours_per_week) for item in living)


def clock_for(person: Person, item: "Certification", hours_per_week: float) -> CertificationClock:
    """Read the clock of one certification, with the study at so many hours a week."""
    clock = _clock(person, item, hours_per_week)
    if clock.holding and clock.holding.state in ("valid", "grace"):
        clock = replace(clock, renewal=_renewal(person, item))
    if clock.held:
        return clock
    clock = replace(clock, lost_on=_lost_soon(person, clock.gates), parked_reason=_parked(person))
    return replace(clock, begin_study_on=_begin_study_on(person, clock))


def _clock(person: Person, item: "Certification", hours_per_week: float) -> CertificationClock:
    """Read what does not depend on whether it is held."""
    gates = gate_forecasts(person, item.gates, hours_per_week)
    hours, done = study_hours(person, item), hours_for(person, item)
    return CertificationClock(
        certification=item,
        held=item.id in person.certificates,
        holding=person.holdings.get(item.id),
        gates=gates,
        open_on=opening_day(person, gates),
        months_open_on=opening_day(person, (each for each in gates if each.status.work)),
        training_hours=training_hours(person, item),
        study_hours=hours,
        hours_done=min(done, hours),
        study_weeks=max(0.0, hours - done) / hours_per_week,
        stale=bool(old_facts(item, person.today)),
        requires=tuple(name for name in item.requires if name not in person.certificates),
    )


def superseded_for(person: Person) -> frozenset[str]:
    """Name the certificates that say nothing more beside those on record, valid or not."""
    return superseded_by(person.curriculum, person.holdings)


def superseded_by(curriculum: Curriculum, names: Iterable[str]) -> frozenset[str]:
    """Name the certificates that say nothing more beside these."""
    # Who holds an IPMA B has no use for a C, and so none for the D that a C supersedes.
    gone: list[str] = []
    open_ends = list(names)
    while open_ends:
        item = curriculum.certification.get(open_ends.pop())
        fresh = [name for name in item.supersedes if name not in gone] if item else []
        gone += fresh
        open_ends += fresh
    return frozenset(gone)


def old_facts(item: "Certification", today: date) -> tuple[Aspect, ...]:
    """Name what of a certificate was looked up over twelve months ago."""
    return tuple(each for each in ASPECTS if is_old(item.looked_up(each), today))


def is_old(looked_up: date, today: date) -> bool:
    """Tell whether what was looked up on a day is over twelve months old."""
    return looked_up < plus_months(today, -STALE_MONTHS)


def _begin_study_on(person: Person, clock: CertificationClock) -> date | None:
    # It opens in 40 weeks, and its study takes 38: two weeks are left before one has to begin.
    if clock.parked_reason or clock.open_on is None:
        return None
    wait = (clock.open_on - person.today).days
    return plus_days(person.today, max(0, wait - round(clock.study_weeks * DAYS_PER_WEEK)))


def _lost_soon(person: Person, gates: tuple[GateForecast, ...]) -> date | None:
    """Find the first day within a year on which months fall out of the window of a gate."""
    return min(
        (
            gate.lost_on
            for gate in gates
            if gate.lost_on and gate.lost_on <= plus_months(person.today, LOST_SOON_MONTHS)
        ),
        default=None,
    )


def _parked(person: Person) -> str | None:
    """Say until when certificates wait: six months of project work come first."""
    have = months_in(person.ranges_of(HANDS_ON))
    if have >= HANDS_ON_MONTHS:
        return None
    reason = f"after {HANDS_ON_MONTHS} to 12 months of hands-on project work; {have:.0f} on record"
    if share := present_share(person, HANDS_ON):
        enough = plus_months(person.today, (HANDS_ON_MONTHS - have) / share)
        reason += f", likely from {enough}"
    elif is_unsaid(person):
        reason += f". Say since when you do yours: {SAY_SINCE}"
    return reason


def is_unsaid(person: Person) -> bool:
    """Tell whether the role that was said is such work, and nobody said since when."""
    if person.since or person.role is None or months_in(person.ranges_of(HANDS_ON)):
        return False
    role = person.curriculum.role.get(person.role)
    return role is not None and any(counts(kind, HANDS_ON) for kind in role.work)


def _renewal(person: Person, item: "Certification") -> Renewal | None:
    """Say what the present cycle asks for, and what was logged since it began."""
    units, renew = units_of(person, item), item.renew or {}
    if units is None:
        return None
    return Renewal(
        due_on=units.due_on,
        units=units.asked,
        unit=str(renew.get("unit", "unit")),
        minimum_per_side=units.least_per_side,
        hours_by_side=hours_by_side(person, units.begun_on),
        ledger=units,
    )
