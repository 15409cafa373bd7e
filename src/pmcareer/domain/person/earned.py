"""What finished exercises and months have earned, under today's edition and those before."""

from collections.abc import Collection, Iterable, Mapping
from operator import attrgetter

from pmcareer.domain.curriculum.items import Exercise, Skill
from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Finished
from pmcareer.domain.person.editions import before_edition
from pmcareer.domain.person.person import BySource, Person

SELF_RATED_AT_MOST = 3
NOT_REAL_AT_MOST = 2
EXERCISES_ALONE_AT_MOST = 3
MONTHS_FOR_LEVEL = {4: 12, 5: 24}
HIGHEST = 5
CONFIRMED_FROM = 4
"""For the highest level somebody else has to see at least this one."""
_ID = attrgetter("id")


@frozen
class Kept:
    """What was reached under earlier editions and stays, though today's asks for more."""

    levels: Mapping[str, int]
    """By the skills."""
    exercises: frozenset[str]
    """What is asked for since then, of levels that had been reached: not of this person."""


def kept_by(person: Person) -> Kept:
    """Find what somebody keeps of earlier editions; empty for whoever began with today's."""
    if "kept" not in person.memo:
        person.memo["kept"] = _kept(person)
    kept: Kept = person.memo["kept"]
    return kept


def _kept(person: Person) -> Kept:
    levels: dict[str, int] = {}
    not_asked: set[str] = set()
    for edition, added in person.curriculum.asked_since.items():
        reached = _levels_before(person, edition, {exercise.skill for exercise in added})
        _raise_to(levels, reached)
        not_asked.update(_of_levels(reached, added))
    return Kept(levels=levels, exercises=frozenset(not_asked - person.finished.keys()))


def _raise_to(levels: dict[str, int], reached: Mapping[str, int]) -> None:
    for skill, level in reached.items():
        levels[skill] = max(level, levels.get(skill, 0))


def _of_levels(reached: Mapping[str, int], added: Iterable[Exercise]) -> Iterable[str]:
    """List what is of a level that had been reached."""
    for exercise in added:
        if exercise.level <= reached.get(exercise.skill, 0):
            yield exercise.id


def _levels_before(person: Person, edition: str, skills: Collection[str]) -> dict[str, int]:
    """Find the levels that somebody had earned in these skills before an edition."""
    then = before_edition(person, edition)
    if then is None:
        return {}
    exercises = then.curriculum.by_skill
    levels = {}
    for skill in skills:
        known = then.curriculum.skill.get(skill)
        levels[skill] = earned_level(known, exercises.get(skill, ()), then) if known else 0
    return levels


def earned_level(skill: Skill, exercises: Collection[Exercise], person: Person) -> int:
    """Climb as far as finished exercises carry, above 3 as far as months and others confirm.

    Up to level 3 none lifts the skill above its own level. Levels 4 and 5 for which there is no
    exercise come by months and others, once level 3 is earned or rated. Retired exercises keep what
    they earned, and no level waits for one.
    """
    level = max(_by_exercises(exercises, person), kept_by(person).levels.get(skill.id, 0))
    reached = max(level, _rated(skill, person))
    for wanted in MONTHS_FOR_LEVEL:
        if reached == wanted - 1 and _proven(skill, exercises, wanted, person):
            level = reached = wanted
    return level


def _rated(skill: Skill, person: Person) -> int:
    """Find what somebody has said, as far as exercises alone would carry."""
    # Rated 3, with twelve months of the work and no exercise of level 4 to do: it is 4.
    said = assessed_level(person.assessments.get(skill.id, {}))
    return min(said, EXERCISES_ALONE_AT_MOST)


def _by_exercises(exercises: Collection[Exercise], person: Person) -> int:
    if person.finished.keys().isdisjoint(map(_ID, exercises)):
        return 0
    # The core up to level 3 is done and twelve months are there, but of level 4 no exercise is
    # done: it is 3. Level 5 takes level 4 first, however many months there are. And where the core
    # is one exercise of level 1, having done it is level 1.
    level = 1
    for wanted in (2, EXERCISES_ALONE_AT_MOST):
        if _is_reached(exercises, wanted, person) and _core_done(exercises, wanted, person):
            level = wanted
    return level


def _is_reached(exercises: Iterable[Exercise], level: int, person: Person) -> bool:
    """Tell whether an exercise of this level or a higher one is finished, so that it counts."""
    for exercise in exercises:
        if exercise.level >= level and carries(person.finished.get(exercise.id, ()), level):
            return True
    return False


def _core_done(exercises: Iterable[Exercise], level: int, person: Person) -> bool:
    """Tell whether all core up to a level is done, each on its own, and something on this one."""
    carries_level = False
    for exercise in exercises:
        if exercise.core and exercise.level <= level and is_asked_of(person, exercise):
            times = person.finished.get(exercise.id, ())
            if not carries(times, exercise.level):
                return False
            carries_level = carries_level or carries(times, level)
    return carries_level


def is_asked_of(person: Person, exercise: Exercise) -> bool:
    """Tell whether an exercise is asked of somebody with this background and record at all."""
    # Core for engineers alone: no level of anybody else waits for it. Nor does a level that was
    # reached before an edition wait for what is core since then.
    if exercise.retired or exercise.id in kept_by(person).exercises:
        return False
    return person.background is None or exercise.background in (None, person.background)


def carries(times: Iterable[Finished], level: int) -> bool:
    """Tell whether one of the times counts for this level: simulated or shadowed does up to 2."""
    return any(level <= NOT_REAL_AT_MOST or _is_real(entry) for entry in times)


def _is_real(entry: Finished) -> bool:
    return entry.mode != "simulated" and entry.part != "shadowed"


def _proven(skill: Skill, exercises: Iterable[Exercise], level: int, person: Person) -> bool:
    there = [exercise for exercise in exercises if exercise.level == level]
    done = any(carries(person.finished.get(exercise.id, ()), level) for exercise in there)
    if not done and not all(exercise.retired for exercise in there):
        return False
    if skill.work is None or months_in(person.ranges_of(skill.work)) < MONTHS_FOR_LEVEL[level]:
        return False
    return level < HIGHEST or is_confirmed(person, skill)


def is_confirmed(person: Person, skill: Skill) -> bool:
    """Tell whether somebody else has seen level 4 or more."""
    others = rated_by_others(person.assessments.get(skill.id, {}))
    return max(others, default=0) >= CONFIRMED_FROM


def assessed_level(by_source: BySource) -> int:
    """Find the highest of the newest assessments; one's own word counts up to 3."""
    # One's own 5 counts as 3, and a manager's 2 beside it takes nothing away: the level is 3.
    own = min(by_source.get("self", 0), SELF_RATED_AT_MOST)
    return max([own, *rated_by_others(by_source)])


def rated_by_others(by_source: BySource) -> list[int]:
    """List the ratings of everybody but oneself."""
    return [level for source, level in by_source.items() if source != "self"]
