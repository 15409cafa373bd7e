"""What was served in a role or on a detour, as the record says."""

from itertools import islice

from pmcareer.domain.ground.calendar import Range
from pmcareer.domain.ground.work import counts, share_of
from pmcareer.domain.person.person import Person


def ranges_in_role(person: Person, role: str) -> tuple[Range, ...]:
    """List what was served in a role, in one further along, or on a detour from it.

    Entries that name no role count where they are of the work of one of these.
    """
    curriculum = person.curriculum
    serving = set(curriculum.further_along(role))
    works: set[str] = set()
    for name in serving & curriculum.role.keys():
        shares = curriculum.role[name].work_shares
        # Of a role further along what it is about: a change manager supports projects, too, and
        # who only supports them is no junior PM.
        works.update(shares if name == role else islice(shares, 1))
    if role == person.role:
        serving.update(each.id for each in curriculum.roles if each.detour)
    ranges = [post.days for post in person.posts if post.role.id in serving]
    for entry in person.experiences:
        named = entry.role and curriculum.now_called("roles", entry.role)
        is_of_work = not named and any(counts(entry.work, work) for work in works)
        if is_of_work or named in serving:
            ranges.append(person.range_of(entry))
    return tuple(ranges)


def ranges_held(person: Person, work: str) -> tuple[Range, ...]:
    """List what counts as a kind of work, or was served in a role whose work it is."""
    ranges = list(person.ranges_of(work))
    for entry in person.experiences:
        named = person.curriculum.now_called("roles", entry.role or "")
        role = person.curriculum.role.get(named)
        if role and share_of(role.work_shares, work) >= 1:
            ranges.append(person.range_of(entry))
    return tuple(ranges)


def ranges_on_detour(person: Person, role: str) -> tuple[Range, ...]:
    """List what was served on a detour: entries that name it, and posts."""
    posts = (post.days for post in person.posts if post.role.id == role)
    now = person.curriculum.now_called
    named = (each for each in person.experiences if each.role and now("roles", each.role) == role)
    return (*posts, *map(person.range_of, named))
