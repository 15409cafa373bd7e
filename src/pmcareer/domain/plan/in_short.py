"""A plan in a few figures, for those who only pass it on."""

from pmcareer.domain.forecast.outlook import RouteDates
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.plan.planner import Planner, known_place
from pmcareer.domain.roadmap.stages import tasks_not_covered
from pmcareer.errors import DetourTarget, UnknownWord


@frozen
class PlanInShort:
    """The recommended route: from where to where, how much is done, and when."""

    target: str
    source: str
    route: RouteDates
    done: int
    open: int


def plan_in_short(planner: Planner) -> PlanInShort | None:
    """Sum the plan up; None where the curriculum does not know a role any more."""
    try:
        known_place(planner.person)
        route = planner.shown
    except (DetourTarget, UnknownWord):
        return None
    tasks = tasks_not_covered(route.stages)
    done = sum(task.state == "finished" for task in tasks)
    return PlanInShort(
        target=planner.target.id,
        source=planner.person.stands_at,
        route=route,
        done=done,
        open=len(tasks) - done,
    )
