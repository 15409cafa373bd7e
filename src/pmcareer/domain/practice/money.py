"""What an investment is worth: present values, rates of return, payback.

Formulas as in Brealey, Myers, Allen, Principles of Corporate Finance, chapters 5 and 6. Amounts are
of one currency; the first of a row is paid now, each other one period after the one before it.
Rates are per period, and 0.08 is 8 percent.
"""

from collections.abc import Sequence
from itertools import pairwise

Flows = Sequence[float]

LOWEST_RATE, HIGHEST_RATE = -0.99, 10.0
STEPS = 1099
"""So many pieces of one percent between them, in each of which a change of sign is looked for."""
HALVINGS = 60
"""So often is a piece halved: what is left of it is finer than a float."""


def npv(flows: Flows, rate: float) -> float:
    """Net present value: the sum of CFt / (1 + r)^t, in the unit of the flows."""
    return sum(flow / (1 + rate) ** time for time, flow in enumerate(flows))


def discounted(flows: Flows, rate: float) -> tuple[float, ...]:
    """Give what each flow is worth now, in the unit of the flows."""
    return tuple(flow / (1 + rate) ** time for time, flow in enumerate(flows))


def rates_of_return(flows: Flows) -> tuple[float, ...]:
    """Find all rates at which the net present value is nil, lowest first.

    Between -99 and 1,000 percent, by bisection. Flows that change their sign once have one at most;
    others may have several, none of which says whether the investment is worth it.
    """
    if not _changes_sign(flows):
        return ()
    width = (HIGHEST_RATE - LOWEST_RATE) / STEPS
    marks = [LOWEST_RATE + step * width for step in range(STEPS + 1)]
    return tuple(_root(flows, low, high) for low, high in pairwise(marks) if _in(flows, low, high))


def _changes_sign(flows: Flows) -> bool:
    return min(flows, default=0) < 0 < max(flows, default=0)


def _in(flows: Flows, low: float, high: float) -> bool:
    """Tell whether a piece holds a rate: its upper end is the next piece's, if it is one itself."""
    value = npv(flows, low)
    return value == 0 or value * npv(flows, high) < 0


def _root(flows: Flows, low: float, high: float) -> float:
    rises = npv(flows, low) < 0
    if npv(flows, low) == 0:
        return low
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if (npv(flows, middle) < 0) == rises:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def irr(flows: Flows) -> float | None:
    """Find the internal rate of return per period; None where there is none, or more than one."""
    rates = rates_of_return(flows)
    return rates[0] if len(rates) == 1 else None


def payback(flows: Flows) -> float | None:
    """Give the periods until what was paid has come back for good; None where it never does.

    Within a period money comes evenly. Where the sum falls below nil again, the last time counts.
    """
    total, since = 0.0, None
    for time, flow in enumerate(flows):
        before, total = total, total + flow
        if total < 0:
            since = None
        elif since is None:
            since = _crossed(time, before, flow)
    return since


def _crossed(time: int, before: float, flow: float) -> float:
    if before >= 0:
        return float(time)
    return time - 1 + -before / flow


def discounted_payback(flows: Flows, rate: float) -> float | None:
    """Give the periods until the present value of what was paid has come back; None if never."""
    return payback(discounted(flows, rate))


def benefit_cost_ratio(benefits: Flows, costs: Flows, rate: float) -> float | None:
    """Give the present value of benefits per present value of costs; None without costs.

    Both are told as amounts above nil.
    """
    cost = npv(costs, rate)
    return npv(benefits, rate) / cost if cost else None
