"""What helps with an exercise: its parts, what commonly goes wrong, what to read."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from pmcareer.domain.curriculum.part import Part
from pmcareer.domain.ground.record import Id, Ids, Record, Rows, Text, Texts, WebAddress

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.catalogue import Resource

FIRST_MINUTES = 30
"""The first part takes no longer: somebody who has half an hour ends with something in hand."""
PARTS = range(3, 6)
"""As many parts as one keeps in view."""
MISTAKES = 3


class Guide(Record):
    """What helps with one exercise."""

    parts: Rows[Part] = ()
    """In the order of doing."""
    mistakes: Texts = ()
    """The commonest, each with its cost or its mend."""
    readings: Ids = ()
    """What to read, the most useful first."""

    @property
    def minutes(self) -> int:
        """Minutes of all parts together."""
        return sum(part.minutes for part in self.parts)


class Reading(Record):
    """A text on the web, or elsewhere, and what it is good for."""

    id: Id
    """Its key."""
    title: Text
    """What it is called, and whose it is."""
    url: WebAddress | None = None
    """Where it is."""
    minutes: Annotated[int, Field(ge=1, le=600)] | None = None
    """How long the part that helps takes: a guess."""
    as_of: Text | None = None
    """Of when the text is."""
    read: date | None = None
    """The day on which it was opened; None where it was not."""
    why: Text | None = None
    """What it is good for."""


def reading_of(resource: "Resource") -> Reading:
    """Take a resource of a curriculum as something to read."""
    return Reading.model_construct(
        id=resource.id, title=resource.title, url=resource.url, why=resource.what
    )


NO_GUIDE = Guide.model_construct()
"""Of an exercise for which none was written."""
Fault = tuple[str, str, str]
"""A key, what is wrong with it, and the mend."""


def faults_of(parts: Sequence[Part], hours: Sequence[float]) -> Iterator[Fault]:
    """Find what contradicts the exercise: a long first part, minutes that don't fit.

    `hours` are the optimistic, the likely and the pessimistic ones.
    """
    if not parts:
        return
    first = parts[0].minutes
    if first > FIRST_MINUTES:
        message = f"the first part takes {first} minutes, and may take {FIRST_MINUTES}."
        yield "parts", message, "Begin with what can be done in half an hour, alone."
    low, high = round(60 * hours[0]), round(60 * hours[-1])
    whole = sum(part.minutes for part in parts)
    if not low <= whole <= high:
        message = f"the parts take {whole} minutes, and the exercise takes {low} to {high}."
        yield "parts", message, "Change the minutes of a part, or the hours."


def doubts_of(parts: Sequence[Part], mistakes: Sequence[str]) -> Iterator[Fault]:
    """Find what may well be meant, and is seldom best: too many parts or mistakes, or too few."""
    if parts and len(parts) not in PARTS:
        count = "1 part" if len(parts) == 1 else f"{len(parts)} parts"
        mend = f"{PARTS.start} to {PARTS.stop - 1} are kept in view."
        yield "parts", f"it has {count}.", mend
    if mistakes and len(mistakes) != MISTAKES:
        count = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        yield "mistakes", f"it names {count}.", f"Name the {MISTAKES} that are made most."
