"""Benefits: what is claimed, each once, and what came of it."""

from collections.abc import Iterable, Sequence

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.grouping import grouped


@frozen
class Claim:
    """A benefit that an initiative promises."""

    id: str
    initiative: str
    measure: str
    """What is measured: two claims on one measure are the same benefit."""
    amount: float
    """A year; below nil for a dis-benefit."""
    confidence: float = 1.0
    """The chance that it comes, from 0 to 1."""
    owner: str = ""
    """Empty where nobody answers for it."""


Claims = Iterable[Claim]


def counted_once(claims: Claims) -> tuple[Claim, ...]:
    """Keep of the claims on one measure the largest alone, in the order of their measures."""
    return tuple(max(same, key=_amount) for same in grouped(claims, _measure).values())


def _measure(claim: Claim) -> str:
    return claim.measure


def _amount(claim: Claim) -> float:
    return claim.amount


def total(claims: Claims) -> float:
    """Add claims up as they are claimed, a year."""
    return sum(map(_amount, claims))


def weighted_total(claims: Claims) -> float:
    """Add claims up, each times its confidence, a year."""
    return sum(claim.amount * claim.confidence for claim in claims)


Period = tuple[float, float | None]
"""Planned, and measured if it was."""


def realisation(periods: Sequence[Period]) -> float | None:
    """Give what was measured per what was planned for the same periods; None where nothing was."""
    measured = planned = 0.0
    for wanted, found in periods:
        if found is not None:
            planned, measured = planned + wanted, measured + found
    return measured / planned if planned else None


def shortfall(periods: Sequence[Period]) -> float:
    """Give what is missing of the periods that were measured; below nil where there is more."""
    return sum(wanted - found for wanted, found in periods if found is not None)
