"""What nobody has said yet and the date rests on: since when, which role, which months."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from pmcareer.domain.coaching.reminders import reminders_of
from pmcareer.domain.coaching.standing import standing_in_question
from pmcareer.domain.curriculum.gate import ExperienceGate
from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.gates.on_record import gate_status
from pmcareer.domain.ground.calendar import clipped, months_in, plus_months
from pmcareer.domain.ground.work import WITHIN_ANY_POST, share_of
from pmcareer.domain.logbook.entries import Closed, Experience, Profile
from pmcareer.domain.logbook.logbook import of_kind
from pmcareer.domain.person.away import is_away, left_on
from pmcareer.domain.person.person import Person
from pmcareer.domain.person.served import ranges_in_role, ranges_on_detour
from pmcareer.domain.person.situations import post_left, situations_of
from pmcareer.domain.words.situations import situation_title

LENGTH = re.compile(r"(\d{1,3}(?:\.\d)?) ?(month|year)s?\b", re.IGNORECASE)
MONTHS_A_YEAR = 12
MOSTLY = 0.8
"""So much of a project's length on record is all of it, give or take its ends."""
ROLES_NAMED = 3
SINCE_WHEN = "Since when"
"""With these words it is asked since when a role is held."""
LEADING = "leading"
"""The work of somebody who has led a project to its end."""


def unsaid(person: Person) -> Iterator[str]:
    """Ask what the plan's date rests on and nobody has said, each with its command."""
    if person.detour and person.role is None:
        yield (
            f"Which role do you hold beside {person.detour.title}? Until you say, the way starts "
            f"where the map does: pmcareer profile --role ROLE, then --role {person.detour.id}"
        )
    elif situation := situation_in_question(person):
        yield situation
    elif role := role_asked(person):
        yield role
    if before := _before_the_detour(person):
        yield before
    if since := since_in_question(person):
        yield since
    yield from reminders_of(person)


def situation_in_question(person: Person) -> str:
    """Ask for the role beside a situation, and when somebody left it or came back; "" if said."""
    situations = situations_of(person.says)
    if situations and person.role is None:
        title = situation_title(situations[0])
        return (
            f"{title}: which role do you do then, or did last? Until you say, nothing is taken as "
            f"known: pmcareer profile --role ROLE"
        )
    if is_away(person) and left_on(person) is None and not person.going_on:
        return (
            "When did you leave it? Until you say, all that you knew is taken as fresh: "
            "pmcareer profile --left DATE"
        )
    return _between_posts(person)


def _between_posts(person: Person) -> str:
    """Tell whoever left a post of late what the dates take for granted; "" for all others."""
    left = post_left(person.says, person.experiences, person.today)
    if left is None or is_away(person) or person.held is None:
        return ""
    return (
        f"You left on {left}, and no post since is on record: the dates hold if you are "
        f"{person.held.title} again at once. If you are: pmcareer profile --role {person.held.id} "
        f"--since DATE. If it takes longer: pmcareer profile --context break"
    )


def _before_the_detour(person: Person) -> str:
    """Ask since when the role is held from which one went on a detour; "" where that is known."""
    # In a business post since December, of which the day was said; PMO manager before it, with no
    # day: the months in the office count for nothing, and nobody would know why.
    held, detour, since = person.held, person.detour, person.since
    if held is None or detour is None or since is None or person.holds_target:
        return ""
    served = set(ranges_in_role(person, held.id)) - set(ranges_on_detour(person, detour.id))
    if served:
        return ""
    return (
        f"Since when were you {held.title}? Until you say, no month of that counts: "
        f"pmcareer profile --role {held.id} --since DATE, "
        f"then pmcareer profile --role {detour.id} --since {since}"
    )


def since_in_question(person: Person) -> str:
    """Ask since when a role is held, where nothing on record is of its own work; "" elsewhere."""
    held, post, detour = person.held, person.post, person.detour
    if held is None or post is None or person.since:
        return ""
    command = f"pmcareer profile --role {post.id} --since DATE"
    is_begun_unsaid = detour is not None and not ranges_on_detour(person, detour.id)
    if is_begun_unsaid or not ranges_in_role(person, held.id):
        return f"{SINCE_WHEN}? Until then no month counts that lies behind you: {command}"
    # Four years of leading are on record, and developer is said, who would lead engineers: the
    # leading counts, and of the two years of technical work that they ask for nobody knows.
    if detour or _has_own_months(person, held) or not _is_asked_for(person, held):
        return ""
    name = held.short or held.title
    return f"{SINCE_WHEN} are you {name}? Until you say, no month of that counts: {command}"


def _has_own_months(person: Person, held: Role) -> bool:
    """Tell whether months on record name the role, or are of work that it is about."""
    for entry in person.experiences:
        if entry.role and person.curriculum.now_called("roles", entry.role) == held.id:
            return True
    return any(map(person.ranges_of, held.work_shares))


def _is_asked_for(person: Person, held: Role) -> bool:
    target = person.curriculum.role.get(person.target)
    gates = target.gates if target else ()
    for gate in gates:
        if isinstance(gate, ExperienceGate) and share_of(held.work_shares, gate.work):
            return bool(gate_status(person, gate).missing)
    return False


def role_asked(person: Person) -> str:
    """Ask for the role that the record speaks for, or that its newest work may be of."""
    return standing_in_question(person) or role_in_question(person)


def role_in_question(person: Person) -> str:
    """Ask whether work on record is the role one is in; "" where it was said since, or fits."""
    # A programmer who has put months as PMO manager on record, open still, is asked. Whoever says
    # after that which role they hold, the same one too, has answered.
    newest = max(person.going_on or person.experiences, key=_written, default=None)
    if newest is None or _is_answered(person, newest) or person.detour:
        return ""
    named = person.curriculum.role.get(person.curriculum.now_called("roles", newest.role or ""))
    if named:
        is_over = newest not in person.going_on
        if named.id == person.stands_at or named.detour or is_over:
            return ""
        return f"Are you {named.title} now? {_command(named, newest)}"
    return _by_work(person, newest)


def _is_answered(person: Person, entry: Experience) -> bool:
    # Two of one second, as a script writes them, are in the order of the logbook.
    places = {said.id: place for place, said in enumerate(person.entries)}
    since = _written(entry), places[entry.id]
    for said in of_kind(person.entries, Profile):
        if said.role and (_written(said), places[said.id]) >= since:
            return True
    return False


def _written(entry: Experience | Profile) -> tuple[date, float]:
    return entry.written_on, entry.at.timestamp() if entry.at else 0.0


def _by_work(person: Person, entry: Experience) -> str:
    """Ask which role it is where another one's work fits, and that of the present one does not."""
    held = person.curriculum.role.get(person.stands_at)
    fits = held is not None and share_of(held.work_shares, entry.work)
    if held is None or fits or entry.work in WITHIN_ANY_POST:
        return ""
    places: Iterable[Role] = (role for role in person.curriculum.roles if role.is_place)
    since = f" --since {entry.start}"
    if entry not in person.going_on:
        # Work of years ago says only which role further along one may have had.
        ahead, since = person.curriculum.further_along(held.id), ""
        places = filter(lambda role: role.id in ahead, places)
    fitting = [role.id for role in places if entry.work in role.work_shares]
    if not fitting:
        return ""
    # Those first of whom it is the whole work: years of leading speak for a project manager sooner
    # than for somebody who leads beside other work.
    roles = person.curriculum.role
    fitting.sort(key=lambda name: share_of(roles[name].work_shares, entry.work) < 1)
    which = ", ".join(fitting[:ROLES_NAMED])
    return (
        f"Your work on record is {entry.work}, and that is not what {held.title} does. Which role "
        f"is yours ({which})? pmcareer profile --role ROLE{since}"
    )


def _command(role: Role, entry: Experience) -> str:
    return f"pmcareer profile --role {role.id} --since {entry.start}"


def months_in_question(person: Person, project: Closed) -> str:
    """Ask whether the months of a project with a length are on record; "" where they are."""
    months = _length(project.size or "")
    if not months:
        return ""
    first = plus_months(project.on, -months)
    there = months_in(clipped(person.ranges_of(LEADING), first, project.on))
    if there >= months * MOSTLY:
        return ""
    return (
        f"Are its {months:g} months on record as leading? If you led it: "
        f"pmcareer experience {LEADING} --from {first} --to {project.on}"
    )


def _length(size: str) -> float:
    """Read a project's length in months: "7 people, 8 months" is 8."""
    found = LENGTH.search(size)
    if found is None:
        return 0.0
    return float(found[1]) * (MONTHS_A_YEAR if found[2].lower() == "year" else 1)
