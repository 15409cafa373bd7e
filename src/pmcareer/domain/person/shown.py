"""What the record shows by itself: levels by months of a kind of work, projects closed, posts held.

Only for skills that nobody has rated, and never above what one's own word may lift to, but for a
post that was held for years. Which months show what stands in the curriculum.
"""

from collections.abc import Iterator, Mapping

from pmcareer.domain.curriculum.items import Role, ShownBy
from pmcareer.domain.curriculum.trades import needs_brought
from pmcareer.domain.ground.calendar import Range, months_in
from pmcareer.domain.ground.vocabulary import PORTFOLIO_SERVICES
from pmcareer.domain.person.person import Person

OF_AN_OFFICE, OF_A_PORTFOLIO = "pmo", "portfolio"


def shown_levels(person: Person) -> Mapping[str, int]:
    """Tell what the record shows of each skill, 1 to 4; skills of which it shows nothing lack."""
    known: Mapping[str, int] | None = person.memo.get("shown")
    if known is None:
        known = person.memo["shown"] = _shown(person)
    return known


def _shown(person: Person) -> Mapping[str, int]:
    levels: dict[str, int] = {}
    for skill, level in (*_by_work(person), *_by_posts(person)):
        if level > levels.get(skill, 0):
            levels[skill] = level
    # What is done another way in the trade sought is shown there.
    trade = person.curriculum.trade
    for skill in trade.anew if trade else ():
        levels.pop(skill, None)
    return levels


def _by_work(person: Person) -> Iterator[tuple[str, int]]:
    # Whoever has no month on record need not wait until rules are gone through.
    if not (person.experiences or person.posts):
        return
    months: dict[str, float] = {}
    for skill in person.curriculum.skills:
        for rule in skill.shown_by:
            if rule.work not in months:
                months[rule.work] = months_in(person.ranges_of(rule.work))
            if _is_met(rule, months[rule.work], person):
                yield skill.id, rule.level


def _is_met(rule: ShownBy, months: float, person: Person) -> bool:
    return months >= rule.months and len(person.closed_projects) >= rule.closed


def _by_posts(person: Person) -> Iterator[tuple[str, int]]:
    """Go through what roles need that were held for long enough; a detour needs nothing."""
    # Tech PM for 30 months: what that needs counts as shown up to level 3.
    for name, ranges in _held(person).items():
        role, reached = person.curriculum.role.get(name), _reached(person, months_in(ranges))
        if role and reached:
            for skill, need in needs_brought(person.curriculum, role).items():
                yield skill, min(reached, _practised(skill, need, role))


def _practised(skill: str, need: int, role: Role) -> int:
    """Take a service of a portfolio for practised at one level less than the post needs.

    In an office months alone tell nothing of them: that is for its type, and its services, to say.
    """
    if skill not in PORTFOLIO_SERVICES:
        return need
    return 0 if tells_nothing_of_services(role) else need - 1


def tells_nothing_of_services(role: Role) -> bool:
    """Tell whether a post is one of an office, which may give the portfolio's services or none."""
    works = role.work_shares
    return OF_AN_OFFICE in works and OF_A_PORTFOLIO not in works


def _reached(person: Person, months: float) -> int:
    enough = (rule.level for rule in person.curriculum.shown_in_post if months >= rule.months)
    return max(enough, default=0)


def _held(person: Person) -> Mapping[str, list[Range]]:
    """Group what is on record in roles by the role."""
    held: dict[str, list[Range]] = {}
    for post in person.posts:
        held.setdefault(post.role.id, []).append(post.days)
    for entry in person.experiences:
        name = person.curriculum.now_called("roles", entry.role or "")
        held.setdefault(name, []).append(person.range_of(entry))
    return held
