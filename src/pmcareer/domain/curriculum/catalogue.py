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
    summary: Text | None = None
    fit: Ids = ()
    education_minimum: Text | None = None
    gates: Annotated[
        Gates,
        BeforeValidator(_with_kinds),
        Field(validation_alias=AliasChoices("gates", "experience")),
    ] = ()
    training_hours: Annotated[float, Field(ge=0)] | Mapping[Education, float] = 0.0
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
    when: Rows[PromptMoment] = ()
    roles: Ids = ()
    changes: Text | None = None


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
    url: WebAddress | None = None
    use_for: Annotated[Ids, Field(alias="for")] = ()
