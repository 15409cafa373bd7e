"""A target that one can plan for, where the one aimed at lies behind, or over ten years off."""

from datetime import date

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.ground.calendar import TEN_YEARS_DAYS
from pmcareer.domain.person.nearer import nearer_target
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.back import post_ahead
from pmcareer.domain.roadmap.routes import Route


def nearer_post(person: Person, target: Role, dates: RouteDates) -> Role | None:
    """Find the post to plan for first; None where the target can be planned for itself.

    Of a target behind it is the post ahead that it only leads to.
    """
    held, curriculum = person.held, person.curriculum
    if dates.route.is_step_back and held:
        leads_here = curriculum.leads(target.id, held.id)
        return None if leads_here else post_ahead(curriculum, held, target)
    if dates.finish.is_held or _is_near(dates.finish.likely, person.today):
        return None
    between = _next_on_the_way(person, dates.route)
    if between:
        return between
    name = nearer_target(curriculum, person.role, target.id)
    if name == target.id and held:
        # No way leads there by a post between: where people in this role mostly go, then.
        name = held.onward or name
    return curriculum.role.get(name) if name not in (target.id, person.stands_at) else None


def _next_on_the_way(person: Person, route: Route) -> Role | None:
    """Find the first post of the way that the plan shows; None where it goes straight."""
    posts = (role for role in route.between if role.is_place and role.id != person.stands_at)
    return next(posts, None)


def _is_near(day: date | None, today: date) -> bool:
    return day is not None and (day - today).days < TEN_YEARS_DAYS
