"""Which certificates are worth their money on this way: at most two, each with its reason.

One for the next role and one for the role after it. That a certificate asks for no months is no
reason to offer it. Where a rule below has a figure, it is the authors' judgement.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter

from pmcareer.domain.curriculum.catalogue import Certification
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.gates.certificates import CertificationClock, superseded_for
from pmcareer.domain.ground.calendar import months_in, plus_months
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.person.person import Person

MOST = 2
"""Certificates that are recommended at a time."""
SOON_MONTHS = 12
"""One whose months are there later than that is not recommended yet."""
MOST_WEEKS = 52
"""Study that would take longer than a year fits no plan."""

Months = Mapping[str, float]


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
        taken = {each.certification.id for each in found}
        for clock in _in_order(person, known):
            if clock.certification.id not in taken | gone and _is_for(person, clock, name):
                found.append(_recommendation(person, clock, name, is_next=place == 0))
                break
    return tuple(found)


def _in_order(person: Person, clocks: Iterable[CertificationClock]) -> Sequence[CertificationClock]:
    """Put what is aimed at first, then what the industry asks for, then what is open today."""

    def rank(clock: CertificationClock) -> tuple[bool, bool, bool]:
        item = clock.certification
        is_open = clock.open_on is not None and clock.open_on <= person.today
        return item.id != _goal(person), _industry(person, item) is None, not is_open

    return sorted(clocks, key=rank)


def _goal(person: Person) -> str:
    said: str = person.says.get("goal_certificate", "")
    return person.curriculum.now_called("certifications", said)


def _industry(person: Person, item: Certification) -> str | None:
    trade = person.curriculum.trade
    sought = trade.sought if trade else None
    said: str | None = sought.id if sought else person.says.get("industry")
    return said if said in item.industries else None


def _is_for(person: Person, clock: CertificationClock, role: str) -> bool:
    item = clock.certification
    is_offered = role in item.offer_to and _is_usual(person, item)
    return is_offered and _can_be_begun(person, clock) and _has_use(person, item)


def _is_usual(person: Person, item: Certification) -> bool:
    """Tell whether it is asked for everywhere, in somebody's industry, or by themselves."""
    if item.only_where is None or item.id == _goal(person):
        return True
    return _industry(person, item) is not None


def _can_be_begun(person: Person, clock: CertificationClock) -> bool:
    """Tell whether it opens within a year, and its study fits one."""
    if clock.parked_reason or clock.requires or clock.open_on is None:
        return False
    return _is_free(clock) and clock.open_on <= _soon(person) and _fits(clock)


def _fits(clock: CertificationClock) -> bool:
    return clock.study_weeks <= MOST_WEEKS


def _is_free(clock: CertificationClock) -> bool:
    """Tell whether it was never earned, or takes a new exam."""
    return clock.holding is None or bool(clock.holding.exam_again)


def _has_use(person: Person, item: Certification) -> bool:
    """Tell whether there is work enough behind somebody for it, and not too much already."""
    has_enough = all(_has_served(person, item.offer_after))
    return has_enough and not any(_has_served(person, item.needless_after))


def _has_served(person: Person, asked: Months) -> Iterator[bool]:
    for work, months in asked.items():
        yield months_in(person.ranges_of(work)) >= months


def _recommendation(
    person: Person, clock: CertificationClock, role: str, *, is_next: bool
) -> Recommendation:
    item = clock.certification
    return Recommendation(
        clock=clock,
        role=person.curriculum.role[role],
        is_next=is_next,
        is_goal=item.id == _goal(person),
        industry=_industry(person, item),
        is_again=clock.holding is not None,
        others=_others(person, item),
    )


def _others(person: Person, item: Certification) -> tuple[Certification, ...]:
    """List what serves in its place."""
    return tuple(map(person.curriculum.certification.__getitem__, item.alternatives))


def nearest_to_come(
    person: Person, roles: Sequence[str], clocks: Sequence[CertificationClock]
) -> CertificationClock | None:
    """Find what will be recommended next on this way; None where nothing opens by present work."""
    gone, ahead = superseded_for(person), frozenset(roles)
    coming = []
    for clock in clocks:
        item = clock.certification
        is_meant = item.id not in gone and not ahead.isdisjoint(item.offer_to)
        if is_meant and _is_usual(person, item) and _opens_later(person, clock):
            coming.append(clock)
    return min(coming, key=attrgetter("open_on"), default=None)


def _opens_later(person: Person, clock: CertificationClock) -> bool:
    is_new = clock.holding is None and _has_use(person, clock.certification)
    return is_new and clock.open_on is not None and clock.open_on > _soon(person)


def _soon(person: Person) -> date:
    """Find the last day on which a certificate that opens is still soon."""
    return plus_months(person.today, SOON_MONTHS)
