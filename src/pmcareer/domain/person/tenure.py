"""How long somebody has been in the team they are in."""

from datetime import date

from pmcareer.domain.person.person import Person

STAY_DAYS = 90
"""So long somebody in a team is proposed no move: first one learns from inside (S2-27)."""


def is_new_to_team(person: Person) -> bool:
    """Tell whether somebody in a team has been there for less than 90 days by the record."""
    since = _in_team_since(person)
    return since is not None and (person.today - since).days < STAY_DAYS


def _in_team_since(person: Person) -> date | None:
    """Find the first day of a post in a team, from its experience entry."""
    role = person.curriculum.role.get(person.stands_at)
    if role is None or not role.in_team:
        return None
    posts = person.going_on
    named = [entry.start for entry in posts if entry.role == person.stands_at]
    return min(named or [entry.start for entry in posts], default=None)
