"""Answers that can be picked, and what each changes in a plan while it counts."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from pmcareer.domain.curriculum.items import Item
from pmcareer.domain.ground.record import Id, Ids, Level, Record, Rows, Text
from pmcareer.domain.ground.vocabulary import (
    LEAST_WEIGHT,
    MOST_WEIGHT,
    Background,
    PmoType,
    Projects,
    PromptMoment,
    Service,
)

MOST_ASSUMED = 3
"""An answer is one's own word: it counts up to the same level as a rating of oneself."""

Assumed = Annotated[int, Field(ge=1, le=MOST_ASSUMED)]
Weight = Annotated[float, Field(ge=LEAST_WEIGHT, le=MOST_WEIGHT)]
Times = Annotated[float, Field(ge=0.5, le=2)]
Wider = Annotated[float, Field(ge=1, le=2)]


def _as_list(value: object) -> object:
    """Read one word as a list of one."""
    return (value,) if isinstance(value, str) else value


Several = Annotated[Ids, BeforeValidator(_as_list)]


class Says(Record):
    """What of the profile an answer says, as if it had been said there on the same day."""

    projects: Projects | None = None
    """The kind of projects that one wishes for."""
    pmo_type: PmoType | None = None
    """What kind of PMO it is."""
    pmo_services: Rows[Service] | None = None
    """What the PMO really delivers."""
    background: Background | None = None
    """What was done before."""
    context: Several = ()
    """Words of one's situation, added to those that are there."""
    hours_per_week: Annotated[float, Field(gt=0, le=80)] | Literal["as-kept"] | None = None
    """Hours a week; "as-kept": the median of the four weeks before."""
    looking: Annotated[bool, Field(strict=True)] = False
    """One looks for a post since that day, unless another was said."""
    target: Mapping[Id, Id] = {}
    """The role to head for, by the one that one headed for."""
    nearer: bool = False
    """One heads for the next role on the way to the target, not for the target."""
    without: Several = ()
    """Detours not wanted, added to those that are not; "all" is every one."""
    offers: Several = ()
    """Detours that are welcome again, taken out of those not wanted; "all" is every one."""


# Built without a look: what looks is made only when some answer is read.
SAYS_NOTHING = Says.model_construct()


class Effects(Record):
    """What changes in a plan while an answer counts."""

    weights: Mapping[Id, Weight] = {}
    """Factors of skills in the order of work, 0.5 to 1.5."""
    levels: Mapping[Id, Assumed] = {}
    """Levels taken for granted, 1 to 3, until somebody rates the skill."""
    stands: Mapping[Id, Mapping[Id, Level]] = {}
    """By role held the levels that it is taken to stand at, instead of those that it needs."""
    search: Times = 1.0
    """Factor on the months of a search for a post, 0.5 to 2."""
    detours: Times = 1.0
    """Factor on the months of a search for a detour, beside `search`."""
    gates: Times = 1.0
    """Factor on the months that others take to open a gate, 0.5 to 2."""
    width: Wider = 1.0
    """Factor on the range of all months that others decide, 1 to 2; study keeps its own."""
    first: Ids = ()
    """Exercises that come before all others, as far as they are asked for."""
    begun: Ids = ()
    """Steps that are behind one: what they ask for is under way."""
    asks: Ids = ()
    """Exercises that are asked for beside those of the role."""
    advice: Ids = ()
    """Advice that is said whatever its conditions say."""
    practices: Ids = ()
    """Practices that are proposed before others."""
    prefer: Ids = ()
    """Roles: ways through one of them are preferred, where there is one."""
    minutes: Annotated[int, Field(ge=10, le=240)] | None = None
    """Study is proposed in pieces of so many minutes."""
    days: Annotated[int, Field(ge=1, le=3660)] | None = None
    """For so many days it counts; for good where this is left out."""
    reminds: Annotated[int, Field(ge=1, le=366)] | None = None
    """So many days after it was said one is asked what came of it."""
    meets: bool = False
    """One has met the mentor on the day of the answer."""
    loses: bool = False
    """One has no mentor any more, until one speaks with them again or names somebody."""
    profile: Says = SAYS_NOTHING
    """What of the profile it says."""


CHANGES_NOTHING = Effects.model_construct()


class Choosable(Record):
    """An answer to pick."""

    id: Id
    """Its name for ever, among the answers to one question."""
    text: Text
    """The answer, in a few words."""
    effects: Effects = CHANGES_NOTHING
    """What it changes; without any, nothing."""
    go: Text | None = None
    """A command to go on with."""


Choosables = Rows[Choosable]


class Prompt(Item):
    """A question whose answer is kept."""

    text: Text
    """What is asked."""
    when: Rows[PromptMoment] = ()
    """When it is asked."""
    roles: Ids = ()
    """Asked in these roles only; without any, in all."""
    changes: Text | None = None
    """What the answer changes."""
    answers: Choosables = ()
    """Answers to pick, and what each changes."""
    several: bool = False
    """More than one of them can be picked at a time."""
    of_mentor: bool = False
    """Asked only of those who have named a mentor; {mentor} in the text is the name."""


class Saying(Item):
    """A key of the profile whose words change something: pmo-type, culture, mentor."""

    text: Text
    """What is asked."""
    changes: Text | None = None
    """What the word changes."""
    answers: Choosables = ()
    """The words, and what each changes."""
    otherwise: Id | None = None
    """The one of them that is meant by any other text, as by a name."""
    yields_to: Ids = ()
    """Prompts: who has picked an answer to one of them has said it better there."""

    @property
    def key(self) -> str:
        """Its key in the profile."""
        return self.id.replace("-", "_")
