"""The routes of one's plan, with the ids that `plan --route` takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.ground.problem import Problem
from pmcareer.views.parts.dates import about_range, dates_as_dict
from pmcareer.views.parts.text import one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pmcareer.views.parts.layout import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """Every route to the target, the recommended one first."""

    today: date
    target: Role
    routes: tuple[RouteDates, ...]
    problems: tuple[Problem, ...] = ()


def render_routes(routes: Routes, page: "Page") -> Iterator["RenderableType"]:
    """Draw each route with its dates, its id and the roles on it; in a pipe a line each."""
    today = routes.today
    if page.piped:
        columns = (page.column("id"), page.column("in the role"), page.column("roles"))
        yield page.records(
            columns,
            ((each.route.id, _dates(each, today), each.route.title) for each in routes.routes),
        )
        return
    yield page.heading(one_line(routes.target.title), "in the role, P50 to P80")
    for place, each in enumerate(routes.routes, 1):
        yield page.line(f"{place}. ", (_dates(each, today), "strong"))
        yield page.line(one_line(each.route.title), indent=3)
        yield page.line((each.route.id, "item"), indent=3)
    yield page.line(
        ("One in full: pmcareer plan --route 2; side by side: pmcareer plan --compare", "quiet")
    )


def _dates(forecast: RouteDates, today: date) -> str:
    return about_range(forecast.finish.p50, forecast.finish.p80, today)


def routes_as_dict(routes: Routes) -> dict[str, Any]:
    """Give each route with its dates."""
    return {
        "what": "routes",
        "items": [
            {
                "id": each.route.id,
                "title": each.route.title,
                "recommended": place == 0,
                "study": dates_as_dict(each.study),
                "finish": dates_as_dict(each.finish),
            }
            for place, each in enumerate(routes.routes)
        ],
    }
