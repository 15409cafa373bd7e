"""The routes of one's plan, with the ids that `plan --route` takes."""

from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.problem import Problem
from pmcareer.views.parts.dates import dates_as_dict, likely
from pmcareer.views.parts.keys import Keys
from pmcareer.views.parts.text import one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pmcareer.views.parts.layout import Blocks, Page

IN_FULL = "One in full: pmcareer plan --route 2; side by side: pmcareer plan --compare"


@frozen
class Routes:
    """Every route to the target, the recommended one first."""

    today: date
    target: Role
    routes: tuple[RouteDates, ...]
    problems: tuple[Problem, ...] = ()


def render_routes(routes: Routes, page: "Page") -> "Blocks":
    """Draw each route with its dates, its id and the roles on it; in a pipe a line each."""
    if page.piped:
        yield _records(routes, page)
        return
    yield page.heading(one_line(routes.target.title), "in the role, P50 to P80")
    for place, each in enumerate(routes.routes, 1):
        yield page.line(f"{place}. ", (_dates(each, routes.today), "strong"))
        yield page.line(one_line(each.route.title), indent=3)
        yield page.line((each.route.id, "item"), indent=3)
    yield page.quiet(IN_FULL)


def _records(routes: Routes, page: "Page") -> "RenderableType":
    columns = (page.column("id"), page.column("in the role"), page.column("roles"))
    rows = [(each.route.id, _dates(each, routes.today), each.route.title) for each in routes.routes]
    return page.records(columns, rows)


def _dates(route: RouteDates, today: date) -> str:
    return likely(route.finish, today)


def routes_as_dict(routes: Routes) -> Keys:
    """Write each route with its dates."""
    best = routes.routes[0].route.id
    items = [
        {
            "id": each.route.id,
            "title": each.route.title,
            "recommended": each.route.id == best,
            "study": dates_as_dict(each.study),
            "finish": dates_as_dict(each.finish),
        }
        for each in routes.routes
    ]
    return {"what": "routes", "items": items}
