"""Shipped frameworks in a curriculum that stands alone: those whose items its exercises name."""

from collections.abc import Callable

from pmcareer.domain.curriculum.frameworks import BETWEEN, Framework
from pmcareer.domain.curriculum.tables import CurriculumTables

Shipped = Callable[[], tuple[Framework, ...]]
"""Reads the frameworks of the shipped curriculum."""


def with_named(own: CurriculumTables, shipped: Shipped) -> CurriculumTables:
    """Add the shipped frameworks that exercises name, so that nobody has to write them anew.

    What serves their items in the shipped curriculum is left out: of two exercises "pmf-01" in two
    curricula only one is meant.
    """
    named = {
        name.partition(BETWEEN)[0] for exercise in own.exercises for name in exercise.frameworks
    }
    wanted = named - {framework.id for framework in own.frameworks}
    if not wanted:
        return own
    added = [_bare(framework) for framework in shipped() if framework.id in wanted]
    return own.model_copy(update={"frameworks": (*own.frameworks, *added)})


def _bare(framework: Framework) -> Framework:
    nothing: dict[str, object] = {"exercises": (), "skills": {}, "roles": (), "note": None}
    items = tuple(item.model_copy(update=nothing) for item in framework.items)
    return framework.model_copy(update={"items": items, "certifications": ()})
