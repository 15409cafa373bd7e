"""Certificates on record: which are valid, and which have lapsed unless somebody renewed them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.ground.calendar import plus_months, plus_years
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Certified

if TYPE_CHECKING:
    from pmcareer.domain.curriculum.catalogue import Certification

HoldingState = Literal["valid", "grace", "lapsed", "unknown"]
"""In grace it can still be renewed; of what is unknown nobody wrote whether it was renewed."""


@frozen
class Holding:
    """A certificate that was earned once, and what became of it by today."""

    entry: Certified
    """The newest entry about it: the last renewal, or the day it was earned."""
    since: date
    begun_on: date
    """The first day of its last term."""
    until: date | None
    """The last day of its last term; None where it has no end."""
    is_said: bool
    """Somebody said when it runs out; else the issuer's rule does."""
    state: HoldingState
    exam_again: bool | None
    """Whether it takes a new exam to hold it again, unless renewed; None where nobody knows."""
    grace_until: date | None = None
    """The last day on which it can be renewed without one, where that is later."""

    @property
    def is_valid(self) -> bool:
        """Tell whether it stands in for months, training and other gates."""
        return self.state == "valid"

    @property
    def may_be_named(self) -> bool:
        """Tell whether it can stand where others read it: what has run out is not to be named."""
        return self.state in ("valid", "unknown")


@frozen
class _Term:
    """A stretch of days for which an entry vouches."""

    until: date | None
    is_said: bool

    @property
    def reaches(self) -> date:
        return self.until or date.max


ById = Mapping[str, list[Certified]]


def holdings_of(
    curriculum: Curriculum, entries: Iterable[Certified], today: date
) -> Mapping[str, Holding]:
    """Read what became of each certificate on record; no renewal is taken for granted."""
    earned: dict[str, list[Certified]] = {}
    for entry in entries:
        name = curriculum.now_called("certifications", entry.certification)
        earned.setdefault(name, []).append(entry)
    return {name: _holding(name, earned, curriculum, today) for name in earned}


def _holding(name: str, earned: ById, curriculum: Curriculum, today: date) -> Holding:
    item = curriculum.certification.get(name)
    # Sorting is stable: of two of one day the one that was written last is the newest.
    entries = sorted(earned[name], key=attrgetter("on"))
    entry, since = entries[-1], entries[0].on
    terms = [_term(entry, item), *_renewing(item, since, earned, curriculum)]
    last = max(terms, key=attrgetter("reaches"))
    grace = _grace_until(last, item)
    state = _state(last, grace, today)
    return Holding(
        entry=entry,
        since=since,
        begun_on=_begun_on(entry, last, item),
        until=last.until,
        is_said=last.is_said,
        state=state,
        exam_again=_exam_again(state, item),
        grace_until=grace,
    )


def _term(entry: Certified, item: "Certification | None") -> _Term:
    """Tell how far an entry reaches: the day that was said, else one term of the issuer's rule."""
    # A CSM of 10 September 2022, and nothing more on record: until 10 September 2024.
    if entry.expires:
        return _Term(until=entry.expires, is_said=True)
    if item is None or item.term_years is None:
        return _Term(until=None, is_said=False)
    until = plus_years(entry.on, item.term_years)
    return _Term(until=max(until, item.ends_not_before), is_said=False)


def _renewing(
    item: "Certification | None", since: date, earned: ById, curriculum: Curriculum
) -> Iterator[_Term]:
    """Find the terms of other certificates that renew this one on the day they are earned."""
    for name in item.renewed_by if item else ():
        other = curriculum.certification.get(name)
        for entry in earned.get(name, ()):
            if entry.on >= since:
                yield _term(entry, other)


def _begun_on(entry: Certified, last: _Term, item: "Certification | None") -> date:
    # Said to run out five years after it was earned, with terms of three: the last three count.
    years = item.term_years if item else None
    if last.until and years:
        return max(entry.on, plus_years(last.until, -years))
    return entry.on


def _grace_until(last: _Term, item: "Certification | None") -> date | None:
    if last.until and item and item.grace_months:
        return plus_months(last.until, item.grace_months)
    return None


def _state(last: _Term, grace: date | None, today: date) -> HoldingState:
    if today <= last.reaches:
        return "valid"
    if not last.is_said:
        return "unknown"
    return "grace" if grace and today <= grace else "lapsed"


def _exam_again(state: HoldingState, item: "Certification | None") -> bool | None:
    if state in ("valid", "grace"):
        return False
    return item.takes_a_new_exam if item else None


def valid_among(holdings: Mapping[str, Holding]) -> Mapping[str, Certified]:
    """Choose the certificates that are valid, each with its newest entry."""
    return {name: each.entry for name, each in holdings.items() if each.is_valid}
