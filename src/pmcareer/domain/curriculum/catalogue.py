"""The rest of a curriculum: certificates, prompts, options and more, read when asked for."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BeforeValidator, ConfigDict, Field, ValidationInfo

from pmcareer.domain.curriculum.gate import Gates
from pmcareer.domain.curriculum.items import Item, Unshown
from pmcareer.domain.ground.conditions import Condition, When, conditions_of
from pmcareer.domain.ground.record import Ids, Rows, Text, Texts, ThreePoint, WebAddress
from pmcareer.domain.ground.vocabulary import Confidence, Education, PromptMoment

NO_ID = re.compile(r"[^a-z0-9]+")


def _with_kinds(rows: object, facts: ValidationInfo) -> object:
    """Read the old spelling, `experience`: rows without id and kind are months of work.

    In "pmp" the row { work = "pmo+portfolio", months = 24 } is the gate "pmp-pmo-portfolio"; rows
    after the first end in their place, "pmp-leading-1".
    """
    if not isinstance(rows, list | tuple):
        return rows
    return tuple(_with_kind(row, place, facts.data.get("id")) for place, row in enumerate(rows))


def _with_kind(row: object, place: int, owner: object) -> object:
    if not isinstance(row, Mapping) or "id" in row or "kind" in row:
        return row
    name = f"{owner or 'certificate'}-{row.get('work')}" + (f"-{place}" if place else "")
    return {"id": NO_ID.sub("-", name)[:64], "kind": "experience", **row}


def _old_spelling_too(schema: dict[str, Any]) -> None:
    schema["properties"]["experience"] = {
        "deprecated": True,
        "description": "The old spelling of gates: months of work, without id and kind.",
        "type": "array",
    }


class Certification(Item):
    """A certificate, its eligibility, its study hours and its renewal: facts that age."""

    model_config = ConfigDict(json_schema_extra=_old_spelling_too)

    issuer: Text
    """Who awards it."""
    summary: Text | None = None
    """What it is, in a sentence."""
    fit: Ids = ()
    """Roles that it suits."""
    education_minimum: Text | None = None
    """The schooling that it asks for, in words."""
    gates: Annotated[
        Gates,
        BeforeValidator(_with_kinds),
        Field(validation_alias=AliasChoices("gates", "experience")),
    ] = ()
    """What it asks for beside the exam."""
    training_hours: Annotated[float, Field(ge=0)] | Mapping[Education, float] = 0.0
    """Hours of training that it asks for, or hours by education."""
    training_waived_by: Ids = ()
    """Certificates that stand in for the training."""
    requires: Ids = ()
    """Certificates to hold before."""
    review: Text | None = None
    """How applications are looked at."""
    study_hours: ThreePoint | None = None
    """Hours of study for the exam: least, likely, most."""
    application_hours: ThreePoint | None = None
    """Hours for the application: least, likely, most."""
    exam: Text | None = None
    """What the exam is like."""
    fee: Mapping[str, float | str] | None = None
    """What it costs, by its parts."""
    fee_note: Text | None = None
    """What to know of the fee."""
    renew: Mapping[str, float | str] | None = None
    """What keeps it alive: years, units, and what they are called."""
    renew_note: Text | None = None
    """What to know of its renewal."""
    as_of: date
    """The day on which the facts were looked up."""
    source: Text
    """Where they were looked up."""
    confidence: Confidence
    """How they are known."""
    note: Text | None = None
    """What else to know."""
    default: Annotated[bool, Unshown] = False
    """The one whose worksheet is exported when none is named."""


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


class Trait(Item):
    """A quality rated by others, never averaged into skills."""

    summary: Text | None = None
    """What it is, in a sentence."""
    anchor: Text | None = None
    """What can be seen of it."""


class Option(Item):
    """A way in, or a choice weighed: what it gives, what it lacks, its first three steps."""

    kind: Literal["entry", "option"]
    """A way in, or a choice."""
    gives: Text | None = None
    """What speaks for it."""
    lacks: Text | None = None
    """What speaks against it."""
    first: Texts = ()
    """The first steps."""
    ranked_first: Text | None = None
    """For whom it comes first."""
    when: When = ()
    """For whom it fits: conditions, all of which hold."""
    via: Ids = ()
    """Roles and exercises through which it leads."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What holds for somebody whom it fits."""
        return conditions_of(self.when)


class Resource(Item):
    """Something to read or join."""

    what: Text | None = None
    """What it is, in a sentence."""
    url: WebAddress | None = None
    """Where it is on the web."""
    use_for: Annotated[Ids, Field(alias="for")] = ()
    """Skills, roles, exercises and certificates that it helps with."""
