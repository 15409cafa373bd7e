"""What conditions may ask about the way to the target: whether it leads back, what lies on it."""

# ruff: noqa: D401 -- a docstring here says what is true or how much it is, for authors to read

from pmcareer.domain.curriculum.gate import ClosedGate
from pmcareer.domain.gates.offers import aimed_at
from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.person.away import is_away
from pmcareer.domain.person.nearer import way_on_the_map
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.back import is_step_back
from pmcareer.domain.roadmap.fact import fact

SOON = 2
"""For so many roles ahead certificates are recommended."""


@fact("yes or no")
def steps_back(person: Person) -> bool:
    """The plan is a step back: the target is behind the role held, and no way leads there."""
    return is_step_back(person, person.curriculum.role.get(person.target))


@fact("yes or no")
def holds_target(person: Person) -> bool:
    """The role held is the target, and one is not away from it."""
    return person.role == person.target and not is_away(person)


@fact("yes or no")
def projects_asked(person: Person) -> bool:
    """A gate on the way to the target asks for projects led to their end, and more of them."""
    roles = person.curriculum.role
    for name in _ahead(person):
        gates = roles[name].gates if name in roles and name != person.role else ()
        for gate in gates:
            if isinstance(gate, ClosedGate) and gate_status(person, gate).missing:
                return True
    return False


@fact("yes or no", each="certification")
def offered(person: Person, certification: str) -> bool:
    """A certificate is for one of the next two roles ahead, or is what the profile aims at."""
    item = person.curriculum.certification.get(certification)
    if item is None:
        return False
    return aimed_at(person) == item.id or not set(item.offer_to).isdisjoint(_ahead(person)[:SOON])


def _ahead(person: Person) -> tuple[str, ...]:
    """List the roles of the shortest way, the next one first; none for who steps back."""
    if steps_back(person):
        return ()
    return way_on_the_map(person.curriculum, person.stands_at, person.target) or (person.target,)
