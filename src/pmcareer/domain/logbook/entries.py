"""Entries of the daily loop: what was done, put off, said of oneself, or taken back."""

from datetime import date
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import AwareDatetime, Field

from pmcareer.domain.ground.record import Id, Ids, Record, Text
from pmcareer.domain.ground.vocabulary import (
    Background,
    Education,
    Mode,
    Part,
    PmoType,
    Projects,
    Service,
    Weekday,
)

Minutes = Annotated[int, Field(ge=1, le=60_000)]


HoursPerWeek = Annotated[float, Field(gt=0, le=80)]


DayRange = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$")]


class Entry(Record):
    """One record; the subclass is its kind."""

    kind: str
    on: date
    """The user's own calendar day."""
    at: AwareDatetime | None = None
    """When it was written down."""
    note: Text | None = None
    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]

    LAST_KEYS: ClassVar[tuple[str, ...]] = ("note", "evidence", "id")

    def as_row(self) -> dict[str, Any]:
        """Give the keys as the file has them: kind, on, at first and the id last, so that a torn record can't pass."""
        row = self.model_dump(by_alias=True, exclude_none=True)
        first = {key: row.pop(key) for key in ("kind", "on", "at") if key in row}
        last = {key: row.pop(key) for key in self.LAST_KEYS if key in row}
        body = {
            key: list(value) if isinstance(value, tuple) else value for key, value in row.items()
        }
        return first | body | last


AnEntry = TypeVar("AnEntry", bound=Entry)


class Finished(Entry):
    """An exercise is done."""

    kind: Literal["finished"] = "finished"
    exercise: Id
    minutes: Minutes | None = None
    outcome: Text | None = None
    evidence: Text | None = None
    mode: Mode | None = None
    part: Part | None = None
    reviewed_by: Text | None = None


class Worked(Entry):
    """Worked on an exercise, not finished."""

    kind: Literal["worked"] = "worked"
    exercise: Id
    minutes: Minutes


class Practised(Entry):
    """A habit was kept."""

    kind: Literal["practised"] = "practised"
    practice: Id
    minutes: Minutes | None = None


class Deferred(Entry):
    """Not before that day."""

    kind: Literal["deferred"] = "deferred"
    exercise: Id
    until: date


class Profile(Entry):
    """What the person says about themselves; the newest value of each key counts."""

    kind: Literal["profile"] = "profile"
    role: Id | None = None
    target: Id | None = None
    hours_per_week: HoursPerWeek | None = None
    education: Education | None = None
    background: Background | None = None
    projects: Projects | None = None
    pmo_type: PmoType | None = None
    pmo_services: Annotated[tuple[Service, ...], Field(strict=False)] | None = None
    culture: Text | None = None
    context: Text | None = None
    mentor: Text | None = None
    practices: Annotated[tuple[Id, ...], Field(strict=False, max_length=3)] | None = None
    goal_certificate: Id | None = None
    days_off: Annotated[tuple[DayRange, ...], Field(strict=False)] | None = None
    study_days: Annotated[tuple[Weekday, ...], Field(strict=False, min_length=1)] | None = None
    muted: Ids | None = None


class Void(Entry):
    """Takes an entry back."""

    kind: Literal["void"] = "void"
    of: Text
