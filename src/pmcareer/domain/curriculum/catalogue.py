"""The curriculum's catalogue: certificates, practices, prompts, advice and the rest, read only by who needs them."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from pmcareer.domain.curriculum.items import Item, Months, ThreePoint, Unshown, Work
from pmcareer.domain.ground.conditions import Condition, When, conditions_of
from pmcareer.domain.ground.record import Ids, Record, Text, Texts
from pmcareer.domain.ground.vocabulary import Confidence, Education, JobStepCount


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
    confidence: Confidence
    note: Text | None = None
    default: Annotated[bool, Unshown] = False
    """The one whose worksheet is exported when none is named."""


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
    counts_as: Annotated[JobStepCount | None, Unshown] = None
    """What tells how far it is; without it, that it was logged."""
    log_with: Annotated[Text | None, Unshown] = None
    """What is typed when something of it is done."""


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
    when: When = ()
    via: Ids = ()

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What holds for somebody whom it fits."""
        return conditions_of(self.when)


class Resource(Item):
    """Something to read or join."""

    what: Text | None = None
    url: Annotated[str, Field(pattern=r"^https?://[^\s\x00-\x1f]+$")] | None = None
    use_for: Annotated[Ids, Field(alias="for")] = ()
