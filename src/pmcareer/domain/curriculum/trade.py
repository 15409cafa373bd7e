"""A trade that somebody works in, and the one that they head for."""

from functools import cached_property
from typing import TYPE_CHECKING

from pmcareer.domain.ground.frozen import frozen

if TYPE_CHECKING:
    # Most people have named no industry, and nothing reads one for them.
    from pmcareer.domain.curriculum.industries import Industry


@frozen
class Trade:
    """The industry that somebody works in, and the one in which they seek their target."""

    own: "Industry | None"
    sought: "Industry | None"

    @property
    def changes(self) -> bool:
        """Tell whether one goes from one trade to another."""
        return self.sought is not None and self.sought is not self.own

    @cached_property
    def anew(self) -> tuple[str, ...]:
        """Skills that the role held says nothing about: they are shown anew in the other trade."""
        if not self.changes:
            return ()
        skills: dict[str, None] = {}
        for each in (self.own, self.sought):
            skills.update(dict.fromkeys(each.anew if each else ()))
        return tuple(skills)

    @property
    def bridge(self) -> tuple[str, ...]:
        """Exercises that lead into the trade sought, whatever the levels; none within a trade."""
        return self.sought.bridge if self.changes and self.sought else ()
