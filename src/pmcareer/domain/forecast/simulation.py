"""What a trial of a route draws: pace, effort and the months of every move.

A trial is one point of a Korobov lattice (Korobov 1959): every dimension is stratified by itself,
no two dimensions move together, and the same input gives the same trials.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import cache, partial
from itertools import product
from math import log, pi, sqrt
from typing import Protocol

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.gate import Gate
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.leg_times import Beginnings, Efforts
from pmcareer.domain.forecast.outlook import SEARCH
from pmcareer.domain.forecast.per_trial import Days
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.shared import Shared
from pmcareer.domain.roadmap.routes import ThreeMonths

TRIALS = 1009
"""A prime, so that every multiple of the lattice visits every stratum once."""
GENERATOR = 390
LEAST_EFFORT = 0.2
"""However well it goes, work takes a fifth of its estimate."""

StudyDays = Callable[[float, float], Days]
"""(credited hours, their standard deviation) to the working days that they take, per trial."""


class DrawnMonths(Protocol):
    """Draws days; the key makes it the same move in every route."""

    def __call__(self, key: str, months: ThreeMonths, spent: float = 0.0, /) -> Days:
        """Draw the days of these months, or what is left of them after so many days."""


PaceDays = Callable[[float, Sequence[float]], Days]
"""(credited hours, quantiles) to the working days in which they are done."""


@frozen
class Trials:
    """The draws that all routes share: two routes differ only by what differs in them."""

    count: int
    months: "DrawnMonths"
    """Days that a move, a detour, a search or a gate of others takes."""
    study: StudyDays
    stretch: Callable[[Days], Sequence[float]]
    """Days of work to calendar days: days off in between, and at the end a day of study."""
    worked: Callable[[Days], Sequence[float]]
    """Calendar days to days of work: days off left out."""
    gone: Beginnings = field(default_factory=dict, compare=False, repr=False)
    """Legs that were gone along in these trials: ways that begin alike share them."""
    efforts: Efforts = field(default_factory=dict, compare=False, repr=False)
    """When study was done in these trials: what waits for other months is studied alike."""


@cache
def lattice(dimension: int, count: int = TRIALS) -> tuple[float, ...]:
    """Compute a coordinate of every trial, strictly between 0 and 1; in dimension 0 ascending."""
    return tuple([(stratum + 0.5) / count for stratum in _strata(dimension, count)])


def _strata(dimension: int, count: int) -> Sequence[int]:
    """Say for every trial in which of as many strata it lies, counted from 0."""
    factor = pow(GENERATOR, dimension, count)
    return [(trial * factor + dimension) % count for trial in range(count)]


def triangular(shares: Sequence[float], months: ThreeMonths) -> Days:
    """Draw days from a triangle over min, likely, max months: its inverse distribution function."""
    low, mode, high = months
    if high <= low:
        return [mode * DAYS_PER_MONTH] * len(shares)
    turn = (mode - low) / (high - low)
    rise, fall = sqrt((high - low) * (mode - low)), sqrt((high - low) * (high - mode))
    days = []
    for u in shares:
        drawn = low + rise * sqrt(u) if u < turn else high - fall * sqrt(1 - u)
        days.append(drawn * DAYS_PER_MONTH)
    return days


@cache
def lattice_noise(count: int = TRIALS) -> tuple[float, ...]:
    """Draw the noise of the efforts in every trial, from dimension 1."""
    return tuple(effort_noise(lattice(1, count)))


def effort_noise(shares: Sequence[float]) -> list[float]:
    """Draw standard scores of a logistic distribution with variance 1, close to the normal."""
    scale = sqrt(3) / pi
    return [scale * log(u / (1 - u)) for u in shares]


def left_of(shares: Sequence[float], months: ThreeMonths, spent: float) -> Days:
    """Draw the days that are left of a search that has lasted so many days and is not over.

    At least a month, however long it has been going on, but no longer than a new one would take.
    """
    # From 2 to 8 months, likely 4. After 5 months a search of 3 is no longer possible: where 70 %
    # of all are over, the trial in the middle is the one in which 85 % are, 6 months: 1 is left.
    over = _share_over(months, spent / DAYS_PER_MONTH)
    fresh = triangular(shares, months)
    whole = triangular([over + (1 - over) * share for share in shares], months)
    return [
        min(new, max(DAYS_PER_MONTH, day - spent)) for new, day in zip(fresh, whole, strict=True)
    ]


def _share_over(months: ThreeMonths, spent: float) -> float:
    """Find the share of a triangle that lies below so many months."""
    low, mode, high = months
    if spent <= low:
        return 0.0
    if spent >= high:
        return 1.0
    if spent < mode:
        return (spent - low) ** 2 / ((high - low) * (mode - low))
    return 1 - (high - spent) ** 2 / ((high - low) * (high - mode))


def months_drawn(
    curriculum: Curriculum, count: int = TRIALS, shared: Shared | None = None
) -> DrawnMonths:
    """Return a drawer of months that keeps one dimension of the lattice per key.

    In `shared` the curriculum's keys are kept for other drawers.
    """

    # Not in the order in which they are asked for: then what a route draws would depend on which
    # routes were looked at before it, and the same plan could have two dates.
    @cache
    def places() -> dict[str, int]:
        # What has no key in the curriculum is numbered by each drawer for itself.
        make = partial(_numbered, curriculum)
        return dict((shared or Shared()).once(make, "months drawn", of=(curriculum,)))

    def draw(key: str, months: ThreeMonths, spent: float = 0.0, /) -> Days:
        known = places()
        return _drawn(2 + known.setdefault(key, len(known)), count, months, spent)

    return draw


# Drawn once, whoever asks: what is tried out draws the same months as what it is tried out against.
@cache
def _drawn(dimension: int, count: int, months: ThreeMonths, spent: float) -> Days:
    if spent:
        return left_of(lattice(dimension, count), months, spent)
    drawn = _in_each_stratum(months, count)
    return [drawn[stratum] for stratum in _strata(dimension, count)]


# Many things last from 6 to 24 months: in another order, the same draws.
@cache
def _in_each_stratum(months: ThreeMonths, count: int) -> Days:
    return triangular(lattice(0, count), months)


def _numbered(curriculum: Curriculum) -> Mapping[str, int]:
    return {key: number for number, key in enumerate(_keys(curriculum))}


def _keys(curriculum: Curriculum) -> dict[str, None]:
    """List the keys of all that lasts months, each once.

    Moves, detours, waits for detours, searches, and the gates that others decide.
    """
    moves = [move.key for move in curriculum.moves]
    detours = []
    for there, role in product(curriculum.roles, curriculum.roles):
        if there.detour and not role.detour:
            detours.append(f"move:{role.id}:{there.id}")
    waits = [f"{key}:wait" for key in detours if key in moves]
    searches = map(search_key, curriculum.roles)
    gates: list[Gate] = []
    for move in curriculum.moves:
        gates += move.gates
    for role in curriculum.roles:
        gates += role.gates
    return dict.fromkeys([*moves, *detours, *waits, *searches, *map(gate_key, gates)])


def search_key(role: Role) -> str:
    """Name the search for a role."""
    return f"{SEARCH}{role.id}"


def gate_key(gate: Gate) -> str:
    """Name the months that others take to open a gate; gates are named as roles may be."""
    return f"gate:{gate.id}"


def likely_months(_: str, months: ThreeMonths, spent: float = 0.0, /) -> Days:
    """Take the likely months, for a simulation of one trial."""
    whole = months[1] * DAYS_PER_MONTH
    return [min(whole, max(DAYS_PER_MONTH, whole - spent)) if spent else whole]


def middle_months(_: str, months: ThreeMonths, spent: float = 0.0, /) -> Days:
    """Take the median months, for a simulation of one trial."""
    return left_of((0.5,), months, spent) if spent else triangular((0.5,), months)


def study_drawn(pace_days: PaceDays, shares: Sequence[float], noise: Sequence[float]) -> StudyDays:
    """Return a drawer of days of study: the pace's, by how far the efforts turn out to be off."""
    least = min(noise, default=0.0)

    @cache
    def draw(hours: float, sd: float) -> Days:
        # 100 hours with a deviation of 20, in a trial with a score of 1.5: they take 1.3 times as
        # long as at this pace.
        days = pace_days(hours, shares)
        if not (sd and hours):
            return days
        spread = sd / hours
        both = zip(days, noise, strict=True)
        # As a rule no score is so low that anything has to be asked of each of a thousand.
        if 1 + spread * least >= LEAST_EFFORT:
            return [day * (1 + spread * score) for day, score in both]
        return [day * max(LEAST_EFFORT, 1 + spread * score) for day, score in both]

    return draw
