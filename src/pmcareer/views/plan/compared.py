"""The routes of a plan side by side."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pmcareer.domain.forecast.outlook import RouteForecast
from pmcareer.domain.gates.state import GateForecast
from pmcareer.views.parts.dates import about, likely
from pmcareer.views.plan.answer import PlanAnswer
from pmcareer.views.plan.sections import study_left

if TYPE_CHECKING:
    from pmcareer.views.parts.layout import Blocks, Page


def render_compared(answer: PlanAnswer, page: "Page") -> "Blocks":
    """Draw every route beside the others: dates, hours, what it closes and leaves open."""
    for place, route in enumerate(answer.in_full, 1):
        dates = likely(route.finish, answer.today)
        yield page.line((f"{place}. {dates}", "heading"), f"  {answer.way_of(route.route)}")
        yield page.facts(_facts(answer, route).items(), indent=3)
        yield page.blank()
    yield page.line("One of them in full: ", ("pmcareer plan --route 2", "item"))


def _facts(answer: PlanAnswer, route: RouteForecast) -> dict[str, str]:
    missing = [gate for gate in route.gates if gate.status.missing]
    return {
        "Study": study_left(route),
        "Sets the date": _driver(answer, route),
        "Gates": _met(len(route.gates), len(missing)),
        "Meets": _met_by(answer, missing),
        "Others decide": _by_others(missing),
    }


def _driver(answer: PlanAnswer, route: RouteForecast) -> str:
    """Name what sets the date, or say why there is none."""
    if route.finish.is_undated:
        return route.finish.reason or ""
    if route.has_nothing_to_set:
        return ""
    return answer.name_of(route.driver, route.route)


def _met(count: int, missing: int) -> str:
    if not count:
        return "none"
    return f"{count - missing} of {count} met"


def _met_by(answer: PlanAnswer, missing: Sequence[GateForecast]) -> str:
    """Name the gates that are met on this way, and when."""
    dated = [gate for gate in missing if gate.open_on]
    words = [f"{gate.status.words} ({about(gate.open_on, answer.today)})" for gate in dated]
    return "; ".join(words) or "nothing"


def _by_others(missing: Sequence[GateForecast]) -> str:
    """Name the gates that are in no calendar."""
    undated = [gate.status.words for gate in missing if not gate.open_on]
    return "; ".join(undated) or "nothing"
