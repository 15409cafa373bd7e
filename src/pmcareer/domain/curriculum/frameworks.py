"""Published frameworks: what others say the profession consists of, beside what teaches it here."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import Field

from pmcareer.domain.curriculum.items import Item
from pmcareer.domain.ground.record import Id, Ids, Level, Record, Rows, Text, WebAddress
from pmcareer.domain.ground.vocabulary import Confidence

BETWEEN = ":"
"""What stands between a framework and its item: pmp-2026:p1."""


class Domain(Record):
    """A part of a framework, with what its publisher says it counts for."""

    id: Id
    """Its name for ever."""
    title: Text
    """What people call it."""
    weight: Annotated[float, Field(gt=0, le=100)] | None = None
    """Per cent of the whole; none where the publisher gives none."""


class FrameworkItem(Item):
    """A task, a competence or a practice that a framework names."""

    domain: Id | None = None
    """The part of the framework that it belongs to."""
    exercises: Ids = ()
    """Exercises that serve it."""
    skills: Mapping[Id, Level] = {}
    """Skills, each with the level that shows it, 0 to 5."""
    roles: Ids = ()
    """Posts whose holders work at this level."""
    note: Text | None = None
    """What to know of it: that it is served in part, or why nothing serves it."""


class Framework(Item):
    """What a publisher says the profession consists of, as far as it was read."""

    publisher: Text
    """Who publishes it."""
    url: WebAddress
    """Where the publisher has it."""
    as_of: date
    """The day on which it was looked up."""
    confidence: Confidence
    """How it is known."""
    read: Text
    """What of it was read."""
    unit: Text = "item"
    """What one of its items is called: a task, a competence."""
    certifications: Ids = ()
    """Certificates that are about it."""
    domains: Rows[Domain] = ()
    """Its parts."""
    items: Rows[FrameworkItem] = ()
    """What it names; none where its text was not read."""

    @property
    def has_weights(self) -> bool:
        """Tell whether its publisher says what each part counts for."""
        return bool(self.domains) and all(domain.weight for domain in self.domains)

    def items_in(self, domain: str | None) -> list[FrameworkItem]:
        """List the items of a part; without one, all."""
        return [item for item in self.items if domain in (None, item.domain)]

    def name_of(self, item: FrameworkItem) -> str:
        """Name an item as exercises and people name it: pmp-2026:p1."""
        return f"{self.id}{BETWEEN}{item.id}"
