"""Frameworks that name what is not there, and exercises that name no item of a framework."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.frameworks import Framework, FrameworkItem
from pmcareer.domain.curriculum.items import Exercise, Item
from pmcareer.domain.curriculum.links import Finding, Said, findings
from pmcareer.domain.curriculum.serving import all_items
from pmcareer.errors import did_you_mean

Wrong = Iterator[tuple[str, str]]
"""A message, and the mend."""


def framework_problems(curriculum: Curriculum) -> Iterator[Finding]:
    """Find unknown ids both ways: of what serves an item, and of what an exercise serves."""
    names = _Names(curriculum)
    yield from findings(curriculum, ("frameworks",), names.mistaken_items)
    yield from findings(curriculum, ("exercises",), names.mistaken_tasks)


class _Names:
    """The ids that a framework and an exercise may name."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._known = {
            "exercise": _ids(curriculum.exercises),
            "skill": _ids(curriculum.skills),
            "role": _ids(curriculum.roles),
        }
        self._tasks = {each.name for each in all_items(curriculum)}

    def mistaken_tasks(self, exercise: Exercise) -> Said:
        for name in exercise.frameworks:
            if name not in self._tasks:
                yield (
                    "frameworks",
                    f"no framework has an item '{name}'.",
                    did_you_mean(name, self._tasks),
                )

    def mistaken_items(self, framework: Framework) -> Said:
        yield from _twice("domains", (domain.id for domain in framework.domains))
        yield from _twice("items", (item.id for item in framework.items))
        domains = {domain.id for domain in framework.domains}
        for item in framework.items:
            for message, mend in chain(self._unknown(item), _astray(item, domains)):
                yield "items", f"item {item.id}: {message}", mend

    def _unknown(self, item: FrameworkItem) -> Wrong:
        named = {"exercise": item.exercises, "skill": item.skills, "role": item.roles}
        for kind, names in named.items():
            for name in names:
                if name not in self._known[kind]:
                    yield f"there is no {kind} '{name}'.", did_you_mean(name, self._known[kind])


def _astray(item: FrameworkItem, domains: Collection[str]) -> Wrong:
    """Tell of an item that belongs to no part, where the framework has parts."""
    if item.domain and item.domain not in domains:
        yield f"there is no domain '{item.domain}'.", did_you_mean(item.domain, domains)
    elif domains and not item.domain:
        yield "it says no domain, so no part counts it.", "Name one of the framework's domains."


def _twice(key: str, names: Iterable[str]) -> Said:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield key, f"'{name}' is there twice.", "Give one of them another id."
        seen.add(name)


def _ids(items: Iterable[Item]) -> set[str]:
    return {item.id for item in items}
