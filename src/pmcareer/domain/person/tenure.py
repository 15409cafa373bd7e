"""How long somebody has been in the team they are in."""

from datetime import date
from typing import Final

from pmcareer.domain.person.person import Person

TEAM_ROLES: Final = ("programmer", "team-lead", "project-coordinator")
STAY_DAYS: Final = 90
"""For so long somebody still in a team is proposed no move: first it is learnt from inside (S2-27)."""


def is_new_to_team(person: Person) -> bool:
    """Tell whether somebody in a team has been there for less than 90 days, as far as the record says."""
    since = _in_team_since(person)
    return since is not None and (person.today - since).days < STAY_DAYS


def _in_team_since(person: Person) -> date | None:
    """Give the first day of the post, from its experience entry; None in other roles and without one."""
    if person.stands_at not in TEAM_ROLES:
        return None
    posts = [entry for entry in person.experiences if entry.end is None or entry.end > person.today]
    named = [entry.start for entry in posts if entry.role == person.stands_at]
    return min(named or [entry.start for entry in posts], default=None)
