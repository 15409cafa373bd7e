"""What comes first: cost of delay and WSJF.

Cost of delay as in Reinertsen, Principles of Product Development Flow, chapter 2; WSJF with
relative figures as in the Scaled Agile Framework.
"""

from pmcareer.domain.ground.frozen import frozen
from pmcareer.errors import NoSize


@frozen
class Job:
    """A piece of work that waits for the same people as others."""

    id: str
    delay_cost: float
    """What a week of waiting costs, in money a week; or its relative figure."""
    weeks: float
    """How long those people work on it, above 0; or its relative size."""


def relative_delay_cost(value: float, time_criticality: float, risk_reduction: float) -> float:
    """Add value, time criticality and risk reduction or opportunity, in relative figures."""
    return value + time_criticality + risk_reduction


def wsjf(job: Job) -> float:
    """Weighted shortest job first: cost of delay per duration.

    Raises:
        NoSize: it takes no time.
    """
    if job.weeks <= 0:
        raise NoSize(job.id)
    return job.delay_cost / job.weeks
