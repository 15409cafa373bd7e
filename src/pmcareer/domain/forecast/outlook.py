"""What a forecast says: dates with their chances, stage by stage, and what decides them."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import MONTHS
from pmcareer.domain.roadmap.routes import Route, ToProve
from pmcareer.domain.roadmap.stages import Stages
from pmcareer.domain.roadmap.workplan import Task

EFFORT = "effort"
"""Study among what can decide a date; a gate goes by its id, a move or a search by its key."""
SEARCH = "search:"
"""What the keys of searches begin with."""
MOVE = "move:"
"""What the keys of moves and detours begin with."""
BEYOND = "beyond twenty years"
"""Where a date would be that no forecast gives."""

COUNTS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
"""Numbers in words, each in its own place."""

YOU_HOLD_IT = "you hold it"
"""Why there is no day on which one is in a role that one is in already."""
BY_RATING = "no day: the levels are rated, and there is nothing to study for them"
"""Why there is no date where a curriculum asks for levels and has no exercises for them."""
NOTHING_ASKED = "no day: the curriculum asks for nothing on the way there"
"""Why there is none where there is nothing to do, to serve or to wait for."""


@frozen
class Pauses:
    """What makes a range wide: some who keep going come to little, as a rule by long pauses."""

    share: float
    """How many of those who keep going do, 0 to 1."""
    hours_per_week: float
    """What they come to at most, their pauses counted in."""
    p80: date | None
    """The day by which eight in ten of the others are there."""

    @property
    def words(self) -> str:
        """Say how many are slow, and when eight in ten of the others are there."""
        hours = f"{round(self.hours_per_week, 1):g} h a week"
        return f"one in {self._of_so_many} does under {hours}; 8 in 10 of the rest by {self._by}"

    @property
    def _of_so_many(self) -> str:
        count = round(1 / self.share)
        return COUNTS[min(max(count, 2), len(COUNTS) - 1)]

    @property
    def _by(self) -> str:
        return f"{MONTHS[self.p80.month - 1]} {self.p80.year}" if self.p80 else BEYOND


@frozen
class Dates:
    """When something is done: if the promise is kept, and with what probability otherwise."""

    kept: date | None
    """The promised day, or P50 where own pace brings that earlier."""
    p10: date | None
    p50: date | None
    p80: date | None
    p95: date | None
    likely: date | None
    """P50 as screens show it: of a route's end it is held through a week."""
    safe: date | None
    """P80 of the same day's trials as `likely`."""
    reason: str | None = None
    """Why a date is missing."""
    promised: date | None = None
    """The day if the promise is kept, however much earlier own pace brings it."""
    by_others: bool = False
    """In the typical trial months decide it that others decide: there is no day to name."""
    is_earliest: bool = False
    """Gates that others open lie before it and have no months: it can be later, never earlier."""
    pauses: Pauses | None = None
    """None where the range is not wide, or is so for another reason."""

    @property
    def late_because(self) -> str:
        """Say why the safe day is so late, where those who pause make it so; else ""."""
        if self.pauses is None or self.is_earliest or not self._has_between(self.pauses.p80):
            return ""
        return f"So late: {self.pauses.words}."

    def _has_between(self, day: date | None) -> bool:
        """Tell whether a day lies between the two that are shown, which may be held ones."""
        if not (day and self.likely):
            return False
        return self.likely < day < (self.safe or date.max)

    @property
    def is_undated(self) -> bool:
        """Tell whether there is no date since nothing is asked for that takes time."""
        return self.reason in (BY_RATING, NOTHING_ASKED)

    @property
    def is_shut(self) -> bool:
        """Tell whether there is no date since a gate on the way is never met."""
        others = (BEYOND, BY_RATING, NOTHING_ASKED, YOU_HOLD_IT, None)
        return self.p50 is None and self.reason not in others

    @property
    def is_held(self) -> bool:
        """Tell whether there is no date since the role is held."""
        return self.reason == YOU_HOLD_IT

    @property
    def is_promise_faster(self) -> bool:
        """Tell whether whoever keeps the promise is done before one in two is."""
        halves = [day for day in (self.p50, self.likely) if day]
        return self.kept is not None and all(self.kept < half for half in halves)


@frozen
class SearchLength:
    """How many months a search takes from its beginning, and what that is taken from."""

    p50: float
    p80: float
    assumed: tuple[float, float, float]
    """Months as the curriculum has them: min, likely, max."""
    since: date | None = None
    """The day on which it began, where that is on record."""


@frozen
class StageForecast:
    """A stage of a route, or a detour inside it, with its dates."""

    role: str
    move: str | None
    detour: str | None
    tasks: tuple[Task, ...] = ()
    slack_days: Mapping[str, int | None] = field(default_factory=dict)
    gates: tuple[GateForecast, ...] = ()
    to_prove: tuple[ToProve, ...] = ()
    """Levels that one comes to in its role alone."""
    start: Dates
    study: Dates
    ready: Dates
    """When one may apply."""
    finish: Dates
    search: SearchLength | None = None
    """None where there is nobody to ask: in a curriculum without a map, and in the role."""
    found: Dates | None = None
    """When its search is over, and of a detour when it begins; None of a stage without a search."""
    opening: Mapping[str, Dates] = field(default_factory=dict)
    """When each gate opens that is still to be met, where months are drawn for it."""
    stay: tuple[float, float, float] | None = None
    """The months that one usually stays on a detour: min, likely, max; None of a stage."""


@frozen
class Link:
    """A piece of the critical path."""

    id: str
    start: date | None
    finish: date | None

    @property
    def kind(self) -> str:
        """Effort, move, search, or else gate."""
        if self.id == EFFORT:
            return EFFORT
        if self.id.startswith(SEARCH):
            return "search"
        return "move" if self.id.startswith(MOVE) else "gate"


@frozen
class RouteDates:
    """A route and when it is likely done: all that most routes are ever asked."""

    route: Route
    stages: Stages
    hours_p80: float
    study: Dates
    ready: Dates
    """When one may apply."""
    finish: Dates
    finish_days: tuple[float, ...]
    """Days from today per trial, ascending; infinite where a gate never opens."""
    study_days: tuple[float, ...]
    ready_days: tuple[float, ...]

    @property
    def hours_left(self) -> float:
        """Credited hours still to earn: the mean, which is the median too."""
        return sum(stage.hours_left for stage in self.stages)

    @property
    def hours_done(self) -> float:
        """Credited hours earned, prior learning left out."""
        return sum(stage.hours_done for stage in self.stages)


@frozen
class RouteForecast(RouteDates):
    """A route with its dates and all that stands behind them."""

    stage_forecasts: tuple[StageForecast, ...]
    """The stages and detours in order, with their dates."""
    drivers: Mapping[str, float]
    """What decided the finish, with the share of trials in which it did; the largest first."""
    critical_path: tuple[Link, ...]
    """The longest chain of spans, gates and moves in time order, ending in the driver."""

    @property
    def driver(self) -> str:
        """What decides the finish most often: effort, a gate's id, a move, or a search."""
        return next(iter(self.drivers))

    @property
    def has_nothing_to_set(self) -> bool:
        """Tell whether no date is open: study would decide it, and none is left."""
        return self.driver == EFFORT and not self.hours_left

    @property
    def gates(self) -> tuple[GateForecast, ...]:
        """The gates of all its stages, in order."""
        return tuple(gate for stage in self.stage_forecasts for gate in stage.gates)
