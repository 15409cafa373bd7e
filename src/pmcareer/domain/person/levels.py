"""The level of a skill: earned by exercises and months, assessed by somebody, or assumed from a stated role."""

from collections.abc import Iterable, Mapping

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise, Skill
from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import PORTFOLIO_SERVICES
from pmcareer.domain.logbook.entries import Finished
from pmcareer.domain.person.person import Person

SELF_RATED_AT_MOST = 3
NOT_REAL_AT_MOST = 2
EXERCISES_ALONE_AT_MOST = 3
MONTHS_FOR_LEVEL = {4: 12, 5: 24}
CONFIRMED_FROM = 4


@frozen
class SkillLevel:
    """Where someone stands in a skill, each source apart; the highest of them counts."""

    skill: str
    earned: int
    assessed: Mapping[str, int]
    """The newest level per source: self, manager, peer, certificate."""
    assumed: int

    @property
    def level(self) -> int:
        """The level that counts, 0 to 5."""
        return max(self.earned, self.assumed, assessed_level(self.assessed))


def levels_of(person: Person) -> dict[str, SkillLevel]:
    """Give the level of every skill of the curriculum."""
    by_skill = exercises_by_skill(person.curriculum)
    retired = exercises_by_skill(person.curriculum, retired=True)
    assumed = assumed_levels(person)
    return {
        skill.id: SkillLevel(
            skill=skill.id,
            earned=earned_level(
                skill, (*by_skill.get(skill.id, ()), *retired.get(skill.id, ())), person
            ),
            assessed=person.assessments.get(skill.id, {}),
            assumed=assumed.get(skill.id, 0),
        )
        for skill in person.curriculum.skills
    }


def exercises_by_skill(
    curriculum: Curriculum, *, retired: bool = False
) -> dict[str, list[Exercise]]:
    """Group the exercises that are not retired, or those that are, by their skill, in the order of the curriculum."""
    groups: dict[str, list[Exercise]] = {}
    for exercise in curriculum.exercises:
        if exercise.retired == retired:
            groups.setdefault(exercise.skill, []).append(exercise)
    return groups


def assumed_levels(person: Person) -> dict[str, int]:
    """Give what a stated role is taken to stand at: its own needs, until somebody assesses the skill.

    Of the four portfolio services only what the profile's `pmo_services` names is assumed.
    """
    role = person.curriculum.role.get(person.role or "")
    if role is None:
        return {}
    services = person.says.get("pmo_services", ())
    return {
        skill: level
        for skill, level in role.needs.items()
        if skill not in person.assessments
        and (skill not in PORTFOLIO_SERVICES or skill in services)
    }


def assessed_level(by_source: Mapping[str, int]) -> int:
    """Give the highest of the newest assessments; one's own word counts up to 3."""
    return max(
        (
            min(level, SELF_RATED_AT_MOST) if source == "self" else level
            for source, level in by_source.items()
        ),
        default=0,
    )


def covered_levels(person: Person) -> dict[str, int]:
    """Give, per skill, the level up to which exercises are covered: assessed or assumed, whichever is higher."""
    levels = assumed_levels(person)
    for skill, by_source in person.assessments.items():
        levels[skill] = max(levels.get(skill, 0), assessed_level(by_source))
    return levels


def earned_level(skill: Skill, exercises: Iterable[Exercise], person: Person) -> int:
    """Climb as far as finished exercises carry, and above 3 as far as months and other people confirm.

    Retired exercises keep what they earned, and no level waits for one.
    """
    exercises = tuple(exercises)
    done = [exercise for exercise in exercises if exercise.id in person.finished]
    if not done:
        return 0
    level = next((wanted for wanted in (3, 2) if _core_done(exercises, wanted, person)), 1)
    if level < EXERCISES_ALONE_AT_MOST:
        return level
    for wanted, months in MONTHS_FOR_LEVEL.items():
        if not _proven(skill, exercises, wanted, months, person):
            return level
        level = wanted
    return level


def _core_done(exercises: Iterable[Exercise], level: int, person: Person) -> bool:
    core = [
        exercise
        for exercise in exercises
        if exercise.core and exercise.level <= level and not exercise.retired
    ]
    times = [person.finished.get(exercise.id, ()) for exercise in core]
    each = all(carries(done, exercise.level) for done, exercise in zip(times, core, strict=True))
    return each and any(carries(done, level) for done in times)


def carries(times: Iterable[Finished], level: int) -> bool:
    """Tell whether one of the times counts for this level: simulated or shadowed work does up to 2."""
    return any(level <= NOT_REAL_AT_MOST or _is_real(entry) for entry in times)


def _is_real(entry: Finished) -> bool:
    return entry.mode != "simulated" and entry.part != "shadowed"


def _proven(
    skill: Skill, exercises: Iterable[Exercise], level: int, months: int, person: Person
) -> bool:
    there = [exercise for exercise in exercises if exercise.level == level]
    done = any(carries(person.finished.get(exercise.id, ()), level) for exercise in there)
    if not done and any(not exercise.retired for exercise in there):
        return False
    if skill.work is None or months_in(person.ranges_of(skill.work)) < months:
        return False
    others = (
        rated for source, rated in person.assessments.get(skill.id, {}).items() if source != "self"
    )
    return level < 5 or any(rated >= CONFIRMED_FROM for rated in others)  # noqa: PLR2004 -- the highest level
