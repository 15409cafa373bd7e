"""Which certificates are named for a role: the same on every screen that names any."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pmcareer.domain.ground.calendar import months_in
from pmcareer.domain.person.person import Person

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.catalogue import Certification


def helpful_for(person: Person, role: str) -> "Iterator[Certification]":
    """Go through the certificates that are offered for a role, or that the move to it names.

    Those that are offered for no role are named by any move to it.
    """
    by_move, by_any = set[str](), set[str]()
    for move in person.curriculum.moves:
        if move.target == role:
            by_any.update(move.certificates)
            if move.source == person.stands_at:
                by_move.update(move.certificates)
    for item in person.curriculum.certifications:
        named = item.id in (by_move if item.offer_to else by_any)
        if not item.retired and (named or role in item.offer_to):
            yield item


def named_for(person: Person, role: str) -> "Iterator[Certification]":
    """Go through these, and those that suit a role (or any) and are offered for none."""
    yield from helpful_for(person, role)
    for item in person.curriculum.certifications:
        is_plain = not item.retired and not item.offer_to
        if is_plain and role in (item.fit or (role,)):
            yield item


def usual_for(person: Person) -> frozenset[str]:
    """Name the certificates that are asked for everywhere, or where somebody works."""
    known = person.curriculum.certifications
    return frozenset(item.id for item in known if is_usual(person, item))


def is_usual(person: Person, item: "Certification") -> bool:
    """Tell whether it is asked for everywhere, in somebody's industry, or by themselves."""
    if item.only_where is None or item.id == aimed_at(person):
        return True
    return industry_of(person, item) is not None


def industry_of(person: Person, item: "Certification") -> str | None:
    """Name the industry of somebody's that asks for it before others; None where none does."""
    trade = person.curriculum.trade
    sought = trade.sought if trade else None
    said: str | None = sought.id if sought else person.says.get("industry")
    return said if said in item.industries else None


def is_needless(person: Person, item: "Certification") -> bool:
    """Tell whether it says less than the work that is on record."""
    return any(has_served(person, item.needless_after))


def has_served(person: Person, asked: Mapping[str, float]) -> Iterator[bool]:
    """Tell of each kind of work whether so many months of it are on record."""
    for work, months in asked.items():
        yield months_in(person.ranges_of(work)) >= months


def aimed_at(person: Person) -> str:
    """Name the certificate that the profile aims at; empty where it names none."""
    said: str = person.says.get("goal_certificate", "")
    return person.curriculum.now_called("certifications", said)
