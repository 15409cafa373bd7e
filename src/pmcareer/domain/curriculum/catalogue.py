"""The rest of a curriculum: certificates, prompts, options and more, read when asked for."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, BeforeValidator, ConfigDict, Field, ValidationInfo

from pmcareer.domain.curriculum.gate import Gates
from pmcareer.domain.curriculum.items import Item, Unshown
from pmcareer.domain.ground.conditions import Condition, When, conditions_of
from pmcareer.domain.ground.record import (
    Ids,
    Months,
    Record,
    Text,
    Texts,
    ThreePoint,
    WebAddress,
    Work,
)
from pmcareer.domain.ground.vocabulary import Aspect, Confidence, Education

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


class Fact(Record):
    """How some of a certificate's facts are known, where that differs from the rest of it."""

    known: Confidence | None = None
    """How they are known."""
    as_of: date | None = None
    """The day on which they were looked up, or of the page where it bears one."""
    url: WebAddress | None = None
    """The issuer's page about them."""


class Lapse(Record):
    """What becomes of a certificate whose term ends without a renewal."""

    grace_months: Months = 0
    """Months after its term in which it can still be renewed; it is not to be named meanwhile."""
    exam_again: bool = False
    """Whether one has to apply and sit the exam anew after that."""
    not_before: date | None = None
    """The first day on which a term could end, however early it was earned."""
    words: Text | None = None
    """What brings it back, in a few words."""


AS_THE_REST = Fact.model_construct()
NOTHING_SAID = Lapse.model_construct()


class Certification(Item):
    """A certificate, its eligibility, its study hours and its renewal: facts that age."""

    model_config = ConfigDict(json_schema_extra=_old_spelling_too)

    issuer: Text
    """Who awards it."""
    url: WebAddress | None = None
    """The issuer's own page about it."""
    summary: Text | None = None
    """What it is, in a sentence."""
    fit: Ids = ()
    """Roles that it suits."""
    offer_to: Ids = ()
    """Roles on the way to which it may be recommended; none where this is left out."""
    offer_after: Mapping[Work, Months] = {}
    """Months of work before which it is not recommended."""
    needless_after: Mapping[Work, Months] = {}
    """Months of work after which it says nothing more: it is not recommended any longer."""
    industries: Ids = ()
    """Industries in which it comes before others."""
    only_where: Text | None = None
    """Where alone it is asked for; it is named elsewhere, and not recommended."""
    supersedes: Ids = ()
    """Certificates that say nothing more to whom this one is on record for."""
    alternatives: Ids = ()
    """Certificates that serve in its place."""
    buys: Text | None = None
    """What money and hours buy: the authors' judgement."""
    why: Text | None = None
    """Why it is the one to take on the way to those roles: the authors' judgement."""
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
    study_hours_again: ThreePoint | None = None
    """The same for who passed it once and let it run out."""
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
    renewed_by: Ids = ()
    """Certificates that renew this one, too, on the day they are earned."""
    lapse: Lapse | None = None
    """What becomes of it when its term ends without a renewal."""
    disputed: Text | None = None
    """Where sources disagree: what each says, and which one counts here."""
    facts: Mapping[Aspect, Fact] = {}
    """How some facts are known, where that differs from the rest."""
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

    @property
    def term_years(self) -> float | None:
        """How many years it lasts; None where it has no end, or nobody says."""
        years = (self.renew or {}).get("years")
        if isinstance(years, int | float) and years > 0:
            return float(years)
        return None

    @property
    def ends_not_before(self) -> date:
        """The first day on which a term could end."""
        return (self.lapse and self.lapse.not_before) or date.min

    @property
    def grace_months(self) -> float:
        """Months after its term in which it can still be renewed."""
        return (self.lapse or NOTHING_SAID).grace_months

    @property
    def takes_a_new_exam(self) -> bool | None:
        """Whether it takes a new exam once it has lapsed; None where nobody says."""
        return self.lapse.exam_again if self.lapse else None

    def known(self, aspect: Aspect) -> Confidence:
        """Tell how an aspect of it is known."""
        return self._fact(aspect).known or self.confidence

    def looked_up(self, aspect: Aspect) -> date:
        """Tell when an aspect of it was looked up."""
        return self._fact(aspect).as_of or self.as_of

    def page_of(self, aspect: Aspect) -> str | None:
        """Find the issuer's page about an aspect of it."""
        return self._fact(aspect).url or self.url

    def _fact(self, aspect: Aspect) -> Fact:
        return self.facts.get(aspect, AS_THE_REST)


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
