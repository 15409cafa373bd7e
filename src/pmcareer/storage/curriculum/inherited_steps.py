"""Shipped steps in a curriculum that extends the shipped one: those whose gate is gone go too."""

from collections.abc import Container, Iterator, Mapping, Sequence

from pmcareer.domain.curriculum.step_checks import names_for_steps
from pmcareer.domain.curriculum.steps import Step
from pmcareer.domain.curriculum.tables import CurriculumTables, curriculum_of

Placed = tuple[Step, int | None]
"""A step, and its place in the user's file; None came with the shipped curriculum."""


def still_asked(tables: CurriculumTables, places: Sequence[int | None]) -> Iterator[Placed]:
    """Leave of each shipped step what it is for and what it awaits, as far as that is there.

    Who writes "tech-pm" anew without its gates need not write the steps of these gates anew.
    """
    curriculum = curriculum_of(tables)
    names = names_for_steps(curriculum) | curriculum.role.keys()
    gone: set[str] = set()
    for step, place in zip(tables.steps, places, strict=True):
        if place is None and names.isdisjoint(step.use_for):
            gone.add(step.id)
    for step, place in zip(tables.steps, places, strict=True):
        if place is not None:
            yield step, place
        elif step.id not in gone:
            left = {"use_for": names, "requires": {*step.requires} - gone}
            yield _leaving(step, left), place


def _leaving(step: Step, left: Mapping[str, Container[str]]) -> Step:
    """Leave of some fields of a step the ids that are left; most steps stay as they are."""
    changed = {}
    for field, ids in left.items():
        said = getattr(step, field)
        kept = tuple(filter(ids.__contains__, said))
        if kept != said:
            changed[field] = kept
    return step.model_copy(update=changed) if changed else step
