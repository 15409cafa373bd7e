"""The curriculum: what can be learnt, where one can stand, and how one gets from here to there."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from pmcareer.domain.record import Fraction, Id, Ids, Level, Positive, Record, Text, Texts

FORMAT = 1
SIDES = ("ways-of-working", "power-skills", "business-acumen")
SERVICES = ("investment-appraisal", "prioritisation", "resource-management", "benefits")
SOURCE_PATTERN = r"^S[0-2]-[0-9]{2,3}$"

Side = Literal["ways-of-working", "power-skills", "business-acumen"]
Background = Literal["technical", "business", "consulting", "pmo", "other"]
Education = Literal["secondary", "associate", "bachelor", "master", "gac"]
Work = Annotated[str, Field(pattern=r"^[a-z][a-z+-]{0,63}$")]
Months = Annotated[float, Field(ge=0, le=1200)]
ThreePoint = Annotated[tuple[Months, Months, Months], Field(strict=False)]
Sources = Annotated[tuple[Annotated[str, Field(pattern=SOURCE_PATTERN)], ...], Field(strict=False)]


class Item(Record):
    """What every item of a curriculum has."""

    id: Id
    title: Text
    sources: Sources = ()
    replaces: Ids = ()
    """Ids this item was known by before: progress under them counts here."""
    retired: bool = False
    """Kept for its history; asked of nobody."""


class Skill(Item):
    """A competence with levels 0 to 5."""

    side: Side
    summary: Text | None = None
    levels: Texts = ()
    """What can be seen at level 0, 1, … 5."""
    work: Work | None = None
    """The kind of work whose months levels 4 and 5 ask for."""
    frameworks: Mapping[str, str] | None = None
    """Where published frameworks speak of this skill."""


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
    side: Side | None = None
    why: Text | None = None
    deliverable: Text | None = None
    accept: Texts = ()
    at_work: Text | None = None
    resources: Ids = ()

    @property
    def mean_hours(self) -> float:
        """PERT mean in hours, (o + 4m + p) / 6 (Malcolm, Roseboom, Clark and Fazar 1959)."""
        optimistic, likely, pessimistic = self.hours
        return (optimistic + 4 * likely + pessimistic) / 6

    @property
    def sd_hours(self) -> float:
        """PERT standard deviation in hours, (p - o) / 6 (Malcolm et al. 1959)."""
        return (self.hours[2] - self.hours[0]) / 6


class Gate(Record):
    """What calendar time or other people decide, not study hours."""

    id: Id
    kind: Literal["experience", "certificate", "closed", "services", "confirmed"]
    title: Text | None = None
    work: Work | None = None
    months: Months | None = None
    window_years: Annotated[float, Field(gt=0, le=60)] | None = None
    waived_by: Ids = ()
    """Certificates that stand in for the months."""
    certification: Id | None = None
    count: Annotated[int, Field(ge=1, le=100)] | None = None
    of: Ids = ()
    level: Level | None = None

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        needed = {
            "experience": ("work", "months"),
            "certificate": ("certification",),
            "closed": ("count",),
            "services": ("of", "count", "level"),
            "confirmed": (),
        }[self.kind]
        missing = [key for key in needed if not getattr(self, key) and getattr(self, key) != 0]
        if missing:
            message = f"a gate of kind '{self.kind}' needs {' and '.join(missing)}"
            raise ValueError(message)
        return self

    @property
    def has_calendar(self) -> bool:
        """Tell whether a day can be computed for it; the other kinds are for other people to decide."""
        return self.kind in ("experience", "certificate")


Gates = Annotated[tuple[Gate, ...], Field(strict=False)]


class Role(Item):
    """A node of the career graph."""

    summary: Text | None = None
    years: Annotated[tuple[float, float], Field(strict=False)] | None = None
    """Working years at entry, low and high: shown, never computed with."""
    needs: Mapping[Id, Level]
    work: Annotated[tuple[Work, ...], Field(strict=False)] | Mapping[Work, Fraction] = ()
    requires: Ids = ()
    weights: Mapping[Id, Fraction] = {}
    gates: Gates = ()
    traits: Mapping[Id, Level] = {}
    detour: bool = False
    months: ThreePoint | None = None
    """How long a detour lasts: min, likely, max; else the months of its moves count."""
    return_months: Months = 0
    """Months after a detour before the next move counts as done."""

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
    requires: Ids = ()
    gates: Gates = ()
    conditions: Text | None = None
    certificates: Ids = ()
    advice: Text | None = None
    sources: Sources = ()

    @property
    def key(self) -> str:
        """Name the move as forecasts do: move:<from>:<to>."""
        return f"move:{self.source}:{self.target}"


class CertificationExperience(Record):
    """Months of a kind of work that a certificate asks for, by education where that matters."""

    work: Work
    months: Annotated[float, Field(ge=0)] | Mapping[Education, Months]
    window_years: Annotated[float, Field(gt=0, le=60)] | None = None
    waived_by: Ids = ()


class Certification(Item):
    """A certificate, its eligibility, its study hours and its renewal: facts that age."""

    issuer: Text
    summary: Text | None = None
    fit: Ids = ()
    education_minimum: Text | None = None
    experience: Annotated[tuple[CertificationExperience, ...], Field(strict=False)] = ()
    training_hours: Annotated[float, Field(ge=0)] | Mapping[Education, float] = 0
    training_waived_by: Ids = ()
    requires: Ids = ()
    review: Text | None = None
    study_hours: ThreePoint | None = None
    application_hours: ThreePoint | None = None
    exam: Text | None = None
    fee: Mapping[str, float | str] | None = None
    fee_note: Text | None = None
    renew: Mapping[str, float | str] | None = None
    renew_note: Text | None = None
    as_of: date
    source: Text
    confidence: Literal["read", "reported", "judgement"]
    note: Text | None = None


class Practice(Item):
    """A habit of 2 to 25 minutes, repeated on a rhythm."""

    principle: Text | None = None
    do: Text
    minutes: Annotated[int, Field(ge=1, le=240)]
    rhythm: Literal["daily", "weekly", "monthly"]
    proof: Text | None = None
    roles: Ids = ()
    advice: Text | None = None


class Prompt(Item):
    """A question whose answer is kept."""

    text: Text
    when: Texts = ()
    roles: Ids = ()
    changes: Text | None = None


class JobStep(Item):
    """A step of the job search and the test that says it is done."""

    do: Text
    done: Text
    guide: Text | None = None
    targets: Mapping[str, int] = {}


class Advice(Item):
    """A sentence said when facts about the person call for it."""

    priority: Annotated[int, Field(ge=1, le=9)]
    when: Texts
    text: Text
    do: Text | None = None
    exercises: Ids = ()
    practices: Ids = ()
    certifications: Ids = ()
    roles: Ids = ()
    weights: Mapping[Id, Fraction] = {}


class Trait(Item):
    """A quality rated by others, never averaged into skills."""

    summary: Text | None = None
    anchor: Text | None = None


class Option(Item):
    """A way in, or a choice weighed: what it gives, what it lacks, its first three steps."""

    kind: Literal["entry", "option"]
    gives: Text | None = None
    lacks: Text | None = None
    first: Texts = ()
    ranked_first: Text | None = None
    when: Texts = ()
    via: Ids = ()


class Resource(Item):
    """Something to read or join."""

    what: Text | None = None
    url: Annotated[str, Field(pattern=r"^https?://[^\s\x00-\x1f]+$")] | None = None
    use_for: Annotated[Ids, Field(alias="for")] = ()


class Curriculum(Record):
    """Everything that can be learnt, and the map of roles; every id in one place."""

    format: Literal[1]
    title: Text
    version: Text
    extends: Literal["shipped"] | None = None
    default_role: Id | None = None
    """Where on the map someone without a role stands; nothing is assumed of them."""
    default_target: Id | None = None
    skills: Annotated[tuple[Skill, ...], Field(strict=False)] = ()
    exercises: Annotated[tuple[Exercise, ...], Field(strict=False)] = ()
    roles: Annotated[tuple[Role, ...], Field(strict=False)] = ()
    moves: Annotated[tuple[Move, ...], Field(strict=False)] = ()
    traits: Annotated[tuple[Trait, ...], Field(strict=False)] = ()
    certifications: Annotated[tuple[Certification, ...], Field(strict=False)] = ()
    practices: Annotated[tuple[Practice, ...], Field(strict=False)] = ()
    prompts: Annotated[tuple[Prompt, ...], Field(strict=False)] = ()
    job_steps: Annotated[tuple[JobStep, ...], Field(strict=False)] = ()
    advice: Annotated[tuple[Advice, ...], Field(strict=False)] = ()
    options: Annotated[tuple[Option, ...], Field(strict=False)] = ()
    resources: Annotated[tuple[Resource, ...], Field(strict=False)] = ()

    @cached_property
    def skill(self) -> Mapping[str, Skill]:
        """Skills by id."""
        return {item.id: item for item in self.skills}

    @cached_property
    def exercise(self) -> Mapping[str, Exercise]:
        """Exercises by id, retired ones too."""
        return {item.id: item for item in self.exercises}

    @cached_property
    def role(self) -> Mapping[str, Role]:
        """Roles and detours by id."""
        return {item.id: item for item in self.roles}

    @cached_property
    def practice(self) -> Mapping[str, Practice]:
        """Practices by id."""
        return {item.id: item for item in self.practices}

    @cached_property
    def certification(self) -> Mapping[str, Certification]:
        """Certifications by id."""
        return {item.id: item for item in self.certifications}

    @cached_property
    def successor(self) -> Mapping[str, str]:
        """Old ids to the item that replaced them."""
        kinds = (self.exercises, self.practices, self.certifications, self.roles, self.skills, self.job_steps)
        return {old: item.id for items in kinds for item in items for old in item.replaces}

    @property
    def start_role(self) -> str:
        """Where someone without a role stands: the default role, else the first one that is no detour."""
        return self.default_role or next(role.id for role in self.roles if not role.detour)

    @property
    def goal_role(self) -> str:
        """What someone without a target is heading for: the default target, else the last role that is no detour."""
        return self.default_target or [role.id for role in self.roles if not role.detour][-1]

    def side_of(self, exercise: Exercise) -> Side:
        """Tell the Talent Triangle side that an exercise's hours count for."""
        return exercise.side or self.skill[exercise.skill].side
