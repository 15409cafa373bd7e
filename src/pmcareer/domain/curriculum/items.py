"""What a curriculum is made of: skills, exercises, roles with gates, and moves between them."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from pmcareer.domain.curriculum.gate import Gates
from pmcareer.domain.curriculum.part import Part
from pmcareer.domain.ground.conditions import When
from pmcareer.domain.ground.record import (
    Fraction,
    Id,
    Ids,
    Lenient,
    Level,
    Months,
    Positive,
    Record,
    Rows,
    Text,
    Texts,
    ThreePoint,
    Work,
)
from pmcareer.domain.ground.vocabulary import SIDES, Background, StarQuestion

FrameworkTask = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,63}:[a-z0-9][a-z0-9-]{0,63}$")]
"""An item of a published framework: the framework's id, a colon, the item's own."""
# How the program takes an item is no part of what it says: screens and scripts do not show it.
Unshown = Field(exclude=True)

EASY_HOURS = 4
"""Likely hours of an exercise that is fit to be the first of all: it fits a week beside a job."""


class Item(Record):
    """What every item of a curriculum has."""

    id: Id
    """Its name for ever: lower-case letters, digits and dashes."""
    title: Text
    """What people call it, in a line."""
    sources: Texts = ()
    """Where a claim comes from: a book, a person, an address."""
    replaces: Ids = ()
    """Ids this item was known by before: progress under them counts here."""
    retired: bool = False
    """Kept for its history; asked of nobody."""


class Side(Item):
    """A side of the work that hours are balanced over, such as those of PMI's Talent Triangle."""


def _usual_side(name: str) -> Side:
    # Every start has them: checking what we write ourselves would build a validator each time.
    return Side.model_construct(id=name, title=name.replace("-", " ").capitalize())


USUAL_SIDES = tuple(map(_usual_side, SIDES))
"""The sides of a curriculum that names none: those of the Talent Triangle."""


class ShownInPost(Record):
    """How far what a role needs is shown by having held it for so many months."""

    months: Months
    """On record in the role."""
    level: Annotated[int, Field(ge=1, le=4)]
    """Up to which level its needs count as shown; for 5 others have to say so."""


class ShownBy(Record):
    """What on record shows a level of a skill, as long as nobody has rated the skill."""

    work: Work
    """The kind of work."""
    months: Months
    """Months of it on record."""
    closed: Annotated[int, Field(ge=0, le=100)] = 0
    """Projects led to their end, beside the months."""
    level: Annotated[int, Field(ge=1, le=3)]
    """What that shows: as much as one's own word may, at most."""


class Skill(Item):
    """A competence with levels 0 to 5."""

    side: Id | None = None
    """The side that its hours count for; none where it is left out."""
    summary: Text | None = None
    """What it is, in a sentence."""
    levels: Texts = ()
    """What can be seen at level 0, 1, … 5."""
    work: Work | None = None
    """The kind of work whose months levels 4 and 5 ask for."""
    shown_by: Annotated[Rows[ShownBy], Unshown] = ()
    """What on record shows a level of it."""
    fades_after: Months | None = None
    """Months away from work after which it is taken to stand a level lower; never without it."""
    each_month: bool = False
    """Its exercises are spread over a plan as evenly as they reach; what runs for a fortnight or
    more has a shorter one beside it then."""
    frameworks: Mapping[str, str] | None = None
    """Where published frameworks speak of this skill."""
    counts_as: Annotated[Literal["technical", "reading"] | None, Unshown] = None
    """Facts ask for skills of this sort: technical ones, and reading about the field."""
    answers: Annotated[StarQuestion | None, Unshown] = None
    """The question of an interview that a story showing this skill answers."""


class DoneAlone(Record):
    """An exercise as it is done where no project manager is near: the words that change."""

    title: Text | None = None
    """What it is called there."""
    why: Text | None = None
    """What it is good for."""
    deliverable: Text | None = None
    """What lies there in the end."""
    accept: Texts = ()
    """The checklist that says that it is done."""
    at_work: Text | None = None
    """How to go about it."""


class Exercise(Item):
    """One piece of work with a deliverable and a three-point effort estimate in hours."""

    skill: Id
    """The skill that it lifts."""
    level: Annotated[int, Field(ge=1, le=5)]
    """The level of the skill that it belongs to, 1 to 5."""
    hours: Annotated[tuple[Positive, Positive, Positive], Lenient()]
    """Optimistic, likely, pessimistic."""
    core: bool = False
    """Asked of everybody who needs the skill at this level; where none is marked, all are."""
    core_since: Text | None = None
    """The edition since which it is asked for: who had reached its level before keeps that."""
    span_days: Annotated[int, Field(ge=0, le=3660)] = 0
    """Least calendar days between start and finish."""
    requires: Ids = ()
    """Exercises that come before."""
    standing: Id | None = None
    """The role whose office, budget or reports it needs."""
    opener: bool = False
    """Fit to be the first of all: short, without a span, without anybody's yes, with a result that
    somebody else sees."""
    background: Background | None = None
    """Asked only of people with this background, and of those who said nothing."""
    side: Id | None = None
    """Where its hours count, if not for its skill's side."""
    refresh: Annotated[bool, Unshown] = False
    """Asked of everybody who comes back from a break, whatever they knew before."""
    why: Text | None = None
    """What it is good for."""
    deliverable: Text | None = None
    """What lies there in the end."""
    accept: Texts = ()
    """The checklist that says that it is done."""
    at_work: Text | None = None
    """How to do it in one's job."""
    begin: Annotated[Text | None, Unshown] = None
    """What of it can be done in the first half hour, alone."""
    alone: Annotated[DoneAlone | None, Unshown] = None
    """Its words for somebody who has no project manager near."""
    resources: Ids = ()
    """What to read for it."""
    parts: Annotated[Rows[Part], Unshown] = ()
    """What it is done in, the first within half an hour and alone."""
    mistakes: Annotated[Texts, Unshown] = ()
    """The commonest, each with its cost or its mend."""
    sheet: Annotated[Text | None, Unshown] = None
    """The file of its sheet, below the curriculum's folder."""
    frameworks: Annotated[Rows[FrameworkTask], Unshown] = ()
    """Items of published frameworks that it serves: pmp-2026:p1."""
    counts_as: Annotated[Literal["initiatives", "contacts"] | None, Unshown] = None
    """What finishing it counts as in the job search."""

    @property
    def industry(self) -> str | None:
        """The industry whose words it has; None where it is as it was written."""
        return None

    @property
    def mean_hours(self) -> float:
        """PERT mean in hours, (o + 4m + p) / 6 (Malcolm, Roseboom, Clark and Fazar 1959)."""
        optimistic, likely, pessimistic = self.hours
        return (optimistic + 4 * likely + pessimistic) / 6

    @property
    def sd_hours(self) -> float:
        """PERT standard deviation in hours, (p - o) / 6 (Malcolm et al. 1959)."""
        return (self.hours[2] - self.hours[0]) / 6


def _hashable(value: object) -> object:
    """Make a tuple of a list: in a union, older pydantics do not do it by themselves."""
    return tuple(value) if isinstance(value, list) else value


Exercises = tuple[Exercise, ...]
ExercisesById = Mapping[str, Exercise]


class Role(Item):
    """A node of the career graph."""

    summary: Text | None = None
    """What one does there, in a sentence."""
    years: Annotated[tuple[float, float], Lenient()] | None = None
    """Working years at entry, low and high: they tell which of two roles is the higher one."""
    needs: Mapping[Id, Level] = {}
    """Skills, and the level needed of each, 0 to 5."""
    work: Annotated[tuple[Work, ...] | Mapping[Work, Fraction], BeforeValidator(_hashable)] = ()
    """What a month in it counts as: kinds of work, or each with its share of the month."""
    requires: Ids = ()
    """Exercises that it asks for beside its skills."""
    instead: Mapping[Id, Id] = {}
    """Exercises that are not its own work, each with the one that is done instead of it."""
    weights: Mapping[Id, Fraction] = {}
    """Factors of skills: what comes earlier on the way here."""
    gates: Gates = ()
    """What time and others decide before one is in it."""
    traits: Mapping[Id, Level] = {}
    """Traits, and the level that others should see."""
    detour: bool = False
    """Taken for its months; then one comes back."""
    months: ThreePoint | None = None
    """How long a detour lasts: min, likely, max; else the months of its moves count."""
    return_months: Months = 0
    """Months after a detour before the next move counts as done."""
    beside: Annotated[bool, Unshown] = False
    """Of a detour: the post is kept, and its months go on."""
    source: Annotated[Ids, Field(alias="from")] = ()
    """Of a detour: the roles that it is taken from; from every role without any."""
    when: When = ()
    """Of a detour: conditions, all of which have to hold for it to be offered."""
    search: ThreePoint | None = None
    """Months from being ready to being in it, min, likely, max, where no move says otherwise."""
    short: Text | None = None
    """A short title, where there is little room."""
    aliases: Texts = ()
    """What else people call it: developer, programmer. Each can be typed in its place."""
    onward: Annotated[Id | None, Unshown] = None
    """The target that is proposed to who holds it and has named none."""
    in_team: Annotated[bool, Unshown] = False
    """A place inside a team, where one learns first and is proposed no move for a while."""

    @property
    def is_place(self) -> bool:
        """Tell whether it is a place on the map that one can stand at for good."""
        return not (self.detour or self.retired)

    @property
    def work_shares(self) -> Mapping[str, float]:
        """What a month in this role counts as: kinds of work with the share of the month."""
        if isinstance(self.work, Mapping):
            return self.work
        return dict.fromkeys(self.work, 1.0)


class Move(Record):
    """An edge of the career graph."""

    source: Annotated[Id, Field(alias="from")]
    """The role that one leaves."""
    target: Annotated[Id, Field(alias="to")]
    """The role that one goes to."""
    months: ThreePoint
    """Months in the from-role before the move: min, likely, max."""
    id: Id | None = None
    """Its name for ever; it may be left out."""
    title: Text | None = None
    """What people call it."""
    side: bool = False
    """It leads aside, and nobody is further along by it: no way takes it in its midst."""
    first: Ids = ()
    """Exercises that come before the general order."""
    search: ThreePoint | None = None
    """Months from being ready to being in the role: min, likely, max; else those of the role."""
    requires: Ids = ()
    """Exercises that the move asks for."""
    gates: Gates = ()
    """What time and others decide before it."""
    conditions: Text | None = None
    """When it makes sense, in a sentence."""
    certificates: Ids = ()
    """Certificates that help."""
    when: When = ()
    """Facts about somebody, all of which have to hold today for the move to be theirs."""
    advice: Text | None = None
    """What to watch, in a sentence."""
    sources: Texts = ()
    """Where a claim comes from: a book, a person, an address."""

    @property
    def key(self) -> str:
        """Name the move as forecasts do: move:<from>:<to>."""
        return f"move:{self.source}:{self.target}"
