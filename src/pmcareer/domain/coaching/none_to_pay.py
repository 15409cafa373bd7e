"""Why no certificate is worth its money today: nobody is left without a word about it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from pmcareer.domain.coaching.recommended import (
    fits_a_year,
    is_free,
)
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.gates.certificates import CertificationClock, superseded_for
from pmcareer.domain.gates.offers import aimed_at, is_needless, is_usual, named_for
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person

Reason = Literal["behind", "long", "renewal", "held", "missing", "needless", "elsewhere", "none"]
"""In the order in which they are looked at; the last where no certificate is named at all."""


Clocks = Sequence[CertificationClock]
Found = tuple[Reason, Clocks]


@frozen
class NoneToPay:
    """Why there is none to pay for on this way, and which certificates that is about."""

    reason: Reason
    role: Role
    clocks: tuple[CertificationClock, ...] = ()
    is_goal: bool = False
    """The profile aims at the one that it is about."""


def none_to_pay(person: Person, roles: Sequence[str], clocks: Clocks) -> NoneToPay | None:
    """Say why none is recommended to somebody on the way to these roles, the target last.

    No roles are ahead of whoever steps back.
    """
    target = person.curriculum.role.get(person.target)
    if target is None:
        return None
    if not roles:
        return NoneToPay(reason="behind", role=target)
    for reason, found in _reasons(person, list(_named(person, roles, clocks)), roles[-1]):
        if found:
            is_goal = found[0].id == aimed_at(person)
            return NoneToPay(reason=reason, role=target, clocks=tuple(found), is_goal=is_goal)
    return NoneToPay(reason="none", role=target)


def _reasons(person: Person, named: Clocks, target: str) -> Iterator[Found]:
    """Go through the reasons, each with the certificates that it is true of."""
    usual = [each for each in named if is_usual(person, each.certification)]
    new = list(filter(is_free, usual))
    of_use = [each for each in new if not is_needless(person, each.certification)]
    had = [each for each in usual if each not in new]
    held = [each for each in had if each.held]
    at_last = {item.id for item in named_for(person, target)}
    yield "long", list(filter(_is_long, of_use))
    yield "renewal", [each for each in had if each not in held]
    yield "held", [each for each in held if each.id in at_last]
    yield "missing", _by_nearness(person, of_use)
    yield "needless", [each for each in new if each not in of_use]
    yield "held", held
    yield "elsewhere", named


def _is_long(clock: CertificationClock) -> bool:
    return not (fits_a_year(clock) or clock.is_short or clock.open_on is None)


def _by_nearness(person: Person, clocks: Clocks) -> Clocks:
    short = (each for each in clocks if each.is_short)
    return sorted(short, key=lambda each: _nearness(person, each))


def _named(person: Person, roles: Iterable[str], clocks: Clocks) -> Iterator[CertificationClock]:
    gone = superseded_for(person)
    names = {item.id for role in roles for item in named_for(person, role)} | {aimed_at(person)}
    for clock in clocks:
        if clock.id in names and clock.id not in gone:
            yield clock


def _nearness(person: Person, clock: CertificationClock) -> tuple[bool, date]:
    """Rank what is aimed at first, and then what opens soonest."""
    return clock.id != aimed_at(person), clock.months_open_on or date.max
