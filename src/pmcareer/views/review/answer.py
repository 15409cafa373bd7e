"""What happened since a day, and what is asked about it."""

from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.coaching.advice import Said
from pmcareer.domain.coaching.mentoring import ToAsk
from pmcareer.domain.coaching.prompts import Recall
from pmcareer.domain.coaching.review import DoneLately, Hours, PracticeLately
from pmcareer.domain.curriculum.items import Item, Role
from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.forecast.track_record import TrackRecord
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.domain.logbook.entries import Did
from pmcareer.domain.person.step_counts import StepProgress
from pmcareer.domain.person.steps import Awaited
from pmcareer.domain.plan.aim import Aim
from pmcareer.domain.plan.drift import Moved
from pmcareer.domain.plan.earned import EarnedValue
from pmcareer.views.parts.entries import Titles
from pmcareer.views.parts.text import hours

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.answers import Prompt

CREDIT = "Who deserves the credit?"
LOOK_BACK = (
    "Two weeks in: what helped, what got in the way, "
    "and is {hours} a week still the promise you want to make?"
)
RECALL = 'From memory: what did you hand over for "{title}", and what would you do otherwise?'


@frozen
class Reviewed:
    """What happened since a day, and what it asks."""

    today: date
    target: Role
    hours_per_week: float
    since: date
    done: tuple[DoneLately, ...]
    steps: tuple[Did, ...]
    """What was done with people, and which gates were confirmed."""
    awaited: tuple[Awaited, ...]
    titles: Titles
    hours: Hours
    shown: RouteDates
    """The recommended route as screens date it."""
    drift: Moved | None
    questions: "tuple[Prompt, ...]"
    """Due and unanswered, the one to ask first."""
    recall: Recall | None
    milestone: str | None
    thanking: str | None
    """The practice of thanking somebody for one concrete act, where the curriculum has it."""
    looks_back: bool
    mentor: ToAsk | None
    """The mentor who was named, and what to ask them next."""
    first: Item | None
    """What comes first now, a step or an exercise, as `next` says."""
    aim: Aim | None = None
    """The certificate that the profile aims at."""
    earned: EarnedValue | None = None
    track: TrackRecord | None = None
    practices: tuple[PracticeLately, ...] = ()
    practices_chosen: bool = False
    search: StepProgress | None = None
    """The step of the job search to take, once it is open."""
    advice: Said | None = None
    """This and the five above only where --detail or a script asks for them."""
    detail: bool = False
    """All of it was asked for."""
    problems: Problems = ()

    @property
    def credit_text(self) -> str | None:
        """What is asked at a milestone."""
        if self.milestone is None:
            return None
        if self.thanking is None:
            return CREDIT
        return f"{CREDIT} Tell them, and: pmcareer log {self.thanking}"

    @property
    def look_back_text(self) -> str | None:
        """What is asked once, after two weeks."""
        if self.looks_back:
            return LOOK_BACK.format(hours=hours(self.hours_per_week))
        return None


def recall_text(recall: Recall) -> str:
    """Ask to remember an exercise, and say what to check it against."""
    asked = RECALL.format(title=recall.exercise.title)
    return f"{asked} {_check(recall)}"


def _check(recall: Recall) -> str:
    if recall.finished.note:
        return "Check it against your note."
    return f"Then look it up: pmcareer show {recall.exercise.id}"
