"""Shipped industries in a curriculum that extends the shipped one: they name what is there."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from pmcareer.domain.curriculum.industries import Addition, DoneAs, Industry, NeedRule

Renamed = Mapping[str, Mapping[str, str]]
"""Old ids to new ones, per table."""


def renamed_industry(
    industry: Industry, renamed: Renamed, retired: Collection[str]
) -> dict[str, Any]:
    """Return the tables within an industry with the heirs of what they named.

    What the user retired is not asked for, and nothing is said of how it is done.
    """
    return {
        "needs": tuple(_needs(industry.needs, renamed)),
        "exercises": tuple(_exercises(industry.exercises, renamed["exercises"], retired)),
        "adds": tuple(_adds(industry.adds, renamed, retired)),
    }


def _needs(rules: Iterable[NeedRule], renamed: Renamed) -> Iterator[NeedRule]:
    for rule in rules:
        skill = renamed["skills"].get(rule.skill, rule.skill)
        roles = _followed(rule.roles, renamed["roles"])
        yield rule.model_copy(update={"skill": skill, "roles": roles})


def _exercises(
    rows: Iterable[DoneAs], heirs: Mapping[str, str], retired: Collection[str]
) -> Iterator[DoneAs]:
    for row in rows:
        # The words were written for the exercise as it was: its heir has words of its own.
        if row.id not in heirs and row.id not in retired:
            yield row


def _adds(
    rows: Iterable[Addition], renamed: Renamed, retired: Collection[str]
) -> Iterator[Addition]:
    for row in rows:
        exercise = renamed["exercises"].get(row.exercise, row.exercise)
        roles = _followed(row.roles, renamed["roles"])
        if exercise not in retired:
            yield row.model_copy(update={"exercise": exercise, "roles": roles})


def _followed(ids: Iterable[str], heirs: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(heirs.get(name, name) for name in ids)
