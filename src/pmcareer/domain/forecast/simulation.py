"""What a trial of a route draws: pace, effort and the months of every move.

A trial is one point of a Korobov lattice (Korobov 1959): every dimension is stratified by itself,
no two dimensions move together, and the same input gives the same trials.
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import product
from math import log, pi, sqrt

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.forecast.per_trial import Days
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.roadmap.routes import ThreeMonths

TRIALS = 1009
"""A prime, so that every multiple of the lattice visits every stratum once."""
GENERATOR = 390
LEAST_EFFORT = 0.2
"""However well it goes, work takes a fifth of its estimate."""

StudyDays = Callable[[float, float], Days]
"""(credited hours, their standard deviation) to the working days that they take, per trial."""

PaceDays = Callable[[float, Sequence[float]], Days]
"""(credited hours, quantiles) to the working days in which they are done."""


@frozen
class Trials:
    """The draws that all routes share: two routes differ only by what differs in them."""

    count: int
    months: Callable[[str, ThreeMonths], Days]
    """Days that a move or a detour lasts; the key makes it the same move in every route."""
    study: StudyDays
    stretch: Callable[[Days], Sequence[float]]
    """Days of work to calendar days: days off in between, and at the end a day of study."""
    worked: Callable[[Days], Sequence[float]]
    """Calendar days to days of work: days off left out."""


@cache
def lattice(dimension: int, count: int = TRIALS) -> tuple[float, ...]:
    """Compute a coordinate of every trial, strictly between 0 and 1; in dimension 0 ascending."""
    factor = pow(GENERATOR, dimension, count)
    return tuple([((i * factor + dimension) % count + 0.5) / count for i in range(count)])


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


def months_drawn(curriculum: Curriculum, count: int = TRIALS) -> Callable[[str, ThreeMonths], Days]:
    """Return a drawer of months that keeps one dimension of the lattice per key."""
    # Not in the order in which they are asked for: then what a route draws would depend on which
    # routes were looked at before it, and the same plan could have two dates.
    places = {key: number for number, key in enumerate(_keys(curriculum))}

    @cache
    def draw(key: str, months: ThreeMonths) -> Days:
        dimension = 2 + places.setdefault(key, len(places))
        return triangular(lattice(dimension, count), months)

    return draw


def _keys(curriculum: Curriculum) -> dict[str, None]:
    """List the keys of all that lasts months, each once: moves, detours, and waits for detours."""
    moves = [move.key for move in curriculum.moves]
    detours = []
    for there, role in product(curriculum.roles, curriculum.roles):
        if there.detour and not role.detour:
            detours.append(f"move:{role.id}:{there.id}")
    waits = [f"{key}:wait" for key in detours if key in moves]
    return dict.fromkeys([*moves, *detours, *waits])


def likely_months(_: str, months: ThreeMonths) -> Days:
    """Take the likely months, for a simulation of one trial."""
    return [months[1] * DAYS_PER_MONTH]


def middle_months(_: str, months: ThreeMonths) -> Days:
    """Take the median months, for a simulation of one trial."""
    return triangular((0.5,), months)


def study_drawn(pace_days: PaceDays, shares: Sequence[float], noise: Sequence[float]) -> StudyDays:
    """Return a drawer of days of study: the pace's, by how far the efforts turn out to be off."""

    @cache
    def draw(hours: float, sd: float) -> Days:
        # 100 hours with a deviation of 20, in a trial with a score of 1.5: they take 1.3 times as
        # long as at this pace.
        spread = sd / hours if hours else 0.0
        both = zip(pace_days(hours, shares), noise, strict=True)
        return [day * max(LEAST_EFFORT, 1 + spread * score) for day, score in both]

    return draw
