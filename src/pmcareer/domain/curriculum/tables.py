"""A curriculum as its file has it: every table, every key."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from pmcareer.domain.curriculum.answers import Prompt, Saying
from pmcareer.domain.curriculum.catalogue import (
    Certification,
    Option,
    Resource,
    Trait,
)
from pmcareer.domain.curriculum.core import with_core
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.frameworks import Framework
from pmcareer.domain.curriculum.guidance import Advice, Practice
from pmcareer.domain.curriculum.industries import Industry
from pmcareer.domain.curriculum.items import (
    USUAL_SIDES,
    Exercise,
    Move,
    Role,
    ShownInPost,
    Side,
    Skill,
)
from pmcareer.domain.curriculum.steps import JobStep, Step
from pmcareer.domain.ground.record import Id, Record, Rows, Text, Texts, ThreePoint, WebAddress
from pmcareer.domain.ground.vocabulary import BESIDE, Situation


class CurriculumTables(Record):
    """A curriculum as its file has it: every table, every key."""

    format: Literal[1]
    """The number of this format."""
    title: Text
    """What the curriculum is called."""
    version: Text
    """Yours to choose; plans remember which one they rest on."""
    extends: Literal["shipped"] | None = None
    """Start from the shipped curriculum: a known id replaces, a new one is added."""
    default_role: Id | None = None
    """Where on the map someone without a role stands; nothing is assumed of them."""
    default_target: Id | None = None
    """Where someone heads for who has not said; else the last role that is no detour."""
    authors: Texts = ()
    """Who wrote it."""
    license: Text | None = None
    """Under what terms it may be used, CC-BY-4.0."""
    homepage: WebAddress | None = None
    """Where it is kept."""
    searches: Mapping[Situation, ThreePoint] = {}
    """By situation, months from being ready to the next post: least, likely, most."""
    shown_in_post: Rows[ShownInPost] = ()
    """Months in a role, and up to which level what it needs counts as shown by them."""
    sides: Rows[Side] = ()
    """What hours are balanced over; without any, the sides of the Talent Triangle."""
    skills: Rows[Skill] = ()
    """What can be learnt."""
    exercises: Rows[Exercise] = ()
    """Pieces of work that lift skills."""
    roles: Rows[Role] = ()
    """Where one can stand."""
    moves: Rows[Move] = ()
    """How one gets from role to role; without any, every way has one stage."""
    traits: Rows[Trait] = ()
    """Qualities that others rate."""
    certifications: Rows[Certification] = ()
    """Certificates, with what they ask for."""
    practices: Rows[Practice] = ()
    """Habits."""
    prompts: Rows[Prompt] = ()
    """Questions whose answers are kept."""
    profile: Rows[Saying] = ()
    """Keys of the profile, their words, and what each changes."""
    steps: Rows[Step] = ()
    """What is done with people: ask, agree, apply."""
    job_steps: Rows[JobStep] = ()
    """The old name of steps for the search."""
    advice: Rows[Advice] = ()
    """Sentences that are said when facts call for them."""
    options: Rows[Option] = ()
    """Ways in, and choices weighed."""
    resources: Rows[Resource] = ()
    """What to read or join."""
    frameworks: Rows[Framework] = ()
    """What others say the profession consists of, beside what teaches it here."""
    industries: Rows[Industry] = ()
    """Trades, and what they ask for beside the rest."""

    def with_one_table_of_steps(self) -> "CurriculumTables":
        """Return the same curriculum, its steps of the search among the others."""
        if not self.job_steps:
            return self
        return self.model_copy(update={"steps": (*self.steps, *self.job_steps), "job_steps": ()})


def _models() -> Iterator[tuple[str, type[Any]]]:
    for name, field in CurriculumTables.model_fields.items():
        row = (*get_args(field.annotation), None)[0]
        is_list = get_origin(field.annotation) is tuple
        if is_list and isinstance(row, type) and issubclass(row, Record):
            yield name, row


ROWS = dict(_models())
"""Each array of tables that a file may have, and what its rows are."""
# Those of the search are among the other steps, and what a post shows is one rule in lines.
del ROWS["job_steps"], ROWS["shown_in_post"]
MODELS = ROWS.copy()
for beside in BESIDE:
    del MODELS[beside]
"""Each table of things to learn, to do or to look up, and what its items are."""


def curriculum_of(tables: CurriculumTables) -> Curriculum:
    """Make a curriculum of tables that are all read."""
    return Curriculum(
        title=tables.title,
        version=tables.version,
        default_role=tables.default_role,
        default_target=tables.default_target,
        extends=tables.extends is not None,
        authors=tables.authors,
        license=tables.license,
        homepage=tables.homepage,
        searches=tables.searches,
        shown_in_post=tables.shown_in_post,
        sides=tables.sides or USUAL_SIDES,
        skills=tables.skills,
        exercises=with_core(tables.exercises),
        roles=tables.roles,
        moves=tables.moves,
        catalogue=lambda table: getattr(tables, table),
    )
