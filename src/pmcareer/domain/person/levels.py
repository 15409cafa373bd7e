"""The level of a skill: earned by exercises and months, assessed by somebody, or assumed."""

from collections.abc import Iterator, Mapping

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.curriculum.ranks import is_above
from pmcareer.domain.curriculum.trades import needs_brought
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.vocabulary import PORTFOLIO_SERVICES
from pmcareer.domain.person.away import months_away
from pmcareer.domain.person.earned import assessed_level, earned_level
from pmcareer.domain.person.person import BySource, Person
from pmcareer.domain.person.shown import shown_levels


@frozen
class SkillLevel:
    """Where someone stands in a skill, each source apart; the highest of them counts."""

    skill: str
    earned: int
    assessed: BySource
    """The newest level per source: self, manager, peer, certificate."""
    assumed: int
    shown: int = 0
    """What months, closed projects and posts on record show, until somebody rates the skill."""
    answered: int = 0
    """What an answer takes for granted: one's own word, until somebody rates the skill."""
    claimed: int = 0
    """What holding the target claims; it counts for nothing until it is shown."""

    @property
    def level(self) -> int:
        """The level that counts, 0 to 5."""
        granted = max(self.assumed, self.shown, self.answered)
        return max(self.earned, granted, assessed_level(self.assessed))


def levels_of(person: Person) -> dict[str, SkillLevel]:
    """Find the level of every skill of the curriculum."""
    if "levels" not in person.memo:
        person.memo["levels"] = _levels_of(person)
    found: dict[str, SkillLevel] = person.memo["levels"]
    return found


def _levels_of(person: Person) -> dict[str, SkillLevel]:
    exercises = person.curriculum.by_skill
    assumed, claimed = role_levels(person), claimed_levels(person)
    answered, shown = answered_levels(person), levels_on_record(person)
    levels = {}
    for skill in person.curriculum.skills:
        levels[skill.id] = SkillLevel(
            skill=skill.id,
            earned=earned_level(skill, exercises.get(skill.id, ()), person),
            assessed=person.assessments.get(skill.id, {}),
            assumed=assumed.get(skill.id, 0),
            shown=shown.get(skill.id, 0),
            answered=answered.get(skill.id, 0),
            claimed=claimed.get(skill.id, 0),
        )
    return levels


def role_levels(person: Person) -> dict[str, int]:
    """Assume a stated role's own needs, or what an answer says that it stands at.

    Until somebody assesses the skill. Whoever heads for a lower role knows that one's work, too. Of
    the four portfolio services only what the profile's `pmo_services` names is assumed, or else
    what its `pmo_type` stands at. Where the role itself is the target its needs are claimed, and
    nothing is assumed: see there.
    """
    role = person.held
    if role is None or person.holds_target:
        return {}
    levels = dict(needs_brought(person.curriculum, role))
    below = role_below(person)
    if below:
        _raise(levels, needs_brought(person.curriculum, below))
    stands = person.given.stands_at(role.id)
    levels |= stands
    services = set(PORTFOLIO_SERVICES) - set(person.says.get("pmo_services", stands))
    known = {skill: level for skill, level in levels.items() if skill not in services}
    return _faded(person, _unassessed(person, known))


def role_below(person: Person) -> Role | None:
    """Find the target, where it is a lower rank than the role held, and of the same trade."""
    role, target = person.held, person.curriculum.role.get(person.target)
    trade = person.curriculum.trade
    if role is None or target is None or (trade and trade.changes):
        return None
    return target if is_above(person.curriculum, role, target) else None


def _raise(levels: dict[str, int], more: Mapping[str, int]) -> None:
    for skill, level in more.items():
        levels[skill] = max(level, levels.get(skill, 0))


def answered_levels(person: Person) -> dict[str, int]:
    """Assume what answers take for granted, until somebody assesses the skill."""
    if person.holds_target:
        return {}
    return _unassessed(person, person.given.levels)


def levels_on_record(person: Person) -> dict[str, int]:
    """Tell what the record shows, until somebody assesses the skill; it fades as the role does."""
    return _faded(person, _without_denied(person, _unassessed(person, shown_levels(person))))


def _without_denied(person: Person, levels: dict[str, int]) -> dict[str, int]:
    # Manager of an office for years, and has led nobody: the years show nothing of that.
    for skill, level in _denied(person):
        levels[skill] = min(level, levels.get(skill, 0))
    return levels


def _denied(person: Person) -> Iterator[tuple[str, int]]:
    """Go through what an answer says that holding the role has not brought."""
    role = person.held
    if role:
        for skill, level in person.given.stands_at(role.id).items():
            if skill not in PORTFOLIO_SERVICES and level < role.needs.get(skill, 0):
                yield skill, level


def _unassessed(person: Person, levels: Mapping[str, int]) -> dict[str, int]:
    return {skill: level for skill, level in levels.items() if skill not in person.assessments}


def _faded(person: Person, levels: dict[str, int]) -> dict[str, int]:
    """Take a level off the skills that have faded since somebody left; one stays."""
    # Away for 30 months: tools, which fade after 24, go from 3 to 2, and from 1 to 1.
    months = months_away(person)
    if not months:
        return levels
    skills = person.curriculum.skill
    for name, level in levels.items():
        fades_after = skills[name].fades_after if name in skills else None
        if fades_after is not None and months >= fades_after:
            levels[name] = max(min(level, 1), level - 1)
    return levels


def claimed_levels(person: Person) -> dict[str, int]:
    """Read what holding the target claims of each skill, which is still to be proved."""
    role = person.held
    return dict(role.needs) if role and person.holds_target else {}


def covered_levels(person: Person) -> dict[str, int]:
    """Tell up to which level exercises are covered, per skill: assessed or assumed, the higher."""
    levels = role_levels(person)
    for source in (levels_on_record(person), answered_levels(person)):
        _raise(levels, source)
    for skill, by_source in person.assessments.items():
        levels[skill] = max(levels.get(skill, 0), assessed_level(by_source))
    return levels
