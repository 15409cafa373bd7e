"""What says where somebody stands."""

from collections.abc import Collection, Mapping
from datetime import date

from pmcareer.domain.coaching.advice import Said
from pmcareer.domain.coaching.mentoring import ToAsk
from pmcareer.domain.coaching.practices import PracticeKept
from pmcareer.domain.curriculum.items import Item, Role, Skill
from pmcareer.domain.forecast.basis import PaceBasis
from pmcareer.domain.forecast.outlook import RouteForecast
from pmcareer.domain.forecast.track_record import TrackRecord
from pmcareer.domain.gates.state import GateForecast
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.domain.person.ledger import Day
from pmcareer.domain.person.levels import SkillLevel
from pmcareer.domain.person.rhythm import Streak
from pmcareer.domain.person.steps import Awaited
from pmcareer.domain.person.weeks import Month, WeekOfWork
from pmcareer.domain.plan.earned import EarnedValue
from pmcareer.domain.plan.milestones import Milestone, Promise, Short
from pmcareer.domain.roadmap.workplan import Task

WORKED_ON = ("finished", "started")


@frozen
class StatusAnswer:
    """Everything that says where somebody stands."""

    today: date
    target: Role
    source: Role | None
    """The role one stands at."""
    short_titles: Mapping[str, str]
    """What each role is called where there is little room."""
    skills: Mapping[str, Skill]
    route: RouteForecast
    """The recommended one."""
    next_gate: GateForecast | None
    tasks: tuple[Task, ...]
    """Every exercise of it, prior learning left out."""
    pace: PaceBasis
    levels: Mapping[str, SkillLevel]
    streak: Streak
    week: int
    """Weeks since the first entry, with the present one; 0 in an empty logbook."""
    weeks: tuple[WeekOfWork, ...]
    month: Month | None
    days: tuple[Day, ...]
    balance: Mapping[str, float]
    short: Short | None
    earned: EarnedValue | None
    first: Item | None
    """What comes first today, a step or an exercise, as `next` says."""
    milestone: Milestone | None
    practices: tuple[PracticeKept, ...]
    practices_chosen: bool
    """Whether they were picked, and not only proposed."""
    awaited: tuple[Awaited, ...]
    """Answers that somebody owes, who is to be asked again first first."""
    titles: Mapping[str, str]
    mentor: ToAsk | None
    """The mentor who was named, and what to ask them next."""
    said: Said | None
    """The one piece of it that the screen says, on Mondays."""
    muted: Collection[str]
    """Parts of the screen that are not to be shown."""
    promise: Promise | None = None
    track: TrackRecord | None = None
    advice: tuple[Said, ...] = ()
    """All that applies; this and the two above only where --detail or a script asks for them."""
    detail: bool = False
    """All of it was asked for."""
    problems: Problems = ()

    @property
    def done(self) -> int:
        """How many exercises are finished."""
        return sum(task.state == "finished" for task in self.tasks)

    @property
    def share_done(self) -> float:
        """The part of the route's hours that is done, 0 to 1."""
        if not self.route.hours_left:
            return 1.0
        # Sums of many hours miss nought by a little: what is shown as 0 h is nothing.
        done = round(self.route.hours_done, 2)
        return done / (done + self.route.hours_left)

    @property
    def gates_met(self) -> int:
        """How many gates of the route are met."""
        return sum(not gate.status.missing for gate in self.route.gates)

    @property
    def has_entries(self) -> bool:
        """Tell whether anything was logged within half a year."""
        return any(day.entries for day in self.days)

    @property
    def is_begun(self) -> bool:
        """Tell whether there is anything to look back on."""
        return self.has_entries or any(task.state in WORKED_ON for task in self.tasks)

    def hours_left(self, skill: str) -> float:
        """Add up the hours left in a skill on the recommended route."""
        return sum(task.hours_left for task in self.tasks if task.exercise.skill == skill)

    def lacks(self, skill: str) -> int:
        """Count the levels of a skill that the target needs and that are missing."""
        return max(0, self.target.needs[skill] - self.levels[skill].level)

    def shows(self, widget: str) -> bool:
        """Tell whether a part of the screen was not muted."""
        return widget not in self.muted
