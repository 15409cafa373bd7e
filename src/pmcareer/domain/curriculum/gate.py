"""The kinds of gates: what calendar time or other people decide, not study hours."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from pmcareer.domain.ground.record import (
    Id,
    Ids,
    Level,
    Months,
    Record,
    Rows,
    Text,
    ThreePoint,
    Work,
)
from pmcareer.domain.ground.vocabulary import Complexity, Education

Unit = Literal["months", "count", "yes or no"]


class GateBase(Record):
    """What every kind of gate has."""

    id: Id
    """Its name for ever."""
    kind: str
    """What decides it."""
    title: Text | None = None
    """What people call it."""

    has_calendar: ClassVar[bool] = False
    """Whether a day can be computed for it; else it is for other people to decide."""
    unit: ClassVar[Unit] = "yes or no"
    """What its progress is told in."""
    names: ClassVar[Mapping[str, str]] = {}
    """Each field that holds ids, and the table of the curriculum they are from."""


class ExperienceGate(GateBase):
    """Months of a kind of work, by education where that matters."""

    kind: Literal["experience"]
    """Months of a kind of work."""
    work: Work
    """The kind of work, or several joined by a plus."""
    months: Months | Annotated[Mapping[Education, Months], Field(min_length=1)]
    """How many months of it, or months by education."""
    window_years: Annotated[float, Field(gt=0, le=60)] | None = None
    """Only months of the last so many years count."""
    waived_by: Ids = ()
    """Certificates that stand in for the months."""
    stays: Annotated[bool, Field(exclude=True)] = False
    """Asked of those, too, who come back from further along: it is of another trade."""
    complexity: Complexity | None = None
    """The least complexity of the stays that count; only certificates can ask for it."""

    has_calendar: ClassVar[bool] = True
    unit: ClassVar[Unit] = "months"
    names: ClassVar[Mapping[str, str]] = {"waived_by": "certifications"}


class LevelGate(ExperienceGate):
    """Months that a level of a skill asks for: no curriculum names it, and no detour is for it."""


class CertificateGate(GateBase):
    """A certificate to be held."""

    kind: Literal["certificate"]
    """A certificate to be held."""
    certification: Id
    """The certificate to hold."""

    has_calendar: ClassVar[bool] = True
    names: ClassVar[Mapping[str, str]] = {"certification": "certifications"}


class ByOthers(GateBase):
    """What other people decide: no day can be computed, but months may be assumed."""

    months: ThreePoint | None = None
    """How long it takes as a rule once one holds the role before it: min, likely, max."""


class ClosedGate(ByOthers):
    """Projects led to their end."""

    kind: Literal["closed"]
    """Projects led to their end."""
    count: Annotated[int, Field(ge=1, le=100)]
    """How many projects."""

    unit: ClassVar[Unit] = "count"


class ServicesGate(ByOthers):
    """Some of these services of a PMO at a level."""

    kind: Literal["services"]
    """Services of a PMO at a level."""
    of: Annotated[Ids, Field(min_length=1)]
    """The services to choose from: skills."""
    count: Annotated[int, Field(ge=1, le=100)]
    """How many of them."""
    level: Level
    """The level that each has to have reached."""

    unit: ClassVar[Unit] = "count"
    names: ClassVar[Mapping[str, str]] = {"of": "skills"}


class ConfirmedGate(ByOthers):
    """What other people confirm, and nobody counts."""

    kind: Literal["confirmed"]
    """What others confirm."""
    on_paper: Annotated[bool, Field(exclude=True)] = False
    """Shown by what one can write down: whoever holds the role is asked for it, too."""


Gate = ExperienceGate | CertificateGate | ClosedGate | ServicesGate | ConfirmedGate
Gates = Rows[Annotated[Gate, Field(discriminator="kind")]]
