"""The routes of one's plan, with the ids that `plan --route` takes."""

from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problems
from pmcareer.views.parts.dates import dates_keys, likely
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import one_line
from pmcareer.views.plan.keys import brief_keys

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

IN_FULL = "One in full: pmcareer plan --route 2; side by side: pmcareer plan --compare"


@frozen
class Routes:
    """Every route to the target, the recommended one first."""

    today: date
    target: Role
    routes: tuple[RouteDates, ...]
    problems: Problems = ()


def render_routes(routes: Routes, page: "Page") -> "Blocks":
    """Draw each route with its dates, its id and the roles on it; in a pipe a line each."""
    ways = [
        (each.route.id, likely(each.finish, routes.today), each.route.title)
        for each in routes.routes
    ]
    if page.piped:
        columns = (page.column("id"), page.column("in the role"), page.column("roles"))
        yield page.records(columns, ways)
        return
    yield page.heading(one_line(routes.target.title), "in the role, likely to safe")
    for place, (name, dates, title) in enumerate(ways, 1):
        yield page.line(f"{place}. ", (dates, "strong"))
        yield page.line(one_line(title), indent=3)
        yield page.line((name, "item"), indent=3)
    yield page.quiet(IN_FULL)


def routes_as_dict(routes: Routes) -> Keys:
    """Write each route with its dates."""
    keys = [_keys(each, routes.routes[0]) for each in routes.routes]
    return {"what": "routes", "items": keys}


def _keys(route: RouteDates, best: RouteDates) -> Keys:
    return brief_keys(route, best) | dates_keys(route, "study", "ready", "finish")
