"""A piece of an exercise."""

from typing import Annotated

from pydantic import Field

from pmcareer.domain.ground.record import Record, Text


class Part(Record):
    """What is done of an exercise in one go, or in a few."""

    minutes: Annotated[int, Field(ge=1, le=60_000)]
    """How long it takes, all in all."""
    text: Text
    """What to do, and what lies on the table afterwards."""
