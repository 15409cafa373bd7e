"""What decides when a route is finished, and how much room is left beside it."""

from collections import Counter
from math import inf

from pmcareer.domain.forecast.dates import day_of
from pmcareer.domain.forecast.effort import span_chains
from pmcareer.domain.forecast.outlook import EFFORT, MOVE, Link
from pmcareer.domain.forecast.simulation import StudyDays
from pmcareer.domain.forecast.walk import Walked
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.stages import Stages


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
    """Tell whether months that others decide end the route in the trial with the median finish."""
    # A gate opens after 9 months in a role that one has today: that day can be named. In a role
    # that one will have after a move, or in a detour, it depends on when that begins.
    finish = drawn[-1].finish
    trial = sorted(range(len(finish)), key=finish.__getitem__)[(len(finish) - 1) // 2]
    for times in reversed(drawn):
        name = times.decided_by(trial)
        if name == EFFORT:
            return False
        if name.startswith(MOVE) or (name and times.detour_ends):
            return True
    return False


def critical_path(person: Person, typical: Walked, driver: str) -> tuple[Link, ...]:
    """Follow in the typical trial what decides each leg, from today to the driver."""
    # A move ends the first leg after 300 days, study the second after 500. Study did not begin
    # where the move ended: it began today and ran beside it. So the move could take longer and
    # the finish would stay; the path is study alone, from today to the end of the second leg.
    links: list[Link] = []
    for times in typical:
        name = times.decided_by(0)
        start = day_of(person, times.start[0])
        if name == EFFORT:
            links.clear()
            start = person.today
        if name:
            links.append(Link(id=name, start=start, finish=day_of(person, times.finish[0])))
    # The typical trial may end otherwise than most trials do.
    if not links or links[-1].id != driver:
        begun = links[-1].finish if links else person.today
        links = [link for link in links if link.id != driver]
        links.append(Link(id=driver, start=begun, finish=day_of(person, typical[-1].finish[0])))
    return tuple(links)


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
