"""Levels that a role needs and someone has not reached yet, and whether they are rated."""

from pmcareer.domain.curriculum.items import Role, Skill
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.levels import levels_of
from pmcareer.domain.person.person import Person


@frozen
class ShortLevel:
    """A skill below what a role needs."""

    skill: Skill
    have: int
    need: int
    is_rated: bool
    """Whether anybody, oneself too, has said a level."""


def short_levels(person: Person, role: Role) -> tuple[ShortLevel, ...]:
    """List the skills below what a role needs, in the role's order; none of the role one holds."""
    if person.role == role.id:
        return ()
    levels = levels_of(person)
    short = []
    for name, need in role.needs.items():
        level = levels[name]
        if level.level < need:
            skill = person.curriculum.skill[name]
            is_rated = bool(level.assessed)
            each = ShortLevel(skill=skill, have=level.level, need=need, is_rated=is_rated)
            short.append(each)
    return tuple(short)
