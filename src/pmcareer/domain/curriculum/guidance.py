"""What goes beside a task: practices, and sentences of advice."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from pmcareer.domain.curriculum.items import Item, Unshown
from pmcareer.domain.ground.conditions import Condition, When, conditions_of
from pmcareer.domain.ground.record import Fraction, Id, Ids, Rows, Text, Work
from pmcareer.domain.ground.vocabulary import Rhythm


class Practice(Item):
    """A habit of 2 to 25 minutes, repeated on a rhythm."""

    principle: Text | None = None
    """What it rests on."""
    do: Text
    """What to do."""
    minutes: Annotated[int, Field(ge=1, le=240)]
    """How long it takes, 2 to 25."""
    rhythm: Rhythm
    """How often."""
    proof: Text | None = None
    """How one sees that it works."""
    roles: Ids = ()
    """Proposed in these roles only; without any, in all."""
    advice: Text | None = None
    """A tip for keeping it."""
    for_everybody: Annotated[bool, Unshown] = False
    """Proposed to everybody who picked no practice."""
    for_work: Annotated[Rows[Work], Unshown] = ()
    """Kinds of work: proposed to people who do one of them and picked no practice."""
    when: Annotated[When, Unshown] = ()
    """Conditions, all of which have to hold for it to be proposed."""
    counts_as: Annotated[Literal["thanks", "reading"] | None, Unshown] = None
    """What keeping it counts as: thanking somebody, or reading about the field."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What holds for somebody to whom it is proposed."""
        return conditions_of(self.when)


class Advice(Item):
    """A sentence said when facts about the person call for it."""

    priority: Annotated[int, Field(ge=1, le=9)]
    """1 is said first, 9 last."""
    when: When
    """Conditions, all of which have to hold."""
    text: Text
    """What is said."""
    do: Text | None = None
    """What to do about it."""
    exercises: Ids = ()
    """Exercises that it points to."""
    practices: Ids = ()
    """Practices that it points to."""
    certifications: Ids = ()
    """Certificates that it points to."""
    roles: Ids = ()
    """Roles that it is for."""
    weights: Mapping[Id, Fraction] = {}
    """Factors of skills that come earlier because of it."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What has to hold, all of it, for the sentence to be said."""
        return conditions_of(self.when)
