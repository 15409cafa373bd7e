"""Longer ways that open nothing: the roles of another, and more that are of no use to it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.routes import Leg, share_for

Path = tuple[str, ...]
"""Ids of roles in order, from where somebody stands to the target."""
Legs = Mapping[tuple[str, str], Leg]
"""The leg between two roles."""


def without_longer(person: Person, paths: Sequence[Path], legs: Legs) -> list[Path]:
    """Leave out the paths whose roles are another's and more, where what is more opens nothing."""
    return [path for path in paths if not _is_needless(person, path, paths, legs)]


def _is_needless(person: Person, path: Path, paths: Iterable[Path], legs: Legs) -> bool:
    # To junior PM, then tech PM; or by way of coordinator first. The gate of tech PM asks for
    # leading, which a coordinator does not do, and the months are not fewer: nothing is gained.
    longer = [legs[edge] for edge in pairwise(path)]
    for other in paths:
        if set(other) < set(path):
            added = [person.curriculum.role[name] for name in path if name not in other]
            ahead = [legs[edge] for edge in pairwise(other)]
            is_of_use = any(_opens(person, role, ahead) for role in added)
            if not is_of_use and not _saves_months(longer, ahead):
                return True
    return False


def _saves_months(longer: Sequence[Leg], ahead: Sequence[Leg]) -> bool:
    """Tell whether a way's moves take fewer months, at least, as a rule or at most."""
    return any(_months(longer, which) < _months(ahead, which) for which in range(3))


def _months(ahead: Sequence[Leg], which: int) -> float:
    return sum(max(0.0, leg.months[which] - leg.served_months) for leg in ahead)


def _opens(person: Person, role: Role, ahead: Sequence[Leg]) -> bool:
    """Tell whether a role gives months that a way's gates or levels lack, or opens its work."""
    for leg in ahead:
        if any(share_for(role, status.gate) for status in leg.lacking):
            return True
    return _gives_standing(person, role, ahead)


def _gives_standing(person: Person, role: Role, ahead: Sequence[Leg]) -> bool:
    """Tell whether exercises that a way requires open in a role, and in none of the way's own."""
    curriculum = person.curriculum
    starts = {leg.source.id for leg in ahead}
    for leg in ahead:
        for name in (*leg.target.requires, *(leg.move.requires if leg.move else ())):
            exercise = curriculum.exercise.get(name)
            if exercise and exercise.standing:
                enough = set(curriculum.further_along(exercise.standing))
                if role.id in enough and not starts & enough:
                    return True
    return False
