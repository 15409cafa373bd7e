"""What decides when a route is finished, and how much room is left beside it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import inf
from operator import itemgetter
from typing import TYPE_CHECKING

from pmcareer.domain.forecast.dates import day_of
from pmcareer.domain.forecast.effort import span_chains
from pmcareer.domain.forecast.leg_times import LegTimes, Walked, name_at
from pmcareer.domain.forecast.outlook import EFFORT, MOVE, Link
from pmcareer.domain.forecast.simulation import StudyDays
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.stages import Stages

if TYPE_CHECKING:
    from datetime import date


def drivers_of(drawn: Walked) -> dict[str, float]:
    """Count what decides the finish, to its share of the trials; the most frequent first."""
    count = len(drawn[-1].finish)
    # Sorted first, so that of equally frequent ones the first in the alphabet comes first.
    tally = Counter(sorted(_decided_by(drawn, trial) for trial in range(count)))
    return {name: number / count for name, number in tally.most_common()}


def _decided_by(drawn: Walked, trial: int) -> str:
    """Name what ended the last leg, or the one before where nothing came after it."""
    for times in reversed(drawn):
        if name := times.decided_by(trial):
            return name
    return EFFORT


def others_decide(drawn: Walked) -> bool:
    """Tell whether others decide when the route ends: who hires, who says that a gate is met.

    Without them, whether months that others decide end it in the trial with the median finish.
    """
    # A gate opens after 9 months in a role that one has today: that day can be named. In a role
    # that one will have after a move, or in a detour, it depends on when that begins.
    if any(times.is_for_others for times in drawn):
        return True
    trial = _median_trial(drawn[-1].finish)
    for times in reversed(drawn):
        name = times.decided_by(trial)
        if name == EFFORT:
            return False
        if name.startswith(MOVE) or (name and times.detour_ends):
            return True
    return False


def others_make_ready(drawn: Walked) -> bool:
    """Tell whether it depends on others when one may apply for the last role of a way."""
    *before, last = drawn
    trial = _median_trial(last.ready)
    ready = last.ready[trial]
    maker = name_at(last.makes_ready, trial, ready)
    if maker.startswith(MOVE) or (maker and last.detour_ends):
        return True
    # Where it is study that day can be named, unless it is the day on which the leg begins.
    if not maker and ready > last.start[trial]:
        return False
    return bool(before) and others_decide(before)


def _median_trial(days: Sequence[float]) -> int:
    return sorted(range(len(days)), key=days.__getitem__)[(len(days) - 1) // 2]


def critical_path(person: Person, typical: Walked, driver: str) -> tuple[Link, ...]:
    """Follow in the typical trial what decides each leg, from today to the driver."""
    # A move ends the first leg after 300 days, study the second after 500. Study did not begin
    # where the move ended: it began today and ran beside it. So the move could take longer and
    # the finish would stay; the path is study alone, from today to the end of the second leg.
    links: list[Link] = []
    for times in typical:
        name = times.decided_by(0)
        if name == EFFORT or _began_when_enough_was_studied(times):
            links.clear()
        if name:
            links += _links_of(person, times, name)
    if driver not in [link.id for link in links[-2:]]:
        return tuple(_ending_in(driver, links, person, typical[-1]))
    return tuple(links)


def _began_when_enough_was_studied(times: LegTimes) -> bool:
    return times.decided_by(0) == times.search_key and times.ready[0] > times.start[0]


def _links_of(person: Person, times: LegTimes, name: str) -> Iterator[Link]:
    """List what ends a leg in the typical trial, with the search behind it where that is last."""
    start, ready = day_of(person, times.start[0]), day_of(person, times.ready[0])
    finish, key = day_of(person, times.finish[0]), times.search_key
    if _began_when_enough_was_studied(times):
        yield Link(id=EFFORT, start=person.today, finish=ready)
    elif name == EFFORT:
        yield Link(id=EFFORT, start=person.today, finish=finish)
    elif name != key:
        for link in _posts_before(person, times, name):
            yield link
            start = link.finish
        yield Link(id=name, start=start, finish=ready if times.searched_last(0) else finish)
    if times.searched_last(0):
        yield Link(id=key, start=ready, finish=finish)


def _posts_before(person: Person, times: LegTimes, name: str) -> Iterator[Link]:
    """Go through the detours before the last one where that decides, each by its gate."""
    gates = [names[0] for names in times.detour_gates.values()]
    if name not in gates[-1:]:
        return
    start = times.start[0]
    for gate, ends in zip(gates[:-1], times.detour_ends.values(), strict=False):
        yield Link(id=gate, start=day_of(person, start), finish=day_of(person, ends[0]))
        start = ends[0]


def _ending_in(
    driver: str, links: Sequence[Link], person: Person, last: LegTimes
) -> Iterator[Link]:
    """End a path in the driver, where the typical trial ends otherwise than most trials do."""
    makes_ready = [driver] in map(itemgetter(0), last.makes_ready)
    begun: date | None = person.today
    end = day_of(person, last.finish[0])
    for link in links:
        # The search stands behind what made one ready for it.
        if makes_ready and link.id == last.search_key:
            end = link.start
        elif link.id != driver:
            yield link
            begun = link.finish
    yield Link(id=driver, start=begun, finish=end)
    if makes_ready and last.search:
        yield Link(id=last.search_key, start=end, finish=day_of(person, last.finish[0]))


def slack_of(stages: Stages, finish: float, study: StudyDays) -> dict[str, int | None]:
    """Say how many days each exercise of the last stage can be put off before its finish moves.

    Finish, less its turn, less the chain of work and spans that begins with the exercise; from one
    trial. Where the stage is never finished there is nothing to say.
    """
    # The stage ends on day 100, and the turn of an exercise comes after 40 days of study. With all
    # that builds on it it takes 25 days of study, but its spans 35 days: 100 - 40 - 35 = 25.
    if finish == inf:
        return {}
    spans = span_chains(stages)
    before = sum(stage.hours_left for stage in stages[:-1])
    slack: dict[str, int | None] = {}
    for task in stages[-1].todo:
        turn = study(before, 0.0)[0]
        work = study(before + task.chain_hours, 0.0)[0] - turn
        chain = max(work, spans.get(task.exercise.id, 0.0))
        slack[task.exercise.id] = max(0, int(finish - turn - chain))
        before += task.hours_left
    return slack
