"""A curriculum as its file has it: every table, every key."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pmcareer.domain.curriculum.catalogue import (
    Certification,
    Option,
    Prompt,
    Resource,
    Trait,
)
from pmcareer.domain.curriculum.core import with_core
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.guidance import Advice, Practice
from pmcareer.domain.curriculum.items import Exercise, Move, Role, Skill
from pmcareer.domain.curriculum.steps import JobStep, Step
from pmcareer.domain.ground.record import Id, Record, Rows, Text


class CurriculumTables(Record):
    """A curriculum as its file has it: every table, every key."""

    format: Literal[1]
    title: Text
    version: Text
    extends: Literal["shipped"] | None = None
    default_role: Id | None = None
    """Where on the map someone without a role stands; nothing is assumed of them."""
    default_target: Id | None = None
    skills: Rows[Skill] = ()
    exercises: Rows[Exercise] = ()
    roles: Rows[Role] = ()
    moves: Rows[Move] = ()
    traits: Rows[Trait] = ()
    certifications: Rows[Certification] = ()
    practices: Rows[Practice] = ()
    prompts: Rows[Prompt] = ()
    steps: Rows[Step] = ()
    job_steps: Rows[JobStep] = ()
    """The old name of steps for the search."""
    advice: Rows[Advice] = ()
    options: Rows[Option] = ()
    resources: Rows[Resource] = ()

    def with_one_table_of_steps(self) -> "CurriculumTables":
        """Return the same curriculum, its steps of the search among the others."""
        if not self.job_steps:
            return self
        return self.model_copy(update={"steps": (*self.steps, *self.job_steps), "job_steps": ()})


def _models() -> Iterator[tuple[str, type[Any]]]:
    for name, field in CurriculumTables.model_fields.items():
        if get_origin(field.annotation) is tuple:
            yield name, get_args(field.annotation)[0]


MODELS = {name: model for name, model in _models() if name != "job_steps"}
"""Each table, and what its items are."""
KINDS = {
    "exercise": "exercises",
    "skill": "skills",
    "role": "roles",
    "practice": "practices",
    "certification": "certifications",
    "trait": "traits",
    "prompt": "prompts",
    "step": "steps",
    "advice": "advice",
    "option": "options",
    "resource": "resources",
}
"""What one item is called, to its table; of two items with one id the earlier kind is meant."""
ONE = {table: kind for kind, table in KINDS.items()}


def curriculum_of(tables: CurriculumTables) -> Curriculum:
    """Make a curriculum of tables that are all read."""
    return Curriculum(
        title=tables.title,
        version=tables.version,
        default_role=tables.default_role,
        default_target=tables.default_target,
        extends=tables.extends is not None,
        skills=tables.skills,
        exercises=with_core(tables.exercises),
        roles=tables.roles,
        moves=tables.moves,
        catalogue=lambda table: getattr(tables, table),
    )
