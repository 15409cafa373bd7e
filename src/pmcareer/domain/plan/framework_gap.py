"""How much of a published framework somebody has covered, what the plan will cover, what is open.

An item is covered by an exercise that is done or tested out of, by an assessed or earned level, or
by a post that one holds or held. What a role is only assumed to know covers nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, starmap
from typing import Literal

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.frameworks import Domain, Framework, FrameworkItem
from pmcareer.domain.curriculum.items import Exercise, Exercises, Role
from pmcareer.domain.curriculum.reach_checks import BY_EXERCISES_AT_MOST
from pmcareer.domain.curriculum.serving import exercises_for
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.earned import assessed_level
from pmcareer.domain.person.levels import SkillLevel, levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.plan.planner import Planner
from pmcareer.domain.roadmap.stages import todo_in

Rank = tuple[bool, bool, int, int]
"""Outside the plan, waits for another, the level, the place in the plan or the curriculum."""
LAST: Rank = (True, True, 0, 0)
ItemState = Literal["covered", "planned", "open", "missing"]
"""Covered; to be covered by the plan; served by something outside the plan; served by nothing."""


@frozen
class ItemGap:
    """An item of a framework, and where one stands with it."""

    name: str
    """As people name it: pmp-2026:p1."""
    item: FrameworkItem
    exercises: Exercises
    """What serves it."""
    done: tuple[str, ...]
    """Those of them that are finished, or tested out of."""
    covered_by: tuple[str, ...]
    """Skills whose level covers it, and posts."""
    state: ItemState
    is_taken: bool = False
    """Nothing shows it, and it is taken for granted: by a role, by months, by an answer."""
    following: Exercise | None = None
    """The exercise to do next for it."""
    role: Role | None = None
    """The post that would cover it: one on the way, else the first that is named."""


@frozen
class DomainGap:
    """A part of a framework, by how many of its items are covered."""

    domain: Domain
    covered: int
    planned: int
    total: int

    @property
    def weight(self) -> float:
        """What its publisher says it counts for; nothing where nothing is said."""
        return self.domain.weight or 0.0

    def share_of(self, states: Iterable[ItemState]) -> float:
        """How much of it is covered, or will be, 0 to 1."""
        there = {"covered": self.covered, "planned": self.planned}
        return sum(there.get(state, 0) for state in states) / max(1, self.total)


@frozen
class FrameworkGap:
    """A framework, and where one stands with each of its items."""

    framework: Framework
    items: tuple[ItemGap, ...]
    domains: tuple[DomainGap, ...]
    order: tuple[str, ...]
    """The names of the items still to cover, in the order in which to go about them."""

    @property
    def share(self) -> float:
        """How much is covered, 0 to 1: by the publisher's weights, else by the count of items."""
        return self._share_of("covered")

    @property
    def share_once_planned(self) -> float:
        """How much will be covered once the plan is done, 0 to 1."""
        return self._share_of("covered", "planned")

    def _share_of(self, *states: ItemState) -> float:
        if not self.items:
            return 0.0
        if not self.framework.has_weights:
            return sum(map(self.count, states)) / len(self.items)
        weights = sum(part.weight for part in self.domains)
        return sum(part.weight * part.share_of(states) for part in self.domains) / weights

    def count(self, state: ItemState) -> int:
        """Count the items in a state."""
        return sum(each.state == state for each in self.items)

    @property
    def taken(self) -> int:
        """How many items are taken for granted, and not shown."""
        return sum(each.is_taken for each in self.items)

    def items_in(self, domain: str | None) -> list[ItemGap]:
        """List the items of a part; without one, all."""
        return [each for each in self.items if domain in (None, each.item.domain)]

    @property
    def ahead(self) -> list[ItemGap]:
        """The items that something serves and nothing covers yet, the next first."""
        known = {each.name: each for each in self.items}
        return [known[name] for name in self.order]

    @property
    def missing(self) -> list[ItemGap]:
        """The items that nothing in the curriculum serves."""
        return [each for each in self.items if each.state == "missing"]


def framework_gap(planner: Planner, framework: Framework) -> FrameworkGap:
    """Compare a person with a framework."""
    record = _Record(planner)
    items = tuple(record.look_at(framework, item) for item in framework.items if not item.retired)
    ahead = [each for each in items if each.state in ("planned", "open")]
    ahead.sort(key=record.place_of)
    return FrameworkGap(
        framework=framework,
        items=items,
        domains=tuple(_domains(framework, items)),
        order=tuple(each.name for each in ahead),
    )


def _domains(framework: Framework, items: Iterable[ItemGap]) -> Iterator[DomainGap]:
    # What `check` would complain of, an item of no known part, is counted in none.
    states: dict[str | None, Counter[str]] = defaultdict(Counter)
    for each in items:
        states[each.item.domain][each.state] += 1
    for domain in framework.domains:
        yield _domain(domain, states[domain.id])


def _domain(domain: Domain, states: Counter[str]) -> DomainGap:
    return DomainGap(
        domain=domain,
        covered=states["covered"],
        planned=states["planned"],
        total=states.total(),
    )


class _Record:
    """What somebody has to show, and in which order the plan goes on."""

    def __init__(self, planner: Planner) -> None:
        self._person = planner.person
        self._levels = levels_of(planner.person)
        self._planned = _places(todo.exercise.id for todo in todo_in(planner.recommended.stages))
        self._on_the_way = [leg.target.id for leg in planner.recommended.route.legs]
        self._listed = _places(self._curriculum.exercise)
        self._held = set(_roles_held(planner.person))

    @property
    def _curriculum(self) -> Curriculum:
        return self._person.curriculum

    def look_at(self, framework: Framework, item: FrameworkItem) -> ItemGap:
        exercises = exercises_for(self._curriculum, framework, item)
        done = tuple(each.id for each in exercises if self._is_done(each))
        covered_by = tuple(self._covered_by(item))
        towards = chain.from_iterable(starmap(self._towards, item.skills.items()))
        following = self._first([*exercises, *towards])
        role = self._role_for(item)
        state: ItemState = "covered"
        if not (done or covered_by):
            state = self._state_ahead(item, exercises, role)
        if state == "planned" and following and not self._is_planned(following):
            # The plan covers it by a post: what else would cover it is not what comes next.
            following = None
        return ItemGap(
            name=framework.name_of(item),
            item=item,
            exercises=exercises,
            done=done,
            covered_by=covered_by,
            state=state,
            is_taken=state != "covered" and self._is_taken(item, exercises),
            following=following,
            role=role,
        )

    def _is_taken(self, item: FrameworkItem, exercises: Exercises) -> bool:
        """Tell whether somebody is taken to know what serves an item."""
        asked = [*item.skills.items(), *((each.skill, each.level) for each in exercises)]
        return any(self._level(skill) >= level for skill, level in asked)

    def _level(self, skill: str) -> int:
        return self._levels[skill].level if skill in self._levels else 0

    def _state_ahead(
        self, item: FrameworkItem, exercises: Exercises, role: Role | None
    ) -> ItemState:
        """Tell whether the plan will cover an item, something outside it could, or nothing."""
        by_role = role is not None and role.id in self._on_the_way
        if by_role or any(map(self._is_planned, exercises)) or self._is_lifted(item):
            return "planned"
        by_level = not self._levels.keys().isdisjoint(item.skills)
        return "open" if exercises or by_level or role else "missing"

    def _is_lifted(self, item: FrameworkItem) -> bool:
        """Tell whether the plan lifts a skill as far as an item asks; above 3 months count, too."""
        for skill, level in item.skills.items():
            to_do = [each for each in self._towards(skill, level) if not self._is_done(each)]
            if to_do and level <= BY_EXERCISES_AT_MOST and all(map(self._is_planned, to_do)):
                return True
        return False

    def _is_planned(self, exercise: Exercise) -> bool:
        return exercise.id in self._planned

    def place_of(self, gap: ItemGap) -> Rank:
        """Sort what the plan asks for by its order, then the rest by level."""
        rank = self._rank(gap.following) if gap.following else LAST
        return gap.state != "planned", *rank[1:]

    def _rank(self, exercise: Exercise) -> Rank:
        if exercise.id in self._planned:
            return False, False, 0, self._planned[exercise.id]
        return True, self._waits(exercise), exercise.level, self._listed[exercise.id]

    def _waits(self, exercise: Exercise) -> bool:
        return not set(exercise.requires) <= self._person.finished.keys()

    def _is_done(self, exercise: Exercise) -> bool:
        """Tell whether it is finished, or somebody's word makes it unnecessary."""
        if exercise.id in self._person.finished:
            return True
        return exercise.level <= assessed_level(self._levels[exercise.skill].assessed)

    def _covered_by(self, item: FrameworkItem) -> Iterator[str]:
        for skill, level in item.skills.items():
            if skill in self._levels and _shown(self._levels[skill]) >= level:
                yield skill
        for role in item.roles:
            if self._curriculum.now_called("roles", role) in self._held:
                yield role

    def _towards(self, skill: str, level: int) -> list[Exercise]:
        """List the core exercises that lift a skill to a level."""
        core = [each for each in self._curriculum.exercises if each.core and not each.retired]
        return [each for each in core if each.skill == skill and each.level <= level]

    def _first(self, exercises: Sequence[Exercise]) -> Exercise | None:
        to_do = [each for each in exercises if not self._is_done(each)]
        return min(to_do, key=self._rank, default=None)

    def _role_for(self, item: FrameworkItem) -> Role | None:
        """Find the post to head for: one on the way, else the first that is named."""
        known = self._curriculum.role
        named = [known[role] for role in item.roles if role in known]
        on_the_way = [role for role in named if role.id in self._on_the_way]
        return next(iter((*on_the_way, *named)), None)


def _places(names: Iterable[str]) -> Mapping[str, int]:
    return {name: place for place, name in enumerate(names)}


def _shown(level: SkillLevel) -> int:
    """Give the level that is earned or assessed; what a role is assumed to know covers nothing."""
    return max(level.earned, assessed_level(level.assessed))


def _roles_held(person: Person) -> Iterator[str]:
    """Go through the posts that one holds or held, as far as they are on record."""
    called = partial(person.curriculum.now_called, "roles")
    if person.held:
        yield person.held.id
    for post in person.posts:
        yield post.role.id
    for entry in person.experiences:
        if entry.role:
            yield called(entry.role)
