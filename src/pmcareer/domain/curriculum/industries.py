"""Industries: what a trade asks for beside the rest, and how the same exercises are done in it."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from pmcareer.domain.curriculum.items import Item
from pmcareer.domain.ground.record import Id, Ids, Level, Record, Rows, Text, Texts

HIGHEST = 5


class NeedRule(Record):
    """How a trade changes what roles need of one skill."""

    skill: Id
    """The skill."""
    add: Annotated[int, Field(ge=1, le=HIGHEST)] = 0
    """So many levels more, of roles that need the skill already."""
    up_to: Annotated[int, Field(ge=1, le=HIGHEST)] = HIGHEST
    """Where adding ends; what is needed above it stays."""
    least: Level = 0
    """The level that is needed at least, by roles that do without the skill elsewhere, too."""
    most: Level = HIGHEST
    """The level that is enough here, where a role needs more of it elsewhere."""
    roles: Ids = ()
    """The roles that this is for; left out: all."""

    def applied(self, level: int) -> int:
        """Return the level needed here, by the level needed elsewhere; 0 is not at all."""
        # Procurement plus one, up to 4: 2 becomes 3, 4 stays 4, and 5 stays 5.
        return min(max(self._raised(level), self.least), self.most)

    def _raised(self, level: int) -> int:
        if not level:
            return 0
        return max(level, min(level + self.add, self.up_to))


class DoneAs(Record):
    """An exercise as it is done in a trade: the words that take the place of the usual ones."""

    id: Id
    """The exercise; it keeps its name, its level and its hours, and so one's progress."""
    title: Text
    """What it is called here."""
    deliverable: Text
    """What lies there in the end."""
    accept: Annotated[Texts, Field(min_length=1)]
    """The checklist that says that it is done."""
    why: Text | None = None
    """What it is good for, where that is another thing here."""
    at_work: Text | None = None
    """How to do it in one's job."""


class Addition(Record):
    """An exercise that a trade asks of some roles."""

    exercise: Id
    """The exercise."""
    roles: Annotated[Ids, Field(min_length=1)]
    """The roles that ask for it."""


class Term(Record):
    """A word of the trade."""

    word: Text
    """The word."""
    means: Text
    """What is meant by it, in a sentence."""


class Industry(Item):
    """A trade, and what it changes for those who work in it."""

    called: Text
    """Its name in a sentence: you work in banking."""
    summary: Text | None = None
    """What is different in it, in a sentence or two."""
    aliases: Texts = ()
    """What else people call it. Each can be typed in its place."""
    names: Texts = ()
    """Names of roles that say that one works in it: construction project manager."""
    needs: Rows[NeedRule] = ()
    """What roles need here, otherwise than elsewhere."""
    exercises: Rows[DoneAs] = ()
    """Exercises that are done in the way of the trade."""
    adds: Rows[Addition] = ()
    """Exercises that are asked for here beside the usual ones."""
    default_target: Id | None = None
    """Where someone heads for here who has not said; else where they do elsewhere."""
    first: Ids = ()
    """Exercises that come early here, behind those of the move."""
    words: Rows[Term] = ()
    """Words of the trade."""
    gates: Texts = ()
    """What the trade lets nobody pass without: shown, never computed with."""
    certificates: Ids = ()
    """Certificates that the trade asks for before others."""
    anew: Ids = ()
    """Skills whose practice here differs: who comes in or leaves shows them anew."""
    bridge: Ids = ()
    """Exercises that come first for who comes in from another trade, whatever the levels."""
    elsewhere: Mapping[Id, Id] = {}
    """Roles that are not found here, each with the industry in which they are."""
