"""Steps: what moves a date that study does not move, done with people: ask, agree, apply."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field

from pmcareer.domain.curriculum.items import Item, Unshown
from pmcareer.domain.ground.conditions import Condition, When, conditions_of
from pmcareer.domain.ground.record import Ids, Text, Texts, Work
from pmcareer.domain.ground.vocabulary import JobStepCount

SEARCH = "search"
"""What a step of the search for a post is for."""
STEP_BACK = "step-back"
"""What a step is for before one goes back behind the post one holds."""
StepMinutes = Annotated[int, Field(ge=1, le=600)]
StepDays = Annotated[int, Field(ge=1, le=366)]


def _as_list(value: object) -> object:
    """Read one id as a list of one."""
    return (value,) if isinstance(value, str) else value


class Step(Item):
    """Something to do for a move, a detour, a gate, a certificate or the search."""

    use_for: Annotated[Ids, BeforeValidator(_as_list), Field(alias="for", min_length=1)]
    """Roles that moves reach, detours, gates, certifications, the search, situations, step-back."""
    source: Annotated[Ids, BeforeValidator(_as_list), Field(alias="from")] = ()
    """The roles that the move starts from, where `for` alone is not enough."""
    minutes: StepMinutes
    """How long it takes."""
    do: Text | None = None
    """What to do, in a sentence or two."""
    why: Text | None = None
    """What it is good for."""
    accept: Texts = ()
    """What shows that it is done."""
    sheet: Text | None = None
    """A text to work with: a file below the curriculum's own folder."""
    requires: Ids = ()
    """Steps, or exercises, that come before."""
    when: Annotated[When, Unshown] = ()
    """Conditions, all of which have to hold for it to be there."""
    before_study: Annotated[bool, Unshown] = False
    """It comes before all study, whatever decides: minutes that put a date right."""
    begin: Annotated[Text | None, Unshown] = None
    """What of it can be done in the first half hour, alone."""
    again: StepDays | None = None
    """Days after which it opens again, while its stage lasts."""
    during: Work | None = None
    """A kind of work that has to go on: it is open while an experience of it has no end."""
    waits: StepDays | None = None
    """Days of waiting for somebody's answer, until one asks again."""
    done: Text | None = None
    """The test that says that it is done."""
    guide: Text | None = None
    """How to go about it."""
    targets: Mapping[str, int] = {}
    """Figures to reach, by their names."""
    counts_as: Annotated[JobStepCount | None, Unshown] = None
    """What tells how far it is; without it, that it was logged."""
    log_with: Annotated[Text | None, Unshown] = None
    """What is typed when something of it is done."""

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What holds for somebody whom it is for."""
        return conditions_of(self.when)

    @property
    def is_of_search(self) -> bool:
        """Tell whether it is a step of the search for a post."""
        return SEARCH in self.use_for


class JobStep(Step):
    """A step of the search as older curricula write it, in a table of its own."""

    use_for: Annotated[Ids, BeforeValidator(_as_list), Field(alias="for", min_length=1)] = (SEARCH,)
    minutes: StepMinutes = 60
