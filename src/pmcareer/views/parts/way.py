"""The way to a role in one picture: where one is, what comes between, and when one is there."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.forecast.outlook import RouteForecast, StageForecast
from pmcareer.domain.ground.frozen import frozen
from pmcareer.views.parts.dates import likely
from pmcareer.views.parts.text import one_line

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page

INDENT = 2
LEAST_ARROW = 3
"""Columns of the shortest arrow; a blank stands on either side of it."""
TODAY = "today"


@frozen
class Stop:
    """A role on the way, a detour too, and when one is in it, in words."""

    title: str
    when: str

    @property
    def width(self) -> int:
        """Columns that it takes."""
        return max(len(self.title), len(self.when))


def stops_of(
    route: RouteForecast, source: Role | None, titles: Mapping[str, str], today: date
) -> list[Stop]:
    """List where one is today, each stage and detour, and the role at the end."""
    here = titles[source.id] if source else "Where you are"
    stops = [Stop(title=one_line(here), when=TODAY)]
    for stage in route.stage_forecasts:
        name = stage.detour or stage.role
        stops.append(Stop(title=one_line(titles[name]), when=_begins(stage, today)))
    return stops


def _begins(stage: StageForecast, today: date) -> str:
    """Say when one is in a role; of a detour, when it begins."""
    if stage.detour:
        begins = stage.found or stage.start
        # Others say when one gets there, and no day is named; but who is there knows it.
        return TODAY if begins.safe == today else likely(begins, today)
    return likely(stage.finish, today)


def way(stops: Sequence[Stop], page: "Page") -> "Blocks":
    """Draw the stops side by side where there is room, else one below the other."""
    if page.plain or _width(stops) > page.width:
        yield from _below_each_other(stops, page)
    else:
        yield from _side_by_side(stops, page)


def _width(stops: Sequence[Stop]) -> int:
    between = (LEAST_ARROW + 2) * (len(stops) - 1)
    return INDENT + between + sum(stop.width for stop in stops)


def _side_by_side(stops: Sequence[Stop], page: "Page") -> "Blocks":
    titles: list[tuple[str, str]] = []
    days = ""
    last = stops[-1]
    for stop in stops[:-1]:
        arrow = _arrow(LEAST_ARROW + stop.width - len(stop.title), page)
        titles += [(stop.title, "post"), (f" {arrow} ", "quiet")]
        days += f"{stop.when:<{stop.width + LEAST_ARROW + 2}}"
    yield page.line(*titles, (last.title, "strong"), indent=INDENT)
    yield page.line(days, (last.when, "strong"), indent=INDENT)


def _arrow(length: int, page: "Page") -> str:
    line, head = ("─", "►") if page.unicode else ("-", ">")
    return line * (length - 1) + head


def _below_each_other(stops: Sequence[Stop], page: "Page") -> "Blocks":
    yield page.facts((stop.title, stop.when) for stop in stops)
