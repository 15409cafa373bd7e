"""A network of activities: dates by the critical path method, with floats (Kelley, Walker 1959)."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from pmcareer.domain.ground.frozen import frozen
from pmcareer.errors import WaitsForItself, WaitsForNothing

A_MOMENT = 1e-9
"""Days; less than this is a rounding, and no float."""


@frozen
class Activity:
    """A piece of work and how long it takes, in working days."""

    id: str
    after: tuple[str, ...]
    """Activities that end before it begins."""
    optimistic: float
    likely: float
    pessimistic: float


@frozen
class Passed:
    """An activity after both passes; all in working days from the start."""

    early_start: float
    early_finish: float
    late_start: float
    late_finish: float
    free_float: float
    """So long may it last longer before any other begins later."""

    @property
    def total_float(self) -> float:
        """So long may it last longer before the end moves."""
        return self.late_start - self.early_start

    @property
    def is_critical(self) -> bool:
        """Tell whether each day that it lasts longer moves the end."""
        return self.total_float < A_MOMENT


Days = Mapping[str, float]
"""Working days by activity."""
Duration = Callable[[Activity], float]
Plan = Sequence[Activity]


def in_order(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """Put activities so that each stands behind those that it waits for.

    Raises:
        WaitsForNothing: an activity waits for what is not there.
        WaitsForItself: one does, round a corner.
    """
    waiting = {activity.id: activity for activity in activities}
    _all_known(waiting)
    ordered: dict[str, Activity] = {}
    while waiting:
        ready = [each for each in waiting.values() if ordered.keys() >= set(each.after)]
        if not ready:
            raise WaitsForItself(min(waiting))
        for each in ready:
            ordered[each.id] = waiting.pop(each.id)
    return tuple(ordered.values())


def _all_known(activities: Mapping[str, Activity]) -> None:
    for activity in activities.values():
        for before in activity.after:
            if before not in activities:
                raise WaitsForNothing(activity.id, before)


def likely(activity: Activity) -> float:
    """Give the likely duration, in working days."""
    return activity.likely


def early_finishes(ordered: Plan, days: Days) -> Days:
    """Go forward: when each is done at the earliest, in working days from the start."""
    finish: dict[str, float] = {}
    for activity in ordered:
        start = max((finish[before] for before in activity.after), default=0.0)
        finish[activity.id] = start + days[activity.id]
    return finish


def length(activities: Iterable[Activity], duration: Duration = likely) -> float:
    """Give the working days from the start to the end.

    Raises:
        NotComputable: an activity waits for itself, or for what is not there.
    """
    ordered = in_order(activities)
    return max(early_finishes(ordered, _days(ordered, duration)).values(), default=0.0)


def _days(activities: Plan, duration: Duration) -> Days:
    return {activity.id: duration(activity) for activity in activities}


def passed(activities: Iterable[Activity], duration: Duration = likely) -> Mapping[str, Passed]:
    """Go forward and back through a network.

    Raises:
        WaitsForNothing: an activity waits for what is not there.
        WaitsForItself: one does, round a corner.
    """
    ordered = in_order(activities)
    days = _days(ordered, duration)
    early = early_finishes(ordered, days)
    end = max(early.values(), default=0.0)
    late = _late_finishes(ordered, days, end)
    nexts = _next_starts(ordered, days, early, end)
    return {
        name: Passed(
            early_start=early[name] - days[name],
            early_finish=early[name],
            late_start=late[name] - days[name],
            late_finish=late[name],
            free_float=nexts[name] - early[name],
        )
        for name in early
    }


def _late_finishes(ordered: Plan, days: Days, end: float) -> Days:
    """Go back: when each has to be done at the latest."""
    late = dict.fromkeys((activity.id for activity in ordered), end)
    for activity in reversed(ordered):
        for before in activity.after:
            late[before] = min(late[before], late[activity.id] - days[activity.id])
    return late


def _next_starts(ordered: Plan, days: Days, early: Days, end: float) -> Days:
    """Find when the first of those begins that wait for each; the end, where none does."""
    nexts = dict.fromkeys((activity.id for activity in ordered), end)
    for activity in ordered:
        for before in activity.after:
            nexts[before] = min(nexts[before], early[activity.id] - days[activity.id])
    return nexts


def critical_path(activities: Iterable[Activity], duration: Duration = likely) -> tuple[str, ...]:
    """Name the activities without float, in the order of their start.

    Raises:
        NotComputable: an activity waits for itself, or for what is not there.
    """
    found = [(at.early_start, name) for name, at in _critical(activities, duration)]
    return tuple(name for _, name in sorted(found))


def _critical(activities: Iterable[Activity], duration: Duration) -> list[tuple[str, Passed]]:
    return [each for each in passed(activities, duration).items() if each[1].is_critical]
