"""What a post asks for and nobody spoke of: services of a portfolio, and all of a role held."""

from pmcareer.domain.ground.vocabulary import PORTFOLIO_SERVICES
from pmcareer.domain.person.levels import SkillLevel, levels_of
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.served import ranges_in_role
from pmcareer.domain.person.shown import tells_nothing_of_services

PRACTISED = 2
"""From this level on something tells that a service was practised."""
OF_THE_OFFICE = ("pmo_type", "pmo_services")


def unsaid_skills(person: Person) -> tuple[str, ...]:
    """List skills that the role held asks for and nothing speaks of: unknown, and no zero.

    Services of a portfolio, which no post is taken for; of the target that one holds all of it.
    """
    role, levels = person.held, levels_of(person)
    if role is None or not asking_command(person):
        return ()
    asked = role.needs if _is_all_unsaid(person) else PORTFOLIO_SERVICES
    return tuple(
        skill
        for skill in asked
        if role.needs.get(skill, 0) >= PRACTISED and _is_silent(levels[skill])
    )


def _is_all_unsaid(person: Person) -> bool:
    return person.holds_target and not _is_served(person)


def _is_served(person: Person) -> bool:
    """Tell whether months in the role held are on record."""
    return person.since is not None or bool(ranges_in_role(person, person.stands_at))


def _is_silent(level: SkillLevel) -> bool:
    return not level.assessed and level.level < PRACTISED


def asking_command(person: Person) -> str:
    """Give the command that would tell of them; "" where that was said, or no role."""
    role = person.held
    if role is None:
        return ""
    since = f"pmcareer profile --role {role.id} --since DATE"
    if _is_all_unsaid(person):
        return since
    if tells_nothing_of_services(role):
        is_said = any(key in person.says for key in OF_THE_OFFICE)
        return "" if is_said else "pmcareer profile --pmo-services WORDS"
    return "" if _is_served(person) else since
