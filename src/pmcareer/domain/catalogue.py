"""The curriculum's catalogue: certificates, practices, prompts, advice and the rest, read only by who needs them."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from pmcareer.domain.curriculum import (
    Curriculum,
    Education,
    Exercise,
    Item,
    Months,
    Move,
    Role,
    Skill,
    ThreePoint,
    Work,
)
from pmcareer.domain.guidance import Advice, Practice
from pmcareer.domain.record import Id, Ids, Record, Text, Texts


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


class CurriculumTables(Record):
    """A curriculum as its file has it: every table, every key."""

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


def curriculum_of(tables: CurriculumTables) -> Curriculum:
    """Give a curriculum all of whose tables are read."""
    return Curriculum(
        title=tables.title,
        version=tables.version,
        default_role=tables.default_role,
        default_target=tables.default_target,
        skills=tables.skills,
        exercises=tables.exercises,
        roles=tables.roles,
        moves=tables.moves,
        catalogue=lambda table: getattr(tables, table),
    )
