"""What is missing to earn the next level of a skill."""

from collections.abc import Iterable, Sequence

from pmcareer.domain.curriculum.items import Exercise, Exercises, Skill
from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.earned import (
    HIGHEST,
    MONTHS_FOR_LEVEL,
    carries,
    is_asked_of,
    is_confirmed,
    kept_by,
)
from pmcareer.domain.person.person import Person

BY_CORE_UP_TO = 3


@frozen
class NextLevel:
    """What the next level still asks for; empty where nothing is missing."""

    level: int
    core: Exercises
    """Core exercises to finish; above level 2 on real work."""
    one_of: tuple[Exercises, ...]
    """For each level that asks for it: exercises of which one has to be done."""
    months_needed: int
    """Months of the skill's kind of work; 0 where none are missing."""
    months_have: float
    work: str | None
    again: tuple[str, ...]
    """Ids of those of all these that are done, but only simulated or shadowed."""
    needs_confirmation: bool
    """Whether somebody else has to say level 4 or more."""

    @property
    def is_by_word_alone(self) -> bool:
        """Tell whether there is nothing to do for it but to be rated."""
        return not (self.core or self.one_of or self.months_needed or self.needs_confirmation)


def next_level_of(
    person: Person, skill: Skill, exercises: Sequence[Exercise], at: int
) -> NextLevel | None:
    """Say what it takes to earn the level above this one; None at the highest.

    Where no exercise stops at that level, and one of the next lifts over it, it is what that takes.
    """
    if at >= HIGHEST:
        return None
    following = _level_after(person, skill, exercises, at)
    # The one exercise is of level 3, and was simulated: 1 it is, and done for real it is 3.
    if following.is_by_word_alone and following.level < BY_CORE_UP_TO:
        over = next_level_of(person, skill, exercises, following.level)
        if over and over.again:
            return over
    return following


def _level_after(person: Person, skill: Skill, exercises: Sequence[Exercise], at: int) -> NextLevel:
    wanted = at + 1
    have = months_in(person.ranges_of(skill.work)) if skill.work else 0.0
    needed = MONTHS_FOR_LEVEL.get(wanted, 0)
    core = _core_missing(person, exercises, wanted)
    one_of = (
        *_one_at_least(person, exercises, wanted),
        *_one_of_missing(person, exercises, wanted),
    )
    return NextLevel(
        level=wanted,
        core=core,
        one_of=one_of,
        again=_done_not_for_real(person, (core, *one_of)),
        months_needed=needed if have < needed else 0,
        months_have=have,
        work=skill.work,
        needs_confirmation=wanted == HIGHEST and not is_confirmed(person, skill),
    )


def _done_not_for_real(person: Person, groups: Iterable[Exercises]) -> tuple[str, ...]:
    return tuple(each.id for group in groups for each in group if each.id in person.finished)


def _core_missing(person: Person, exercises: Sequence[Exercise], wanted: int) -> Exercises:
    """List the core exercises that count up to this level; for level 1 any exercise will do."""
    if wanted == 1:
        is_begun = any(each.id in person.finished for each in exercises)
        return () if is_begun else tuple(exercises[:1])
    upto = min(wanted, BY_CORE_UP_TO)
    missing = []
    for each in exercises:
        is_core = each.core and each.level <= upto and is_asked_of(person, each)
        if is_core and not _is_carried(person, each):
            missing.append(each)
    return tuple(missing)


def _one_at_least(
    person: Person, exercises: Sequence[Exercise], wanted: int
) -> tuple[Exercises, ...]:
    """List what could lift to this level where its core alone does not: no skill rises above it."""
    # The core of level 2 is done and level 3 has none: one of its two others is what is missing.
    if not 1 < wanted <= BY_CORE_UP_TO:
        return ()
    higher = [each for each in exercises if each.level >= wanted]
    for exercise in higher:
        if exercise.core and exercise.level == wanted and is_asked_of(person, exercise):
            return ()
        if carries(person.finished.get(exercise.id, ()), wanted):
            return ()
    nearest = min((each.level for each in higher), default=wanted)
    there = tuple(each for each in higher if each.level == nearest)
    return (there,) if there else ()


def _one_of_missing(
    person: Person, exercises: Sequence[Exercise], wanted: int
) -> tuple[Exercises, ...]:
    missing = []
    kept = kept_by(person).exercises
    for level in MONTHS_FOR_LEVEL:
        there = tuple(each for each in exercises if each.level == level and each.id not in kept)
        is_done = any(_is_carried(person, each) for each in there)
        if level <= wanted and there and not is_done:
            missing.append(there)
    return tuple(missing)


def _is_carried(person: Person, exercise: Exercise) -> bool:
    return carries(person.finished.get(exercise.id, ()), exercise.level)
