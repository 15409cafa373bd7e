"""Which certificates are worth their money on this way: at most two, each with its reason.

One for the next role and one for the role after it. That a certificate asks for no months is no
reason to offer it. Where a rule below has a figure, it is the authors' judgement.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.gates.certificates import (
    CertificationClock,
    superseded_by,
    superseded_for,
)
from pmcareer.domain.gates.offers import (
    aimed_at,
    has_served,
    industry_of,
    is_needless,
    is_usual,
    named_for,
)
from pmcareer.domain.ground.calendar import plus_months
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person
from pmcareer.domain.roadmap.routes import move_between

MOST = 2
"""Certificates that are recommended at a time."""
SOON_MONTHS = 12
"""One whose months are there later than that is not recommended yet."""
MOST_WEEKS = 52
"""Study that would take longer than a year fits no plan."""


@frozen
class Recommendation:
    """A certificate, the role that it is for, and why it is this one."""

    clock: CertificationClock
    role: Role
    is_next: bool
    """The role is the next one; else the one after it."""
    is_goal: bool
    """The profile aims at it."""
    industry: str | None
    """The industry that asks for it before others; None where none does."""
    is_again: bool
    """It ran out, and takes a new exam."""
    others: tuple[Certification, ...]
    """What serves in its place."""

    @property
    def is_offered(self) -> bool:
        """It is made for the role; one that somebody aims at may be made for another."""
        return self.role.id in self.certification.offer_to

    @property
    def certification(self) -> Certification:
        """The certificate itself."""
        return self.clock.certification


def recommended(
    person: Person, roles: Sequence[str], clocks: Iterable[CertificationClock]
) -> tuple[Recommendation, ...]:
    """Choose for the next role and for the one after; of several that are alike the first."""
    known, gone = tuple(clocks), superseded_for(person)
    found: list[Recommendation] = []
    for place, name in enumerate(roles[:MOST]):
        source = roles[place - 1] if place else person.stands_at
        for clock in _in_order(person, known, source, roles[place:]):
            if clock.id not in gone and _is_for(person, clock, name):
                found.append(_recommendation(person, clock, name, known, is_next=place == 0))
                taken = clock.id
                gone |= {taken} | superseded_by(person.curriculum, [taken])
                break
    return tuple(found)


def _in_order(
    person: Person, clocks: Iterable[CertificationClock], source: str, roles: Sequence[str]
) -> Sequence[CertificationClock]:
    """Put what is aimed at first, then what the industry asks for, then what serves later, too.

    What is alike comes as the move to the first of the roles names it.
    """
    move = move_between(person.curriculum, source, roles[0])
    by_move = dict(zip(move.certificates, count())) if move else {}
    later = {item.id for role in roles[1:] for item in named_for(person, role)}

    def rank(clock: CertificationClock) -> tuple[bool, bool, bool, int]:
        is_local = industry_of(person, clock.certification) is not None
        place = by_move.get(clock.id, len(by_move))
        return clock.id != aimed_at(person), not is_local, clock.id not in later, place

    return sorted(clocks, key=rank)


def _is_for(person: Person, clock: CertificationClock, role: str) -> bool:
    item = clock.certification
    is_offered = item.id == aimed_at(person) or (role in item.offer_to and is_usual(person, item))
    return is_offered and _is_a_choice(person, clock)


def can_be_begun(person: Person, clock: CertificationClock) -> bool:
    """Tell whether it opens within a year, and its study fits one."""
    return not clock.waits and is_free(clock) and fits_a_year(clock) and _opens_soon(person, clock)


def _opens_soon(person: Person, clock: CertificationClock) -> bool:
    return clock.open_on is not None and clock.open_on <= _soon(person)


def fits_a_year(clock: CertificationClock) -> bool:
    """Tell whether its study ends within a year."""
    return clock.study_weeks <= MOST_WEEKS


def is_free(clock: CertificationClock) -> bool:
    """Tell whether it was never earned, or takes a new exam."""
    return clock.holding is None or bool(clock.holding.exam_again)


def _has_use(person: Person, item: Certification) -> bool:
    """Tell whether there is work enough behind somebody for it, and not too much already."""
    return all(has_served(person, item.offer_after)) and not is_needless(person, item)


def _recommendation(
    person: Person,
    clock: CertificationClock,
    role: str,
    known: Iterable[CertificationClock],
    *,
    is_next: bool,
) -> Recommendation:
    item = clock.certification
    return Recommendation(
        clock=clock,
        role=person.curriculum.role[role],
        is_next=is_next,
        is_goal=item.id == aimed_at(person),
        industry=industry_of(person, item),
        is_again=clock.holding is not None,
        others=tuple(_others(person, item, known)),
    )


def _others(
    person: Person, item: Certification, known: Iterable[CertificationClock]
) -> Iterator[Certification]:
    """Go through what serves in its place and could be begun now: no other is a choice."""
    clocks = {each.certification.id: each for each in known}
    gone = superseded_for(person)
    for name in item.alternatives:
        clock = clocks.get(name)
        if clock and name not in gone and _is_a_choice(person, clock):
            yield clock.certification


def _is_a_choice(person: Person, clock: CertificationClock) -> bool:
    return can_be_begun(person, clock) and _has_use(person, clock.certification)


def named_ahead(person: Person, roles: Sequence[str]) -> frozenset[str]:
    """Name the certificates to list: for the next two roles and the target, and of use."""
    ids: set[str] = set()
    for role in (*roles[:MOST], *roles[-1:]):
        ids.update(_of_use(person, role))
    return frozenset(ids - superseded_for(person))


def _of_use(person: Person, role: str) -> Iterator[str]:
    for item in named_for(person, role):
        if not is_needless(person, item):
            yield item.id


def _soon(person: Person) -> date:
    """Find the last day on which a certificate that opens is still soon."""
    return plus_months(person.today, SOON_MONTHS)
