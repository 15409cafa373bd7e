"""A promise that was changed: until four weeks have decided, one's pace tells of the old one."""

from datetime import date

from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.logbook.entries import Profile
from pmcareer.domain.logbook.logbook import newest_first, of_kind
from pmcareer.domain.person.person import DEFAULT_HOURS_PER_WEEK, Person

DECIDED_AFTER_DAYS = 28


@frozen
class ChangedPromise:
    """What was promised before the promise of today, and how long ago that changed."""

    before: float
    """Hours a week."""
    since: date
    """The day on which the present promise was first written."""


def changed_promise(person: Person) -> ChangedPromise | None:
    """Find the promise before the present one; None where that is four weeks old or the first."""
    # 8 hours in spring, 12 on 1 October and again on 9 October: 8 became 12 on 1 October.
    before, since = DEFAULT_HOURS_PER_WEEK, None
    for entry in newest_first(of_kind(person.entries, Profile)):
        if entry.hours_per_week == person.hours_per_week:
            since = entry.written_on
        elif entry.hours_per_week is not None:
            before = entry.hours_per_week
            break
    if since is None or before == person.hours_per_week:
        return None
    if (person.today - since).days >= DECIDED_AFTER_DAYS:
        return None
    return ChangedPromise(before=before, since=since)
