"""Names of roles that would mean two of them."""

from collections.abc import Iterable, Iterator, Sequence

from pmcareer.domain.curriculum.items import Role
from pmcareer.domain.curriculum.links import Said

AROUND = " .,;:!'\"\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"
"""Signs that get typed or copied along with a name, such as curly quotes, and say nothing."""


class Names:
    """Knows what every role is called, so that a word which is typed means one of them."""

    def __init__(self, roles: Sequence[Role]) -> None:
        self._owners: dict[str, str] = {}
        # An id and a title are a role's own, whichever of two roles stands first in the file.
        for name, role in (*_names(roles), *_aliases(roles)):
            self._owners.setdefault(name, role)

    def called_like_another(self, role: Role) -> Said:
        """Find the aliases of a role by which another one is called already."""
        for alias in role.aliases:
            owner = self._owners[plain_name(alias)]
            if owner != role.id:
                message = f"'{alias}' means the role '{owner}' already."
                yield "aliases", message, "Leave it to one of the two."


def plain_name(text: str) -> str:
    """Leave no capitals, single spaces, and no full stop or quotes around, to look a word up."""
    return " ".join(text.lower().split()).strip(AROUND)


def _names(roles: Iterable[Role]) -> Iterator[tuple[str, str]]:
    for role in roles:
        for name in (role.id, *role.replaces, plain_name(role.title)):
            yield name, role.id


def _aliases(roles: Iterable[Role]) -> Iterator[tuple[str, str]]:
    for role in roles:
        for alias in role.aliases:
            yield plain_name(alias), role.id
