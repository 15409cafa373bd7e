"""Problems of a whole curriculum that no single item can see."""

from collections.abc import Callable, Iterator
from typing import Any

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.gate import ExperienceGate
from pmcareer.domain.curriculum.links import (
    GATED,
    Finding,
    broken_links,
    gates_of,
    items_of,
    name_of,
)
from pmcareer.domain.ground.work import known_words

SKILL_LEVELS = 6
SHORTEST_PRACTICE_MINUTES, LONGEST_PRACTICE_MINUTES = 2, 25
FIRST_LEVEL_TO_SERVE = 2


def problems_of(curriculum: Curriculum) -> tuple[Finding, ...]:
    """Find everything: broken links, and what would mislead without breaking anything."""
    return (
        *broken_links(curriculum),
        *(finding for check in CHECKS for finding in check(curriculum)),
    )


def _replaced_twice_or_still_there(curriculum: Curriculum) -> Iterator[Finding]:
    ids = {(table, item.id) for table, _, item in items_of(curriculum)}
    heirs: dict[tuple[str, str], str] = {}
    for table, index, item in items_of(curriculum):
        for old in getattr(item, "replaces", ()):
            heir = heirs.setdefault((table, old), item.id)
            message = ""
            if (table, old) in ids:
                message = f"'{old}' is said to be replaced, but it is still there."
            elif heir != item.id:
                message = (
                    f"'{old}' is replaced by '{heir}' already; progress can only go to one of them."
                )
            if message:
                yield _at(table, index, item, "replaces", message, "Take it out of one of the two.")


def _ranges_out_of_order(curriculum: Curriculum) -> Iterator[Finding]:
    for table, index, item in items_of(curriculum):
        for key in ("hours", "months", "years", "study_hours", "application_hours"):
            span = getattr(item, key, None)
            if isinstance(span, tuple) and list(span) != sorted(span):
                wanted = "low, high" if len(span) == 2 else "optimistic, likely, pessimistic"  # noqa: PLR2004
                message = f"{', '.join(f'{number:g}' for number in span)} are out of order."
                yield _at(
                    table, index, item, key, message, f"They go {wanted}, the smallest first."
                )


def _needs_that_nothing_serves(curriculum: Curriculum) -> Iterator[Finding]:
    lowest: dict[str, int] = {}
    for exercise in curriculum.exercises:
        if exercise.core and not exercise.retired:
            lowest[exercise.skill] = min(exercise.level, lowest.get(exercise.skill, exercise.level))
    for index, role in enumerate(curriculum.roles):
        for skill, level in role.needs.items():
            if level >= FIRST_LEVEL_TO_SERVE and lowest.get(skill, level + 1) > level:
                message = f"it needs {skill} at level {level}, and no core exercise leads there."
                mend = f"Mark an exercise of {skill} up to level {level} with core = true."
                yield _at("roles", index, role, "needs", message, mend)


def _roles_nobody_reaches(curriculum: Curriculum) -> Iterator[Finding]:
    if not curriculum.moves:
        return
    reached = _reached(curriculum)
    joined = {end for move in curriculum.moves for end in (move.source, move.target)}
    for index, role in enumerate(curriculum.roles):
        if role.detour or role.id == curriculum.default_role:
            continue
        if role.id not in joined:
            yield _at(
                "roles",
                index,
                role,
                "id",
                "no move leads to it or away from it.",
                "Add a [[moves]] table.",
            )
        elif role.id not in reached:
            message = "no moves lead to it from a role where one can start."
            yield _at(
                "roles", index, role, "id", message, "Add a move to it, or name it as default_role."
            )


def _reached(curriculum: Curriculum) -> set[str]:
    """Follow the moves from every role to which none leads."""
    onward: dict[str, list[str]] = {}
    for move in curriculum.moves:
        onward.setdefault(move.source, []).append(move.target)
    waiting = [
        role.id
        for role in curriculum.roles
        if role.id not in {move.target for move in curriculum.moves}
    ]
    waiting.extend([curriculum.default_role] if curriculum.default_role else [])
    reached: set[str] = set()
    while waiting:
        role = waiting.pop()
        if role not in reached:
            reached.add(role)
            waiting.extend(onward.get(role, ()))
    return reached


def _moves_on_the_spot(curriculum: Curriculum) -> Iterator[Finding]:
    for index, move in enumerate(curriculum.moves):
        if move.source == move.target:
            yield _at(
                "moves", index, move, "to", "it leads back to where it began.", "Name another role."
            )


def _gates_named_twice(curriculum: Curriculum) -> Iterator[Finding]:
    seen: set[tuple[str, str, str]] = set()
    for table, index, owner, gate in gates_of(curriculum):
        if (table, owner, gate.id) in seen:
            message = f"gate {gate.id} is there twice."
            mend = "Give one of them another id."
            yield Finding(
                table=table, index=index, item=owner, key="gates", message=message, hint=mend
            )
        seen.add((table, owner, gate.id))


def _unknown_kinds_of_work(curriculum: Curriculum) -> Iterator[Finding]:
    for table, index, item in items_of(curriculum):
        for key, named in _work_named(table, item):
            for word in named.split("+"):
                if word not in known_words():
                    message = f"'{word}' is no kind of work."
                    yield _at(
                        table,
                        index,
                        item,
                        key,
                        message,
                        f"The kinds are {', '.join(known_words())}.",
                    )


def _work_named(table: str, item: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 -- three kinds of item have it
    if table == "skills" and item.work:
        yield "work", item.work
    if table == "roles":
        yield from (("work", word) for word in item.work_shares)
    if table in GATED:
        for gate in item.gates:
            if isinstance(gate, ExperienceGate):
                yield "gates", gate.work


def _retired_but_asked_for(curriculum: Curriculum) -> Iterator[Finding]:
    retired = {exercise.id for exercise in curriculum.exercises if exercise.retired}
    for table, index, item in items_of(curriculum):
        asked: tuple[str, ...] = (
            getattr(item, "requires", ()) if table in ("exercises", "roles", "moves") else ()
        )
        for word in asked:
            if word in retired and not getattr(item, "retired", False):
                message = f"it requires '{word}', which is retired."
                yield _at(
                    table,
                    index,
                    item,
                    "requires",
                    message,
                    "Name what took its place, or leave it out.",
                )


def _practices_too_long(curriculum: Curriculum) -> Iterator[Finding]:
    for index, practice in enumerate(curriculum.practices):
        if not SHORTEST_PRACTICE_MINUTES <= practice.minutes <= LONGEST_PRACTICE_MINUTES:
            message = f"{practice.minutes} minutes is no length for a practice."
            bounds = f"{SHORTEST_PRACTICE_MINUTES} to {LONGEST_PRACTICE_MINUTES}"
            mend = f"A practice takes {bounds} minutes."
            yield _at("practices", index, practice, "minutes", message, mend)


def _levels_missing(curriculum: Curriculum) -> Iterator[Finding]:
    for index, skill in enumerate(curriculum.skills):
        if skill.levels and len(skill.levels) != SKILL_LEVELS:
            message = f"it describes {len(skill.levels)} levels."
            yield _at(
                "skills",
                index,
                skill,
                "levels",
                message,
                "Describe six, from 0 (none) to 5 (expert), or none.",
            )


def _facts_without_a_source(curriculum: Curriculum) -> Iterator[Finding]:
    for index, certification in enumerate(curriculum.certifications):
        if certification.source.strip() == "":
            message = "its facts age, and nothing says where they come from."
            mend = "Name a page, a document or a person."
            yield _at("certifications", index, certification, "source", message, mend)


def _at(table: str, index: int, item: Any, key: str, message: str, hint: str) -> Finding:  # noqa: ANN401, PLR0917
    return Finding(
        table=table, index=index, item=name_of(item), key=key, message=message, hint=hint
    )


CHECKS: tuple[Callable[[Curriculum], Iterator[Finding]], ...] = (
    _replaced_twice_or_still_there,
    _ranges_out_of_order,
    _needs_that_nothing_serves,
    _roles_nobody_reaches,
    _moves_on_the_spot,
    _gates_named_twice,
    _unknown_kinds_of_work,
    _retired_but_asked_for,
    _practices_too_long,
    _levels_missing,
    _facts_without_a_source,
)
