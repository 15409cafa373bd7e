"""How complex the projects of a stay were: IPMA's ten questions, and the months that count.

Each question is worth 1 to 4 points; 16, 25 and 32 are the limits that the Dutch national body of
IPMA prints. That the points run from 1 to 4 is our reading of them.
"""

from collections.abc import Iterable, Iterator, Mapping

from pmcareer.domain.ground.calendar import Range
from pmcareer.domain.ground.vocabulary import COMPLEXITIES, Complexity
from pmcareer.domain.ground.work import counts
from pmcareer.domain.logbook.entries import Experience
from pmcareer.domain.person.person import Person

QUESTIONS = (
    "Objectives: clear and few (1), or many, unclear, at odds (4)?",
    "Methods: well known (1), or to be found on the way (4)?",
    "Resources and money: enough and sure (1), or short and contested (4)?",
    "Risk: little, and insured (1), or much, and grave (4)?",
    "Stakeholders: few who agree (1), or many who do not (4)?",
    "The permanent organisation: at hand (1), or many units that pull apart (4)?",
    "Culture: one (1), or many countries, trades and languages (4)?",
    "Leadership: a small team of your own (1), or many teams, and their leads (4)?",
    "Innovation: done before (1), or new to everybody (4)?",
    "Coordination: one piece of work (1), or many that hang together (4)?",
)
"""One for each indicator, with its least and its most."""
LIMITS: Mapping[Complexity, int] = {"very-complex": 32, "complex": 25, "moderate": 16, "simple": 0}
"""The points from which a project is called so, the most first."""


def complexity_of(scores: Iterable[int]) -> Complexity:
    """Tell how complex a project is by the points of the ten questions."""
    # Eight threes and two twos are 28 points: complex.
    points = sum(scores)
    return next(name for name, limit in LIMITS.items() if points >= limit)


def is_enough(complexity: Complexity | None, least: Complexity) -> bool:
    """Tell whether a stay was as complex as is asked for; what was not said is not."""
    if complexity is None:
        return False
    return COMPLEXITIES.index(complexity) >= COMPLEXITIES.index(least)


def stays_as_complex(person: Person, work: str, least: Complexity) -> Iterator[Experience]:
    """List the months on record that count as a work and were said to be that complex."""
    for entry in person.experiences:
        if counts(entry.work, work) and is_enough(entry.complexity, least):
            yield entry


def ranges_as_complex(person: Person, work: str, least: Complexity | None) -> tuple[Range, ...]:
    """List the date ranges that count as a work, of a complexity where one is asked for."""
    if least is None:
        return person.ranges_of(work)
    return tuple(map(person.range_of, stays_as_complex(person, work, least)))


def is_unsaid(person: Person, work: str) -> bool:
    """Tell whether no stay of a work says how complex it was, so that nothing can be counted."""
    stays = (entry for entry in person.experiences if counts(entry.work, work))
    return not any(entry.complexity for entry in stays)
