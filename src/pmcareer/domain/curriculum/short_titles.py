"""What roles are called where there is little room: short, and never two of them alike."""

from collections import Counter
from collections.abc import Sequence

from pmcareer.domain.curriculum.items import Role


def short_titles(roles: Sequence[Role]) -> dict[str, str]:
    """Take each role's `short`, else its title without an addition, else the title whole."""
    # "Engineer (rail)" alone is "Engineer"; beside "Engineer (air)" both keep what tells them
    # apart, and two that are called the same are told apart by their ids.
    short = {}
    for role in roles:
        short[role.id] = role.short or role.title.split(" (")[0].split(",")[0]
    seen = Counter(short.values())
    titles = Counter(role.title for role in roles)
    for role in roles:
        if seen[short[role.id]] > 1:
            is_alone = titles[role.title] == 1
            short[role.id] = role.title if is_alone else f"{role.title} ({role.id})"
    return short
