"""The posts whose first day was said: months on record without an experience entry."""

from collections.abc import Iterable
from datetime import date, timedelta

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.ground.calendar import Range
from pmcareer.domain.ground.frozen import frozen
from pmcareer.domain.ground.work import share_of
from pmcareer.domain.logbook.entries import Profile
from pmcareer.domain.logbook.logbook import oldest_first

A_DAY = timedelta(days=1)


@frozen
class Post:
    """A role, or a detour, from its first day to its last, or to today."""

    role: Role
    start: date
    end: date

    @property
    def days(self) -> Range:
        """Its first day and its last."""
        return self.start, self.end

    def days_of(self, work: str) -> tuple[Range, ...]:
        """Give the days that count as a kind of work: the latest of them where a part does."""
        # From 1 January to 30 June, each month counting half: the days from April on.
        share = min(1.0, share_of(self.role.work_shares, work))
        days = round(((self.end - self.start).days + 1) * share)
        return ((self.end - timedelta(days=days - 1), self.end),) if days else ()


def posts_of(curriculum: Curriculum, profiles: Iterable[Profile], today: date) -> tuple[Post, ...]:
    """Read the posts from what was said over time, earliest said first.

    A post ends where it was left, else where the next role begins: the day before its first one,
    else the day it was said.
    """
    posts: list[Post] = []
    role, since, left = "", None, None
    for entry in oldest_first(profiles):
        said = _day(entry.since)
        if entry.role and entry.role != role:
            end = (said or entry.on) - A_DAY
            posts += _post(curriculum, role, since, min(end, left or end))
            role, since, left = entry.role, None, None
        if entry.since:
            since = said
        if entry.left:
            left = _day(entry.left)
    return (*posts, *_post(curriculum, role, since, min(today, left or today)))


def _day(said: date | str | None) -> date | None:
    return said if isinstance(said, date) else None


def _post(curriculum: Curriculum, role: str, since: date | None, end: date) -> tuple[Post, ...]:
    known = curriculum.role.get(curriculum.now_called("roles", role))
    if known is None or since is None or since > end:
        return ()
    return (Post(role=known, start=since, end=end),)
