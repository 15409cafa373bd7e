"""What a plan answers, and its words for roles, routes and what decides a date."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.coaching.advice import Said
from pmcareer.domain.coaching.because import Because
from pmcareer.domain.curriculum.items import Item, Role
from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.forecast.outlook import RouteDates, RouteForecast
from pmcareer.domain.forecast.track_record import TrackRecord
from pmcareer.domain.gates.wording import short
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.domain.plan.aim import Aim
from pmcareer.domain.plan.applying import Applying
from pmcareer.domain.plan.by_day import By
from pmcareer.domain.plan.choice import Choice
from pmcareer.domain.plan.drift import Drift
from pmcareer.domain.plan.earned import EarnedValue
from pmcareer.domain.plan.levers import Lever
from pmcareer.domain.plan.new_edition import NewEdition
from pmcareer.domain.plan.timeline import Timeline
from pmcareer.domain.plan.told import Told
from pmcareer.domain.roadmap.actions import ActionsByRole
from pmcareer.domain.roadmap.routes import Route
from pmcareer.views.parts.text import if_said, joined

if TYPE_CHECKING:
    from pmcareer.domain.logbook.entries import Baseline


FROM_NOTHING = (
    "It starts from nothing. Say where you stand: --from ROLE, or pmcareer profile --role ROLE "
    "--since DATE"
)
NO_MONTH_COUNTS = "; until then no month counts"


@frozen
class Saved:
    """A baseline that was just kept."""

    entry: "Baseline"
    logbook: str
    is_first: bool
    told: Told | None
    """How far the dates moved since the entry before."""
    is_stored: bool = True


@frozen
class PlanAnswer:
    """A plan, and which of its routes is shown."""

    today: date
    target: Role
    source: Role | None
    """The role the way starts from; None where the start is nobody's place."""
    is_from_nothing: bool
    """No role was said: the way starts from the map's first."""
    roles: Mapping[str, Role]
    short_titles: Mapping[str, str]
    routes: tuple[RouteDates, ...]
    """Every route, the recommended one first; that alone where no other one is shown."""
    ways: int
    """How many routes there are."""
    in_full: tuple[RouteForecast, ...]
    """The same with what stands behind their dates; empty where only one of them is shown."""
    chosen: RouteForecast
    is_weak: bool
    """So wide a range that the log has to sharpen it."""
    pace: PaceBasis
    idle_hours: float = 0.0
    """Hours a week that the study of the chosen route could do without."""
    chance_with_stopping: float | None = None
    """Of the study by its likely day; only where every exercise or figure is shown."""
    because: tuple[Because, ...] = ()
    """The answers that change it."""
    first: Item | None = None
    """What comes first today, a step or an exercise, as `next` says."""
    first_minutes: int = 0
    """What a step that comes first still takes."""
    actions: Mapping[str, ActionsByRole] = field(default_factory=dict)
    """The steps of each route; empty where they are not asked for."""
    timelines: Mapping[str, Timeline] = field(default_factory=dict)
    """By the ids of routes what they are in time: of the chosen one, and of all in full."""
    applying: Applying | None = None
    """The next role that one applies for on the chosen route."""
    drift: Drift | None = None
    by: By | None = None
    levers: tuple[Lever, ...] = ()
    earned: EarnedValue | None = None
    track: TrackRecord | None = None
    advice: tuple[Said, ...] = ()
    """This and the two above only where --detail or a script asks for them."""
    overruns: tuple[str, ...] = ()
    """What under way has run past its estimate."""
    aim: Aim | None = None
    """The certificate that the profile aims at, beside the study."""
    unsaid: tuple[str, ...] = ()
    """Questions that the date rests on, each with its command."""
    nearer: Role | None = None
    """A target to plan first: where a step back would lead, or on the way to one too far off."""
    weighs: str = ""
    """A way in, or a choice, that fits; with its first step."""
    choice: Choice | None = None
    """What the way costs that was chosen; None where none was."""
    edition: NewEdition | None = None
    """What the curriculum asks since it was last used; None where that is nothing, or is known."""
    saved: Saved | None = None
    shows_all: bool = False
    shows_detail: bool = False
    compares: bool = False
    shows_why: bool = False
    problems: Problems = ()

    @property
    def timeline(self) -> Timeline:
        """The chosen route in time."""
        return self.timelines[self.chosen.route.id]

    @property
    def hints(self) -> tuple[str, ...]:
        """What would make the plan one's own."""
        if not self.is_from_nothing:
            return ()
        legs = self.chosen.route.legs
        asks_for_months = any(leg.gates or max(leg.months) for leg in legs)
        return (f"{FROM_NOTHING}{NO_MONTH_COUNTS if asks_for_months else ''}.",)

    def title_of(self, role: str) -> str:
        """Return what a role is called where there is little room."""
        return self.short_titles[role]

    def name_of(self, driver: str, route: Route | None = None) -> str:
        """Say in words what a driver's key means, on the route that is shown or on another."""
        if driver == "effort":
            return "the study"
        if driver.startswith("move:"):
            return self._move_named(*driver.split(":")[1:])
        if driver.startswith("search:"):
            return f"the search for a post as {self.title_of(driver.split(':')[1])}"
        words = {}
        for leg in (route or self.chosen.route).legs:
            words.update({status.gate.id: status.words for status in leg.gates})
        return words.get(driver, driver)

    def _move_named(self, source: str, target: str) -> str:
        # A detour is known by where it leads, a move by the role whose months it takes.
        there = self.roles[target]
        if there.detour:
            return _stay_words(self.title_of(target), there)
        return f"the months as {self.title_of(source)}"

    @property
    def way(self) -> str:
        """Say from where the chosen route leads, and by which way."""
        if self.chosen.finish.is_held:
            return "your role, and what is still to be shown for it"
        if self.chosen.route.is_return:
            return self._way_back(self.chosen.route)
        # Who said of no role that they hold it stands nowhere, and least of all at the goal.
        if self.source in (None, self.target):
            return f"from nothing, {self.way_of(self.chosen.route)}"
        start = self.title_of(self.source.id)
        return f"from {start}, {self.way_of(self.chosen.route)}"

    def _way_back(self, route: Route) -> str:
        """Say from where, and to what, somebody comes back."""
        held = self.title_of(route.legs[0].source.id)
        if len(route.legs) > 1:
            return f"back as {held} after a break, then {self.way_of(route)}"
        return f"back after a break{if_said(', with {}', joined(self._detours(route)))}"

    def way_of(self, route: Route) -> str:
        """Say the roles between, and the detours."""
        between = [self.title_of(role.id) for role in route.between]
        way = if_said("by way of {}", joined(between)) or "straight"
        return way + if_said(", with {}", joined(self._detours(route)))

    @property
    def posts(self) -> list[str]:
        """The ids of the posts on the way, in the order in which they are taken."""
        found: list[str] = []
        for leg in self.chosen.route.legs:
            found += [*leg.detour_ids, leg.target.id]
        return found[:-1]

    def _detours(self, route: Route) -> list[str]:
        return [self.title_of(detour.role.id) for leg in route.legs for detour in leg.detours]


def _stay_words(title: str, detour: Role) -> str:
    """Name the time that one usually spends on a detour."""
    if detour.months is None:
        return f"the usual stay in {title}"
    least, _, most = map(short, detour.months)
    return f"the usual stay in {title} ({least} to {most} months)"
