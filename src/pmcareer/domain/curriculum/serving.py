"""Which exercises serve an item of a framework, and which items an exercise or a skill serves.

Either side may say so: the framework's item names exercises, or an exercise names the item.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise, Exercises
from pmcareer.domain.ground.frozen import frozen

if TYPE_CHECKING:
    # They are read for those who ask for one.
    from pmcareer.domain.curriculum.frameworks import Framework, FrameworkItem


@frozen
class Served:
    """An item of a framework that something serves."""

    framework: "Framework"
    item: "FrameworkItem"

    @property
    def name(self) -> str:
        """Name it by its framework: pmp-2026:p1."""
        return self.framework.name_of(self.item)


def exercises_for(
    curriculum: Curriculum, framework: "Framework", item: "FrameworkItem"
) -> Exercises:
    """List the living exercises that serve an item: those that it names, then those naming it."""
    known, name = curriculum.exercise, framework.name_of(item)
    found = {old: known.get(curriculum.now_called("exercises", old)) for old in item.exercises}
    serving = [exercise for exercise in found.values() if exercise]
    serving += [each for each in curriculum.exercises if name in each.frameworks]
    living = {each.id: each for each in serving if not each.retired}
    return tuple(living.values())


def all_items(curriculum: Curriculum) -> Iterator[Served]:
    """Go through the items of all living frameworks."""
    for framework in curriculum.frameworks:
        if not framework.retired:
            for item in framework.items:
                yield Served(framework=framework, item=item)


def served_by(curriculum: Curriculum, exercise: Exercise) -> tuple[Served, ...]:
    """List the items that an exercise serves, in the order of the frameworks."""
    return tuple(
        each
        for each in all_items(curriculum)
        if exercise in exercises_for(curriculum, each.framework, each.item)
    )


def served_by_skill(curriculum: Curriculum, skill: str) -> tuple[Served, ...]:
    """List the items that a skill shows, or that one of its exercises serves."""
    found = []
    for each in all_items(curriculum):
        serving = exercises_for(curriculum, each.framework, each.item)
        if skill in each.item.skills or skill in {exercise.skill for exercise in serving}:
            found.append(each)
    return tuple(found)


def serving(curriculum: Curriculum, framework: "Framework") -> dict[str, Exercises]:
    """Map the items of a framework, by id, to the exercises that serve them."""
    return {item.id: exercises_for(curriculum, framework, item) for item in framework.items}


def grouped(served: Iterable[Served]) -> dict[str, str]:
    """Write items by their framework: {"pmp-2026": "b1 b5"}."""
    found: dict[str, list[str]] = {}
    for each in served:
        found.setdefault(each.framework.id, []).append(each.item.id)
    return {framework: " ".join(items) for framework, items in found.items()}
