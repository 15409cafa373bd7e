"""What a trial of a route draws, pace, effort and the months of every move, and what it finds.

A trial is one point of a Korobov lattice (Korobov 1959): every dimension is stratified by itself, no two dimensions
move together, and the same input gives the same trials. Times are days from today, one list entry per trial.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import log, pi, sqrt

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.calendar import DAYS_PER_MONTH
from pmcareer.domain.roadmap.routes import ThreeMonths

TRIALS = 1009
"""A prime, so that every multiple of the lattice visits every stratum once."""
GENERATOR = 390
EFFORT = "effort"

Days = list[float]
StudyDays = Callable[[float, float], Days]
"""(credited hours, their standard deviation) to the working days that they take, per trial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trials:
    """The draws that all routes share, so that two routes or two what-ifs differ only by what differs in them."""

    count: int
    months: Callable[[str, ThreeMonths], Days]
    """The days that a move or a detour lasts, per trial; the key makes it the same move in every route."""
    study: StudyDays
    stretch: Callable[[Days], Sequence[float]]
    """Working days to calendar days: days off in between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegWork:
    """What a leg asks to be studied, in credited hours."""

    hours_until_here: float
    """All that is left in this leg and the legs before it."""
    sd_until_here: float
    standing_hours: float
    """The part that opens only when the leg's from-role is reached."""
    spans: tuple[tuple[float, float], ...] = ()
    """(hours before the exercise starts, least days from its start to the end of its chain)."""
    not_before: tuple[tuple[float, float], ...] = ()
    """(days until something put off may begin, its hours)."""


@dataclass(slots=True, kw_only=True)
class LegTimes:
    """When a leg begins and ends, and what decided its end; days from today, per trial."""

    start: Days
    study: Days
    finish: Days
    contenders: tuple[tuple[str | list[str], Sequence[float]], ...]
    """What the finish is the latest of, by name; a list names it per trial."""
    gates: dict[str, Days]
    detour_ends: dict[str, Days]
    in_role: Days
    """Days spent in the from-role, detours left out."""
    in_detour: dict[str, Days] = field(default_factory=dict)

    def decided_by(self, trial: int) -> str:
        """Name what decided the end in a trial; nothing where the leg took no time at all."""
        latest = self.finish[trial]
        if latest <= self.start[trial]:
            return ""
        name = next(name for name, days in self.contenders if days[trial] == latest)
        return name if isinstance(name, str) else name[trial]


def lattice(dimension: int, count: int = TRIALS) -> list[float]:
    """Give one coordinate of every trial, strictly between 0 and 1; dimension 0 ascends with the trial."""
    step = pow(GENERATOR, dimension, count)
    return [((i * step + dimension) % count + 0.5) / count for i in range(count)]


def triangular(shares: Sequence[float], months: ThreeMonths) -> Days:
    """Draw days from a triangle over min, likely, max months by its inverse distribution function."""
    low, mode, high = months
    if high <= low:
        return [mode * DAYS_PER_MONTH] * len(shares)
    turn = (mode - low) / (high - low)
    rise, fall = sqrt((high - low) * (mode - low)), sqrt((high - low) * (high - mode))
    return [
        (low + rise * sqrt(u) if u < turn else high - fall * sqrt(1 - u)) * DAYS_PER_MONTH
        for u in shares
    ]


def effort_noise(shares: Sequence[float]) -> list[float]:
    """Give standard scores of a logistic distribution with variance 1, close to the normal and a little wider."""
    scale = sqrt(3) / pi
    return [scale * log(u / (1 - u)) for u in shares]


def months_drawn(curriculum: Curriculum, count: int = TRIALS) -> Callable[[str, ThreeMonths], Days]:
    """Give a drawer of months that keeps one dimension of the lattice per key."""
    places: dict[str, int] = {move.key: number for number, move in enumerate(curriculum.moves)}
    drawn: dict[tuple[str, ThreeMonths], Days] = {}

    def draw(key: str, months: ThreeMonths) -> Days:
        if (key, months) not in drawn:
            dimension = 2 + places.setdefault(key, len(places))
            drawn[key, months] = triangular(lattice(dimension, count), months)
        return drawn[key, months]

    return draw
