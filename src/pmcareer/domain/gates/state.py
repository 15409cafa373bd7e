"""How far someone is with a gate, and when it opens."""

from datetime import date

from pmcareer.domain.curriculum.gate import ExperienceGate, Gate, LevelGate
from pmcareer.domain.gates.clock import ENOUGH
from pmcareer.domain.ground.calendar import DAYS_PER_WEEK
from pmcareer.domain.ground.frozen import frozen


@frozen
class CertificateWait:
    """What a certificate that is not held waits for: months of work, and study beside them."""

    opens_in_days: float
    """Infinite where the present work never opens it."""
    study_hours: float

    def days_at(self, hours_per_week: float) -> float:
        """Find the days until both are done, at so many hours of study a week."""
        # It opens in 150 days, and 38 hours at 5 a week take 53: 150.
        return max(self.opens_in_days, self.study_hours / hours_per_week * DAYS_PER_WEEK)


@frozen
class GateStatus:
    """How far someone is with a gate today."""

    gate: Gate
    needed: float
    """Months, or how many of something."""
    have: float
    wait: CertificateWait | None = None
    """Where it asks for a certificate that is not held."""
    words: str
    """What it asks of this person."""
    is_uncounted: bool = False
    """Its months can't be counted: nobody said how complex the work was."""
    confirmed_on: date | None = None
    """The first day on which others said that it is met."""

    assumed_months: tuple[float, float, float] | None = None
    """How long it takes others as a rule, where the curriculum says so: min, likely, max."""

    @property
    def work(self) -> str:
        """The kind of work whose months it asks for; empty where it asks for something else."""
        return self.gate.work if isinstance(self.gate, ExperienceGate) else ""

    @property
    def is_of_level(self) -> bool:
        """Tell whether a level of a skill asks for it, and no role by name."""
        return isinstance(self.gate, LevelGate)

    @property
    def missing(self) -> float:
        """What is still missing, in the gate's own unit."""
        lack = self.needed - self.have
        return lack if lack > ENOUGH else 0.0

    @property
    def is_left_open(self) -> bool:
        """Tell whether others have still to open it, and nothing says how long that takes."""
        return bool(self.missing) and not (self.gate.has_calendar or self.assumed_months)


@frozen
class GateForecast:
    """A gate of a stage or a certificate: what it needs, what there is, when it opens."""

    status: GateStatus
    open_on: date | None
    lost_on: date | None = None

    @property
    def gate(self) -> Gate:
        """The gate itself."""
        return self.status.gate
