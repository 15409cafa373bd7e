"""What a curriculum is made of: skills, exercises, roles with gates, and moves between them."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from pmcareer.domain.curriculum.gate import Gates
from pmcareer.domain.ground.record import (
    Fraction,
    Id,
    Ids,
    Level,
    Months,
    Positive,
    Record,
    Text,
    Texts,
    ThreePoint,
    Work,
)
from pmcareer.domain.ground.vocabulary import SIDES, Background, StarQuestion

# How the program takes an item is no part of what it says: screens and scripts do not show it.
Unshown = Field(exclude=True)


class Item(Record):
    """What every item of a curriculum has."""

    id: Id
    title: Text
    sources: Texts = ()
    """Where a claim comes from: a book, a person, an address."""
    replaces: Ids = ()
    """Ids this item was known by before: progress under them counts here."""
    retired: bool = False
    """Kept for its history; asked of nobody."""


class Side(Item):
    """A side of the work that hours are balanced over, such as those of PMI's Talent Triangle."""


def _usual_side(name: str) -> Side:
    return Side(id=name, title=name.replace("-", " ").capitalize())


USUAL_SIDES = tuple(map(_usual_side, SIDES))
"""The sides of a curriculum that names none: those of the Talent Triangle."""


class Skill(Item):
    """A competence with levels 0 to 5."""

    side: Id | None = None
    """The side that its hours count for; none where it is left out."""
    summary: Text | None = None
    levels: Texts = ()
    """What can be seen at level 0, 1, … 5."""
    work: Work | None = None
    """The kind of work whose months levels 4 and 5 ask for."""
    frameworks: Mapping[str, str] | None = None
    """Where published frameworks speak of this skill."""
    counts_as: Annotated[Literal["technical", "reading"] | None, Unshown] = None
    """Facts ask for skills of this sort: technical ones, and reading about the field."""
    answers: Annotated[StarQuestion | None, Unshown] = None
    """The question of an interview that a story showing this skill answers."""


class Exercise(Item):
    """One piece of work with a deliverable and a three-point effort estimate in hours."""

    skill: Id
    level: Annotated[int, Field(ge=1, le=5)]
    hours: Annotated[tuple[Positive, Positive, Positive], Field(strict=False)]
    """Optimistic, likely, pessimistic."""
    core: bool = False
    span_days: Annotated[int, Field(ge=0, le=3660)] = 0
    """Least calendar days between start and finish."""
    requires: Ids = ()
    standing: Id | None = None
    """The role whose office, budget or reports it needs."""
    background: Background | None = None
    """Asked only of people with this background, and of those who said nothing."""
    side: Id | None = None
    """Where its hours count, if not for its skill's side."""
    why: Text | None = None
    deliverable: Text | None = None
    accept: Texts = ()
    at_work: Text | None = None
    resources: Ids = ()
    counts_as: Annotated[Literal["initiatives", "contacts"] | None, Unshown] = None
    """What finishing it counts as in the job search."""

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
    years: Annotated[tuple[float, float], Field(strict=False)] | None = None
    """Working years at entry, low and high: shown, never computed with."""
    needs: Mapping[Id, Level]
    work: Annotated[tuple[Work, ...] | Mapping[Work, Fraction], BeforeValidator(_hashable)] = ()
    requires: Ids = ()
    weights: Mapping[Id, Fraction] = {}
    gates: Gates = ()
    traits: Mapping[Id, Level] = {}
    detour: bool = False
    months: ThreePoint | None = None
    """How long a detour lasts: min, likely, max; else the months of its moves count."""
    return_months: Months = 0
    """Months after a detour before the next move counts as done."""
    search: ThreePoint | None = None
    """Months from being ready to being in it, min, likely, max, where no move says otherwise."""
    short: Text | None = None
    """A short title, where there is little room."""
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
    target: Annotated[Id, Field(alias="to")]
    months: ThreePoint
    """Months in the from-role before the move: min, likely, max."""
    id: Id | None = None
    title: Text | None = None
    first: Ids = ()
    """Exercises that come before the general order."""
    search: ThreePoint | None = None
    """Months from being ready to being in the role: min, likely, max; else those of the role."""
    requires: Ids = ()
    gates: Gates = ()
    conditions: Text | None = None
    certificates: Ids = ()
    advice: Text | None = None
    sources: Texts = ()
    """Where a claim comes from: a book, a person, an address."""

    @property
    def key(self) -> str:
        """Name the move as forecasts do: move:<from>:<to>."""
        return f"move:{self.source}:{self.target}"
