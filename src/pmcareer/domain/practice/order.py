"""What comes first: cost of delay, WSJF, weighted scores.

Cost of delay as in Reinertsen, Principles of Product Development Flow, chapter 2; WSJF with
relative figures as in the Scaled Agile Framework.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from pmcareer.domain.ground.frozen import frozen
from pmcareer.errors import NoScore, NoSize, NoWeight


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


def by_wsjf(jobs: Iterable[Job]) -> tuple[Job, ...]:
    """Put jobs in order, the highest WSJF first; equals as they came.

    Raises:
        NoSize: one of them takes no time.
    """
    return tuple(sorted(jobs, key=wsjf, reverse=True))


def cost_of_sequence(jobs: Sequence[Job]) -> float:
    """Add up what waiting costs when jobs are done one after the other, in money.

    Each costs until it is done: its cost a week times the week in which it ends.
    """
    ends = accumulate(job.weeks for job in jobs)
    return sum(job.delay_cost * end for job, end in zip(jobs, ends, strict=True))


def weighted_score(scores: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Give the weighted mean of scores, on their scale.

    Raises:
        NoScore: a criterion has none.
        NoWeight: the weights come to nil.
    """
    whole = sum(weights.values())
    missing = sorted(weights.keys() - scores.keys())
    if missing:
        raise NoScore(missing[0])
    if whole <= 0:
        raise NoWeight
    return sum(scores[name] * weight for name, weight in weights.items()) / whole


def pairwise_weights(wins: Mapping[str, float]) -> Mapping[str, float]:
    """Turn the comparisons won by each criterion into shares that come to 1.

    One is added to each, so that what never won still weighs something.
    """
    whole = sum(wins.values()) + len(wins)
    return {name: (won + 1) / whole for name, won in wins.items()}
