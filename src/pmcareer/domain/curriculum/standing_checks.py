"""Exercises that nobody could ever do: they need the standing of the role that asks for them."""

from collections.abc import Iterator

from pmcareer.domain.curriculum.curriculum import Curriculum
from pmcareer.domain.curriculum.items import Exercise, Role
from pmcareer.domain.curriculum.links import Finding, Said, findings
from pmcareer.domain.curriculum.reach_checks import Reach


def standing_problems(curriculum: Curriculum) -> Iterator[Finding]:
    """Find the exercises whose standing comes only with a role that asks for them."""
    yield from findings(curriculum, ("exercises",), _Standings(curriculum).never_open)


class _Standings:
    """Knows which exercises with a standing each role asks for."""

    # Office work of a director, asked of whoever wants to become one, opens once one is: never.
    # Asked for by the role after it, it opens on the way there.

    def __init__(self, curriculum: Curriculum) -> None:
        self._curriculum = curriculum
        reach = Reach(curriculum)
        self._asked_by: dict[str, list[Role]] = {}
        for role in curriculum.roles:
            if not role.retired:
                for name in reach.asked_by(role, instead=role.instead):
                    self._asked_by.setdefault(name, []).append(role)

    def never_open(self, exercise: Exercise) -> Said:
        standing = exercise.standing
        if standing is None or exercise.retired:
            return
        for role in self._asked_by.get(exercise.id, ()):
            if self._comes_too_late(standing, role.id):
                message = f"{role.id} asks for it, and it opens only in the role {standing}."
                mend = f"Name a role on the way to {role.id}, or let a later role ask for it."
                yield "standing", message, mend

    def _comes_too_late(self, standing: str, asking: str) -> bool:
        """Tell whether one is in a role only once one has been in the other."""
        if standing == asking:
            return True
        onward = self._curriculum.further_along
        return standing in onward(asking) and asking not in onward(standing)
