"""How far someone is with a gate, and when it opens."""

from dataclasses import dataclass
from datetime import date

from pmcareer.domain.curriculum.items import Gate
from pmcareer.domain.gates.clock import ENOUGH


@dataclass(frozen=True, slots=True, kw_only=True)
class GateStatus:
    """How far someone is with a gate today."""

    gate: Gate
    needed: float
    """Months, or how many of something."""
    have: float
    ready_in_days: float | None = None
    """For a certificate that is not held: days until it opens and its study could be done; None if it never opens."""

    @property
    def missing(self) -> float:
        """Give what is still missing, in the gate's own unit."""
        return max(0.0, self.needed - self.have) if self.needed - self.have > ENOUGH else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GateForecast:
    """A gate of a stage: what it needs, what there is, when it opens."""

    status: GateStatus
    open_on: date | None
    lost_on: date | None = None

    @property
    def gate(self) -> Gate:
        """The gate itself."""
        return self.status.gate
