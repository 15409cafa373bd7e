"""The curriculum: what can be learnt, where one can stand, and how one gets from here to there."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from itertools import filterfalse
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from pmcareer.domain.curriculum.core import asked_up_to
from pmcareer.domain.curriculum.guidance import Advice, Practice
from pmcareer.domain.curriculum.items import (
    USUAL_SIDES,
    Exercise,
    Item,
    Move,
    Role,
    ShownInPost,
    Side,
    Skill,
)
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.curriculum.trade import Trade
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.grouping import grouped
from pmcareer.domain.ground.vocabulary import Situation

if TYPE_CHECKING:
    # What answers change is read with the questions, and these two when they are asked for: to load
    # them takes a tenth of a start.
    from pmcareer.domain.curriculum.answers import Prompt, Saying
    from pmcareer.domain.curriculum.catalogue import Certification, Option, Resource, Trait
    from pmcareer.domain.curriculum.frameworks import Framework
    from pmcareer.domain.curriculum.industries import Industry

FORMAT = 1
AnItem = TypeVar("AnItem", bound=Item)


def _no_catalogue(_: str) -> tuple[Item, ...]:
    return ()


@frozen
class Curriculum:
    """All that can be learnt, and the map of roles; the rest is read by table when asked for."""

    title: str
    version: str
    default_role: str | None = None
    """Where on the map someone without a role stands; nothing is assumed of them."""
    default_target: str | None = None
    extends: bool = False
    """Whether it is laid over the shipped one, whose texts it may use."""
    authors: tuple[str, ...] = ()
    license: str | None = None
    homepage: str | None = None
    searches: Mapping[Situation, Sequence[float]] = field(default_factory=dict)
    """By situation, months from being ready to the next post: min, likely, max."""
    shown_in_post: tuple[ShownInPost, ...] = ()
    """How far what a role needs is shown by having held it."""
    sides: tuple[Side, ...] = USUAL_SIDES
    skills: tuple[Skill, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    roles: tuple[Role, ...] = ()
    moves: tuple[Move, ...] = ()
    catalogue: Callable[[str], tuple[Any, ...]] = field(default=_no_catalogue, compare=False)
    """Reads one of the other tables."""
    plain: "Curriculum | None" = field(default=None, compare=False)
    """The curriculum over which a trade is laid; None where none is."""
    trade: Trade | None = field(default=None, compare=False)
    """The trade that is laid over it."""

    @cached_property
    def traits(self) -> "tuple[Trait, ...]":
        """Qualities rated by others."""
        return self.catalogue("traits")

    @cached_property
    def certifications(self) -> "tuple[Certification, ...]":
        """Certificates with their rules."""
        return self.catalogue("certifications")

    @cached_property
    def practices(self) -> tuple[Practice, ...]:
        """Habits."""
        return self.catalogue("practices")

    @cached_property
    def prompts(self) -> "tuple[Prompt, ...]":
        """Questions whose answers are kept."""
        return self.catalogue("prompts")

    @cached_property
    def profile(self) -> "tuple[Saying, ...]":
        """Keys of the profile whose words change something."""
        return self.catalogue("profile")

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """What is done with people for moves, detours, gates, certificates and the search."""
        return self.catalogue("steps")

    @cached_property
    def job_steps(self) -> tuple[Step, ...]:
        """Steps of the job search."""
        return tuple(step for step in self.steps if step.is_of_search)

    @cached_property
    def advice(self) -> tuple[Advice, ...]:
        """Rules that fire a sentence."""
        return self.catalogue("advice")

    @cached_property
    def options(self) -> "tuple[Option, ...]":
        """Ways in, and choices weighed."""
        return self.catalogue("options")

    @cached_property
    def resources(self) -> "tuple[Resource, ...]":
        """What to read or join."""
        return self.catalogue("resources")

    @cached_property
    def frameworks(self) -> "tuple[Framework, ...]":
        """What others say the profession consists of."""
        return self.catalogue("frameworks")

    @cached_property
    def industries(self) -> "tuple[Industry, ...]":
        """What trades ask for beside the rest."""
        return self.catalogue("industries")

    @property
    def as_written(self) -> "Curriculum":
        """The same curriculum without any trade laid over it."""
        return self.plain or self

    @cached_property
    def in_trades(self) -> "dict[str, Curriculum]":
        """What it has been laid over with: once for each pair of trades is enough."""
        return {}

    @cached_property
    def before_editions(self) -> "dict[str, Curriculum]":
        """What was asked for before editions that were asked about: once for each is enough."""
        return {}

    @cached_property
    def skill(self) -> Mapping[str, Skill]:
        """Skills by id."""
        return _by_id(self.skills)

    @cached_property
    def exercise(self) -> Mapping[str, Exercise]:
        """Exercises by id, retired ones too."""
        return _by_id(self.exercises)

    @cached_property
    def by_skill(self) -> Mapping[str, Sequence[Exercise]]:
        """The exercises of each skill in their order, retired ones too."""
        return grouped(self.exercises, attrgetter("skill"))

    @cached_property
    def asked_by_skill(self) -> Mapping[str, Sequence[Exercise]]:
        """The same without those that are retired."""
        asked = filterfalse(attrgetter("retired"), self.exercises)
        return grouped(asked, attrgetter("skill"))

    @cached_property
    def _asked_at(self) -> dict[tuple[str, int], tuple[str, ...]]:
        return {}

    def asked_at(self, skill: str, level: int) -> tuple[str, ...]:
        """Name the exercises that a skill needed at a level asks for (see `asked_up_to`)."""
        if (skill, level) not in self._asked_at:
            asked = asked_up_to(self.asked_by_skill.get(skill, ()), level)
            self._asked_at[skill, level] = tuple(asked)
        return self._asked_at[skill, level]

    @cached_property
    def asked_since(self) -> Mapping[str, Sequence[Exercise]]:
        """What is asked for since an edition, by that edition."""
        added = filter(attrgetter("core_since"), self.exercises)
        return grouped(added, attrgetter("core_since"))

    @cached_property
    def spread_skills(self) -> frozenset[str]:
        """Skills of which something has its place in each month."""
        return frozenset(skill.id for skill in self.skills if skill.each_month)

    @cached_property
    def has_openers(self) -> bool:
        """Tell whether it says which exercises are fit to be the first of all."""
        return any(exercise.opener for exercise in self.exercises)

    @cached_property
    def role(self) -> Mapping[str, Role]:
        """Roles and detours by id."""
        return _by_id(self.roles)

    @cached_property
    def move_by_ends(self) -> Mapping[tuple[str, str], Move]:
        """Moves by where they start and end; of several the first."""
        return {(move.source, move.target): move for move in reversed(self.moves)}

    @cached_property
    def practice(self) -> Mapping[str, Practice]:
        """Practices by id."""
        return _by_id(self.practices)

    @cached_property
    def certification(self) -> "Mapping[str, Certification]":
        """Certifications by id."""
        return _by_id(self.certifications)

    @cached_property
    def industry(self) -> "Mapping[str, Industry]":
        """Industries by id."""
        return _by_id(self.industries)

    @cached_property
    def step(self) -> Mapping[str, Step]:
        """Steps by id."""
        return _by_id(self.steps)

    @cached_property
    def _heirs(self) -> dict[str, dict[str, str]]:
        return {}

    def heirs(self, table: str) -> Mapping[str, str]:
        """Map old ids of a table to the ids of the items that replaced them."""
        if table not in self._heirs:
            heirs = self._heirs[table] = {}
            for item in getattr(self, table):
                heirs.update(dict.fromkeys(item.replaces, item.id))
        return self._heirs[table]

    def now_called(self, table: str, name: str) -> str:
        """Find the id that an item has today: `replaces` says so, else it is the same."""
        return self.heirs(table).get(name, name)

    def start_role(self, target: str) -> str:
        """Where one without a role stands; empty where that is nobody's place.

        The default role, else the only one that needs nothing and is not the target.
        """
        if self.default_role:
            return self.default_role
        others = (role for role in self.roles if role.id != target and role.is_place)
        free = [role.id for role in others if not role.needs]
        return free[0] if len(free) == 1 else ""

    @cached_property
    def _onward(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _leading_on(self) -> Mapping[str, Sequence[Move]]:
        """The moves that lead on, by the role they start from."""
        return grouped((move for move in self.moves if not move.side), attrgetter("source"))

    def further_along(self, role: str) -> tuple[str, ...]:
        """List a role and those that moves lead on to from it, near ones first, without detours.

        Moves aside don't count: who took one is no further along.
        """
        if role not in self._onward:
            reached = [role]
            # The list grows while it is gone through: from what it gets, moves lead further.
            for here in reached:
                for move in self._leading_on.get(here, ()):
                    if move.target not in reached and not self._is_detour(move.target):
                        reached.append(move.target)
            self._onward[role] = tuple(reached)
        return self._onward[role]

    def leads(self, start: str, end: str) -> bool:
        """Tell whether moves lead from one role to another, and none back."""
        ahead = start != end and end in self.further_along(start)
        return ahead and start not in self.further_along(end)

    def _is_detour(self, role: str) -> bool:
        return role in self.role and self.role[role].detour

    @property
    def goal_role(self) -> str:
        """Where one without a target goes: the default target, else the last that is no detour."""
        return self.default_target or [role.id for role in self.roles if not role.detour][-1]

    def side_of(self, exercise: Exercise) -> str | None:
        """Tell the side that an exercise's hours count for, if any."""
        skill = self.skill.get(exercise.skill)
        return exercise.side or (skill.side if skill else None)

    @cached_property
    def side_titles(self) -> Mapping[str, str]:
        """The title of each side, in the order of the curriculum."""
        return {side.id: side.title for side in self.sides}

    @property
    def credits(self) -> str:
        """Say whose it is, under what terms, and where it lives."""
        by = f"By {', '.join(self.authors)}" if self.authors else ""
        return "; ".join(filter(None, [by, self.license, self.homepage]))


def _by_id(items: Iterable[AnItem]) -> dict[str, AnItem]:
    return {item.id: item for item in items}
