"""Readiness for a role: how much of the evidence is there, in parts; evidence, not permission.

What has nothing to count is left out, and its weight goes to the others. Recording what was done
never makes it less: an exercise under way counts by its hours, however long it may take yet.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.items import Exercise, Role
from pmcareer.domain.gates.certificates import superseded_for
from pmcareer.domain.gates.offers import helpful_for, is_needless, is_usual
from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.gates.state import GateStatus
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Assessed, Certified
from pmcareer.domain.logbook.logbook import of_kind
from pmcareer.domain.person.earned import assessed_level, rated_by_others
from pmcareer.domain.person.levels import levels_of, role_levels
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.asked import Asker
from pmcareer.domain.roadmap.back import is_step_back

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.catalogue import Certification

CERTIFICATE_WEIGHT = 0.1
"""Practice counts more than certificates: they never weigh more than 15 % (S1-102)."""
SELF_RATED = 0.5
"""What is covered by one's own word alone counts half: people misjudge what they have not shown."""
UNDER_WAY_AT_MOST = 0.9
"""An exercise that is not handed over is no evidence yet, however many hours went into it."""
NEARLY = 0.99
"""The most that is said while anything is short."""


@frozen
class Part:
    """One part of readiness: how much of it is there, and what it weighs, both 0 to 1."""

    id: str
    title: str
    value: float
    weight: float
    text: str


def readiness_of(person: Person, target: Role) -> tuple[Part, ...]:
    """Split readiness into levels, exercises and gates, equal parts, and helpful certificates.

    A part is there when the role asks for something of its kind: there may be none.
    """
    parts = _practice(person, target)
    # Nothing is asked for: a certificate alone makes nobody readier.
    certificates: list[Part] = []
    if parts:
        certificates.extend(_certificates(person, target))
    return _weighed(parts, certificates)


def _practice(person: Person, target: Role) -> list[Part]:
    return [*_levels(person, target), *_exercises(person, target), *_gates(person, target)]


def _weighed(parts: Sequence[Part], certificates: Sequence[Part]) -> tuple[Part, ...]:
    # Without certificates that help, three parts of a third each; with them, of 30 %.
    each = (1 - sum(part.weight for part in certificates)) / max(len(parts), 1)
    return (*(replace(part, weight=each) for part in parts), *certificates)


def total_of(parts: Sequence[Part]) -> float:
    """Add parts up by their weights, 0 to 1: all of it only where nothing is short."""
    if all(part.value >= 1 for part in parts):
        return 1.0
    return min(NEARLY, sum(part.value * part.weight for part in parts))


def readiness_for_target(person: Person) -> float | None:
    """Return the readiness for the target, 0 to 1; None where nothing is asked for there."""
    role = person.curriculum.role.get(person.target)
    parts = readiness_of(person, role) if role else ()
    return total_of(parts) if parts else None


def percents_within(person: Person) -> tuple[float, float] | None:
    """Tell between which two percents the readiness for the target lies, both included.

    None where a certificate was earned, or nothing is asked for: then it is soon worked out.
    """
    # Which certificates would help stands in a file of their own, and takes longer to read than
    # all the rest. Whoever has none has all of the rest, or nine tenths of it.
    role = person.curriculum.role.get(person.target)
    parts = _practice(person, role) if role else ()
    if not parts or of_kind(person.entries, Certified):
        return None
    lacking = _part("certificates", "Certificates", 0.0, "", CERTIFICATE_WEIGHT)
    shares = (total_of(_weighed(parts, each)) for each in ((lacking,), ()))
    low, high = (100 * share for share in shares)
    return low, high


def gate_statuses(person: Person, target: Role) -> tuple[GateStatus, ...]:
    """Count what is on record for each gate of a role; none for the role one has."""
    if target.id == person.role:
        return ()
    return tuple(gate_status(person, gate) for gate in target.gates)


def _levels(person: Person, target: Role) -> Iterable[Part]:
    levels = levels_of(person)
    wanted = sum(target.needs.values())
    reached = sum(min(levels[name].level, need) for name, need in target.needs.items())
    if wanted:
        text = f"{reached} of {wanted} levels"
        yield _part("levels", "Skill levels", reached / wanted, text)


def _part(name: str, title: str, value: float, text: str, weight: float = 0.0) -> Part:
    return Part(id=name, title=title, value=value, weight=weight, text=text)


def _exercises(person: Person, target: Role) -> Iterable[Part]:
    """Count what is done, under way or covered, by the hours of each exercise."""
    asker = Asker(person=person)
    shown = _shown_levels(person)
    whole = there = 0.0
    done = covered = by_own_word = 0
    asked = asker.asked(target, None)
    for name, exercise in asked.items():
        share = _share_done(person, exercise)
        if name in asker.covered and share < 1:
            is_shown = _is_shown(person, exercise, shown)
            share = max(share, SELF_RATED, float(is_shown))
            covered += is_shown
            by_own_word += not is_shown
        done += name in person.finished
        whole += exercise.mean_hours
        there += share * exercise.mean_hours
    if asked:
        text = f"{done} of {len(asked)} done"
        if covered:
            text += f", {covered} covered"
        if by_own_word:
            text += f", {by_own_word} by your own word, which counts half"
        yield _part("work", "Exercises", there / whole, text)


def _share_done(person: Person, exercise: Exercise) -> float:
    """Tell how much of an exercise is there: all once finished, else by the hours logged."""
    # 12 of 16 hours are three quarters. 40 hours are nine tenths: what an exercise has earned
    # falls while it takes longer and longer, and whoever writes that down is no less ready.
    if exercise.id in person.finished:
        return 1.0
    return min(UNDER_WAY_AT_MOST, person.hours_logged(exercise.id) / exercise.mean_hours)


def _shown_levels(person: Person) -> Mapping[str, int]:
    """Tell up to which level a skill is seen by others: who rated it, or who gave one the role."""
    levels = role_levels(replace(person, entries=person.entries.without(Assessed)))
    for skill, by_source in person.assessments.items():
        # A role that asks for level 3, and a word of one's own that says 2: level 2.
        of_role = min(assessed_level(by_source), levels.get(skill, 0))
        levels[skill] = max([of_role, *rated_by_others(by_source)])
    return levels


def _is_shown(person: Person, exercise: Exercise, levels: Mapping[str, int]) -> bool:
    """Tell whether more than one's own word covers an exercise."""
    assessed = person.assessments.get(exercise.skill, {})
    # What the role held is based on is covered by the role.
    return exercise.level <= levels.get(exercise.skill, 0) or exercise.level > assessed_level(
        assessed
    )


def _gates(person: Person, target: Role) -> Iterable[Part]:
    statuses = gate_statuses(person, target)
    if statuses:
        shares = list(map(_share, statuses))
        value, met = sum(shares) / len(shares), shares.count(1.0)
        yield _part("gates", "Gates", value, f"{met} of {len(statuses)} met")


def _share(gate: GateStatus) -> float:
    # Where nothing is asked for all of it is there.
    if gate.missing:
        return gate.have / gate.needed
    return 1.0


def _certificates(person: Person, target: Role) -> Iterable[Part]:
    """Count any one of the certificates that help to get there as enough; there may be none."""
    known = list(helpful_for(person, target.id))
    held = [item.id for item in known if item.id in person.certificates]
    usual = [item.id for item in known if _would_help(person, item, target)]
    text = f"{' or '.join(usual)} would help"
    if held:
        text = f"{', '.join(held)} held"
    if held or usual:
        value = float(bool(held))
        yield _part("certificates", "Certificates", value, text, CERTIFICATE_WEIGHT)


def _would_help(person: Person, item: "Certification", target: Role) -> bool:
    """Leave out what is asked for elsewhere alone, and what would say nothing more."""
    is_of_use = not is_needless(person, item) and item.id not in superseded_for(person)
    return is_of_use and is_usual(person, item) and not is_step_back(person, target)
