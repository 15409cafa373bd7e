"""How good is good: pieces of work of a skill, each with the level that it shows, and why."""

from typing import Annotated

from pydantic import Field

from pmcareer.domain.ground.record import Record, Rows, Text


class Sample(Record):
    """A piece of work as it comes to the table."""

    level: Annotated[int, Field(ge=0, le=5)]
    """The level of the skill that it shows."""
    text: Text
    """The piece itself, shortened."""
    why: Text
    """What in it shows that level."""
    why_not: Text
    """What the next level would have."""


class Samples(Record):
    """The samples of a skill, the lower level first."""

    samples: Rows[Sample]
