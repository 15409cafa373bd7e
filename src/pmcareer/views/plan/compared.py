"""The routes of a plan on one axis, and below it what differs between them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from pmcareer.domain.forecast.outlook import RouteForecast
from pmcareer.domain.plan.timeline import Row, Timeline
from pmcareer.views.parts.dates import likely
from pmcareer.views.parts.text import joined, later, span
from pmcareer.views.plan.answer import PlanAnswer
from pmcareer.views.plan.drawing import draw_lines
from pmcareer.views.plan.glance import render_glance, title_of
from pmcareer.views.plan.lines import Line
from pmcareer.views.plan.sections import study_left

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

COLUMNS = 17
ONE_BY_ONE = ("search", "post", "detour", "role")
"""What of a route comes one after another."""
Said = Callable[[PlanAnswer, RouteForecast], str]


def render_compared(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Draw a row for each route, the earliest first, then say only in what they differ."""
    count = len(answer.in_full)
    if count == 1:
        yield page.quiet("One route, so there is nothing to compare:")
        yield from render_glance(answer, page)
        return
    order = "yours first" if answer.choice else "the earliest first"
    yield page.heading(title_of(answer), f"{count} routes, {order}")
    picture = _picture(answer, page)
    yield from page.apart(picture, _ways(answer, page), _differences(answer, page))
    yield page.blank()
    yield page.line("One of them in full: ", ("pmcareer plan --route 2", "command"))


def _picture(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Draw each route on a line: the posts one after another, the searches between, the role."""
    lines = list(_lines(answer))
    timeline = _side_by_side(answer, lines)
    if timeline.is_drawn:
        yield from draw_lines(timeline, lines, page, in_full=True)


def _lines(answer: PlanAnswer) -> Iterator[Line]:
    """Set each route on a line, without what goes on beside its posts."""
    for place, route in enumerate(answer.in_full, 1):
        named = f"{place}. {likely(route.finish, answer.today)}"
        rows = answer.timelines[route.route.id].rows
        bare = [_bare(row, named) for row in rows if row.kind in ONE_BY_ONE]
        if bare:
            yield Line(rows=tuple(bare))


def _bare(row: Row, named: str) -> Row:
    """Leave out what a row of a single route says more: how slow it can be, and that it decides."""
    if row.kind == "role":
        return replace(row, title=named)
    return replace(row, safe=row.likely, decides=False)


def _side_by_side(answer: PlanAnswer, lines: Sequence[Line]) -> Timeline:
    """Put all routes on the axis of the longest."""
    last = max(timeline.last for timeline in answer.timelines.values())
    rows = tuple(chain.from_iterable(line.rows for line in lines))
    return Timeline(today=answer.today, last=last, title=title_of(answer), rows=rows)


def _ways(answer: PlanAnswer, page: "Page") -> "Blocks":
    yield page.numbered([answer.way_of(route.route) for route in answer.in_full], indent=0)


def _differences(answer: PlanAnswer, page: "Page") -> "Blocks":
    rows = [page.row(*each, columns=COLUMNS) for each in _differing(answer)]
    if rows:
        yield page.heading("What differs")
    yield from rows


def _differing(answer: PlanAnswer) -> Iterator[tuple[str, str]]:
    """Say what is not the same on every route, and on which it is what."""
    alike = list(_alike(answer))
    yield from (("Days", words) for words in alike)
    for label, say in (SAID | BESIDE_THE_DAYS if alike else SAID).items():
        said = [say(answer, route) for route in answer.in_full]
        if len(set(said)) > 1:
            yield label, "; ".join(_grouped(said))
    every = list(map(_gates, answer.in_full))
    for words in dict.fromkeys(chain.from_iterable(every)):
        yield from _of_some(words, every)


def _alike(answer: PlanAnswer) -> Iterator[str]:
    """Say of routes whose days are named alike how far apart they are: that is their order."""
    # Two routes "2033 to 2034", in April and in July.
    first: dict[str, tuple[int, RouteForecast]] = {}
    for place, route in enumerate(answer.in_full, 1):
        there = route.finish.likely
        if there is None:
            continue
        before, other = first.setdefault(likely(route.finish, answer.today), (place, route))
        if before != place and other.finish.likely:
            moved = (there - other.finish.likely).days
            yield _apart(moved, before, place)


def _apart(days: int, before: int, place: int) -> str:
    if not days:
        return f"the same {_routes([before, place])}"
    return f"named alike {_routes([before, place])}: route {place} is likely {later(days)}"


def _of_some(words: str, every: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Name a gate, and the routes that ask for it, where not all of them do."""
    asks = [place for place, gates in enumerate(every, 1) if words in gates]
    if len(asks) < len(every):
        yield "Not on all", f"{words} {_routes(asks)}"


def _grouped(said: Sequence[str]) -> Iterator[str]:
    """Say each once, with the routes that it is said of: "26 exercises, 204.5 h on route 1"."""
    for words in dict.fromkeys(said):
        places = [place for place, other in enumerate(said, 1) if other == words]
        yield f"{words or 'nothing'} {_routes(places)}"


def _routes(places: Sequence[int]) -> str:
    """Say "on route 1", "on routes 2 and 4"."""
    word = "routes" if len(places) > 1 else "route"
    return f"on {word} {joined(map(str, places))}"


def _driver(answer: PlanAnswer, route: RouteForecast) -> str:
    """Name what decides the date, or say why there is none."""
    if route.finish.is_undated:
        return route.finish.reason or ""
    if route.has_nothing_to_set:
        return ""
    return answer.name_of(route.driver, route.route)


def _study(_: PlanAnswer, route: RouteForecast) -> str:
    return study_left(route)


def _applying(answer: PlanAnswer, route: RouteForecast) -> str:
    """Say how long one is likely to look for the posts on the way, and for the last."""
    days = 0
    for row in answer.timelines[route.route.id].rows:
        if row.kind == "search" and row.begin and row.likely:
            days += (row.likely - row.begin).days
    return span(days) if days else ""


def _gates(route: RouteForecast) -> list[str]:
    """Name the gates that are still to be met, those of levels left out."""
    missing = (gate.status for gate in route.gates if gate.status.missing)
    return [status.words for status in missing if not status.is_of_level]


SAID: dict[str, Said] = {"Study": _study, "Decides the date": _driver}
BESIDE_THE_DAYS: dict[str, Said] = {"Applying": _applying}
"""Said too where days do not tell routes from one another."""
