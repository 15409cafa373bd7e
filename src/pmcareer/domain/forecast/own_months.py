"""The day on which a gate of months has all it asks for, wherever on the way that is."""

from collections.abc import Iterable, Iterator, Sequence
from math import inf

from pmcareer.domain.curriculum.gate import Gate
from pmcareer.domain.forecast.leg_times import LegTimes, Walked
from pmcareer.domain.forecast.per_trial import Days, minus
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.routes import Leg, months_a_month, share_for


@frozen
class _Stretch:
    """Days on end in one post, of each of which the same part counts for a gate."""

    share: float
    start: Days
    end: Days

    def leaves(self, waiting: Iterable[int], lacking: Days, served: Days) -> list[int]:
        """Put down the day on which trials lack no work; list those that lack some after it.

        What it gives is taken from the days of work that these lack.
        """
        # In one loop: a plan asks it of a hundred thousand trials.
        share, starts, ends = self.share, self.start, self.end
        after: list[int] = []
        for trial in waiting:
            on = starts[trial] + lacking[trial] / share
            if on > ends[trial]:
                lacking[trial] -= (ends[trial] - starts[trial]) * share
                after.append(trial)
            else:
                served[trial] = on
        return after


def months_served_on(
    person: Person, legs: Sequence[Leg], walked: Walked, status: GateStatus
) -> Days:
    """Find the day in every trial on which the months of a gate of the last leg are served.

    Months go on while one waits for a detour or looks for one, and those of a gate of a later
    stage may be complete before it begins. A walk has such a gate open with its stage: that ends
    no earlier for it.
    """
    # Of 36 months 33 are on record. A detour begins in 5 months, the stage after it in 30: the
    # three that lack are served in three months, in the present post.
    days = list(walked[-1].gates[status.gate.id])
    lacking = [status.missing * DAYS_PER_MONTH] * len(days)
    waiting: Sequence[int] = range(len(days))
    # All trials at once, and from post to post only those that are served in none before it.
    for stretch in _stretches(person, legs, walked, status.gate):
        waiting = stretch.leaves(waiting, lacking, days)
        if not waiting:
            break
    return days


def _stretches(
    person: Person, legs: Sequence[Leg], walked: Walked, gate: Gate
) -> Iterator[_Stretch]:
    """Go through all posts that count for a gate in their order; the last is left when it is."""
    for leg, times in zip(legs, walked, strict=False):
        end = [inf] * len(times.finish) if leg is legs[-1] else times.finish
        for share, start, until in _posts(person, leg, times, gate, end):
            if share:
                yield _Stretch(share=share, start=start, end=until)


def _posts(
    person: Person, leg: Leg, times: LegTimes, gate: Gate, end: Days
) -> Iterator[tuple[float, Days, Days]]:
    """List what one is in on a leg: the role, and in turn the detours and the role again."""
    in_role = months_a_month(person, leg, gate)
    here = times.start
    for detour in leg.detours:
        back = times.detour_ends[detour.key]
        away = minus(back, times.in_detour[detour.key])
        yield in_role, here, away
        there = share_for(detour.role, gate)
        yield max(there, in_role) if detour.role.beside else there, away, back
        here = back
    yield in_role, here, end
