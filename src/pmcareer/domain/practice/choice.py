"""Expected monetary value of a decision with chances in it, and causes by their number.

As in Raiffa, Decision Analysis (1968). Amounts are of one currency, costs above nil.
"""

from collections.abc import Mapping, Sequence
from math import isclose

from pmcareer.domain.ground.frozen import frozen
from pmcareer.errors import ChancesOff


@frozen
class Outcome:
    """What may come of an option."""

    chance: float
    """From 0 to 1."""
    result: float
    """In money; below nil for a loss."""


@frozen
class Option:
    """A branch of the tree: what it costs for certain, and what may come of it."""

    id: str
    cost: float
    outcomes: tuple[Outcome, ...]


def expected_value(option: Option) -> float:
    """EMV: the sum of chance times result, less the cost, in money.

    Raises:
        ChancesOff: the chances do not come to 1.
    """
    whole = sum(outcome.chance for outcome in option.outcomes)
    if not isclose(whole, 1.0, abs_tol=1e-6):
        raise ChancesOff(option.id, whole)
    return sum(outcome.chance * outcome.result for outcome in option.outcomes) - option.cost


def pareto(counts: Mapping[str, float]) -> Sequence[tuple[str, float, float]]:
    """Give each cause with its count and the share of all up to it, the most frequent first.

    After Juran's Quality Control Handbook. Shares are from 0 to 1; equals come as they came.
    """
    whole, so_far, rows = sum(counts.values()), 0.0, []
    for cause in sorted(counts, key=counts.__getitem__, reverse=True):
        so_far += counts[cause]
        rows.append((cause, counts[cause], so_far / whole))
    return tuple(rows)
