"""Every kind of entry that a logbook may hold, a class each.

A new kind is three things: its word in `EntryKind`, its class here, and its words in
`views/parts/entries.py`. Reading, `history --kind` and `doctor` follow from the class.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AwareDatetime, Field, ValidationInfo, field_validator, model_validator

from pmcareer.domain.ground.record import Id, Ids, Level, Record, Rows, Text, Texts, Work
from pmcareer.domain.ground.vocabulary import (
    Assessor,
    Background,
    Complexity,
    Education,
    EntryKind,
    Mode,
    Part,
    PmoType,
    Projects,
    Rater,
    Service,
    Table,
    Weekday,
)

Score = Annotated[int, Field(ge=1, le=4)]
Minutes = Annotated[int, Field(ge=1, le=60_000)]
PastWeeks = Annotated[int, Field(ge=0, le=26)]
HoursPerWeek = Annotated[float, Field(gt=0, le=80)]
DayRange = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$")]
OUT_OF_BOUNDS = "{} is out of bounds. It must be at least 1"
Choice = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*(,[a-z0-9][a-z0-9-]*)*$")]
MOST_PRACTICES = 3
"""Practices that may be active at a time."""
Practices = Annotated[Ids, Field(max_length=MOST_PRACTICES)]


class NotOneOfTwo(ValueError):
    """Say that an entry names both of two things, or neither, and what mends it."""

    def __init__(self, first: str, second: str, *, are_both: bool) -> None:
        names = (
            f"names both `{first}` and `{second}`"
            if are_both
            else (f"names neither `{first}` nor `{second}`")
        )
        super().__init__(f"it {names}")
        self.hint = "Take one of them out." if are_both else f"Add {first} = … or {second} = …"


class Entry(Record):
    """One record; the subclass is its kind."""

    kind: EntryKind
    on: date
    """The user's own calendar day."""
    at: AwareDatetime | None = None
    """The instant at which it was added to the logbook."""
    note: Text | None = None
    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]

    @property
    def written_on(self) -> date:
        """The day on which it was written: that of `at`, or `on` where nothing tells."""
        return self.at.date() if self.at else self.on

    def as_row(self) -> dict[str, Any]:
        """Return the keys as the file has them: kind, on and at first, and the id last."""
        row = self.model_dump(by_alias=True, exclude_none=True)
        for key, value in row.items():
            if isinstance(value, tuple):
                row[key] = list(value)
        # The id is last so that a record that was torn off can't pass for a whole one.
        for key in ("note", "evidence", "id"):
            if key in row:
                row[key] = row.pop(key)
        return row


AnEntry = TypeVar("AnEntry", bound=Entry)


def _only_one_of(entry: AnEntry, first: str, second: str) -> AnEntry:
    """Refuse an entry that names both of two things, or neither."""
    given = [key for key in (first, second) if getattr(entry, key) is not None]
    if len(given) == 1:
        return entry
    raise NotOneOfTwo(first, second, are_both=bool(given))


KEYS_OF_ALL = frozenset(Entry.model_fields)
"""Keys that an entry of any kind has."""
Known = Table | Literal["gates"]
"""A table, or the gates, which stand with what asks for them."""
REFERS_TO: Mapping[str, tuple[Known, ...]] = {
    "exercise": ("exercises",),
    "practice": ("practices",),
    "practices": ("practices",),
    "role": ("roles",),
    "target": ("roles",),
    "skill": ("skills", "traits"),
    "skills": ("skills",),
    "trait": ("traits",),
    "certification": ("certifications",),
    "goal_certificate": ("certifications",),
    "prompt": ("prompts",),
    "step": ("steps",),
    "gate": ("gates",),
    "without": ("roles",),
    "industry": ("industries",),
    "target_industry": ("industries",),
}
"""Keys that hold ids of the curriculum, in whatever kind of entry, and the tables they are from."""
CAN_BE_NONE = {"industry": "none", "target_industry": "none"}
"""Keys of them with the word that takes back what was said."""


class Finished(Entry):
    """An exercise is done."""

    kind: Literal["finished"] = "finished"
    exercise: Id
    minutes: Minutes | None = None
    curriculum: Text | None = None
    """Version of the curriculum under which it was written."""
    outcome: Text | None = None
    evidence: Text | None = None
    mode: Mode | None = None
    part: Part | None = None
    reviewed_by: Text | None = None


class Worked(Entry):
    """Worked on an exercise, not finished, or said what is left of it."""

    kind: Literal["worked"] = "worked"
    exercise: Id
    left: Minutes | None = None
    """Minutes still to do, as the person sees it."""
    minutes: Annotated[int, Field(le=60_000)]
    """At least 1; 0 where nothing but what is left is said."""
    curriculum: Text | None = None
    """Version of the curriculum under which it was written."""

    @field_validator("minutes")
    @classmethod
    def _at_least_one(cls, minutes: int, info: ValidationInfo) -> int:
        if minutes < 1 and (minutes < 0 or info.data.get("left") is None):
            raise ValueError(OUT_OF_BOUNDS.format(minutes))
        return minutes


class Practised(Entry):
    """A habit was kept."""

    kind: Literal["practised"] = "practised"
    practice: Id
    minutes: Minutes | None = None


class Deferred(Entry):
    """Not before that day."""

    kind: Literal["deferred"] = "deferred"
    exercise: Id | None = None
    step: Id | None = None
    until: date

    @model_validator(mode="after")
    def _one_thing(self) -> "Deferred":
        return _only_one_of(self, "exercise", "step")

    @property
    def thing(self) -> str:
        """The id of what is put off."""
        return self.exercise or self.step or ""


DayOrNone = date | Literal["none"]
"""A day, or the word that takes it back."""


class Profile(Entry):
    """What the person says about themselves; the newest value of each key counts."""

    kind: Literal["profile"] = "profile"
    role: Id | None = None
    since: DayOrNone | None = None
    """The first day in that role; "none" takes it back."""
    left: DayOrNone | None = None
    """The day on which that role was left, by whoever is away; "none" takes it back."""
    looking: DayOrNone | None = None
    """Looking for a post since that day; "none": not any more."""
    route: Text | None = None
    """The way that is wanted, by its id in `plan`; "none" takes the wish back."""
    without: Ids | None = None
    """Detours that are not wanted."""
    target: Id | None = None
    hours_per_week: HoursPerWeek | None = None
    past_weeks: PastWeeks | None = None
    """Of the 26 weeks before, how many had study in them."""
    education: Education | None = None
    background: Background | None = None
    projects: Projects | None = None
    pmo_type: PmoType | None = None
    pmo_services: Rows[Service] | None = None
    industry: Id | None = None
    """The trade that one works in; "none" takes it back."""
    target_industry: Id | None = None
    """The trade in which the target is sought, where it is another; "none" takes it back."""
    culture: Text | None = None
    context: Text | None = None
    mentor: Text | None = None
    practices: Practices | None = None
    goal_certificate: Id | None = None
    days_off: Rows[DayRange] | None = None
    study_days: Annotated[Rows[Weekday], Field(min_length=1)] | None = None
    muted: Ids | None = None


class Void(Entry):
    """Takes an entry back."""

    kind: Literal["void"] = "void"
    of: Text


class Assessed(Entry):
    """Prior learning, a test-out, somebody's rating of a skill."""

    kind: Literal["assessed"] = "assessed"
    skill: Id
    level: Level
    by: Assessor
    evidence: Text | None = None


class Experience(Entry):
    """Months of a kind of work; an open end is still going on."""

    kind: Literal["experience"] = "experience"
    work: Work
    role: Id | None = None
    start: Annotated[date, Field(alias="from")]
    end: Annotated[date | None, Field(alias="to")] = None
    organisation: Text | None = None
    complexity: Complexity | None = None
    """How complex what was led was, as the person sees it."""
    scores: Rows[Score] | None = None
    """The points of each of the ten questions behind it, 1 to 4."""


class Closed(Entry):
    """A project led to its end."""

    kind: Literal["closed"] = "closed"
    project: Text
    outcome: Text
    size: Text | None = None
    skills: Ids = ()


class Certified(Entry):
    """A certificate earned."""

    kind: Literal["certified"] = "certified"
    certification: Id
    expires: date | None = None


class Answered(Entry):
    """An answer to a question."""

    kind: Literal["answered"] = "answered"
    prompt: Id
    text: Text | None = None
    """In one's own words."""
    choice: Choice | None = None
    """The answer that was picked, or several, joined by commas; "cleared" takes it back."""

    @model_validator(mode="after")
    def _says_something(self) -> "Answered":
        if self.text is None and self.choice is None:
            raise NotOneOfTwo("text", "choice", are_both=False)
        return self


class Rated(Entry):
    """A trait, rated by somebody."""

    kind: Literal["rated"] = "rated"
    trait: Id
    level: Level
    by: Rater


class Did(Entry):
    """A step: an ask, a contact, an application; or a gate that others confirmed."""

    kind: Literal["did"] = "did"
    step: Id | None = None
    gate: Id | None = None
    what: Text | None = None
    whom: Annotated[Text | None, Field(alias="with")] = None
    minutes: Minutes | None = None
    outcome: Text | None = None
    evidence: Text | None = None
    begun: bool | None = None
    """True where it was worked on and stays open."""

    @model_validator(mode="after")
    def _one_thing(self) -> "Did":
        return _only_one_of(self, "step", "gate")

    @property
    def thing(self) -> str:
        """The id of the step, or of the gate."""
        return self.step or self.gate or ""


class Learned(Entry):
    """A course, or something else that was learnt for a certificate."""

    kind: Literal["learned"] = "learned"
    title: Text
    hours: Annotated[float, Field(gt=0, le=1000)]
    side: Text | None = None
    """A side of the curriculum, or what else units of a renewal are given for."""
    provider: Text | None = None
    certification: Id | None = None
    """The certificate that it was study for."""


class Lesson(Entry):
    """A lesson, and whom it may help."""

    kind: Literal["lesson"] = "lesson"
    text: Text
    whom: Annotated[Text | None, Field(alias="for")] = None


class Story(Entry):
    """A STAR story."""

    kind: Literal["story"] = "story"
    title: Text
    situation: Text
    task: Text
    action: Text
    result: Text
    entries: Texts = ()
    skills: Ids = ()


class Baseline(Entry):
    """A plan as it stood on the day it was saved, and what its dates rested on."""

    kind: Literal["baseline"] = "baseline"
    target: Id
    route: Text
    study: date | None = None
    """P50 of the study, absent beyond twenty years."""
    finish: date | None = None
    """P50 of being in the role."""
    hours_per_week: float
    """The promise, in hours a week to spend."""
    pace: float
    """What the forecast took as the pace, in credited hours a week."""
    exercises: Texts
    """What was left, each as "id=hours"."""
    gates: Texts
    """What had to open, each as "id=day" or "id=" where no day was known."""
    curriculum: Text


KINDS = {kind.model_fields["kind"].default: kind for kind in Entry.__subclasses__()}
"""Every kind of entry by its word, in the order of this file."""
