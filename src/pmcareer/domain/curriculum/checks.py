"""Problems of a whole curriculum that no single item can see."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.gate import ByOthers, ExperienceGate
from pmcareer.domain.curriculum.guidance import Practice
from pmcareer.domain.curriculum.items import EASY_HOURS, Exercise, Move, Role, Skill
from pmcareer.domain.curriculum.links import (
    GATED,
    AnItem,
    Finding,
    Said,
    broken_links,
    findings,
    name_of,
)
from pmcareer.domain.curriculum.name_checks import Names
from pmcareer.domain.curriculum.reach_checks import MAY_REST_ON, Reach, defaults_that_mislead
from pmcareer.domain.curriculum.way_checks import Ways
from pmcareer.domain.ground.vocabulary import TABLES
from pmcareer.domain.ground.work import known_words

SKILL_LEVELS = 6
SHORTEST_PRACTICE_MINUTES, LONGEST_PRACTICE_MINUTES = 2, 25
SPANS = ("hours", "months", "years", "search", "study_hours", "application_hours")
"""Keys that hold a range: two figures or three, the smallest first."""
ORDERS = {2: "low, high", 3: "optimistic, likely, pessimistic"}


def problems_of(curriculum: Curriculum) -> tuple[Finding, ...]:
    """Find everything: broken links, and what would mislead without breaking anything."""
    whole, reach = _Whole(curriculum), Reach(curriculum)
    checks = (
        (TABLES, whole.replaced_twice_or_still_there),
        (TABLES, _ranges_out_of_order),
        (("roles",), reach.needs_that_nothing_serves),
        (GATED, reach.gates_never_met),
        (("roles",), whole.not_reached),
        (("roles",), Names(curriculum.roles).called_like_another),
        (("moves",), _on_the_spot),
        (("moves",), Ways(curriculum).never_opened),
        (GATED, whole.gates_named_twice),
        (TABLES, _unknown_kinds_of_work),
        (("exercises", "roles", "moves"), whole.retired_but_asked_for),
        (("practices",), _too_long),
        (("exercises",), _hard_to_begin_with),
        (("skills",), _levels_missing),
        (("certifications",), _without_a_source),
        (("roles", "moves"), _complex_months),
    )
    misleading = [findings(curriculum, *check) for check in checks]
    for table in MAY_REST_ON:
        rests = partial(reach.resting_on_retired, table=table)
        misleading.append(findings(curriculum, (table,), rests))
    doubtful = findings(curriculum, ("skills",), reach.months_without_a_kind)
    return (
        *broken_links(curriculum),
        *chain.from_iterable(misleading),
        *defaults_that_mislead(curriculum),
        *map(_as_warning, doubtful),
    )


def _as_warning(finding: Finding) -> Finding:
    return replace(finding, severity="warning")


class _Whole:
    """Looks at one item after the other, and knows of the others what that takes."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        self._reached = _reached(curriculum)
        self._heirs: dict[tuple[type, str], str] = {}
        self._gates: set[tuple[type, str, str]] = set()

    @cached_property
    def _ids(self) -> set[tuple[type, str]]:
        return {
            (type(item), item.id) for table in TABLES for item in getattr(self._curriculum, table)
        }

    def replaced_twice_or_still_there(self, item: AnItem) -> Said:
        mend = "Take it out of one of the two."
        for old in getattr(item, "replaces", ()):
            heir = self._heirs.setdefault((type(item), old), item.id)
            if (type(item), old) in self._ids:
                yield "replaces", f"'{old}' is said to be replaced, but it is still there.", mend
            elif heir != item.id:
                taken = f"'{old}' is replaced by '{heir}' already"
                yield "replaces", f"{taken}; progress can only go to one of them.", mend

    @cached_property
    def _joined(self) -> set[str]:
        """The roles at either end of a move."""
        moves = self._curriculum.moves
        return {move.source for move in moves} | {move.target for move in moves}

    def not_reached(self, role: Role) -> Said:
        if not self._joined or role.detour or role.id == self._curriculum.default_role:
            return
        if role.id not in self._joined:
            yield "id", "no move leads to it or away from it.", "Add a [[moves]] table."
        elif role.id not in self._reached:
            message = "no moves lead to it from a role where one can start."
            yield "id", message, "Add a move to it, or name it as default_role."

    def gates_named_twice(self, owner: AnItem) -> Said:
        for gate in owner.gates:
            place = type(owner), name_of(owner), gate.id
            if place in self._gates:
                message = f"gate {gate.id} is there twice."
                yield "gates", message, "Give one of them another id."
            self._gates.add(place)

    @cached_property
    def _retired(self) -> set[str]:
        return {exercise.id for exercise in self._curriculum.exercises if exercise.retired}

    def retired_but_asked_for(self, item: Exercise | Role | Move) -> Said:
        if getattr(item, "retired", False):
            return
        for word in item.requires:
            if word in self._retired:
                yield (
                    "requires",
                    f"it requires '{word}', which is retired.",
                    "Name what took its place, or leave it out.",
                )


def _reached(curriculum: Curriculum) -> set[str]:
    """Follow the moves from every role to which none leads."""
    onward: dict[str, set[str]] = {}
    starts = {role.id for role in curriculum.roles}
    for move in curriculum.moves:
        onward.setdefault(move.source, set()).add(move.target)
        starts.discard(move.target)
    # Somebody without a role begins at the default one, even where a move leads back to it.
    waiting = {*starts, curriculum.default_role or ""}
    reached: set[str] = set()
    while waiting:
        role = waiting.pop()
        reached.add(role)
        waiting |= onward.get(role, set()) - reached
    return reached


def _ranges_out_of_order(item: AnItem) -> Said:
    for key in SPANS:
        for message, mend in _out_of_order(getattr(item, key, None)):
            yield key, message, mend
    for gate in getattr(item, "gates", ()):
        for message, mend in _out_of_order(gate.months if isinstance(gate, ByOthers) else None):
            yield "gates", f"gate {gate.id}: {message}", mend


def _out_of_order(span: object) -> Iterator[tuple[str, str]]:
    if isinstance(span, tuple) and list(span) != sorted(span):
        figures = ", ".join(f"{number:g}" for number in span)
        yield f"{figures} are out of order.", f"They go {ORDERS[len(span)]}, the smallest first."


def _complex_months(owner: Role | Move) -> Said:
    """Name the gates whose months nobody counts by complexity: a forecast knows only the work."""
    for gate in owner.gates:
        if isinstance(gate, ExperienceGate) and gate.complexity:
            message = f"gate {gate.id}: only certifications count months by complexity."
            yield "gates", message, "Take `complexity` out, or ask for a certificate."


def _on_the_spot(move: Move) -> Said:
    if move.source == move.target:
        yield "to", "it leads back to where it began.", "Name another role."


def _unknown_kinds_of_work(item: AnItem) -> Said:
    known = known_words()
    for key, named in _work_named(item):
        for word in named.split("+"):
            if word not in known:
                yield key, f"'{word}' is no kind of work.", f"The kinds are {', '.join(known)}."


def _work_named(item: AnItem) -> Iterator[tuple[str, str]]:
    if isinstance(item, Skill):
        if item.work:
            yield "work", item.work
        for rule in item.shown_by:
            yield "shown_by", rule.work
    if isinstance(item, Role):
        for word in item.work_shares:
            yield "work", word
    for gate in getattr(item, "gates", ()):
        if isinstance(gate, ExperienceGate):
            yield "gates", gate.work


def _too_long(practice: Practice) -> Said:
    if not SHORTEST_PRACTICE_MINUTES <= practice.minutes <= LONGEST_PRACTICE_MINUTES:
        yield (
            "minutes",
            f"{practice.minutes} minutes is no length for a practice.",
            f"A practice takes {SHORTEST_PRACTICE_MINUTES} to {LONGEST_PRACTICE_MINUTES} minutes.",
        )


def _hard_to_begin_with(exercise: Exercise) -> Said:
    if not exercise.opener:
        return
    for key in ("span_days", "standing"):
        if getattr(exercise, key):
            yield "opener", f"an opener has no {key}.", f"Leave out {key}, or opener."
    if exercise.hours[1] > EASY_HOURS:
        message = (
            f"an opener takes at most {EASY_HOURS} likely hours, and not {exercise.hours[1]:g}."
        )
        yield "opener", message, "Leave out opener, or make the exercise smaller."


def _levels_missing(skill: Skill) -> Said:
    if skill.levels and len(skill.levels) != SKILL_LEVELS:
        mend = "Describe six, from 0 (none) to 5 (expert), or none."
        yield "levels", f"it describes {len(skill.levels)} levels.", mend


def _without_a_source(certification: Certification) -> Said:
    if not certification.source.strip():
        message = "its facts age, and nothing says where they come from."
        yield "source", message, "Name a page, a document or a person."
